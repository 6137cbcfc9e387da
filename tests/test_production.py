"""Production refuses to start unsafely, and says everything that is wrong at once."""

import base64
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from samenspel.web.environment import DEMONSTRATION_SECRET
from samenspel.web.production import is_production, refuse_unsafe_start

KEY = base64.b64encode(bytes(range(32))).decode()
SAFE = {
    "secret": "0123456789abcde" * 4,
    "debug": False,
    "wrapping_keys": KEY,
    "hosts": ["samenspel.example.nl"],
}


def test_safe_settings_start() -> None:
    refuse_unsafe_start(**SAFE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"secret": DEMONSTRATION_SECRET}, "SAMENSPEL_SECRET_KEY"),
        ({"secret": "short"}, "SAMENSPEL_SECRET_KEY"),
        ({"secret": "a" * 60}, "SAMENSPEL_SECRET_KEY"),
        ({"wrapping_keys": base64.b64encode(bytes(32)).decode()}, "random"),
        ({"hosts": ["*"]}, "SAMENSPEL_HOSTS"),
        ({"debug": True}, "SAMENSPEL_DEBUG"),
        ({"wrapping_keys": ""}, "SAMENSPEL_KEY"),
        ({"wrapping_keys": "bm90IDMyIGJ5dGVz"}, "32 random bytes"),
        ({"wrapping_keys": "not base64!"}, "32 random bytes"),
        ({"wrapping_keys": f"{KEY},"}, "32 random bytes"),
    ],
)
def test_an_unsafe_setting_is_refused_with_what_to_do(
    change: dict[str, object], advice: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=advice):
        refuse_unsafe_start(**{**SAFE, **change})  # type: ignore[arg-type]


def test_the_settings_themselves_refuse() -> None:
    environment = {**os.environ, "SAMENSPEL_MODE": "production", "SAMENSPEL_DEBUG": "yes"}
    command = [sys.executable, "-c", "import samenspel.web.settings"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    for advice in ("SAMENSPEL_SECRET_KEY", "SAMENSPEL_DEBUG", "SAMENSPEL_KEY"):
        assert advice in result.stderr


@pytest.mark.parametrize("mode", ["Production", "prod", "PRODUCTION", "production "])
def test_a_slip_in_the_mode_does_not_start_the_demonstration(mode: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SAMENSPEL_MODE"):
        is_production(mode)
