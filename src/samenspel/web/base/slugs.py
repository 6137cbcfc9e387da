"""Keys made of names: `Noord-Oost` becomes `noord-oost`, and stays that when the name changes."""

from hashlib import sha256

from django.utils.text import slugify

LONGEST = 36
"""What an audit row holds as the id of something."""


def key_of(name: str) -> str:
    """The same key every time; empty for a name without a letter or digit of ASCII.

    Long names that begin alike get different ends.
    """
    key = slugify(name)
    if len(key) <= LONGEST:
        return key
    end = sha256(key.encode()).hexdigest()[:6]
    return f"{key[: LONGEST - 7]}-{end}"
