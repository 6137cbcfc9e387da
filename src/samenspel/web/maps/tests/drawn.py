"""What the tests of exports, imports and history start from: a family that was drawn together."""

from datetime import timedelta
from uuid import uuid4

from samenspel.family import (
    CIRCLE,
    Audience,
    BirthFact,
    Body,
    ChildFact,
    Fact,
    IndexFact,
    NameFact,
    NoteFact,
    PartialDate,
    PartnerFact,
    PersonFact,
    Reach,
    Say,
    Saying,
    UnionFact,
)
from samenspel.web.accounts.models import User
from samenspel.web.maps import store
from samenspel.web.maps.wanted import Drawn, Wanted
from tests.world import World

SANNE, YARA, BOND = (str(uuid4()) for _ in range(3))
HIDDEN = "Ruud zag ik gisteren weer"
"""What the mother said for herself and her worker."""

FOR_PROFESSIONALS = Audience(Reach.PROFESSIONALS)


def family() -> list[Fact]:
    return [
        PersonFact(SANNE),
        NameFact(SANNE, "Sanne"),
        PersonFact(YARA),
        NameFact(YARA, "Yara"),
        IndexFact(YARA),
        BirthFact(YARA, PartialDate.parse("2014-03")),
        UnionFact(BOND),
        PartnerFact(BOND, SANNE),
        ChildFact(BOND, YARA, SANNE),
    ]


def saying(*facts: Fact, audience: Audience = CIRCLE) -> Say:
    return Say(tuple(Saying(str(uuid4()), fact, audience=audience) for fact in facts))


def draw(world: World, user: User, *bodies: Body, minutes: int = 0) -> tuple[Drawn, ...]:
    """One gesture of somebody on the map of the world's family; it must not be refused."""
    wanted = Wanted(
        case_id=world.case.public_id,
        user_id=user.pk,
        edit_id=uuid4(),
        fields={},
        at=world.now + timedelta(minutes=minutes),
        origin="test",
        bodies=bodies,
    )
    outcome = store.write([wanted])[0]
    assert outcome.refused is None, outcome.refused("en")
    return outcome.drawn


def draw_family(world: World) -> None:
    draw(world, world.worker, saying(*family()))


def say_hidden(world: World) -> None:
    """The mother's own words, which the partner may not see."""
    parent = str(world.parent_in_circle.public_id)
    worker = str(world.worker.public_id)
    only = Audience(Reach.PEOPLE, frozenset({parent, worker}))
    draw(world, world.parent_in_circle, saying(NoteFact(SANNE, HIDDEN), audience=only))
