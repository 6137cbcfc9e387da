"""What can be counted around a family: to whom all the help is directed. Counts, no judgement."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.drawing.systemogram.around import Around, around
from samenspel.family import Id
from samenspel.web.maps.presenters.table import Table

MOST = 3
"""Of one kind of line; more would be a list, not something that strikes one."""


@dataclass(frozen=True)
class Count:
    number: int
    words: str


@dataclass(frozen=True)
class Noticed:
    counts: tuple[Count, ...]
    question: str


@dataclass(frozen=True)
class Near:
    """Somebody, and who is directed at them: the systemogram of a narrow screen."""

    who: str
    href: str
    organisations: tuple[tuple[str, str], ...]


def noticed(table: Table) -> Noticed | None:
    """None while no organisation is drawn: then nothing can be said about whom nobody sees."""
    numbers = around(table.family, table.day)
    if not numbers.organisations:
        return None
    return Noticed(tuple(_counts(numbers, table)), _question(numbers, table))


def _counts(numbers: Around, table: Table) -> Iterator[Count]:
    faces = len(numbers.faces)
    count = len(numbers.organisations)
    around_them = ngettext("organisation around them", "organisations around them", count)
    by_name = ngettext("%(n)d face by name", "%(n)d faces by name", faces) % {"n": faces}
    yield Count(count, f"{around_them}, {by_name}" if faces else around_them)
    for who, number in _only_one(numbers):
        words = ngettext("is directed only at %(who)s", "are directed only at %(who)s", number)
        yield Count(number, words % {"who": table.of(who)})
    homes = [one for one in numbers.directed if one in table.family.household]
    whole = len({one for home in homes for one in numbers.directed[home]})
    if whole:
        words = ngettext("is directed at the whole home", "are directed at the whole home", whole)
        yield Count(whole, words)
    for who in numbers.nobody[:MOST]:
        yield Count(0, _("are directed at %(who)s") % {"who": table.of(who)})


def _only_one(numbers: Around) -> list[tuple[Id, int]]:
    """Per child how many organisations see only this child."""
    alone = (who[0] for who in numbers.only_children.values() if len(who) == 1)
    return Counter(alone).most_common(MOST)


def _question(numbers: Around, table: Table) -> str:
    if not numbers.nobody:
        return ""
    return _("Whom would %(who)s like to have there?") % {"who": table.of(numbers.nobody[0])}


def near_everybody(table: Table) -> tuple[Near, ...]:
    """Per person and home the organisations; who has none stands in it too."""
    directed = around(table.family, table.day).directed
    things = [*table.persons, *table.homes]
    at_home = {who for home in table.family.households for who in _members(home.id, table)}
    return tuple(
        Near(
            one.words,
            table.link(one.value),
            tuple((table.of(o), table.link(o)) for o in directed.get(one.value, ())),
        )
        for one in things
        if one.value in directed or one.value in at_home
    )


def _members(home: Id, table: Table) -> set[Id]:
    return {member.person for member in table.family.household[home].members}
