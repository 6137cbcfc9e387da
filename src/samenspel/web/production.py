"""What production refuses to start with. Called by the settings, before anything is served."""

import base64
import binascii
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured

from samenspel.web.environment import DEMONSTRATION_SECRET

MODES = ("demonstration", "production")


def is_production(mode: str) -> bool:
    """A slip of the pen in the mode may not start the demonstration."""
    if mode not in MODES:
        raise ImproperlyConfigured(f"SAMENSPEL_MODE is {mode!r}; choose {' or '.join(MODES)}")
    return mode == "production"


def refuse_unsafe_start(
    *, secret: str, debug: bool, wrapping_keys: str, hosts: Sequence[str]
) -> None:
    """Raise with every fault at once, each with what to do about it."""
    faults = []
    if secret == DEMONSTRATION_SECRET or len(secret) < 50 or len(set(secret)) < 10:
        faults.append("set SAMENSPEL_SECRET_KEY to at least 50 random characters")
    if debug:
        faults.append("set SAMENSPEL_DEBUG to no")
    if not wrapping_keys:
        faults.append("set SAMENSPEL_KEY to 32 random bytes in base64")
    elif not all(_is_key(key) for key in wrapping_keys.split(",")):
        faults.append("give every key in SAMENSPEL_KEY exactly 32 random bytes, in base64")
    if "*" in hosts:
        faults.append("name the hosts in SAMENSPEL_HOSTS; * is every host")
    if faults:
        raise ImproperlyConfigured("Samenspel does not start in production: " + "; ".join(faults))


def _is_key(text: str) -> bool:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(key) == 32 and len(set(key)) > 8
