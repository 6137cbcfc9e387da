"""Rows without overlap, as few as can be; an axis of years; spans as sure as they are."""

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.timeline.lanes import Axis, axis_over, in_rows, most_at_once, span_of
from tests.families.sketch import during

TODAY = date(2026, 4, 14)
BORN = date(2012, 1, 1)

extents = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))),
    max_size=14,
)


@given(extents)
def test_nothing_in_a_row_overlaps(spans: list[tuple[int, int]]) -> None:
    rows = in_rows(spans, 2)

    for (one, row), (two, other) in combinations(zip(spans, rows, strict=True), 2):
        assert row != other or one[1] + 2 <= two[0] or two[1] + 2 <= one[0]


@given(extents)
def test_there_are_no_more_rows_than_the_busiest_place_needs(spans: list[tuple[int, int]]) -> None:
    assert max(in_rows(spans, 2), default=-1) + 1 == most_at_once(spans, 2)


def test_an_axis_holds_every_day_and_is_fit_for_a_page() -> None:
    days = [date(1948, 3, 1), date(2019, 5, 5), date(2027, 1, 1)]

    axis = axis_over(days, [date(2019, 5, 5)], TODAY, 100)

    places = [axis.x(day) for day in days]
    assert places == sorted(places)
    assert all(axis.left <= x <= axis.right for x in places)
    assert axis.wide <= 1080


def test_years_long_before_the_story_are_narrow() -> None:
    axis = axis_over([date(1948, 3, 1)], [date(2010, 5, 5)], TODAY, 0)

    assert axis.has_bend
    assert axis.bend == date(2010, 1, 1)
    assert axis.x(date(1960, 1, 1)) - axis.x(date(1950, 1, 1)) < 60
    assert axis.x(date(2020, 1, 1)) - axis.x(date(2015, 1, 1)) > 200


def test_a_short_story_has_one_scale() -> None:
    assert not axis_over([date(2015, 1, 1)], [date(2018, 1, 1)], TODAY, 0).has_bend


@pytest.mark.parametrize("first", [1900, 1950, 1990, 2010, 2024, 2026])
def test_labels_of_years_leave_each_other_room(first: int) -> None:
    axis: Axis = axis_over([date(first, 6, 1)], [date(max(first, 2005), 1, 1)], TODAY, 0)

    places = [axis.x(date(year, 1, 1)) for year in axis.years()]

    assert places
    assert all(two - one >= 45 for one, two in pairwise(places))


@pytest.mark.parametrize(
    ("period", "sure", "asks", "goes_on"),
    [
        ("2019-03-01 .. 2020-04-02", ("2019-03-01", "2020-04-02"), (False, False), False),
        ("2019-03-01", ("2019-03-01", "2026-04-14"), (False, False), True),
        ("2019 .. 2021", ("2019-12-31", "2021-01-01"), (False, False), False),
        ("..", None, (True, False), True),
        ("2019-03-01 .. ?", None, (False, True), False),
        (".. 2020-04-02", None, (True, False), False),
        ("/2015 .. 2020-04-02", ("2015-12-31", "2020-04-02"), (True, False), False),
        ("2019-03-01 .. 2021/", ("2019-03-01", "2021-01-01"), (False, True), False),
    ],
)
def test_what_is_sure_of_a_span(
    period: str, sure: tuple[str, str] | None, asks: tuple[bool, bool], goes_on: bool
) -> None:
    span = span_of(during(period), TODAY, BORN)

    assert span.start <= span.end
    assert (span.asks_start, span.asks_end) == asks
    assert span.goes_on is goes_on
    if sure is None:
        assert span.sure_from >= span.sure_until
    else:
        assert (str(span.sure_from), str(span.sure_until)) == sure
