"""What a gesture means on the map as its author sees it: the body of an edit."""

from datetime import date

from samenspel.family.edits import Body, Say
from samenspel.family.facts import HouseholdFact, Id, OrganisationFact, PersonFact, UnionFact
from samenspel.family.gestures.table import Gesture, Table, new_id
from samenspel.family.statements import Audience, Author, FamilyMap

_TO_CHOOSE = (PersonFact, OrganisationFact, HouseholdFact, UnionFact)


def body_of(
    gesture: Gesture,
    seen: FamilyMap,
    *,
    edit_id: str,
    by: Author,
    audience: Audience,
    today: date,
) -> Body:
    """The body, or `GestureError`; `apply` judges whether it can be. Equal input, equal body."""
    return gesture.body(Table(seen, edit_id, by, audience, today))


def new_person_of(body: Body) -> Id:
    """The first person whom it brings, or ""."""
    facts = [one.fact for one in body.sayings] if isinstance(body, Say) else []
    return next((fact.person for fact in facts if isinstance(fact, PersonFact)), "")


def new_thing_of(body: Body) -> Id:
    """What to select afterwards: the person it brings, or else what other thing; or ""."""
    facts = [one.fact for one in body.sayings] if isinstance(body, Say) else []
    for kind in _TO_CHOOSE:
        for fact in facts:
            if isinstance(fact, kind):
                return fact.brings or ""
    return ""


__all__ = ["body_of", "new_id", "new_person_of", "new_thing_of"]
