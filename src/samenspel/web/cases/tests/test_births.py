"""How births may be typed; the table is also the manual of the field."""

from datetime import date

import pytest
from django import forms
from django.utils import timezone
from django.utils.translation import override

from samenspel.web.cases.actions import Birth
from samenspel.web.cases.forms import MOST_YOUTHS, BirthsField

TODAY = date(2024, 6, 15)


@pytest.fixture(autouse=True)
def _today(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.mark.parametrize(
    ("typed", "births"),
    [
        ("", []),
        ("2014", [Birth(2014)]),
        ("5-2014", [Birth(2014, 5)]),
        ("05-2014", [Birth(2014, 5)]),
        ("5/2014", [Birth(2014, 5)]),
        ("5.2014", [Birth(2014, 5)]),
        ("5 2014", [Birth(2014, 5)]),
        ("2014-5", [Birth(2014, 5)]),
        ("2014-05", [Birth(2014, 5)]),
        ("5-2014, 2016", [Birth(2014, 5), Birth(2016)]),
        ("5-2014;2016\n12-2020", [Birth(2014, 5), Birth(2016), Birth(2020, 12)]),
        (" , 2016 ,, ", [Birth(2016)]),
        ("2016, 2016", [Birth(2016), Birth(2016)]),  # twins
        ("6-2024", [Birth(2024, 6)]),
        ("2024", [Birth(2024)]),
        ("2000", [Birth(2000)]),
    ],
)
def test_births_are_read(typed: str, births: list[Birth]) -> None:
    assert BirthsField().clean(typed) == births


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("vijf", "Write “vijf” as a year"),
        ("14", "Write “14” as a year"),
        ("12-5-2014", "Write “12-5-2014” as a year"),  # a day is more than we want to know
        ("2014-2016", "Write “2014-2016” as a year"),
        ("13-2014", "Look at “13-2014”"),
        ("0-2014", "Look at “0-2014”"),
        ("2014-13", "Look at “2014-13”"),
        ("7-2024", "“7-2024” is still to come"),
        ("2025", "“2025” is still to come"),
        ("1999", "“1999” is"),
        ("2016, 2O17", "Write “2O17” as a year"),
        (", ".join(["2016"] * (MOST_YOUTHS + 1)), f"At most {MOST_YOUTHS}"),
    ],
)
def test_what_cannot_be_a_birth_gets_a_sentence_that_names_it(typed: str, words: str) -> None:
    with override("en"), pytest.raises(forms.ValidationError) as refusal:
        BirthsField().clean(typed)
    assert words in " ".join(refusal.value.messages)
