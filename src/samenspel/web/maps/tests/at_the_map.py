"""People at the map of the world's case, and what they draw."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from samenspel.family import FamilyMap, NameFact, resolve
from samenspel.family.gestures import new_id
from samenspel.web.accounts.models import User
from samenspel.web.cases.models import Case
from samenspel.web.maps import histories, store
from samenspel.web.maps.wanted import Outcome, Wanted
from tests.world import World


def wanted(
    world: World,
    user: User,
    *,
    case: Case | None = None,
    at: datetime | None = None,
    edit_id: UUID | None = None,
    moment: UUID | None = None,
    **fields: str | list[str],
) -> Wanted:
    """A gesture of somebody; `for_` is the field `for`."""
    named = {name.rstrip("_"): value for name, value in fields.items()}
    return Wanted(
        case_id=(case or world.case).public_id,
        user_id=user.pk,
        edit_id=edit_id or uuid4(),
        fields={name: [one] if isinstance(one, str) else one for name, one in named.items()},
        at=at or world.now,
        origin="test",
        moment=moment,
    )


def draw(world: World, user: User, **more: object) -> Outcome:
    (outcome,) = store.write([wanted(world, user, **more)])  # type: ignore[arg-type]
    return outcome


def restore(world: World, user: User, token: str, **more: object) -> Outcome:
    """Back to the moment that the history gave this token for."""
    one = replace(
        wanted(world, user, **more),  # type: ignore[arg-type]
        fields={"do": ["restore"], "moment": [token]},
    )
    (outcome,) = store.write([one])
    return outcome


def token_of(world: World, user: User, outcome: Outcome) -> str:
    """The moment just after an edit, as the history of somebody names it."""
    return histories.token_of(world.case, user, outcome.wanted.edit_id)


def add(world: World, user: User, name: str, **more: object) -> Outcome:
    return draw(world, user, do="add_person", name=name, **more)


def id_of(outcome: Outcome) -> str:
    """The first person that an outcome brought."""
    return new_id(str(outcome.wanted.edit_id), "person")


def names(family_map: FamilyMap) -> list[str]:
    return sorted(one.fact.name for one in family_map if isinstance(one.fact, NameFact))


def names_drawn(family_map: FamilyMap) -> list[str]:
    return sorted(person.name for person in resolve(family_map).people)


def names_now(world: World, case: Case | None = None) -> list[str]:
    return names_drawn(store.load(case or world.case).family_map)


def words(outcome: Outcome) -> str:
    return outcome.refused("en") if outcome.refused else ""
