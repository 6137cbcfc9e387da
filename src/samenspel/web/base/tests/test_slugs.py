"""Keys made of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.web.base.slugs import LONGEST, key_of

LONG = "Intensieve ambulante hulp thuis met "


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("West", "west"),
        ("  Noord-Oost  ", "noord-oost"),
        ("Één gezin & één plan", "een-gezin-een-plan"),
        ("1012 JS", "1012-js"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_name_gives_a_key(name: str, key: str) -> None:
    assert key_of(name) == key


def test_long_names_that_begin_alike_have_keys_of_their_own() -> None:
    assert key_of(LONG + "dagbehandeling") != key_of(LONG + "logeren in het weekend")


@given(st.text(max_size=120))
def test_a_key_fits_and_is_the_same_every_time(name: str) -> None:
    assert len(key_of(name)) <= LONGEST
    assert key_of(name) == key_of(f" {name} ")
