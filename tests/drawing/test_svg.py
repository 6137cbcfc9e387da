"""A scene becomes SVG that is complete, safe and readable by a screen reader."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.scene import Area, Item, Scene, Sign, Stroke, Text
from samenspel.drawing.signs import STROKES, SYMBOLS
from samenspel.drawing.signs.legend import entries, legend
from samenspel.drawing.svg import INKS, svg
from samenspel.drawing.text import STYLES, width

SVG = "{http://www.w3.org/2000/svg}"


def scene(*items, legend=(), title="A family", description="Two people."):
    return Scene(items, (0, 0, 400, 300), title, description, "nl", legend)


def parsed(text):
    return ElementTree.fromstring(text)  # noqa: S314 (our own)


EVERYTHING = scene(
    *(Stroke("line", ("a",), "M0 0L9 9", style) for style in STROKES),
    *(Sign("sign", ("b",), (50, 50), sign) for sign in SYMBOLS),
    *(Text("word", ("c",), (50, 50), "Ayşe", style) for style in STYLES),
    Area("house", ("d",), "M0 0H9V9z"),
    legend=legend(entries(), "en"),
)


@pytest.mark.parametrize("standalone", [True, False])
@pytest.mark.parametrize("black_and_white", [True, False])
def test_every_style_and_sign_can_be_drawn(standalone, black_and_white):
    parsed(svg(EVERYTHING, standalone=standalone, black_and_white=black_and_white))


def test_a_screen_reader_finds_title_and_description():
    root = parsed(svg(scene(title="Sanne & Bas"), uid="map"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (root.get("role"), root.get("lang")) == ("img", "nl")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (title.text, title.get("id")) == ("Sanne & Bas", "map-title")


def test_two_drawings_on_a_page_have_different_ids():
    one, other = svg(scene(title="one")), svg(scene(title="other"))
    assert not set(re.findall(r' id="([^"]+)"', one)) & set(re.findall(r' id="([^"]+)"', other))


def test_the_same_scene_gives_the_same_bytes():
    assert svg(EVERYTHING) == svg(EVERYTHING)


def test_nothing_in_it_runs_or_is_fetched():
    text = svg(EVERYTHING, embed_font=True)
    assert not re.search(r"<script|\son\w+=|javascript:|<foreignObject|href=|@import", text)
    assert set(re.findall(r"url\((\w+:)", text)) == {"data:"}


def test_in_a_page_there_is_no_style_that_a_strict_policy_would_block():
    text = svg(EVERYTHING, standalone=False)
    assert "<style" not in text
    assert " style=" not in text


def test_in_a_page_every_ink_follows_the_theme():
    text = svg(EVERYTHING, standalone=False)
    colours = set(re.findall(r' (?:fill|stroke)="([^"]+)"', text)) - {"none"}
    assert all(re.fullmatch(r"var\(--[\w-]+,#[0-9a-f]{6}\)", colour) for colour in colours)
    assert len(colours) > 5


def test_in_black_and_white_there_is_no_colour():
    text = svg(EVERYTHING, black_and_white=True)
    colours = set(re.findall(r' (?:fill|stroke)="([^"]+)"', text))
    assert colours <= {"none", "#000", "#fff", "#ccc", "#aaa"}


def test_every_ink_that_is_used_exists():
    inks = {style.ink for style in STYLES.values()}
    inks |= {ink for line in STROKES.values() for ink in (line.ink, line.fill) if ink}
    assert inks <= set(INKS)


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_whatever_people_write_stays_text(name, title, ids):
    drawn = svg(scene(Text("word", tuple(ids), (9, 9), name), title=title))
    root = parsed(drawn.encode("utf-8"))
    assert [element.tag for element in root.iter()].count(f"{SVG}text") == 1
    assert len(list(root.iter())) == 6


def test_numbers_have_at_most_one_decimal():
    text = svg(scene(Sign("sign", (), (10 / 3, 20 / 3), "diamond", 31.4159)))
    assert not re.search(r"\d\.\d\d", text)


def test_a_page_finds_people_by_id():
    text = svg(scene(Sign("person", ('I"1', "I2"), (9, 9), "square")), standalone=False)
    assert parsed(text).find(f"{SVG}path").get("data-ids") == 'I"1 I2'


def test_a_file_tells_no_ids():
    assert "Kees" not in svg(scene(Sign("person", ("Kees",), (9, 9), "square")))


def test_a_halo_lies_under_its_line():
    text = svg(scene(Stroke("tie", (), "M0 0L9 9", "plain", halo=True)))
    assert text.index('class="halo halo"') < text.index('class="tie plain"')


def test_something_else_than_an_item_is_refused():
    with pytest.raises(TypeError, match="stroke, sign, area or text"):
        svg(scene(Item("nothing")))


# --- The legend -----------------------------------------------------------------------------------


def entry_places(text):
    found = re.findall(r'class="entry" transform="translate\(([-\d.]+) ([-\d.]+)\)"', text)
    return [(float(x), float(y)) for x, y in found]


@given(st.sets(st.sampled_from(sorted(entries())), min_size=1), st.integers(60, 1500))
def test_the_legend_stands_below_the_drawing_and_inside_the_picture(keys, wide):
    drawn = Scene((), (-20, 0, wide, 100), "t", "d", "en", legend(keys, "en"))
    text = svg(drawn)
    left, top, across, down = map(float, re.findall(r'viewBox="([^"]+)"', text)[0].split())
    places = entry_places(text)
    assert len(places) == len(set(places)) == len(keys)
    for (x, y), entry in zip(places, drawn.legend, strict=True):
        longest = max((width(word, "legend") for word in entry.words.split()), default=0)
        assert 100 < y <= top + down - 28
        assert left <= x <= left + across - 56 - longest


def test_without_a_legend_the_box_is_the_scene():
    assert 'viewBox="0 0 400 300"' in svg(scene(legend=legend(["square"], "en")), with_legend=False)


# --- The font -------------------------------------------------------------------------------------


def test_an_embedded_font_has_latin_ext_only_when_a_name_needs_it():
    plain = svg(scene(Text("label", (), (9, 9), "Noor", "name")), embed_font=True)
    needs = svg(scene(Text("label", (), (9, 9), "Łukasz", "name")), embed_font=True)
    assert (plain.count("@font-face"), needs.count("@font-face")) == (1, 2)
    assert len(plain) < 32_000
