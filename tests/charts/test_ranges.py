"""Ranges as bars: readable without seeing them, safe in any page, and inside the chart."""

from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samenspel.charts import Range, range_bar, range_chart
from samenspel.charts.ranges import ticks_for

GROSS = Range("Not used", "gross", 67_500, 87_500, "gross")
DISPLACED = Range("Of which displaced", "parents pay", 7_000, 9_000, "displaced")
AT_THE_END = Range("Exact", "", 100_000, 100_000, "net")
ROUNDING = 0.11  # positions are written with one decimal

words = st.text(st.characters(exclude_categories=["C"]), max_size=20)
amounts = st.integers(0, 10**9)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(amounts), draw(amounts)))
    kind = draw(st.sampled_from(["gross", "net", "displaced"]))
    return Range(draw(words), draw(words), low, high, kind)


def euro(amount: int) -> str:
    return f"€ {amount:,}".replace(",", ".")


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (we drew it ourselves)


def drawn(*items: Range, title: str = "Not used") -> ET.Element:
    return parse(range_chart(items, title=title, money=euro, chart_id="chart"))


def bar(item: Range, top: int) -> ET.Element:
    return parse(range_bar(item, top=top))


def texts(chart: ET.Element, kind: str) -> list[str]:
    return [text.text or "" for text in chart.iter("text") if text.get("class") == f"range-{kind}"]


def across(mark: ET.Element) -> tuple[float, float]:
    """Where a bar begins and ends."""
    x, width = (float(mark.attrib[name].rstrip("%")) for name in ("x", "width"))
    return x, x + width


def axis(chart: ET.Element) -> tuple[float, float]:
    marks = [float(text.attrib["x"]) for text in chart.iter("text") if text.get("y") == "16"]
    return marks[0], marks[-1]


def test_every_range_has_its_amounts_as_text() -> None:
    amounts = texts(drawn(GROSS, DISPLACED), "value")
    assert amounts == ["€ 67.500 – € 87.500", "€ 7.000 – € 9.000"]


def test_every_range_has_its_words() -> None:
    chart = drawn(GROSS, DISPLACED)
    assert texts(chart, "label") == ["Not used", "Of which displaced"]
    assert texts(chart, "sub") == ["gross", "parents pay"]


def test_the_chart_is_an_image_with_a_title_and_a_description() -> None:
    chart = drawn(GROSS, DISPLACED, title="Help not used")
    named = {element.get("id"): element.text for element in chart if element.get("id")}
    title, description = (named[key] for key in chart.attrib["aria-labelledby"].split())
    assert (chart.get("role"), title) == ("img", "Help not used")
    assert description == ("Not used: € 67.500 – € 87.500; Of which displaced: € 7.000 – € 9.000")


def test_a_bar_in_a_list_is_silent_because_the_words_stand_beside_it() -> None:
    assert bar(GROSS, 100_000).get("aria-hidden") == "true"


def test_text_is_escaped() -> None:
    chart = range_chart(
        [Range("<b>", "a & b", 1, 2, "net")], title="</svg>", money="<{}>".format, chart_id="c"
    )
    assert "&lt;b&gt;" in chart
    assert "a &amp; b" in chart
    assert ">&lt;/svg&gt;<" in chart
    assert ">&lt;1&gt; – &lt;2&gt;<" in chart


@given(st.lists(ranges(), max_size=4), words)
def test_any_chart_is_well_formed_and_says_what_it_was_given(
    items: Sequence[Range], title: str
) -> None:
    chart = drawn(*items, title=title)
    assert chart.findtext("title") == title
    assert texts(chart, "label") == [item.label for item in items]


@given(st.lists(ranges(), max_size=4))
def test_there_is_no_style_and_no_script(items: Sequence[Range]) -> None:
    elements = [*drawn(*items).iter(), *(e for item in items for e in bar(item, item.high).iter())]
    assert {element.tag for element in elements} <= {"svg", "title", "desc", "text", "path", "rect"}
    assert not [name for e in elements for name in e.attrib if name == "style" or name[:2] == "on"]


@given(amounts)
def test_ticks_start_at_zero_and_reach_the_highest(highest: int) -> None:
    ticks = ticks_for(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest


@given(amounts)
@example(10)  # no steps of two and a half euro
def test_ticks_are_few_and_equally_far_apart(highest: int) -> None:
    ticks = ticks_for(highest)
    assert 2 <= len(ticks) <= 6
    assert len({after - before for before, after in pairwise(ticks)}) == 1


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0, [0, 1]),
        (10, [0, 5, 10]),
        (9_000, [0, 2_500, 5_000, 7_500, 10_000]),
        (60_000, [0, 20_000, 40_000, 60_000]),
        (87_500, [0, 25_000, 50_000, 75_000, 100_000]),
    ],
)
def test_ticks_are_round_amounts(highest: int, ticks: list[int]) -> None:
    assert ticks_for(highest) == ticks


@given(st.lists(ranges(), min_size=1, max_size=4))
@example([AT_THE_END])
def test_bars_stay_inside_the_chart(items: Sequence[Range]) -> None:
    chart = drawn(*items)
    start, end = axis(chart)
    for mark in chart.iter("rect"):
        left, right = across(mark)
        assert start <= left < right <= end + ROUNDING


@given(ranges(), amounts)
@example(AT_THE_END, 0)
def test_a_bar_stays_inside_its_list(item: Range, more: int) -> None:
    (mark,) = bar(item, item.high + more).iter("rect")
    left, right = across(mark)
    assert 0 <= left < right <= 100 + ROUNDING


@given(ranges())
def test_bars_stand_above_each_other_inside_the_height(item: Range) -> None:
    chart = drawn(item, item, item)
    tops = [float(mark.attrib["y"]) for mark in chart.iter("rect")]
    assert all(after - before > 18 for before, after in pairwise(tops))
    assert tops[-1] + 18 <= float(chart.attrib["viewBox"].split()[-1])


@pytest.mark.parametrize("amount", [0, 1, 5_000, 100_000])
def test_a_range_of_width_zero_is_still_visible(amount: int) -> None:
    item = Range("Exact", "", amount, amount, "net")
    for chart, narrowest in ((drawn(item, GROSS), 4), (bar(item, 100_000), 1)):
        left, right = across(next(chart.iter("rect")))
        assert right - left >= narrowest


def test_a_wider_range_is_a_wider_bar() -> None:
    widths = [right - left for left, right in map(across, drawn(GROSS, DISPLACED).iter("rect"))]
    assert widths[0] == pytest.approx(10 * widths[1], rel=0.01)


def test_without_ranges_an_empty_chart_remains() -> None:
    chart = drawn()
    assert not list(chart.iter("rect"))
    assert texts(chart, "axis") == ["€ 0", "€ 1"]


def test_a_list_in_which_all_is_zero_has_narrow_bars() -> None:
    assert across(next(bar(Range("", "", 0, 0, "net"), 0).iter("rect"))) == (0, 1)
