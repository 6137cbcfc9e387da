"""Who must consent, by age; the year or month of birth is all we know. Asked on 15 June 2024."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from samenspel.web.cases.choices import ConsentBy, ConsentPurpose
from samenspel.web.cases.consents import has_consent, who_must_consent, youths_without_consent
from samenspel.web.cases.models import Case, Consent, Youth

DAY = date(2024, 6, 15)
PARENTS, BOTH, YOUTH = {"parents"}, {"parents", "youth"}, {"youth"}


def youth_of(year: int | None, month: int | None, consents: Any = ()) -> Youth:
    youth = Youth(pk=1, case=Case(), birth_year=year, birth_month=month)
    youth._prefetched_objects_cache = {"consents": list(consents)}  # type: ignore[attr-defined]
    return youth


def given_by(
    who: str,
    since: int = -10,
    until: int = 10,
    withdrawn: int | None = None,
    purpose: str = "learning_session",
) -> Consent:
    """A consent that runs between two days, counted from DAY."""
    moment = timezone.make_aware(datetime.combine(DAY, time(9)))
    return Consent(
        purpose=ConsentPurpose(purpose),
        given_by=ConsentBy(who),
        since=DAY + timedelta(days=since),
        until=DAY + timedelta(days=until),
        withdrawn_at=None if withdrawn is None else moment + timedelta(days=withdrawn),
    )


@pytest.mark.parametrize(
    ("year", "month", "needed"),
    [
        (None, None, PARENTS),
        (2024, None, PARENTS),
        (2024, 6, PARENTS),
        (2013, 1, PARENTS),  # 11
        (2012, 7, PARENTS),  # 11, 12 next month
        (2012, 6, BOTH),  # 11 or 12: the birthday is this month
        (2012, 5, BOTH),  # 12
        (2012, None, BOTH),  # 11 or 12
        (2010, None, BOTH),
        (2008, 7, BOTH),  # 15, 16 next month
        (2008, 6, BOTH),  # 15 or 16: the birthday is this month
        (2008, None, BOTH),  # 15 or 16
        (2008, 5, YOUTH),  # 16
        (2007, None, YOUTH),  # 16 or 17
        (2004, 1, YOUTH),
    ],
)
def test_who_must_consent(year: int | None, month: int | None, needed: set[str]) -> None:
    assert who_must_consent(youth_of(year, month), DAY) == needed


@pytest.mark.parametrize(
    ("year", "consents", "complete"),
    [
        pytest.param(2016, [], False, id="nobody said anything"),
        pytest.param(2016, [given_by("parents")], True, id="a child, the parents"),
        pytest.param(2016, [given_by("youth")], False, id="a child cannot alone"),
        pytest.param(2016, [given_by("both")], True, id="a child, both"),
        pytest.param(2010, [given_by("parents")], False, id="14, only the parents"),
        pytest.param(2010, [given_by("youth")], False, id="14, only the youth"),
        pytest.param(2010, [given_by("parents"), given_by("youth")], True, id="14, in two talks"),
        pytest.param(2010, [given_by("both")], True, id="14, together"),
        pytest.param(2007, [given_by("youth")], True, id="17, alone"),
        pytest.param(2007, [given_by("parents")], False, id="17, the parents cannot"),
        pytest.param(2016, [given_by("parents", until=0)], True, id="the last day"),
        pytest.param(2016, [given_by("parents", until=-1)], False, id="expired yesterday"),
        pytest.param(2016, [given_by("parents", since=0)], True, id="the first day"),
        pytest.param(2016, [given_by("parents", since=1)], False, id="from tomorrow"),
        pytest.param(2016, [given_by("parents", withdrawn=0)], False, id="withdrawn today"),
        pytest.param(2016, [given_by("parents", withdrawn=-5)], False, id="withdrawn"),
        pytest.param(2016, [given_by("parents", withdrawn=1)], True, id="withdrawn afterwards"),
        pytest.param(
            2010,
            [given_by("parents"), given_by("youth", until=-1)],
            False,
            id="one of the two expired",
        ),
        pytest.param(
            2016,
            [given_by("parents", withdrawn=-5), given_by("parents")],
            True,
            id="withdrawn and given again",
        ),
    ],
)
def test_a_consent_is_complete(year: int, consents: list[Consent], complete: bool) -> None:
    assert has_consent(youth_of(year, None, consents), DAY) == complete


@pytest.mark.parametrize("purpose", ConsentPurpose)
@pytest.mark.parametrize("given", ConsentPurpose)
def test_a_consent_for_one_thing_is_none_for_another(
    purpose: ConsentPurpose, given: ConsentPurpose
) -> None:
    youth = youth_of(2016, None, [given_by("parents", purpose=given)])
    assert has_consent(youth, DAY, purpose) == (purpose is given)


def test_every_youth_of_the_case_needs_one() -> None:
    case = Case(pk=1)
    with_consent, without = youth_of(2016, None, [given_by("parents")]), youth_of(2018, None)
    case._prefetched_objects_cache = {"youths": [with_consent, without]}  # type: ignore[attr-defined]
    assert youths_without_consent(case, DAY) == [without]


days = st.integers(-30, 30)
consents = st.builds(given_by, st.sampled_from(ConsentBy.values), days, days, st.none() | days)
births = st.tuples(st.none() | st.integers(2000, 2024), st.none() | st.integers(1, 12))


@given(births, st.lists(consents, max_size=4), consents)
def test_one_more_consent_never_makes_it_incomplete(
    birth: tuple[int | None, int | None], before: list[Consent], extra: Consent
) -> None:
    if has_consent(youth_of(*birth, before), DAY):
        assert has_consent(youth_of(*birth, [*before, extra]), DAY)


@given(births, st.integers(0, 28))
def test_what_is_known_less_precisely_never_asks_less(
    birth: tuple[int | None, int | None], later: int
) -> None:
    year, month = birth
    day = DAY + timedelta(days=later)
    if year is not None:
        precise = who_must_consent(youth_of(year, month), day)
        assert precise <= who_must_consent(youth_of(year, None), day)
