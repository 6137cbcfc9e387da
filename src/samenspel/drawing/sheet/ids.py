"""Which statement a fact of the drawing comes from: things without an id have that of theirs."""

from collections.abc import Iterator
from dataclasses import replace

from samenspel.family.accounts import used
from samenspel.family.facts import Fact, Id, TieFact
from samenspel.family.statements import FamilyMap


class StatementIds:
    """Hands out each once: a tie that was said too strongly is drawn without its strength, and
    may then look like another.
    """

    def __init__(self, family_map: FamilyMap) -> None:
        self._ids: dict[Fact, list[Id]] = {}
        for one in used(family_map):
            for fact in _as_drawn(one.fact):
                self._ids.setdefault(fact, []).append(one.id)
        self._given: set[Id] = set()

    def take(self, fact: Fact) -> Id:
        """Empty when nobody said it in these words, or as often."""
        free = (one for one in self._ids.get(fact, ()) if one not in self._given)
        found = next(free, "")
        self._given.add(found)
        return found


def _as_drawn(fact: Fact) -> Iterator[Fact]:
    yield fact
    if isinstance(fact, TieFact) and fact.strength is not None:
        yield replace(fact, strength=None)
