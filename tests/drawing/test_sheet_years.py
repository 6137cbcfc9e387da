"""A timeline as text, for where the drawing is too wide."""

from datetime import date

from samenspel.drawing.sheet import Look, View, sheet
from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import BirthFact, EventFact, Fact, LivesInFact, NameFact, PersonFact
from samenspel.family.facts import HouseholdFact as Home

SINCE_2019 = Period(PartialDate.parse("2019"))


def years(*facts: Fact) -> dict[str, list[str]]:
    look = Look(View.TIMELINE, lang="en")
    made = sheet(map_of(facts), look, today=date(2026, 4, 14))
    return {year.heading: [line.text for line in year.lines] for year in made.years}


def person(who: str, born: str = "") -> tuple[Fact, ...]:
    birth = (BirthFact(who, PartialDate.parse(born)),) if born else ()
    return (PersonFact(who), NameFact(who, who), *birth)


def test_the_earliest_year_comes_first() -> None:
    found = years(*person("Yara", "2014-03"), *person("Bas", "1984"))
    assert list(found) == ["1984", "2014"]
    assert found["1984"] == ["Bas: born 1984"]


def test_what_is_so_of_several_is_said_once() -> None:
    homes = (Home("h", "The boat"), *(LivesInFact("h", who, SINCE_2019) for who in ("Bas", "Yara")))
    found = years(*person("Yara"), *person("Bas"), *homes)
    assert found == {"2019": ["Bas and Yara: home: The boat, since 2019"]}


def test_what_has_no_year_comes_last() -> None:
    found = years(*person("Yara", "2014"), EventFact(("Yara",), "a fire"))
    assert list(found) == ["2014", "When is not known"]
    assert found["When is not known"] == ["Yara: a fire"]


def test_a_line_leads_to_the_event_or_else_to_who_it_is_about() -> None:
    look = Look(View.TIMELINE, lang="en")
    drawn = map_of([*person("Yara", "2014"), EventFact(("Yara",), "a fire")])
    made = sheet(drawn, look, today=date(2026, 4, 14))
    events = [one.id for one in drawn if isinstance(one.fact, EventFact)]
    assert [line.about for year in made.years for line in year.lines] == [("Yara",), (*events,)]


def test_other_views_have_no_years() -> None:
    made = sheet(map_of(person("Yara", "2014")), Look(lang="en"), today=date(2026, 4, 14))
    assert made.years == ()
