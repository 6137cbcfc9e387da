"""What was drawn, newest first, as somebody sees it; and going back to a moment of it.

An edit stands here when it changed what this person sees, and with only that part of it. A moment
is named by a token of the edit that made it: the number of an edit never leaves the house, for
gaps in it would tell of edits that are not theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer

from samenspel.family import FamilyMap, Statement, Viewer, opened, replay, seen_by
from samenspel.web.accounts.models import User
from samenspel.web.cases.models import Case
from samenspel.web.maps.loading import as_of
from samenspel.web.maps.models import Map, MapEdit, MapVisit, Way
from samenspel.web.maps.rows import Row, key_of, rows_between
from samenspel.web.vault.keys import fetch

WINDOW = 100
"""Edits that are opened at a time, from the newest back."""

ONE_VISIT = timedelta(minutes=30)
"""Pages opened within this time of each other are one visit."""


# --- Visits ---------------------------------------------------------------------------------------


def mark_seen(map_: Map, user: User, number: int, at: datetime) -> int:
    """Note that somebody saw the map up to this edit; gives up to where they had seen it before.

    That stays the same for all pages that are opened in one visit.
    """
    visit, is_first = MapVisit.objects.get_or_create(
        map=map_, user=user, defaults={"number": number, "before": number, "at": at}
    )
    if is_first:
        return number
    if at - visit.at > ONE_VISIT:
        visit.before = visit.number
    visit.number, visit.at = max(number, visit.number), at
    visit.save(update_fields=["number", "before", "at"])
    return visit.before


# --- Moments --------------------------------------------------------------------------------------


def token_of(case: Case, user: User, edit_id: UUID) -> str:
    """Names the moment just after an edit, for this person and this map only."""
    return _signer(case, user).sign(edit_id.hex)


def number_of(case: Case, user: User, token: str) -> int | None:
    """The edit that a token names; None when it names none here."""
    try:
        edit_id = UUID(_signer(case, user).unsign(token))
    except (BadSignature, ValueError):
        return None
    found = MapEdit.objects.filter(map__case=case, edit_id=edit_id).values_list("number", flat=True)
    return found.first()


def _signer(case: Case, user: User) -> Signer:
    return Signer(salt=f"moment {case.public_id} {user.public_id}")


# --- Entries --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """One edit: what somebody saw before and after it, which differ."""

    row: Row
    before: FamilyMap
    after: FamilyMap

    @property
    def way(self) -> Way:
        return Way(self.row.way)


@dataclass(frozen=True)
class Difference:
    """What an edit changed on one's own map, statement by statement."""

    new: tuple[Statement, ...] = ()
    gone: tuple[Statement, ...] = ()
    struck: tuple[Statement, ...] = ()
    counts_again: tuple[Statement, ...] = ()
    chosen: tuple[Statement, ...] = ()
    no_longer_chosen: tuple[Statement, ...] = ()


def difference(before: FamilyMap, after: FamilyMap) -> Difference:
    both = [(before.by_id[one.id], one) for one in after if one.id in before.by_id]
    chosen = {one.statement for one in before.choices}, {one.statement for one in after.choices}
    return Difference(
        new=tuple(one for one in after if one.id not in before.by_id),
        gone=tuple(one for one in before if one.id not in after.by_id),
        struck=tuple(now for then, now in both if then.counts and not now.counts),
        counts_again=tuple(now for then, now in both if now.counts and not then.counts),
        chosen=tuple(after.by_id[one] for one in sorted(chosen[1] - chosen[0])),
        no_longer_chosen=tuple(
            before.by_id[one] for one in sorted(chosen[0] - chosen[1]) if one in before.by_id
        ),
    )


@dataclass(frozen=True)
class Stretch:
    """Entries from the newest back; `older` is the edit with which the next stretch begins."""

    entries: Sequence[Entry]
    older: UUID | None = None


def stretch(case: Case, map_: Map, viewer: Viewer, *, upto: int, size: int) -> Stretch:
    """The last entries that came to be up to and with this edit."""
    found: list[Entry] = []
    for entry in _backwards(case, map_, viewer, upto):
        if len(found) == size:
            return Stretch(found, older=entry.row.edit_id)
        found.append(entry)
    return Stretch(found)


def _backwards(case: Case, map_: Map, viewer: Viewer, upto: int) -> Iterator[Entry]:
    high = min(upto, map_.last_number)
    while high > 0:
        low = max(high - WINDOW, 0)
        yield from reversed(_between(case, map_, viewer, low, high))
        high = low


def _between(case: Case, map_: Map, viewer: Viewer, low: int, high: int) -> list[Entry]:
    """Of the edits after the first number, up to the second, those that this viewer sees."""
    whole = as_of(case, low)
    seen = seen_by(whole, viewer)
    key = key_of(fetch([case.key_id]), case.key_id)
    entries = []
    for row in rows_between({map_.pk: (low, high)}):
        envelope = row.envelope(key)
        if opened(envelope) is None:
            continue
        whole = replay([envelope], onto=whole)
        before, seen = seen, seen_by(whole, viewer)
        if before != seen:
            entries.append(Entry(row, before, seen))
    return entries
