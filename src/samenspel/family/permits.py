"""Whether an edit has something to do, and whether its author may."""

from collections.abc import Callable, Iterable

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
from samenspel.family.ledger import is_retracted, is_withdrawn
from samenspel.family.refusals import Reason, Refusal
from samenspel.family.settle import was_chosen, was_said
from samenspel.family.statements import Author, FamilyMap, Side, Statement


def changes(family_map: FamilyMap, here: FamilyMap, edit: Edit) -> bool:
    """False when the edit was already carried out; raises when it may not be."""
    match edit.body:
        case Say(sayings):
            return _is_new(family_map, here, edit, sayings)
        case Withdraw(ids):
            waiting = _waiting(_near(here, ids), lambda one: not one.withdrawn)
            return _allowed(waiting, edit, _said_it, Reason.NOT_YOURS)
        case Resay(ids, of):
            waiting = _waiting(_near(here, ids), lambda one: is_withdrawn(one, of))
            return _allowed(waiting, edit, _said_it, Reason.NOT_YOURS)
        case Retract(ids):
            waiting = _waiting(_seen(here, ids), lambda one: one.retracted is None)
            return _allowed(waiting, edit, may_retract, Reason.FAMILY_SAID_IT)
        case Reinstate(ids, of):
            waiting = _waiting(_seen(here, ids), lambda one: is_retracted(one, of))
            return _allowed(waiting, edit, may_reinstate, Reason.FAMILY_RETRACTED_IT)
        case Choose() | Unchoose() | Rechoose():
            return _changes_choice(family_map, here, edit)


def _is_new(
    family_map: FamilyMap, here: FamilyMap, edit: Edit, sayings: tuple[Saying, ...]
) -> bool:
    """Who hides an id is not told: only one's own words and what one sees are looked at."""
    if all(was_said(family_map, edit.by, one) for one in sayings):
        return False
    if any(one.id in here.by_id for one in sayings):
        raise Refusal(Reason.ID_TAKEN)
    _check_sayings(here, sayings)
    return True


def _check_sayings(here: FamilyMap, sayings: tuple[Saying, ...]) -> None:
    if len({one.id for one in sayings}) < len(sayings):
        raise Refusal(Reason.ID_TAKEN)
    for saying in sayings:
        if not saying.against:
            continue
        other = here.by_id.get(saying.against)
        if other is None or other.withdrawn:
            raise Refusal(Reason.NOT_HERE)
        if other.fact.kind != saying.fact.kind:
            raise Refusal(Reason.CONTRADICTS_OTHER_KIND)


def _waiting(targets: list[Statement], concerns: Callable[[Statement], bool]) -> list[Statement]:
    """All of them, or none when it was done before."""
    waiting = [one for one in targets if concerns(one)]
    if waiting and len(waiting) < len(targets):
        raise Refusal(Reason.PARTLY_DONE)
    return waiting


def _near(here: FamilyMap, ids: Iterable[Id]) -> list[Statement]:
    found = [here.by_id.get(one) for one in dict.fromkeys(ids)]
    there = [one for one in found if one is not None]
    if len(there) < len(found):
        raise Refusal(Reason.NOT_HERE)
    return there


def _seen(here: FamilyMap, ids: Iterable[Id]) -> list[Statement]:
    there = _near(here, ids)
    if any(one.withdrawn for one in there):
        raise Refusal(Reason.NOT_HERE)
    return there


def _allowed(
    targets: list[Statement],
    edit: Edit,
    may: Callable[[Author, Statement], bool],
    otherwise: Reason,
) -> bool:
    if not all(may(edit.by, one) for one in targets):
        raise Refusal(otherwise)
    return bool(targets)


def _said_it(by: Author, one: Statement) -> bool:
    return one.by.account == by.account


def may_retract(by: Author, one: Statement) -> bool:
    """The text of a professional never overwrites that of the family."""
    is_theirs = one.by.side is Side.FAMILY
    return _said_it(by, one) or by.side is Side.FAMILY or not is_theirs


def may_reinstate(by: Author, one: Statement) -> bool:
    retracted = one.retracted
    if retracted is None or by.side is Side.FAMILY:
        return True
    return retracted.by.side is not Side.FAMILY or retracted.by.account == by.account


def _changes_choice(family_map: FamilyMap, here: FamilyMap, edit: Edit) -> bool:
    choices = {one.id: one for one in here.choices}
    match edit.body:
        case Choose(statement):
            if was_chosen(family_map, edit, statement):
                return False
            if edit.id in choices:
                raise Refusal(Reason.ID_TAKEN)
            if not _seen(here, [statement])[0].counts:
                raise Refusal(Reason.STRUCK_OUT)
            return True
        case Unchoose(choice) | Rechoose(choice):
            if choice not in choices:
                raise Refusal(Reason.NOT_HERE)
            if choices[choice].by.account != edit.by.account:
                raise Refusal(Reason.NOT_YOUR_CHOICE)
            return bool(choices[choice].withdrawn) == isinstance(edit.body, Rechoose)
    raise AssertionError(edit.body)
