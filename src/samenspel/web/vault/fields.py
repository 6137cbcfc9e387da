"""`SealedText` and `SealedJSON`: model fields that are encrypted in the database.

A model that has one gives the id of its case's key as `sealing_key`. The stored bytes are
version (1) · key id (16) · nonce (12) · AES-GCM ciphertext; table, column and key id are
authenticated along, and a row opens with the key of its own case only, so a value copied to
another column or case does not open. Reading an attribute opens it (one look-up of the key);
`unlock()` opens a whole list in one.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from samenspel.web.vault.keys import KeyIsGone, fetch, fetch_one

VERSION = b"\x01"
KEY_ID = slice(1, 17)
NONCE = slice(17, 29)
CIPHERTEXT = slice(29, None)


@dataclass(frozen=True)
class Sealed:
    """A value as it lies in the database."""

    stored: bytes
    place: bytes

    def open(self, key: bytes) -> str:
        bound = self.place + self.stored[KEY_ID]
        return AESGCM(key).decrypt(self.stored[NONCE], self.stored[CIPHERTEXT], bound).decode()


def seal(text: str, *, key: bytes, key_id: UUID, place: bytes) -> bytes:
    nonce = secrets.token_bytes(12)
    ciphertext = AESGCM(key).encrypt(nonce, text.encode(), place + key_id.bytes)
    return VERSION + key_id.bytes + nonce + ciphertext


class SealedAttribute(DeferredAttribute):
    """Opens the value when it is first read."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = self.field.from_text(value.open(fetch_one(instance.sealing_key)))  # type: ignore[attr-defined]
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


if TYPE_CHECKING:
    # What is read is not the bytes that are stored, so the type of BinaryField would mislead.
    StoredBytes = models.Field[Any, Any]
else:
    StoredBytes = models.BinaryField


class SealedText(StoredBytes):
    """Text of any length. It cannot be searched or ordered: the database sees only bytes."""

    descriptor_class = SealedAttribute

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    @property
    def place(self) -> bytes:
        return f"{self.model._meta.db_table}.{self.column}".encode()

    def from_text(self, text: str) -> Any:
        return text

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_db_value(self, value: Any, *_context: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value), self.place)

    def pre_save(self, instance: models.Model, add: bool) -> bytes | None:
        value = instance.__dict__.get(self.attname)
        if value is None:
            return None
        if isinstance(value, Sealed):
            return value.stored
        key_id: UUID = instance.sealing_key  # type: ignore[attr-defined]
        return seal(self.to_text(value), key=fetch_one(key_id), key_id=key_id, place=self.place)

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError("sealed values do not leave in a fixture")

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise TypeError(f"a sealed column cannot be searched with {lookup_name!r}")
        return super().get_lookup(lookup_name)


class SealedJSON(SealedText):
    """A small JSON value, such as a list of keys."""

    def from_text(self, text: str) -> Any:
        return json.loads(text)

    def to_text(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)


def unlock(objects: Iterable[models.Model]) -> None:
    """Open every sealed value of these objects with one query to the key store."""
    sealed: list[tuple[Any, Any, UUID]] = [
        (item, field, item.sealing_key)  # type: ignore[attr-defined]
        for item in objects
        for field in item._meta.concrete_fields
        if isinstance(item.__dict__.get(field.attname), Sealed)
    ]
    keys = fetch({key_id for _, _, key_id in sealed}) if sealed else {}
    for item, field, key_id in sealed:
        if key_id not in keys:
            raise KeyIsGone(str(key_id))
        value: Sealed = item.__dict__[field.attname]
        item.__dict__[field.attname] = field.from_text(value.open(keys[key_id]))
