"""Dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import DateError, PartialDate
from samenspel.family.gestures import read_date
from samenspel.family.gestures.dates import NO_SUCH_DAY, TURN_ROUND, WRITE_THE_YEAR
from samenspel.family.language import say_date
from tests.family.arbitrary import dates


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("2014", "2014"),
        ("2014-03", "2014-03"),
        ("2014-3-9", "2014-03-09"),
        ("14-3-2014", "2014-03-14"),
        ("14/03/2014", "2014-03-14"),
        ("14.3.2014", "2014-03-14"),
        ("3-2014", "2014-03"),
        ("14 maart 2014", "2014-03-14"),
        ("14 Mrt. 2014", "2014-03-14"),
        ("maart 2014", "2014-03"),
        ("14th March 2014", "2014-03-14"),
        ("March 14, 2014", "2014-03-14"),
        ("Oktober 1999", "1999-10"),
        ("± 1984", "1984~"),
        ("±1984", "1984~"),
        ("ongeveer 1984", "1984~"),
        ("ca. 1984", "1984~"),
        ("around May 1984", "1984-05~"),
        ("1984~", "1984~"),
        ("vóór 2014", "/2014"),
        ("voor 14 maart 2014", "/2014-03-14"),
        ("na 2014", "2014/"),
        ("after 2014", "2014/"),
        ("tussen 2010 en 2012", "2010/2012"),
        ("2010 – 2012", "2010/2012"),
        ("2010/2012", "2010/2012"),
        ("", "?"),
        ("  ?  ", "?"),
        ("Onbekend", "?"),
        ("I don’t know", "?"),
    ],
)
def test_a_date_is_read_as_it_is_written(written: str, short: str) -> None:
    assert str(read_date(written)) == short


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("14", WRITE_THE_YEAR),
        ("14-3-14", WRITE_THE_YEAR),
        ("maart", WRITE_THE_YEAR),
        ("14 lentemaand 2014", WRITE_THE_YEAR),
        ("na de winter", WRITE_THE_YEAR),
        ("± ± 1984", WRITE_THE_YEAR),
        ("0000", WRITE_THE_YEAR),
        ("٢٠١٤", WRITE_THE_YEAR),
        ("31-2-2014", NO_SUCH_DAY),
        ("2014-13", NO_SUCH_DAY),
        ("30 februari 2014", NO_SUCH_DAY),
        ("tussen 2012 en 2010", TURN_ROUND),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_do(written: str, words: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(written)
    assert str(caught.value) == words


@given(dates())
def test_the_short_signs_are_read_too(date: PartialDate) -> None:
    assert str(read_date(str(date))) == str(date)


@given(dates(), st.sampled_from(["en", "nl"]))
def test_what_the_program_says_can_be_written_back(date: PartialDate, lang: str) -> None:
    if not date.phrase:
        assert read_date(say_date(date, lang)) == date


@given(st.text() | st.text("0123456789-/ ~±?nazvor"))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    refused = ""
    try:
        read_date(text)
    except DateError as error:
        refused = str(error)
    assert refused in {"", WRITE_THE_YEAR, NO_SUCH_DAY, TURN_ROUND}
