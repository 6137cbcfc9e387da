"""The edits of one map in order, as they are kept: append-only, each in an envelope.

What is enclosed is the edit that `apply` gave back: ids and audiences were settled then, and a
replay judges nothing. The envelope tells who drew, when, and in which schema version; the body
is sealed elsewhere and comes here as its JSON text. Redacting empties a body for good:
everything is replayed without it, and no undo brings it back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from samenspel.family.document import body_from_json, body_to_json
from samenspel.family.edits import Edit
from samenspel.family.facts import Id
from samenspel.family.ledger import Ledger
from samenspel.family.statements import SCHEMA, Author, FamilyMap


class HistoryError(ValueError):
    """The envelopes do not fit together; the message says what to do."""


NOTHING = FamilyMap()


@dataclass(frozen=True)
class Envelope:
    """`map` is the id of the map, `number` counts its edits; a redacted one has no body."""

    map: Id
    number: int
    id: Id
    at: datetime
    author: Author
    schema: int
    body: str | None
    redacted: str = ""


def enclose(edit: Edit, *, map: Id, number: int) -> Envelope:  # noqa: A002 (as the field is called)
    return Envelope(map, number, edit.id, edit.at, edit.by, SCHEMA, body_to_json(edit.body))


def opened(envelope: Envelope) -> Edit | None:
    """The edit in the shape of today; None when it was redacted."""
    if envelope.body is None:
        return None
    return Edit(envelope.id, envelope.author, envelope.at, body_from_json(envelope.body))


def replay(envelopes: Iterable[Envelope], onto: FamilyMap = NOTHING) -> FamilyMap:
    """The map after all these edits, in the order of their numbers; `onto` is the map before them.

    They were judged when they came. What refers to something redacted is skipped.
    """
    edits = map(opened, sorted(envelopes, key=lambda one: one.number))
    return replay_edits((edit for edit in edits if edit), onto)


def replay_edits(edits: Iterable[Edit], onto: FamilyMap = NOTHING) -> FamilyMap:
    """As `replay`, of edits that were opened."""
    ledger = Ledger(onto)
    for edit in edits:
        ledger.enter(ledger.without_dangling(edit))
    return ledger.close()


def redact(envelopes: Iterable[Envelope], edit: Id, reason: str) -> tuple[Envelope, ...]:
    """The same envelopes, this edit without its body. The reason stays readable."""
    if not reason:
        raise HistoryError("Say why this is redacted.")
    kept = tuple(envelopes)
    if all(one.id != edit for one in kept):
        raise HistoryError("There is no such edit in this map; look up its id again.")
    return tuple(
        replace(one, body=None, redacted=reason) if one.id == edit else one for one in kept
    )
