"""Texts are measured with the font that is shipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing import text
from samenspel.drawing.text import STYLES, lines, width

NAMES = ["Ayşe", "Łukasz", "Čedo", "Noor", "Nguyễn", "Оксана", "李", ""]


def test_a_width_grows_with_every_letter():
    assert width("", "name") == 0
    assert width("Noor", "name") == pytest.approx(sum(width(letter, "name") for letter in "Noor"))


def test_a_bold_name_is_wider_than_the_same_fact():
    assert width("Ayşe", "name") > width("Ayşe", "fact") > 0


def test_names_from_elsewhere_are_in_the_font():
    assert text.lacks("Ayşe Łukasz Čedo Zoë Özgür") == ""
    assert text.lacks("Оксана") == "Оксан"


def test_a_letter_that_the_font_lacks_still_takes_room():
    assert width("Оксана", "fact") > 6 * 14 * 0.5
    assert width("e\u0301", "fact") == width("e", "fact")


def test_only_letters_of_the_second_part_ask_for_it():
    assert text.beyond_latin("Łukasz")
    assert not text.beyond_latin("Zoë")


def test_nothing_in_a_drawing_is_smaller_than_13():
    assert min(style.size for style in STYLES.values()) == 13


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=6))
def test_wrapping_keeps_every_word_whole(words):
    wrapped = lines(" ".join(words), "fact", 80)
    assert " ".join(wrapped).split() == " ".join(words).split()
    assert all(width(line, "fact") <= 80 or len(line.split()) == 1 for line in wrapped)


@given(st.sampled_from(NAMES), st.sampled_from(sorted(STYLES)))
def test_letters_stay_between_ascent_and_descent(name, style):
    assert text.capital(style) < text.ascent(style) < STYLES[style].size
    assert 0 < text.descent(style) < text.height(style) - text.capital(style)
    assert width(name, style) >= 0
