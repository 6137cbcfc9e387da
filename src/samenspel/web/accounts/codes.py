"""One-time codes: short enough to read aloud, long enough not to be guessed.

Ten characters of an alphabet of 30 without look-alikes: 5.9e14 possibilities; a digest is kept.
"""

import hashlib
import hmac
import secrets

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10


def new_code() -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{letters[:5]}-{letters[5:]}"


def digest_of(code: str) -> str:
    """The same for `abcde-12345`, `ABCDE 12345` and `ABCDE12345`."""
    plain = "".join(character for character in code.upper() if character.isalnum())
    return hmac.new(settings.SECRET_KEY.encode(), plain.encode(), hashlib.sha256).hexdigest()
