"""Where somebody new comes, for who looks on before the drawing is there."""

from dataclasses import dataclass
from typing import Literal

from samenspel.family.edits import Body, Say
from samenspel.family.facts import GenderFact, Id, NameFact
from samenspel.family.gestures import people
from samenspel.family.gestures.meaning import new_person_of
from samenspel.family.gestures.table import Gesture
from samenspel.family.words import Gender

Place = Literal["above", "left", "right", "below"]
Sign = Literal["square", "circle", "diamond"]

PLACES: dict[type[Gesture], Place] = {
    people.AddParent: "above",
    people.AddParents: "above",
    people.AddSibling: "left",
    people.AddPartner: "right",
    people.AddChild: "below",
}
SIGNS: dict[Gender, Sign] = {Gender.MAN: "square", Gender.WOMAN: "circle"}


@dataclass(frozen=True)
class Beside:
    """`of` is who or which bond it comes beside; `name` may be empty."""

    of: Id
    place: Place
    name: str
    sign: Sign


def beside_of(gesture: Gesture, body: Body) -> Beside | None:
    """None when nobody new comes beside somebody. Only for who may see what the body says."""
    place = PLACES.get(type(gesture))
    if place is None or not isinstance(body, Say):
        return None
    facts = [one.fact for one in body.sayings]
    new = new_person_of(body)
    names = [one.name for one in facts if isinstance(one, NameFact) and one.person == new]
    genders = [one.gender for one in facts if isinstance(one, GenderFact) and one.person == new]
    sign = SIGNS.get(genders[0], "diamond") if genders else "diamond"
    of: Id = getattr(gesture, "of", "")
    return Beside(of, place, names[0] if names else "", sign)
