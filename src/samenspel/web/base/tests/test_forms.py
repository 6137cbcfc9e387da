"""What every form of ours does the same way."""

from datetime import date
from typing import Any

import pytest
from django import forms

from samenspel.web.base.attempts import attempt
from samenspel.web.base.forms import DateField, Form


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2023-05-01", date(2023, 5, 1)),
        ("01-05-2023", date(2023, 5, 1)),
        ("1-5-23", date(2023, 5, 1)),
        (" 2023-05-01 ", date(2023, 5, 1)),
    ],
)
def test_a_day_may_be_typed_as_people_do(typed: str, day: date) -> None:
    assert DateField().clean(typed) == day


@pytest.mark.parametrize(
    "typed", ["31-02-2023", "05-31-2023", "morgen", "9999-12-31", "31-12-9999", "0001-01-01", "1e9"]
)
def test_what_is_no_day_to_reckon_with_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        DateField().clean(typed)


class Feast(Form):
    name = forms.CharField()
    day = DateField(required=False)


def errors_after(error: Any) -> dict[str, list[str]]:
    form = Feast({"name": "Zomer"})
    assert form.is_valid()

    def act() -> None:
        raise forms.ValidationError(error)

    assert not attempt(form, act)
    return {field: [str(one) for one in found] for field, found in form.errors.items()}


def test_what_an_action_refuses_stands_at_its_field() -> None:
    assert errors_after({"day": "Too late."}) == {"day": ["Too late."]}


def test_what_belongs_to_no_field_stands_at_the_top() -> None:
    assert errors_after("Not now.") == {"__all__": ["Not now."]}
    assert errors_after({"place": "Too far."}) == {"__all__": ["Too far."]}


def test_an_action_that_goes_well_says_so() -> None:
    form = Feast({"name": "Zomer"})
    assert attempt(form, lambda: "done")


def test_a_mistake_in_the_code_is_not_a_message_for_people() -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(Feast({"name": "Zomer"}), lambda: 1 / 0)


def test_a_field_without_an_answer_asks_for_one_in_our_words() -> None:
    form = Feast({})
    assert list(form.errors) == ["name"]
    assert "This field is required" not in str(form.errors)
