"""Carrying edits out, without judging them: what `apply` accepted, and what a history replays.

Lenient: what an edit names and is not there is skipped, and doing a thing twice does it once.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from samenspel.family.edits import (
    Choose,
    Edit,
    Rechoose,
    Reinstate,
    Resay,
    Retract,
    Say,
    Saying,
    Unchoose,
    Withdraw,
)
from samenspel.family.facts import Id
from samenspel.family.statements import Choice, FamilyMap, Retraction, Statement, in_order


def carry_out(family_map: FamilyMap, edit: Edit) -> FamilyMap:
    ledger = Ledger(family_map)
    ledger.enter(edit)
    return ledger.close()


class Ledger:
    """A map that is being written: many edits in the time of one copy."""

    def __init__(self, family_map: FamilyMap) -> None:
        self.statements = dict(family_map.by_id)
        self.choices = {one.id: one for one in family_map.choices}
        self._brought = {one.fact.brings for one in family_map.statements if one.fact.introduces}
        self._schema = family_map.schema

    def without_dangling(self, edit: Edit) -> Edit:
        """The edit without sayings that refer to what nobody ever said here."""
        if not isinstance(edit.body, Say):
            return edit
        own = {saying.fact.brings for saying in edit.body.sayings}
        sayings = tuple(
            saying
            for saying in edit.body.sayings
            if all(one in own or one in self._brought for one in saying.fact.refers_to())
        )
        return replace(edit, body=Say(sayings))

    def close(self) -> FamilyMap:
        choices = sorted(self.choices.values(), key=lambda one: (one.at, one.id))
        return FamilyMap(in_order(self.statements.values()), tuple(choices), self._schema)

    def enter(self, edit: Edit) -> None:
        match edit.body:
            case Say(sayings):
                self._say(edit, sayings)
            case Withdraw(ids):
                self._each(ids, lambda one: one.withdrawn == "", withdrawn=edit.id)
            case Resay(ids, of):
                self._each(ids, lambda one: is_withdrawn(one, of), withdrawn="")
            case Retract(ids, reason):
                struck = Retraction(edit.id, edit.by, edit.at, reason)
                self._each(ids, lambda one: one.retracted is None, retracted=struck)
            case Reinstate(ids, of):
                self._each(ids, lambda one: is_retracted(one, of), retracted=None)
            case Choose() | Unchoose() | Rechoose():
                self._enter_choice(edit)

    def _enter_choice(self, edit: Edit) -> None:
        match edit.body:
            case Choose(statement) if statement in self.statements:
                self.choices.setdefault(edit.id, Choice(edit.id, statement, edit.by, edit.at))
            case Unchoose(choice) if choice in self.choices:
                self.choices[choice] = replace(self.choices[choice], withdrawn=edit.id)
            case Rechoose(choice) if choice in self.choices:
                self.choices[choice] = replace(self.choices[choice], withdrawn="")

    def _say(self, edit: Edit, sayings: tuple[Saying, ...]) -> None:
        for saying in sayings:
            if saying.id not in self.statements:
                self.statements[saying.id] = self._statement(edit, saying)
                if saying.fact.brings is not None:
                    self._brought.add(saying.fact.brings)

    def _statement(self, edit: Edit, saying: Saying) -> Statement:
        return Statement(
            saying.id,
            saying.fact,
            edit.by,
            edit.at,
            saying.source,
            saying.audience,
            self._first_account(saying.against),
        )

    def _first_account(self, against: Id) -> Id:
        """All accounts name the first, so that hiding one between leaves them together."""
        named = self.statements.get(against)
        return named.against if named and named.against in self.statements else against

    def _each(
        self, ids: Iterable[Id], concerns: Callable[[Statement], bool], **change: object
    ) -> None:
        for one in ids:
            statement = self.statements.get(one)
            if statement and concerns(statement):
                # `change` names fields of a statement, which the types of `replace` cannot say.
                self.statements[one] = replace(statement, **change)  # type: ignore[arg-type]


def is_withdrawn(statement: Statement, of: Id = "") -> bool:
    return bool(statement.withdrawn) and of in {"", statement.withdrawn}


def is_retracted(statement: Statement, of: Id = "") -> bool:
    return statement.retracted is not None and of in {"", statement.retracted.edit}
