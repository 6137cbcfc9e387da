"""A map under ids and accounts that lead nowhere: what comes from a file, and what goes into one.

The ids of a file are made by its program and may hold a name (`sanne`, `@JANSEN1@`).
"""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from samenspel.family import Audience, Author, Fact, FamilyMap, Id, Statement


def random_id() -> Id:
    return str(uuid4())


def with_fresh_ids(family_map: FamilyMap, new: Callable[[], Id] = random_id) -> FamilyMap:
    """The same map; every id of a thing and of a statement is replaced by one of `new`."""
    things, statements = _Renamed(new), _Renamed(new)
    there = family_map.by_id
    return FamilyMap(
        tuple(
            replace(
                one,
                id=statements[one.id],
                fact=_renamed(one.fact, things),
                against=statements[one.against] if one.against in there else "",
            )
            for one in family_map
        ),
        tuple(
            replace(one, id=new(), statement=statements[one.statement])
            for one in family_map.choices
        ),
        family_map.schema,
    )


class _Renamed(dict[Id, Id]):
    """The new id of an old one; nothing stays nothing."""

    def __init__(self, new: Callable[[], Id]) -> None:
        self._new = new
        super().__init__({"": ""})

    def __missing__(self, old: Id) -> Id:
        self[old] = self._new()
        return self[old]


def _renamed(fact: Fact, things: _Renamed) -> Fact:
    names = (*fact.refers, *((fact.introduces,) if fact.introduces else ()))
    values = {name: getattr(fact, name) for name in names}
    fresh = {
        name: tuple(things[one] for one in value) if isinstance(value, tuple) else things[value]
        for name, value in values.items()
    }
    return replace(fact, **fresh)


# --- Accounts -------------------------------------------------------------------------------------


def strangers(family_map: FamilyMap) -> FamilyMap:
    """The same map by `1`, `2`, …: whose account it is here means nothing elsewhere."""
    accounts: dict[str, str] = {}

    def number(account: str) -> str:
        return accounts.setdefault(account, str(len(accounts) + 1))

    def author(by: Author) -> Author:
        return replace(by, account=number(by.account))

    def audience(for_whom: Audience) -> Audience:
        return replace(for_whom, people=frozenset(number(one) for one in sorted(for_whom.people)))

    def statement(one: Statement) -> Statement:
        struck = one.retracted and replace(one.retracted, by=author(one.retracted.by))
        return replace(one, by=author(one.by), audience=audience(one.audience), retracted=struck)

    return FamilyMap(
        tuple(statement(one) for one in family_map),
        tuple(replace(one, by=author(one.by)) for one in family_map.choices),
        family_map.schema,
    )
