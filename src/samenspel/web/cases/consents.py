"""Who must consent, before a case is discussed or its drawing leaves the house: by age, after
Jeugdwet 7.3.4 and 7.3.5.

Under 12 those with authority, 12 to 15 both, from 16 the youth alone. Only the year or month of
birth is known, so around a birthday both answers can be right, and then both are needed.
"""

from collections.abc import Iterable
from datetime import date

from samenspel.web.cases.choices import ConsentBy, ConsentPurpose
from samenspel.web.cases.models import Case, Consent, Youth

NEEDED: tuple[tuple[int, frozenset[ConsentBy]], ...] = (
    (12, frozenset({ConsentBy.PARENTS})),
    (16, frozenset({ConsentBy.PARENTS, ConsentBy.YOUTH})),
)
FROM_16 = frozenset({ConsentBy.YOUTH})


def who_must_consent(youth: Youth, on: date) -> frozenset[ConsentBy]:
    """PARENTS, YOUTH or both. With an unknown birth year: the parents."""
    if youth.birth_year is None:
        return frozenset({ConsentBy.PARENTS})
    return frozenset().union(*(_needed_at(age) for age in _possible_ages(youth, on)))


def youths_without_consent(
    case: Case, on: date, purpose: ConsentPurpose = ConsentPurpose.LEARNING_SESSION
) -> list[Youth]:
    """The youths of whom a consent for this is still missing on a day."""
    return [youth for youth in case.youths.all() if not has_consent(youth, on, purpose)]


def has_consent(
    youth: Youth, on: date, purpose: ConsentPurpose = ConsentPurpose.LEARNING_SESSION
) -> bool:
    given = _givers(
        consent
        for consent in youth.consents.all()
        if consent.purpose == purpose and consent.holds_on(on)
    )
    return who_must_consent(youth, on) <= given


def _givers(consents: Iterable[Consent]) -> set[ConsentBy]:
    given: set[ConsentBy] = set()
    for consent in consents:
        both = consent.given_by == ConsentBy.BOTH
        given |= {ConsentBy.PARENTS, ConsentBy.YOUTH} if both else {ConsentBy(consent.given_by)}
    return given


def _possible_ages(youth: Youth, on: date) -> set[int]:
    """One age, or two when the birthday falls in the part of the year that we do not know."""
    assert youth.birth_year is not None
    oldest = on.year - youth.birth_year
    if youth.birth_month is None or youth.birth_month == on.month:
        return {max(oldest - 1, 0), oldest}
    return {oldest if youth.birth_month < on.month else max(oldest - 1, 0)}


def _needed_at(age: int) -> frozenset[ConsentBy]:
    return next((who for limit, who in NEEDED if age < limit), FROM_16)
