"""Keeps the key store and the data apart: keys go to `keys`, everything else never does."""

from typing import Any

from django.db.models import Model

KEYS = "keys"
VAULT = "vault"


class KeyStoreRouter:
    def db_for_read(self, model: type[Model], **_hints: Any) -> str | None:
        return KEYS if model._meta.app_label == VAULT else None

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **_hints: Any) -> bool | None:
        labels = {one._meta.app_label, other._meta.app_label}
        return labels == {VAULT} if VAULT in labels else None

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return (db == KEYS) == (app_label == VAULT)
