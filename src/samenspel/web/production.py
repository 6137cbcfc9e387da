"""What production refuses to start with. Called by the settings, before anything is served."""

import base64
import binascii

from django.core.exceptions import ImproperlyConfigured

from samenspel.web.environment import DEMONSTRATION_SECRET


def refuse_unsafe_start(*, secret: str, debug: bool, wrapping_keys: str) -> None:
    """Raise with every fault at once, each with what to do about it."""
    faults = []
    if secret == DEMONSTRATION_SECRET or len(secret) < 50:
        faults.append("set SAMENSPEL_SECRET_KEY to at least 50 random characters")
    if debug:
        faults.append("set SAMENSPEL_DEBUG to no")
    if not wrapping_keys:
        faults.append("set SAMENSPEL_KEY to 32 random bytes in base64")
    elif not all(_is_key(key) for key in wrapping_keys.split(",")):
        faults.append("give every key in SAMENSPEL_KEY exactly 32 bytes, in base64")
    if faults:
        raise ImproperlyConfigured("Samenspel does not start in production: " + "; ".join(faults))


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except (binascii.Error, ValueError):
        return False
