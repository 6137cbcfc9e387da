"""Of every thing that was said more than once: the accounts, and the one a drawing uses."""

from samenspel.family.facts import Id
from samenspel.family.statements import FamilyMap, Statement

Slot = tuple[str, ...]


def accounts(family_map: FamilyMap) -> dict[Slot, tuple[Statement, ...]]:
    """What stands beside each other, in the order it was first said."""
    found: dict[Slot, list[Statement]] = {}
    for one in family_map.statements:
        found.setdefault(family_map.slot_of(one), []).append(one)
    return {slot: tuple(statements) for slot, statements in found.items()}


def contradictions(family_map: FamilyMap) -> tuple[tuple[Statement, ...], ...]:
    """The accounts that count and say different things about the same."""
    counting = (
        tuple(one for one in statements if one.counts)
        for statements in accounts(family_map).values()
    )
    return tuple(group for group in counting if len({one.fact for one in group}) > 1)


def used(family_map: FamilyMap) -> list[Statement]:
    """Of every slot one statement that counts: the chosen one, else the latest."""
    latest: dict[Slot, Statement] = {}
    counting: dict[Id, Statement] = {}
    for one in family_map.statements:
        if one.counts:
            latest[family_map.slot_of(one)] = one
            counting[one.id] = one
    for choice in family_map.choices:
        chosen = counting.get(choice.statement)
        if chosen and not choice.withdrawn:
            latest[family_map.slot_of(chosen)] = chosen
    return list(latest.values())
