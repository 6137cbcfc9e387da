"""Dates, periods and lists in words, in both languages."""

from pathlib import Path

import pytest

from samenspel.family import language
from samenspel.family.dates import UNKNOWN, PartialDate, Period, Precision
from samenspel.family.language import (
    LanguageError,
    languages,
    say_date,
    say_list,
    say_period,
    say_when,
    translator,
)


@pytest.mark.parametrize(
    ("short", "english", "dutch"),
    [
        ("2019-04-14", "14 April 2019", "14 april 2019"),
        ("2019-03", "March 2019", "maart 2019"),
        ("2014", "2014", "2014"),
        ("2014~", "about 2014", "rond 2014"),
        ("/2014", "before 2014", "vóór 2014"),
        ("2014/", "after 2014", "na 2014"),
        ("2010/2012", "between 2010 and 2012", "tussen 2010 en 2012"),
        ("?", "not known", "niet bekend"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(short: str, english: str, dutch: str) -> None:
    date = PartialDate.parse(short)
    assert (say_date(date, "en"), say_date(date, "nl")) == (english, dutch)


@pytest.mark.parametrize(
    ("short", "dutch"),
    [
        ("2019-04-14", "op 14 april 2019"),
        ("2019-04", "in april 2019"),
        ("2014~", "rond 2014"),
        ("?", "op een onbekende dag"),
    ],
)
def test_a_date_fits_in_a_sentence(short: str, dutch: str) -> None:
    assert say_when(PartialDate.parse(short), "nl") == dutch


def test_the_words_of_the_source_stay() -> None:
    assert say_date(PartialDate(phrase="toen oma ziek was"), "nl") == "“toen oma ziek was”"
    spring = PartialDate(Precision.ON, PartialDate.parse("2014").at, phrase="in de lente")
    assert say_date(spring, "nl") == "2014 (“in de lente”)"
    assert say_when(PartialDate(phrase="ooit"), "nl") == "“ooit”"


@pytest.mark.parametrize(
    ("start", "end", "english", "dutch"),
    [
        ("2019", None, "since 2019", "sinds 2019"),
        ("2010", "2018", "2010 – 2018", "2010 – 2018"),
        ("?", "2018", "until 2018", "tot 2018"),
        ("2015", "?", "from 2015 until a day not known", "van 2015 tot een onbekende dag"),
        ("?", "?", "until a day not known", "tot een onbekende dag"),
        ("2010~", "2018", "from about 2010 until 2018", "van rond 2010 tot 2018"),
        (
            "2010/2012", None,
            "since a day between 2010 and 2012", "sinds een dag tussen 2010 en 2012",
        ),
        ("2019-04-14", "2019-04-14", "on 14 April 2019", "op 14 april 2019"),
        ("2014~", "2014~", "about 2014", "rond 2014"),
        ("?", None, "", ""),
    ],
)  # fmt: skip
def test_a_period_is_said(start: str, end: str | None, english: str, dutch: str) -> None:
    period = Period(PartialDate.parse(start), None if end is None else PartialDate.parse(end))
    assert (say_period(period, "en"), say_period(period, "nl")) == (english, dutch)


@pytest.mark.parametrize(
    ("items", "dutch"),
    [
        ([], ""),
        (["Emir"], "Emir"),
        (["Emir", "Yara"], "Emir en Yara"),
        (["Emir", "Yara", "Noor"], "Emir, Yara en Noor"),
    ],
)
def test_a_list_is_said(items: list[str], dutch: str) -> None:
    assert say_list(items, "nl") == dutch


def test_values_fill_the_fields_and_are_left_as_they_are() -> None:
    assert translator("nl")("since {date}", date="{2019}") == "sinds {2019}"


def test_english_is_what_the_code_says() -> None:
    assert translator("en")("until {date}", date=1) == "until 1"
    assert translator("en").plural("{count} child", "{count} children", 2) == "2 children"
    assert translator("nl")("") == ""


def test_a_language_without_texts_is_refused() -> None:
    assert languages() == ("en", "nl")
    with pytest.raises(LanguageError, match="no texts in 'fr'; choose en, nl"):
        translator("fr")


def test_texts_that_were_not_compiled_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "samenspel.po").touch()
    monkeypatch.setattr(language, "files", lambda package: tmp_path)
    with pytest.raises(LanguageError, match="make setup"):
        translator("de")


def test_unknown_is_the_only_date_without_words_in_a_period() -> None:
    assert say_period(Period(UNKNOWN), "en") == ""
    assert say_period(Period(PartialDate(phrase="ooit")), "en") == "since “ooit”"
