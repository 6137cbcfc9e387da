"""What every Python test gets, those in `tests/` as well as those beside the code in `src/`."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.world"]

settings.register_profile(
    "few", max_examples=25, derandomize=True, deadline=None, database=None
)  # the same examples on every run
settings.register_profile(
    "many", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))


NEEDS_DATABASE = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(tryfirst=True)  # before pytest-django reads the markers to order the tests
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test with a database has both: the data and the key store."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is None and NEEDS_DATABASE.isdisjoint(getattr(item, "fixturenames", ())):
            continue
        given = marker.kwargs if marker else {}
        if "databases" not in given:
            both = pytest.mark.django_db(
                *(marker.args if marker else ()), **given, databases="__all__"
            )
            item.add_marker(both, append=False)


@pytest.fixture(scope="session", autouse=True)
def _settings_for_tests() -> Iterator[None]:
    """Passwords are cheap, and the key of a running installation in `var/` is left alone."""
    from django.conf import settings as django_settings

    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with tempfile.TemporaryDirectory(prefix="samenspel-tests-") as folder:
        django_settings.VAR = Path(folder)
        if django_settings.WRAPPING_KEY_FILE:
            django_settings.WRAPPING_KEY_FILE = Path(folder) / "key"
        yield
