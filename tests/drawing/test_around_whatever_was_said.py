"""Whatever was said, the systemogram and the timeline draw it, once, and without a clash."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from samenspel.drawing.systemogram import systemogram
from samenspel.drawing.systemogram.around import around
from samenspel.drawing.timeline import timeline
from samenspel.family import Family, FamilyMap, resolve
from tests.drawing import overlaps_around as overlaps
from tests.family.arbitrary import maps

DAYS = st.sampled_from([date(2026, 4, 14), date(2015, 7, 1), date(1890, 1, 1), date(9999, 12, 31)])
LANGUAGES = st.sampled_from(["en", "nl"])


def family_of(said: FamilyMap) -> Family:
    """A family in which an id names one thing."""
    family = resolve(said)
    ids = [*family.person, *family.union, *family.household, *family.organisation]
    assume(len(ids) == len(set(ids)))
    return family


@given(maps(wild=True, size=25), DAYS, LANGUAGES)
def test_a_systemogram_has_everything_once(said: FamilyMap, on: date, lang: str) -> None:
    family = family_of(said)

    scene = systemogram(family, on=on, lang=lang)

    people = [item.ids for item in scene.of("person")]
    cards = [item.ids for item in scene.of("organisation")]
    assert len(people) == len(set(people))
    assert len(cards) == len(set(cards))
    assert not overlaps.overlapping_texts(scene)
    assert not list(overlaps.arrows_through(scene))
    assert not overlaps.arrows_through_words(scene)
    assert not overlaps.outside(scene)
    assert scene == systemogram(family, on=on, lang=lang)


@given(maps(wild=True, size=25), DAYS, LANGUAGES)
def test_a_timeline_has_everything_once(said: FamilyMap, on: date, lang: str) -> None:
    family = family_of(said)

    scene = timeline(family, on=on, lang=lang)

    people = [item.ids for item in scene.of("person")]
    assert sorted(people) == sorted((who,) for who in family.person)
    assert not overlaps.overlapping_texts(scene)
    assert not overlaps.outside(scene)
    assert scene == timeline(family, on=on, lang=lang)


@given(maps(wild=True, size=25), DAYS)
def test_the_numbers_speak_only_of_who_is_there(said: FamilyMap, on: date) -> None:
    family = family_of(said)

    numbers = around(family, on)

    assert set(numbers.nobody) <= set(family.person)
    assert set(numbers.organisations) <= set(family.organisation)
    assert set(numbers.only_children) <= set(numbers.organisations)
