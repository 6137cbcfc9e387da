"""Any fact of `FACTS`, from the fields of a form by the types of its own fields."""

from dataclasses import dataclass, replace
from typing import Any, Self

from samenspel.family.edits import Body, Say
from samenspel.family.facts import FACTS, EventFact, Fact, OrganisationFact
from samenspel.family.gestures.fields import Form, names_of, record
from samenspel.family.gestures.table import Gesture, Table
from samenspel.family.gestures.wrong import CHOOSE_ONE, NOT_HERE, GestureError

MAY_BE_WORDLESS = {EventFact: ("words", "event"), OrganisationFact: ("name", "context")}
"""Text that may be left out when something else was chosen."""

COMMON = {"do", "kind", "instead_of", *names_of(Gesture)}


@dataclass(frozen=True, kw_only=True)
class Tell(Gesture):
    """`against` is the statement it contradicts.

    In a form that is `against`, or `instead_of` where the fact has an `against` of its own.
    """

    fact: Fact
    against: str = ""

    @classmethod
    def read(cls, form: Form) -> Self:
        kind = FACTS.get(form.one("kind"))
        if kind is None:
            raise GestureError("kind", CHOOSE_ONE)
        own = names_of(kind)
        form.check_names({*COMMON, *own, "against"})
        against = form.one("instead_of")
        if not against and "against" not in own:
            against = form.one("against")
        common: Any = vars(record(Gesture, form))
        return cls(fact=_fact(kind, form), against=against, **common)

    def body(self, table: Table) -> Body:
        fact = self._with_id(table)
        if self.against and self.against not in table.seen.by_id:
            raise GestureError("against", NOT_HERE)
        said = table.say([fact], self.source).sayings[0]
        return Say((replace(said, against=self.against),))

    def _with_id(self, table: Table) -> Fact:
        """Without an id it brings something new; with one it says otherwise of what is there."""
        brings = self.fact.introduces
        if not brings:
            return self.fact
        if not self.fact.brings:
            new: Any = {brings: table.new(self.fact.kind)}
            return replace(self.fact, **new)
        if self.fact.brings not in {one.fact.brings for one in table.seen if one.counts}:
            raise GestureError(brings, NOT_HERE)
        return self.fact


def _fact(kind: type[Fact], form: Form) -> Fact:
    text, other = MAY_BE_WORDLESS.get(kind, ("", ""))
    return record(kind, form, may_lack=text if other and form.one(other) else kind.introduces)
