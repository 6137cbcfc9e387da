"""The wrapping key: encrypts the keys of cases, never a text itself.

`SAMENSPEL_KEY` may name several, with commas: the first wraps, all of them unwrap. The
demonstration keeps one in a file that is made at its first start.
"""

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


@dataclass(frozen=True)
class WrappingKey:
    secret: bytes

    @property
    def fingerprint(self) -> str:
        """Says which key wrapped something, without telling the key."""
        return hashlib.sha256(b"samenspel wrapping key" + self.secret).hexdigest()[:16]

    def wrap(self, key: bytes, key_id: UUID) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return nonce + AESGCM(self.secret).encrypt(nonce, key, key_id.bytes)

    def unwrap(self, wrapped: bytes, key_id: UUID) -> bytes:
        return AESGCM(self.secret).decrypt(wrapped[:NONCE], wrapped[NONCE:], key_id.bytes)


def wrapping_keys() -> tuple[WrappingKey, ...]:
    """All wrapping keys, the one in use first."""
    if settings.WRAPPING_KEYS:
        return _decode(settings.WRAPPING_KEYS)
    if settings.WRAPPING_KEY_FILE is None:
        raise RuntimeError("No wrapping key: set SAMENSPEL_KEY to 32 random bytes in base64.")
    return _decode(_demonstration_key(settings.WRAPPING_KEY_FILE))


@cache
def _decode(text: str) -> tuple[WrappingKey, ...]:
    return tuple(WrappingKey(base64.b64decode(part, validate=True)) for part in text.split(","))


def _demonstration_key(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(base64.b64encode(secrets.token_bytes(32)).decode())
    return path.read_text().strip()
