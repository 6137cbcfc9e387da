"""The genogram as a whole: everything once, nothing over anything else."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.genogram import Genogram, genogram
from samenspel.drawing.genogram.labels import label_widths
from samenspel.drawing.layout import place
from samenspel.drawing.placement import Placement
from samenspel.drawing.scene import Scene, Sign, Stroke, Text
from samenspel.drawing.svg import svg
from samenspel.family import FamilyMap, resolve
from samenspel.family.dates import Period
from samenspel.family.family import Family, Household, Member
from samenspel.family.words import TieKind
from tests.drawing import drawn_families as families
from tests.drawing.overlaps import overlaps, pieces, words_over_ties
from tests.families.network import Network
from tests.families.network import family as family_of
from tests.families.step import step_family
from tests.families.stories import four_generations as stories_of_four
from tests.families.strategies import any_families
from tests.family.arbitrary import maps

ON = date(2026, 4, 14)
NAMES = sorted(families.FAMILIES)


def draw(family: Family, lang: str = "nl", alias: bool = False, ties: bool = True) -> Genogram:
    widths = label_widths(family, on=ON, lang=lang, alias=alias)
    placement = place(family, widths=widths, deadline=0.5)
    return genogram(family, placement, on=ON, lang=lang, alias=alias, ties=ties)


def scene(family: Family, lang: str = "nl") -> Scene:
    return draw(family, lang).scene


def words(scene: Scene) -> list[str]:
    return [item.text for item in scene.items if isinstance(item, Text)]


def with_homes(family: Family) -> Family:
    """Every other couple has a home with all but one of its children."""
    homes = []
    for union in family.unions[::2]:
        who = (*union.partners, *(child.id for child in union.children[:2]))
        homes.append(Household(f"home-{union.id}", "", tuple(Member(w, Period()) for w in who)))
    return replace(family, households=tuple(homes))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_over_anything_else(name: str) -> None:
    found = scene(families.FAMILIES[name]())
    assert overlaps(found) == []
    assert words_over_ties(found) == []


@given(st.integers(0, 400))
def test_nothing_lies_over_anything_else_in_step_families(seed: int) -> None:
    family = with_homes(family_of(step_family(seed, 10 + seed % 25)))
    assert overlaps(scene(family)) == []


@pytest.mark.parametrize("name", NAMES)
def test_everybody_stands_there_once(name: str) -> None:
    family = families.FAMILIES[name]()
    drawn = [item.ids[0] for item in scene(family).of("person")]
    assert sorted(drawn) == sorted(person.id for person in family.people)


@given(any_families())
def test_any_family_can_be_drawn(network: Network) -> None:
    family = with_homes(family_of(network))
    found = draw(family)
    assert len(found.scene.of("person")) == len(family.people)
    assert _slanting(found.scene, {who for twins in family.twins for who in twins.children}) == []


@given(maps(wild=True, size=20), st.booleans())
def test_whatever_was_said_can_be_drawn(said: FamilyMap, alias: bool) -> None:
    family = resolve(said)
    found = draw(family, alias=alias)
    assert len(found.scene.of("person")) == len(family.people)
    assert svg(found.scene) == svg(draw(family, alias=alias).scene)


def _slanting(scene: Scene, twins: Collection[str] = ()) -> list[Stroke]:
    """Lines of descent and between partners that do not run along an axis, but for twins."""
    lines = [
        one for one in scene.items if isinstance(one, Stroke) and one.role in {"bond", "child"}
    ]
    return [
        line
        for line in lines
        for (x1, y1), (x2, y2) in pieces(line.path)
        if x1 != x2 and y1 != y2 and not set(twins) & set(line.ids) and line.style != "surrogate"
    ]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "twins"])
def test_lines_run_along_the_axes(name: str) -> None:
    assert _slanting(scene(families.FAMILIES[name]())) == []


def test_symbols_stand_where_the_placement_says() -> None:
    found = draw(families.blended())
    drawn = {one.ids[0]: one.at for one in found.scene.of("person") if isinstance(one, Sign)}
    assert drawn == {who: (spot.x, spot.y) for who, spot in found.placement.people.items()}


def test_generations_stand_at_least_190_apart() -> None:
    for name in NAMES:
        found = draw(families.FAMILIES[name]()).placement
        tops = sorted({spot.y for spot in found.people.values()})
        assert all(b - a >= 190 for a, b in pairwise(tops))


def test_generations_are_numbered_at_the_left() -> None:
    found = scene(families.four_generations())
    numerals = [one for one in found.of("generation") if isinstance(one, Text)]
    assert [one.text for one in numerals] == ["I", "II", "III", "IV"]
    assert all(found.box[0] < one.at[0] < min(x for x, _ in _centres(found)) for one in numerals)


def _centres(scene: Scene) -> list[tuple[float, float]]:
    return [one.at for one in scene.of("person") if isinstance(one, Sign)]


def test_everything_is_inside_the_box() -> None:
    for name in NAMES:
        found = scene(families.FAMILIES[name]())
        left, top, right, bottom = found.box
        strokes = [one for one in found.items if isinstance(one, Stroke)]
        places = [place for one in strokes for piece in pieces(one.path) for place in piece]
        assert all(left <= x <= right and top <= y <= bottom for x, y in places)


def test_with_aliases_no_name_stands_anywhere() -> None:
    named = families.blended()
    people = tuple(replace(p, alias=f"Dier{n}") for n, p in enumerate(named.people))
    homes = tuple(replace(one, name="Huis van Yusuf") for one in named.households)
    found = draw(replace(named, people=people, households=homes), alias=True).scene
    said = " ".join(
        [*words(found), found.title, found.description, *(e.words for e in found.legend)]
    )
    assert not [person.name for person in named.people if person.name in said]
    assert "Dier9" in said


def test_the_words_of_a_pattern_stay_away_with_aliases() -> None:
    (pattern,) = families.two_homes().patterns
    said = replace(families.two_homes(), patterns=(replace(pattern, words="Fatma voorop"),))
    assert "Fatma" in " ".join(entry.words for entry in draw(said).scene.legend)
    aliased = draw(said, alias=True).scene
    assert "Fatma" not in " ".join((*words(aliased), *(entry.words for entry in aliased.legend)))


def test_a_pattern_has_a_number_that_the_legend_explains() -> None:
    found = scene(resolve(stories_of_four()))
    numbers = [one.text for one in found.items if isinstance(one, Text) and one.style == "number"]
    assert numbers == ["1", "2"]
    said = [entry.words for entry in found.legend if entry.wide]
    assert said[0] == "coalitie: oma en mama samen, papa mag niets, tegen Samuel"
    assert len({one.style for one in found.of("pattern") if isinstance(one, Stroke)}) == 3


def test_years_stand_on_the_partner_line() -> None:
    found = words(scene(families.blended(), "en"))
    assert "2010 – 2018" in found
    assert "since 2019" in found


def test_an_ended_bond_has_its_slashes_on_its_line() -> None:
    found = scene(families.blended())
    slashes = [one for one in found.of("slash") if isinstance(one, Stroke)]
    (line,) = (one for one in found.of("bond") if set(one.ids) == {"yusuf", "marit"})
    assert isinstance(line, Stroke)
    ((_, y), _) = pieces(line.path)[0]
    for slash in slashes:
        ((_, low), (_, high)) = pieces(slash.path)[0]
        assert (low + high) / 2 == pytest.approx(y, abs=0.1)


def test_homes_hold_their_people_and_nobody_else() -> None:
    found = draw(families.blended())
    homes = found.scene.of("house")
    assert {frozenset(home.ids) for home in homes} == {
        frozenset({"yusuf", "sem"}),
        frozenset({"marit", "joost", "amira", "fien", "tijn"}),
    }
    assert found.placement.quality.outside_household == 0


def test_who_cannot_be_enclosed_is_told_where_home_is() -> None:
    apart = families.family(
        [families.person(name) for name in ("Aa", "Bb", "Cc")],
        [families.union("aa bb", "", "married 2001"), families.union("bb cc", "", "married 2010")],
        [families.home("aa cc")],
    )
    found = draw(apart, "en")
    if found.scene.of("house"):
        pytest.skip("the layout put them side by side")
    assert found.placement.quality.outside_household == 2
    assert "at home with" in words(found.scene)


def test_more_children_than_are_drawn_are_told() -> None:
    assert "nog 2?" in words(scene(families.four_generations()))
    assert "nog meer?" in words(scene(families.lonely()))


def test_parents_who_are_not_known_are_told_at_the_line() -> None:
    assert "parents not known" in words(scene(families.siblings(), "en"))


def test_ties_can_be_left_out() -> None:
    without = draw(families.blended(), ties=False).scene
    assert not without.of("tie")
    assert not [entry for entry in without.legend if entry.words in {"close", "hechte band"}]


def test_the_legend_has_only_what_is_used() -> None:
    found = [entry.words for entry in scene(families.donor(), "en").legend]
    assert "donor" in found
    assert "foster child" not in found
    assert "died" not in found


def test_every_tie_is_drawn_between_its_people() -> None:
    family = families.four_generations()
    drawn = {one.ids for one in scene(family).of("tie")}
    assert drawn == {(tie.first, tie.second) for tie in family.ties}


def test_a_tie_of_somebody_with_themself_or_a_home_is_not_drawn() -> None:
    odd = (
        families.tie("sara", "sara", TieKind.CLOSE),
        families.tie("sara", "school", TieKind.CLOSE),
    )
    assert not scene(replace(families.siblings(), ties=odd)).of("tie")


def test_a_family_without_people_is_an_empty_sheet() -> None:
    found = genogram(Family(), Placement({}, ()), on=ON, lang="nl")
    assert found.scene.items == ()


def test_the_title_tells_whose_family_and_when() -> None:
    assert scene(families.blended(), "en").title == (
        "Genogram of the family of Amira, 14 April 2026"
    )
    own = genogram(Family(), Placement({}, ()), on=ON, lang="nl", title="Onze tekening")
    assert own.scene.title == "Onze tekening"


def test_the_same_family_is_drawn_the_same() -> None:
    assert draw(families.four_generations()).scene == draw(families.four_generations()).scene
