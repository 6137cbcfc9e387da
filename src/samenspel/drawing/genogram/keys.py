"""Which signs a genogram holds, for its legend: see the keys of `legend`."""

from collections.abc import Iterator, Sequence

from samenspel.drawing.genogram.couples import is_kin
from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.genogram.plans import Plan
from samenspel.drawing.placement import Id
from samenspel.drawing.scene import Item
from samenspel.drawing.signs import inner_sign, sign_of
from samenspel.drawing.signs.bonds import bond_slashes, bond_style
from samenspel.family.facts import TieFact
from samenspel.family.family import Person
from samenspel.family.words import Parentage, PersonKind


def keys_of(
    wording: Wording, plan: Plan, items: Sequence[Item], ties: Sequence[TieFact]
) -> set[str]:
    found = {key for who in _drawn(items) for key in _of_person(wording.family.person[who])}
    found |= {"star"} if any(item.role == "supporter" for item in items) else set()
    found |= {"house"} if any(item.role == "house" for item in items) else set()
    found |= {f"tie:{tie.tie}" for tie in ties}
    found |= set(_of_bonds(wording, plan))
    found |= {f"twins:{line.twinship}" for line in plan.lines if line.kind == "twins"}
    return found


def _drawn(items: Sequence[Item]) -> list[Id]:
    return [item.ids[0] for item in items if item.role == "person"]


def _of_person(person: Person) -> Iterator[str]:
    sign = sign_of(person)
    yield "stillborn" if sign.startswith("stillborn") else sign
    if inner_sign(person):
        yield "inner"
    if person.is_index:
        yield "index"
    if person.has_died and person.is_a in {PersonKind.PERSON, PersonKind.PET}:
        yield "cross"


def _of_bonds(wording: Wording, plan: Plan) -> Iterator[str]:
    descents = {descent.parentage for bond in plan.bonds for descent in bond.descents}
    if descents != {Parentage.BIRTH}:
        yield from (f"child:{kind}" for kind in descents)
    for bond in plan.bonds:
        if len(bond.partners) == 2:
            stages = [stage.stage for stage in bond.stages]
            yield f"bond:{bond_style(stages)}"
            yield f"slash:{bond_slashes(stages)}"
            if is_kin(wording.family, bond.partners):
                yield "bond:kin"
