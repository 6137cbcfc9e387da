"""Which words look like a name; the table is also the manual of the warning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.web.agenda.names import suspicious_words

KNOWN = ["West", "Noord-Oost", "Basisschool De Boomhut", "Samenspel"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("   ", []),
        ("Hoe betrekken we school eerder?", []),
        ("hoe zien we meer van het gezin", []),
        ("Hoe helpen we Thijs?", ["Thijs"]),
        ("Thijs wil niet naar school. Hoe nu?", ["Thijs"]),
        ("Hoe nu? Emma wil rust.", ["Emma"]),
        ("Moeder Van Dijk vraagt rust", ["Van", "Dijk"]),
        ("Wat vraagt mevrouw Özdemir van ons?", ["Özdemir"]),
        ("Hoe helpen we Anne-Marie en Anne-Marie?", ["Anne-Marie"]),
        ("Kan het SWT eerder meekijken met de GGZ?", []),
        ("Wat vraagt de IB'er, en wat de POH-GGZ?", []),
        ("Wat leren we in West en Noord-Oost?", []),
        ("Wat doet De Boomhut anders?", []),
        ("Past Samenspel daarbij?", []),
        ("Hij is van 12-05-2014, wat nu?", ["12-05-2014"]),
        ("Geboren 1/2/14", ["1/2/14"]),
        ("Het nummer 123456782 past niet", ["123456782"]),
        ("Na 12 weken, of 3-4 gesprekken in 2024", []),
        ("“Waarom?” Dat vroeg zij.", []),
        ("Zij zei: “Kom mee”", []),
        ("mark dit goed, iris ook", []),
        ("Iris zag het", ["Iris"]),
    ],
)
def test_suspicious_words(text: str, found: list[str]) -> None:
    assert suspicious_words(text, known=KNOWN) == found


@given(st.text(max_size=200))
def test_every_text_is_judged_and_what_is_found_stands_in_it(text: str) -> None:
    assert all(word in text for word in suspicious_words(text))


@given(st.lists(st.sampled_from(["hoe", "we", "school", "eerder", "samen"]), max_size=12))
def test_small_letters_are_never_a_name(words: list[str]) -> None:
    assert suspicious_words(" ".join(words)) == []
