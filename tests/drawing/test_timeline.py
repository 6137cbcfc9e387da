"""The timeline: everybody a lane, everything once, words free, ends as sure as they are."""

import importlib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Scene, Stroke, Text
from samenspel.drawing.systemogram.routes import overlap
from samenspel.drawing.timeline.picture import Sheet, lay_out, timeline
from samenspel.family import Family, FamilyMap, map_of, resolve
from samenspel.family.words import Certainty, ContextKind, EventKind, Impact, Involvement
from tests.drawing import overlaps_around as overlaps
from tests.families.sketch import Sketch
from tests.families.stories import four_generations, nine_organisations

TODAY = date(2026, 4, 14)


def practice() -> Iterator[FamilyMap]:
    """The families of the practice examples."""
    folder = Path(__file__).parents[1] / "families" / "practice"
    for file in sorted(folder.glob("[a-z]*.py")):
        module = importlib.import_module(f"tests.families.practice.{file.stem}")
        for name, value in vars(module).items():
            if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__:
                yield value()


FAMILIES = [resolve(one) for one in (nine_organisations(), four_generations(), *practice())]


def names_of(family: Family) -> str:
    return family.people[0].id


def draw_it(family: Family, **how: object) -> Scene:
    return timeline(family, on=TODAY, lang="en", **how)  # type: ignore[arg-type]


def sheet_of(family: Family) -> Sheet:
    return lay_out(Wording(family, TODAY, "en"))


def somebody() -> Sketch:
    draw = Sketch()
    draw.woman("Sanne", "1985-05-01", alias="Maan")
    draw.man("Bas", "1983", alias="Beer")
    draw.person("Yara", "2012-03-04", index=True, alias="Vos")
    draw.children(draw.couple("sanne", "bas", married="2010"), "yara")
    draw.home("Sanne", "sanne", "bas", "yara")
    return draw


def words(scene: Scene) -> list[str]:
    return [item.text for item in overlaps.texts(scene)]


# --- Free of each other ---------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES, ids=names_of)
def test_no_words_lie_on_other_words_or_outside_the_picture(family: Family) -> None:
    scene = draw_it(family)

    assert not overlaps.overlapping_texts(scene)
    assert not overlaps.outside(scene)


@pytest.mark.parametrize("family", FAMILIES, ids=names_of)
def test_nothing_on_a_lane_lies_on_anything_else(family: Family) -> None:
    for lane in sheet_of(family).lanes:
        boxes = [
            (one.extent[0], middle - one.high / 2, one.extent[1], middle + one.high / 2)
            for one, middle in lane.placed
        ]
        assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
        assert all(lane.top < box[1] and box[3] < lane.bottom for box in boxes)


@pytest.mark.parametrize("family", FAMILIES, ids=names_of)
def test_words_before_today_do_not_cross_its_line(family: Family) -> None:
    scene = draw_it(family)
    (line,) = (item for item in scene.of("today") if isinstance(item, Stroke))
    x = overlaps.polyline(line)[0][0]

    boxes = [overlaps.text_box(item) for item in scene.of("words") if isinstance(item, Text)]

    assert not [box for box in boxes if box[0] < x < box[2]]


# --- Everything once ------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES, ids=names_of)
def test_everybody_has_one_lane(family: Family) -> None:
    lanes = [lane.id for lane in sheet_of(family).lanes]

    assert len(lanes) == len(set(lanes))
    assert sorted(set(lanes) & set(family.person)) == sorted(family.person)


@pytest.mark.parametrize("family", FAMILIES, ids=names_of)
def test_everything_that_happened_stands_once(family: Family) -> None:
    kinds = [one.entry.kind for lane in sheet_of(family).lanes for one, _ in lane.placed]

    assert kinds.count("event") == len(family.events)
    assert kinds.count("help") == len(family.trajectories)
    assert kinds.count("home") == sum(len(home.members) for home in family.households)
    assert kinds.count("bond") == sum(len(union.stages) for union in family.unions)
    assert kinds.count("involved") == sum(len(one.involved) for one in family.organisations)


def test_the_home_of_the_index_person_comes_first_and_the_eldest_first() -> None:
    draw = somebody()
    draw.woman("Oma Bep", "1950")

    assert [lane.id for lane in sheet_of(resolve(draw.map)).lanes] == [
        "bas",
        "sanne",
        "yara",
        "oma-bep",
    ]


def test_a_home_that_somebody_is_directed_at_has_a_lane() -> None:
    draw = somebody()
    draw.organisation("Wijkteam", ContextKind.TEAM)
    draw.directed("wijkteam", "home-sanne", face="Marloes", since="2025")

    assert sheet_of(resolve(draw.map)).lanes[0].id == "home-sanne"


def test_what_is_about_two_people_stands_on_one_lane_and_names_the_other() -> None:
    draw = somebody()
    draw.event("verhuisd naar zee", "yara", "sanne", on="2020-06", kind=EventKind.MOVE)

    scene = draw_it(resolve(draw.map))

    assert "verhuisd naar zee, with Yara" in words(scene)


def test_what_has_no_date_stands_in_a_column_of_its_own() -> None:
    draw = somebody()
    draw.event("een brand", "yara")

    sheet = sheet_of(resolve(draw.map))

    (fire,) = (one for one, _ in sheet.lanes[-1].placed if one.entry.words == "een brand")
    assert fire.extent[1] < sheet.axis.left
    assert "when is not known" in words(draw_it(resolve(draw.map)))


# --- How sure -------------------------------------------------------------------------------------


def bar_styles(since: str, status: Involvement = Involvement.ACTIVE) -> tuple[set[str], int]:
    """The styles of the bar of an involvement, and how many question marks there are."""
    draw = somebody()
    draw.organisation("School", ContextKind.SCHOOL)
    draw.directed("school", "yara", since=since, status=status)
    scene = draw_it(resolve(draw.map))
    strokes = [item for item in scene.of("involved") if isinstance(item, Stroke)]
    asked = [item for item in scene.of("question") if "school" in item.ids]
    return {stroke.style for stroke in strokes}, len(asked)


@pytest.mark.parametrize(
    ("since", "styles", "questions"),
    [
        ("2018-03-01 .. 2020-05-05", {"bar"}, 0),
        ("2018-03-01", {"bar"}, 0),
        ("2018~ .. 2022-01-01", {"bar", "bar_maybe"}, 0),
        ("2018-03-01 .. ?", {"bar_maybe"}, 1),
        ("", {"bar_maybe"}, 1),
        ("/2016 .. 2022-01-01", {"bar", "bar_maybe"}, 1),
    ],
)
def test_an_end_that_is_not_sure_is_dashed_and_one_not_known_has_a_question_mark(
    since: str, styles: set[str], questions: int
) -> None:
    assert bar_styles(since) == (styles, questions)


def test_help_that_stopped_on_a_day_not_known_does_not_go_on() -> None:
    assert bar_styles("2018-03-01", Involvement.ENDED) == ({"bar_maybe"}, 1)


@pytest.mark.parametrize("certainty", list(Certainty))
def test_certainty_is_told_by_the_outline(certainty: Certainty) -> None:
    draw = somebody()
    draw.event("een brand", "yara", on="2020", certainty=certainty)

    (mark,) = (
        item
        for item in draw_it(resolve(draw.map)).of("event")
        if isinstance(item, Stroke) and item.style != "bar_maybe"
    )
    assert mark.style == f"event_{certainty}"


def test_impact_is_told_by_the_shape() -> None:
    outlines = set()
    for impact in (None, *Impact):
        draw = somebody()
        draw.event("een brand", "yara", on="2020-05-05", impact=impact)
        outlines |= {getattr(item, "path", "") for item in draw_it(resolve(draw.map)).of("event")}

    assert len(outlines) == len(Impact) + 1


def test_parallel_help_is_on_rows_of_its_own() -> None:
    draw = somebody()
    for n in range(4):
        draw.help(f"hulp {n}", "yara", by="Praktijk", period="2018-01-01 .. 2022-01-01")

    (lane,) = (lane for lane in sheet_of(resolve(draw.map)).lanes if lane.id == "yara")

    assert len({middle for one, middle in lane.placed if one.entry.kind == "help"}) == 4


# --- Words, aliases, the same again ---------------------------------------------------------------


def test_long_words_are_wrapped_and_never_cut() -> None:
    draw = somebody()
    long = "eerst een half jaar bij oma en daarna in een huis waar niemand de weg wist " * 3
    draw.event(long.strip(), "yara", on="2019-04-14")

    shown = " ".join(words(draw_it(resolve(draw.map))))

    assert long.strip() in shown


@pytest.mark.parametrize("family", FAMILIES, ids=names_of)
def test_with_aliases_no_name_is_anywhere(family: Family) -> None:
    scene = draw_it(family, alias=True)

    shown = " ".join((*words(scene), scene.title, scene.description)).lower().split()
    names = {person.name for person in family.people if person.name != person.alias}
    assert not {name.lower() for name in names if name} & {word.strip(".,;:") for word in shown}


def test_with_aliases_free_words_give_way_to_their_kind() -> None:
    draw = somebody()
    draw.event("Bas vertrekt", "yara", on="2020", kind=EventKind.SEPARATION)
    draw.help("bij juf Iris", "yara", by="De Linde", period="2020")

    shown = words(draw_it(resolve(draw.map), alias=True))

    assert {"separation", "youth help"} <= set(shown)


@pytest.mark.parametrize("family", FAMILIES[:2], ids=names_of)
def test_the_same_family_is_the_same_picture(family: Family) -> None:
    assert draw_it(family) == draw_it(family)


def test_it_fits_the_width_of_a_page() -> None:
    for family in FAMILIES:
        left, _, right, _ = draw_it(family).box
        assert right - left < 1480


def test_an_empty_family_is_a_picture_too() -> None:
    assert draw_it(resolve(map_of([]))).title == "Timeline, 14 April 2026"


def test_today_is_a_line_in_honey() -> None:
    scene = draw_it(resolve(somebody().map))

    assert [item.style for item in scene.of("today") if isinstance(item, Stroke)] == ["today"]
    assert "today" in words(scene)
