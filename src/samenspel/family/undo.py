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
    Choose,
    Edit,
    Rechoose,
    Reinstate,
    Resay,
    Retract,
    Say,
    Unchoose,
    Withdraw,
    undo_of,
)
from samenspel.family.facts import Id
from samenspel.family.ledger import is_retracted, is_withdrawn
from samenspel.family.statements import Author, FamilyMap, Statement, Viewer
from samenspel.family.views import may_see

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


May = Callable[[Done], bool]


def any_edit(done: Done) -> bool:
    return True


def next_undo(own: Sequence[Done], may: May = any_edit) -> Done | None:
    """The edit to take back now. `own` is in the order of the numbers.

    What `may` says no to is passed over, and stays.
    """
    return _top(_stacks(own)[0], may)


def next_redo(own: Sequence[Done], may: May = any_edit) -> Done | None:
    """The undo to take back now."""
    return _top(_stacks(own)[1], may)


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


def _top(stack: list[Chain], may: May) -> Done | None:
    """Only as far as needed, for to answer `may` an edit may have to be opened."""
    whole = (chain[-1] for chain in reversed(stack) if all(one.edit for one in chain))
    return next(filter(may, whole), None)


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


def is_all_in_reach(edit: Edit, family_map: FamilyMap, viewer: Viewer) -> bool:
    """Whether the viewer may know of all that an edit is about. What is gone counts for nothing."""
    match edit.body:
        case Choose():
            return _choice_is_near(edit.id, family_map, viewer)
        case Unchoose(choice) | Rechoose(choice):
            return _choice_is_near(choice, family_map, viewer)
        case Say(sayings):
            ids: Iterable[Id] = (one.id for one in sayings)
        case body:
            ids = body.ids
    there = (family_map.by_id.get(one) for one in ids)
    return all(may_see(one, viewer) for one in there if one is not None)


def _choice_is_near(choice: Id, family_map: FamilyMap, viewer: Viewer) -> bool:
    near = {one.id for one in within_reach(family_map, viewer).choices}
    return choice in near or choice not in {one.id for one in family_map.choices}


def _those(
    here: FamilyMap, ids: Iterable[Id], concerns: Callable[[Statement], bool]
) -> tuple[Id, ...]:
    found = (here.by_id.get(one) for one in ids)
    return tuple(one.id for one in found if one is not None and concerns(one))
