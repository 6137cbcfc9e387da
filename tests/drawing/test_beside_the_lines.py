"""What a genogram tells beside its lines: years, children who are not drawn, who adopted."""

from dataclasses import replace
from datetime import date

from samenspel.drawing.genogram import genogram
from samenspel.drawing.genogram.labels import label_widths
from samenspel.drawing.genogram.notes import box_of
from samenspel.drawing.layout import place
from samenspel.drawing.scene import Scene, Sign, Stroke, Text
from samenspel.family.dates import Period
from samenspel.family.facts import SupporterFact
from samenspel.family.family import Family, Household, Member, Union
from tests.drawing import drawn_families as families

ON = date(2026, 4, 14)


def scene(family: Family) -> Scene:
    placement = place(family, on=ON, widths=label_widths(family, on=ON))
    return genogram(family, placement, on=ON, lang="nl").scene


def words(scene: Scene) -> list[str]:
    return [item.text for item in scene.items if isinstance(item, Text)]


def test_a_bond_ends_when_one_of_the_two_dies() -> None:
    assert _years("married 1812", "1850", "1871") == ["1812 – 1850"]
    assert _years("married 1812", "", "") == ["1812 – ?"]


def test_living_apart_is_not_the_end_of_a_bond() -> None:
    assert _years("married 2018, living_apart 2024") == ["sinds 2018,", "apart 2024"]
    assert _years("married 2018, living_apart 2022, divorced 2024") == ["2018 – 2024"]


def _years(told: str, *deaths: str) -> list[str]:
    """What stands on the line of a couple who died in these years, or live."""
    died = deaths or (None, None)
    people = [
        families.person(name, died=death) for name, death in zip(("Ada", "Bo"), died, strict=True)
    ]
    found = scene(families.family(people, [families.union("ada bo", "", told)]))
    texts = [one for one in found.items if isinstance(one, Text)]
    return [one.text for one in texts if one.style == "date"]


def test_children_of_whom_none_is_drawn_are_told() -> None:
    alone = families.family([families.person("Ada")], [])
    for count, words_for_it in ((None, "kinderen, aantal niet bekend"), (3, "nog 3?")):
        union = Union("u", ("ada",), more_children=True, more_count=count)
        found = scene(replace(alone, unions=(union,)))
        assert words_for_it in words(found)
        assert len(found.of("child")) == 1


def test_where_only_one_parent_adopted_the_line_shows_it() -> None:
    lines = [one for one in scene(families.donor()).of("child") if isinstance(one, Stroke)]
    assert {"birth", "adopted", "donor"} <= {one.style for one in lines}


def test_a_label_keeps_clear_of_the_star() -> None:
    starred = families.family([families.person("Ada", born="1950")], [])
    found = scene(replace(starred, supporters=(SupporterFact("ada", "ada"),)))
    (star,) = (one for one in found.of("supporter") if isinstance(one, Sign))
    texts = [one for one in found.of("label") if isinstance(one, Text)]
    assert all(box_of(one)[3] < star.at[1] - star.size / 2 for one in texts)


def test_a_child_with_two_homes_stands_where_it_is_most_of_the_time() -> None:
    people = [families.person(name) for name in ("Ada", "Bo", "Kim")]
    union = families.union("ada bo", "kim", "married 2001, divorced 2010")
    weekend = Member("kim", Period(), "om het weekend")
    homes = (
        Household("h1", "", (Member("ada", Period()), weekend)),
        Household("h2", "", (Member("bo", Period()), Member("kim", Period()))),
    )
    found = scene(families.family(people, [union], homes))
    assert {frozenset(one.ids) for one in found.of("house")} == {
        frozenset({"ada"}),
        frozenset({"bo", "kim"}),
    }
    assert "om het weekend bij Ada" in " ".join(words(found))
