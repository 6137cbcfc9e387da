"""Making, fetching and destroying the keys of cases."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from samenspel.web.vault.models import CaseKey
from samenspel.web.vault.router import KEYS
from samenspel.web.vault.wrapping import WrappingKey, wrapping_keys

ORPHAN_AGE = timedelta(hours=1)
"""A key is written just before its case; younger than this it may still be waiting for it."""


class KeyIsGone(Exception):
    """The key of this case was destroyed, so its texts can never be read again."""


class WrappingKeyIsMissing(Exception):
    """A key was wrapped with a wrapping key that is not in the settings; nothing is lost yet."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__(
            f"SAMENSPEL_KEY lacks the wrapping key with fingerprint {fingerprint}. Add it at the "
            "end, after a comma."
        )


def make_key(*, at: datetime) -> UUID:
    """Write a new key, before the case that will use it."""
    key_id = uuid4()
    wrapper = wrapping_keys()[0]
    CaseKey.objects.create(
        id=key_id,
        wrapped=wrapper.wrap(secrets.token_bytes(32), key_id),
        wrapped_by=wrapper.fingerprint,
        made_at=at,
    )
    return key_id


def fetch(key_ids: Iterable[UUID]) -> dict[UUID, bytes]:
    """The keys that still exist, in one query."""
    wrappers = {key.fingerprint: key for key in wrapping_keys()}
    rows = CaseKey.objects.filter(id__in=set(key_ids))
    return {row.id: _unwrap(row, wrappers) for row in rows}


def fetch_one(key_id: UUID) -> bytes:
    try:
        return fetch([key_id])[key_id]
    except KeyError:
        raise KeyIsGone(str(key_id)) from None


def destroy(key_id: UUID) -> None:
    CaseKey.objects.filter(id=key_id).delete()


def rotate() -> int:
    """Wrap every key with the first wrapping key; returns how many changed."""
    known = {key.fingerprint: key for key in wrapping_keys()}
    newest = wrapping_keys()[0]
    changed = 0
    with transaction.atomic(using=KEYS):
        old_ones = CaseKey.objects.exclude(wrapped_by=newest.fingerprint).select_for_update()
        for row in old_ones:
            key = _unwrap(row, known)
            row.wrapped, row.wrapped_by = newest.wrap(key, row.id), newest.fingerprint
            row.save(update_fields=["wrapped", "wrapped_by"])
            changed += 1
    return changed


def sweep(in_use: Iterable[UUID], *, at: datetime) -> int:
    """Remove keys that no case uses: their case was never saved. Returns how many."""
    old = CaseKey.objects.filter(made_at__lt=at - ORPHAN_AGE)
    orphans = set(old.values_list("id", flat=True)) - set(in_use)
    for key_id in orphans:
        destroy(key_id)
    return len(orphans)


def _unwrap(row: CaseKey, wrappers: Mapping[str, WrappingKey]) -> bytes:
    if row.wrapped_by not in wrappers:
        raise WrappingKeyIsMissing(row.wrapped_by)
    return wrappers[row.wrapped_by].unwrap(bytes(row.wrapped), row.id)
