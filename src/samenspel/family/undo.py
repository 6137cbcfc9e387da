"""Undo and redo of one author: a stack of their own edits, as it stands in the row of edits.

An undo is an edit that takes back another; a redo is one that takes back an undo. Whatever others
did in between stays. Doing something new ends what can be redone.

    done = next_undo(own)  # or next_redo(own)
    taking_back(done.edit, family_map, id=..., at=now, viewer=viewer)

What is kept of it has `undoes=done.number`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from samenspel.family.apply import within_reach
from samenspel.family.edits import (
    Body,
    Edit,
    Rechoose,
    Reinstate,
    Resay,
    Retract,
    Unchoose,
    Withdraw,
    undo_of,
)
from samenspel.family.facts import Id
from samenspel.family.ledger import is_retracted, is_withdrawn
from samenspel.family.statements import Author, FamilyMap, Statement, Viewer

Way = Literal["done", "undone", "redone"]
NOTHING = Withdraw(())
"""An edit that changes nothing, where there is nothing left to take back."""


@dataclass(frozen=True)
class Done:
    """An edit of this author in the row. `edit` is None when it was redacted.

    `undoes` is the number of the edit that this one takes back: of an undo what was done, of a
    redo the undo.
    """

    number: int
    edit: Edit | None
    way: Way = "done"
    undoes: int | None = None


def next_undo(own: Sequence[Done]) -> Done | None:
    """The edit to take back now. `own` is in the order of the numbers."""
    return _top(_stacks(own)[0])


def next_redo(own: Sequence[Done]) -> Done | None:
    """The undo to take back now."""
    return _top(_stacks(own)[1])


Chain = tuple[Done, ...]
"""What was done, its undo, the redo of that, and so on."""


def _stacks(own: Iterable[Done]) -> tuple[list[Chain], list[Chain]]:
    to_undo: list[Chain] = []
    to_redo: list[Chain] = []
    for one in own:
        if one.way == "done":
            to_undo.append((one,))
            to_redo.clear()
        elif one.way == "undone":
            _move(one, to_undo, to_redo)
        else:
            _move(one, to_redo, to_undo)
    return to_undo, to_redo


def _move(one: Done, source: list[Chain], target: list[Chain]) -> None:
    for chain in reversed(source):
        if chain[-1].number == one.undoes:
            source.remove(chain)
            target.append((*chain, one))
            return


def _top(stack: list[Chain]) -> Done | None:
    whole = [chain for chain in stack if all(one.edit for one in chain)]
    return whole[-1][-1] if whole else None


# --- The edit that takes back ---------------------------------------------------------------------


def taking_back(
    edit: Edit,
    family_map: FamilyMap,
    *,
    id: Id,  # noqa: A002 (as the field is called)
    at: datetime,
    viewer: Viewer,
) -> Edit:
    """`undo_of` as far as it still goes: others may have struck out or taken away a part since.

    With nothing left it changes nothing, so that what was done before can be undone after it.
    """
    back = undo_of(edit, id=id, at=at, by=Author(viewer.account, viewer.side))
    return replace(back, body=_what_is_left(back.body, within_reach(family_map, viewer)))


def _what_is_left(body: Body, here: FamilyMap) -> Body:
    match body:
        case Withdraw(ids):
            return Withdraw(_those(here, ids, lambda one: not one.withdrawn))
        case Resay(ids, of):
            return Resay(_those(here, ids, lambda one: is_withdrawn(one, of)), of)
        case Retract(ids, reason):
            return Retract(_those(here, ids, lambda one: one.counts), reason)
        case Reinstate(ids, of):
            kept = _those(here, ids, lambda one: not one.withdrawn and is_retracted(one, of))
            return Reinstate(kept, of)
        case Unchoose(choice) | Rechoose(choice):
            return body if choice in {one.id for one in here.choices} else NOTHING
    return body


def _those(
    here: FamilyMap, ids: Iterable[Id], concerns: Callable[[Statement], bool]
) -> tuple[Id, ...]:
    found = (here.by_id.get(one) for one in ids)
    return tuple(one.id for one in found if one is not None and concerns(one))
