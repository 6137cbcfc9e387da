"""Taking back, striking out, bringing back, choosing, and sharing what was said before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samenspel.family import edits
from samenspel.family.edits import Body, Say, Saying
from samenspel.family.facts import Id
from samenspel.family.gestures.table import Gesture, Table
from samenspel.family.gestures.wrong import NEEDED, NOT_HERE, ONLY_ONE, GestureError
from samenspel.family.keep import keep_only
from samenspel.family.language import marked
from samenspel.family.permits import may_retract
from samenspel.family.statements import CIRCLE, FamilyMap, Reach, Statement

FAMILY_SAID_IT = marked(
    "The family said this. Say what you see beside it; both stay in the drawing."
)
ALL_KNOWN = marked("The whole circle already knows what you said.")
NOT_YOURS = marked("Somebody else said this. Only who said something can share it.")


@dataclass(frozen=True, kw_only=True)
class AboutStatements(Gesture):
    statement: tuple[Id, ...] = ()

    def named(self, table: Table) -> tuple[Id, ...]:
        """As far as the author sees them; their own words that they took back are not looked up."""
        if not self.statement:
            raise GestureError("statement", NEEDED)
        if not table.seen.by_id.keys() >= set(self.statement):
            raise GestureError("statement", NOT_HERE)
        return self.statement


@dataclass(frozen=True, kw_only=True)
class Withdraw(AboutStatements):
    def body(self, table: Table) -> Body:
        return edits.Withdraw(self.named(table))


@dataclass(frozen=True, kw_only=True)
class Strike(AboutStatements):
    reason: str = ""

    def body(self, table: Table) -> Body:
        return edits.Retract(self.named(table), self.reason)


@dataclass(frozen=True, kw_only=True)
class Reinstate(AboutStatements):
    def body(self, table: Table) -> Body:
        return edits.Reinstate(self.named(table))


@dataclass(frozen=True, kw_only=True)
class Choose(AboutStatements):
    def body(self, table: Table) -> Body:
        chosen, *others = self.named(table)
        if others:
            raise GestureError("statement", ONLY_ONE)
        return edits.Choose(chosen)


@dataclass(frozen=True, kw_only=True)
class Remove(Gesture):
    """All that is said about somebody or something; or one statement, as a tie or an event is.

    When it is all one's own it is taken back, else struck out as far as that may be. What does
    not stand without it, such as a bond that joins nobody any more, goes with it.
    """

    thing: Id

    def body(self, table: Table) -> Body:
        about = [one for one in table.seen if one.counts and _is_about(one, self.thing)]
        if not about:
            raise GestureError("thing", NOT_HERE)
        gone = [*about, *_falling_with(table.seen, about)]
        if all(one.by.account == table.by.account for one in about):
            return edits.Withdraw(_ids(one for one in gone if one.by.account == table.by.account))
        if any(_brings(one, self.thing) and not may_retract(table.by, one) for one in about):
            raise GestureError("thing", FAMILY_SAID_IT)
        return edits.Retract(_ids(one for one in gone if may_retract(table.by, one)))


def _ids(statements: Iterable[Statement]) -> tuple[Id, ...]:
    return tuple(one.id for one in statements)


def _falling_with(seen: FamilyMap, about: list[Statement]) -> list[Statement]:
    going = set(_ids(about))
    before = keep_only(seen, lambda one: one.counts)
    after = keep_only(before, lambda one: one.id not in going)
    return [one for one in before if one.id not in after.by_id and one.id not in going]


def _brings(one: Statement, thing: Id) -> bool:
    return thing in {one.id, one.fact.brings}


def _is_about(one: Statement, thing: Id) -> bool:
    """A list that may lose somebody stays, without them."""
    if _brings(one, thing):
        return True
    thinned = getattr(one.fact, one.fact.thins) if one.fact.thins else ()
    return thing in one.fact.refers_to() and thing not in thinned


CLOSE = (Reach.PEOPLE, Reach.WORKERS)


@dataclass(frozen=True, kw_only=True)
class Share(AboutStatements):
    """One's own words again, for the whole circle; without statements, all that one kept close.

    What is for professionals or about safety is shared only when it is named itself.
    """

    def body(self, table: Table) -> Body:
        hidden = _not_known_to_all(table)
        close = {one.id: one for one in hidden.values() if one.audience.reach in CLOSE}
        named = self._own(table) & hidden.keys() if self.statement else close.keys()
        if not named:
            raise GestureError("statement", ALL_KNOWN)
        chosen = {*named, *_needed(named, hidden, close)}
        return Say(tuple(_again(table, [one for one in hidden.values() if one.id in chosen])))

    def _own(self, table: Table) -> set[Id]:
        named = [table.seen.by_id[one] for one in self.named(table)]
        if any(one.by.account != table.by.account for one in named):
            raise GestureError("statement", NOT_YOURS)
        return {one.id for one in named}


def _not_known_to_all(table: Table) -> dict[Id, Statement]:
    """One's own that count, of which nobody said the same for the whole circle."""
    counting = [one for one in table.seen if one.counts]
    known = {one.fact for one in counting if one.audience.reach is Reach.CIRCLE}
    own = (one for one in counting if one.by.account == table.by.account)
    return {one.id: one for one in own if one.fact not in known}


def _needed(
    chosen: Iterable[Id], hidden: Mapping[Id, Statement], close: Mapping[Id, Statement]
) -> set[Id]:
    """A name is not shared without the person, when the circle does not know of them."""
    bringing = {one.fact.brings: one.id for one in close.values() if one.fact.brings}
    found: set[Id] = set()
    waiting = list(chosen)
    while waiting:
        facts = hidden[waiting.pop()].fact.refers_to()
        new = {bringing[thing] for thing in facts if thing in bringing} - found
        found |= new
        waiting += new
    return found


def _again(table: Table, statements: Iterable[Statement]) -> Iterator[Saying]:
    for n, one in enumerate(statements):
        against = "" if one.fact.slot else one.id
        yield Saying(table.new(f"statement-{n}"), one.fact, one.source, CIRCLE, against)
