"""Back to how it was at a moment: new edits, so that what was said since stays readable.

What was said since is struck out, also one's own; what was struck out or taken back since counts
again, as far as this author may. Nobody's words are taken back or brought back for them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from samenspel.family.accounts import used
from samenspel.family.build import LONG_AGO
from samenspel.family.edits import (
    Body,
    Choose,
    Edit,
    Rechoose,
    Reinstate,
    Resay,
    Retract,
    Unchoose,
)
from samenspel.family.facts import Id
from samenspel.family.keep import keep_only
from samenspel.family.ledger import carry_out
from samenspel.family.permits import may_reinstate, may_retract
from samenspel.family.rules import problems
from samenspel.family.statements import Author, FamilyMap, Statement

Brings = type[Resay] | type[Reinstate]


@dataclass(frozen=True)
class Restored:
    """`bodies` of edits, one after another; `left` is what stays otherwise than it was then."""

    bodies: tuple[Body, ...]
    left: tuple[Statement, ...] = ()


def restore_bodies(then: FamilyMap, now: FamilyMap, by: Author) -> Restored:
    """`then` is `seen_by` of the map of then, `now` is `within_reach` of the map of now.

    So `now` also holds the author's own words that they took back.
    """
    work = _Work(now, by)
    since = [one for one in _open(now) if one.counts and not _counted(then, one.id)]
    work.do(Retract(tuple(one.id for one in since if may_retract(by, one))))
    work.undo_choices(then)
    was = [now.by_id[one.id] for one in then if one.counts and one.id in now.by_id]
    work.bring_back([one for one in was if not one.counts])
    work.redo_choices(then)
    return Restored(tuple(work.bodies), tuple(_otherwise(then, work.map)))


def _counted(then: FamilyMap, statement: Id) -> bool:
    found = then.by_id.get(statement)
    return found is not None and found.counts


def _otherwise(then: FamilyMap, after: FamilyMap) -> Iterator[Statement]:
    counting = [one for one in _open(after) if one.counts]
    ids = {one.id for one in counting}
    yield from (one for one in then if one.counts and one.id not in ids)
    yield from (one for one in counting if not _counted(then, one.id))


def _open(family_map: FamilyMap) -> FamilyMap:
    """Without what was taken back."""
    return keep_only(family_map, lambda one: not one.withdrawn, lambda one: not one.withdrawn)


@dataclass
class _Work:
    """The map while it is put back, and the bodies of the edits so far."""

    map: FamilyMap
    by: Author
    bodies: list[Body] = field(default_factory=list)

    def do(self, body: Body) -> None:
        """Unless it names nothing."""
        if getattr(body, "ids", True):
            self.map = self._after(body)
            self.bodies.append(body)

    def bring_back(self, gone: list[Statement]) -> None:
        """Who brings somebody back comes before what is said of them, in turns of both ways."""
        taken = [one.id for one in gone if one.withdrawn]
        struck = [one.id for one in gone if one.retracted and may_reinstate(self.by, one)]
        left = -1
        while left != len(taken) + len(struck):
            left = len(taken) + len(struck)
            taken = self._bring(taken, Resay)
            struck = self._bring(struck, Reinstate)

    def undo_choices(self, then: FamilyMap) -> None:
        before = {one.id for one in then.choices}
        for one in self.map.choices:
            if one.by.account == self.by.account and not one.withdrawn and one.id not in before:
                self.do(Unchoose(one.id))

    def redo_choices(self, then: FamilyMap) -> None:
        """One's own choices again; and where others chose since, what was drawn then."""
        before = {one.id for one in then.choices}
        for one in self.map.choices:
            if one.by.account == self.by.account and one.withdrawn and one.id in before:
                self._do_if_it_can_be(Rechoose(one.id))
        for said in used(then):
            here = _open(self.map)
            stands = said.id in here.by_id and here.by_id[said.id].counts
            if stands and said.fact not in {one.fact for one in used(here)}:
                self._do_if_it_can_be(Choose(said.id))

    def _bring(self, ids: list[Id], kind: Brings) -> list[Id]:
        """Those that stand now; gives what is left for later."""
        brought = set(self._bring_what_can_be(self._standing(ids, kind), kind))
        return [one for one in ids if one not in brought]

    def _bring_what_can_be(self, ids: tuple[Id, ...], kind: Brings) -> Iterator[Id]:
        """All at once, or else each half as far as that can be."""
        if not ids or self._do_if_it_can_be(kind(ids)):
            yield from ids
        elif len(ids) > 1:
            middle = len(ids) // 2
            yield from self._bring_what_can_be(ids[:middle], kind)
            yield from self._bring_what_can_be(ids[middle:], kind)

    def _standing(self, ids: Iterable[Id], kind: Brings) -> tuple[Id, ...]:
        near = self.map if kind is Resay else _open(self.map)
        standing, before = tuple(one for one in ids if one in near.by_id), None
        while standing != before:
            before = standing
            after = _open(self._after(kind(standing)))
            counting = keep_only(after, lambda one: one.counts).by_id
            struck = {one.id for one in after if not one.counts}
            standing = tuple(one for one in before if one in counting or one in struck)
        return standing

    def _do_if_it_can_be(self, body: Body) -> bool:
        known = set(problems(_open(self.map)))
        new = (one for one in problems(_open(self._after(body))) if one not in known)
        if any(one.is_certain for one in new):
            return False
        self.do(body)
        return True

    def _after(self, body: Body) -> FamilyMap:
        """Choices of later edits count more, so the moment is that of the last."""
        moments = [*(one.at for one in self.map), *(one.at for one in self.map.choices)]
        at = max(moments, default=LONG_AGO)
        return carry_out(self.map, Edit(f"~{len(self.bodies):04}", self.by, at, body))
