"""A sheet: a picture in which everything can be chosen, its words, and the days for the slider."""

import pickle
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.drawing.sheet import Look, Sheet, View, sheet
from samenspel.drawing.sheet.look import MOST_MOMENTS
from samenspel.family import facts as f
from samenspel.family import words as w
from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate, Period
from samenspel.family.statements import Audience, Author, FamilyMap, Reach, Side, Viewer
from samenspel.family.views import seen_by
from tests.drawing.test_words_complete import NAMES, maps
from tests.families import shapes, stories
from tests.families.practice import teun

TODAY = date(2026, 4, 14)
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = (View.GENOGRAM, View.SYSTEMOGRAM, View.TIMELINE)
STORIES = {
    "blended": shapes.blended(),
    "teun": teun.the_mother_who_took_the_pencil(),
    "four": stories.four_generations(),
    "nine": stories.nine_organisations(),
}


def made(family_map: FamilyMap, **look: object) -> Sheet:
    return sheet(family_map, Look(**{"lang": "en", **look}), today=TODAY)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Found:
    """What stands in the layer that is touched."""

    id: str
    kind: str
    label: str
    href: str
    ways: dict[str, str]


def things(one: Sheet) -> dict[str, Found]:
    found = [_found(link.attrib) for link in _parsed(one).iter(f"{SVG}a")]
    assert len({thing.id for thing in found}) == len(found)
    return {thing.id: thing for thing in found}


def _parsed(one: Sheet) -> ElementTree.Element:
    return ElementTree.fromstring(one.svg)  # noqa: S314 (our own)


def _found(link: dict[str, str]) -> Found:
    names = ("up", "down", "left", "right", "next", "previous")
    ways = {name: link[f"data-{name}"] for name in names if f"data-{name}" in link}
    return Found(link["data-id"], link["data-kind"], link["aria-label"], link["href"], ways)


def every_sheet() -> Iterator[object]:
    for name, family_map in STORIES.items():
        for view in PICTURES:
            yield pytest.param(family_map, view, id=f"{name}-{view}")


# --- What can be chosen ---------------------------------------------------------------------------


def test_a_genogram_lets_people_bonds_homes_and_ties_be_chosen() -> None:
    found = things(made(STORIES["blended"]))
    count = Counter(one.kind for one in found.values())
    assert count == {"person": 14, "union": 6, "household": 2, "tie": 2}


def test_a_systemogram_lets_organisations_and_their_arrows_be_chosen() -> None:
    found = things(made(STORIES["teun"], view=View.SYSTEMOGRAM))
    organisations = {
        one.fact.organisation for one in STORIES["teun"] if isinstance(one.fact, f.OrganisationFact)
    }
    assert organisations <= set(found)
    involved = [one for one in found.values() if one.kind == "involved"]
    statements = STORIES["teun"].by_id
    assert involved
    assert all(isinstance(statements[one.id].fact, f.InvolvedFact) for one in involved)


def test_a_timeline_lets_events_and_help_be_chosen() -> None:
    found = things(made(STORIES["teun"], view=View.TIMELINE))
    happened = [
        one.id for one in STORIES["teun"] if isinstance(one.fact, f.EventFact | f.TrajectoryFact)
    ]
    assert set(happened) <= set(found)


def test_things_say_themselves_in_words() -> None:
    found = things(made(STORIES["blended"], lang="en"))
    assert found["liva"].label == (
        "Liva, girl, 11 years, the question begins here, daughter of Tarik and Eva"
    )
    assert found["davi"].label == "Davi, boy, 12 years, son of Kelly, foster child of Eva and Jurre"
    assert found["gerrit"].label == "Gerrit, man, died in 2019"
    (close,) = (one for one in found.values() if "Ans are close" in one.label)
    assert close.label == "Liva and Ans are close"
    assert found["bond-tarik-eva"].label == (
        "bond: Tarik and Eva, divorced since May 2018, children: Sem and Liva"
    )


@pytest.mark.parametrize(("family_map", "view"), list(every_sheet()))
def test_everything_that_lights_up_can_be_chosen_and_back(
    family_map: FamilyMap, view: View
) -> None:
    one = made(family_map, view=view)
    grounds = re.findall(r'class="ground" display="none" data-id="([^"]+)"', one.svg)
    assert sorted(grounds) == sorted(things(one))


@pytest.mark.parametrize(("family_map", "view"), list(every_sheet()))
def test_every_target_is_at_least_24_wide_and_high(family_map: FamilyMap, view: View) -> None:
    for link in _parsed(made(family_map, view=view)).iter(f"{SVG}a"):
        wide, high = _size(next(iter(link)).attrib["d"])
        assert min(wide, high) >= 24, link.attrib


def _size(path: str) -> tuple[float, float]:
    """Of a disc or a box with round corners, as `curves` writes them; a house is large anyway."""
    if disc := re.fullmatch(r"M[-\d.]+ [-\d.]+a([\d.]+) .*", path):
        return 2 * float(disc[1]), 2 * float(disc[1])
    if box := re.match(r"M[-\d.]+ [-\d.]+h([\d.]+)a([\d.]+) [-\d. ]+v([\d.]+)a", path):
        across, radius, down = (float(part) for part in box.groups())
        return across + 2 * radius, down + 2 * radius
    raise AssertionError(path)


def test_what_two_people_said_in_the_same_words_is_one_thing() -> None:
    tie = f.TieFact("liva", "ans", w.TieKind.CLOSE)
    facts = [one.fact for one in STORIES["blended"]]
    found = things(made(map_of([*facts, tie, tie])))
    assert sum(one.label == "Liva and Ans are close" for one in found.values()) == 1


def test_a_tie_with_a_strength_that_cannot_be_drawn_can_be_chosen_beside_one_without() -> None:
    ties = [f.TieFact("liva", "sem", w.TieKind.CLOSE, strength=one) for one in (None, 7)]
    facts = [one.fact for one in STORIES["blended"]]
    twice = map_of([*facts, *ties])
    assert {one.id for one in twice.statements[-2:]} <= set(things(made(twice)))


def test_a_person_is_found_by_one_id_to_move_them() -> None:
    root = _parsed(made(STORIES["blended"]))
    of_liva = [one for one in root.iter() if one.get("data-who") == "liva"]
    assert {one.get("class", "").split()[0] for one in of_liva} == {
        "index", "person", "age", "label",
    }  # fmt: skip
    assert all(one.get("data-ids") == "liva" for one in of_liva)


def test_the_drawing_between_the_layers_is_silent() -> None:
    root = _parsed(made(STORIES["blended"]))
    assert root.get("role") == "group"
    silent = [one for one in root if one.get("class") == "drawn"]
    assert silent
    assert all(one.get("aria-hidden") == "true" for one in silent)
    assert {one.tag for one in root} == {f"{SVG}title", f"{SVG}desc", f"{SVG}g"}


def test_to_choose_keeps_the_look() -> None:
    look = {"view": View.SYSTEMOGRAM, "on": date(2024, 1, 1), "alias": True}
    found = things(made(STORIES["teun"], **look))
    assert found["teun"].href == ("?beeld=systemogram&op=2024-01-01&schuilnamen=ja&gekozen=teun")


# --- The sheet as a whole -------------------------------------------------------------------------


def test_an_empty_map_has_words_and_no_picture() -> None:
    one = made(FamilyMap())
    assert (one.svg, one.legend, one.width, one.around) == ("", "", 0.0, "")
    assert one.words.title


def test_the_words_have_no_picture_and_say_all() -> None:
    one = made(STORIES["blended"], view=View.WORDS)
    assert one.svg == ""
    assert "Liva" in str(one.words)
    assert one.names["home-tarik"] == "the home of Tarik"


def test_the_legend_flows_beside_the_drawing() -> None:
    one = made(STORIES["blended"])
    assert one.legend.count('<svg class="key"') == one.legend.count("aria-label") > 5
    assert 'class="legend"' not in one.svg


def test_the_question_begins_with_somebody_or_with_the_first() -> None:
    assert made(STORIES["blended"]).around == "liva"
    assert made(map_of([f.PersonFact("a"), f.PersonFact("b")])).around == "a"


def test_around_somebody_only_who_is_near_is_drawn_and_all_is_told() -> None:
    one = made(STORIES["blended"], around="liva")
    found = things(one)
    assert "liva" in found
    assert "yusuf" not in found
    assert "Yusuf" in str(one.words)


def test_around_somebody_the_drawing_is_small_enough_for_a_phone() -> None:
    one, whole = made(STORIES["blended"], around="liva"), made(STORIES["blended"])
    assert one.width < 500 < whole.width
    assert "b. 2014" in whole.svg
    assert "b. 2014" not in one.svg


def test_around_somebody_pins_of_the_whole_drawing_do_not_count() -> None:
    look = Look(around="liva")
    pinned = sheet(STORIES["blended"], look, today=TODAY, pins={"liva": 2000.0})
    assert pinned.svg == sheet(STORIES["blended"], look, today=TODAY).svg


def test_around_somebody_who_is_not_there_the_whole_family_is_drawn() -> None:
    assert set(things(made(STORIES["blended"], around="nobody"))) == set(
        things(made(STORIES["blended"]))
    )


def test_on_a_day_in_the_past_only_who_was_there_is_drawn() -> None:
    found = things(made(STORIES["blended"], on=date(2015, 1, 1)))
    assert "sem" in found
    assert "pip" not in found
    assert "3 years" in found["sem"].label or "2 years" in found["sem"].label


def test_a_sheet_can_go_to_another_process() -> None:
    one = made(STORIES["blended"])
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 (our own)


@pytest.mark.parametrize("view", View)
def test_the_same_map_gives_the_same_sheet(view: View) -> None:
    one, other = made(shapes.blended(), view=view), made(shapes.blended(), view=view)
    assert (one.svg, one.legend, one.words) == (other.svg, other.legend, other.words)


# --- Staying where it was -------------------------------------------------------------------------


def test_who_is_pinned_stays_where_they_were_put() -> None:
    one = made(STORIES["blended"])
    assert one.placement
    x = one.placement.people["kelly"].x + 60
    pinned = sheet(
        STORIES["blended"],
        one.look,
        today=TODAY,
        previous=one.placement,
        pins={"kelly": x, "nobody": 4.0},
    )
    assert pinned.placement
    assert pinned.placement.people["kelly"].x == pytest.approx(x, abs=0.5)
    assert "nobody" not in pinned.placement.people


def test_a_pin_without_an_earlier_drawing_counts_too() -> None:
    pinned = sheet(STORIES["blended"], Look(), today=TODAY, pins={"liva": 500.0})
    assert pinned.placement
    assert pinned.placement.people["liva"].x == pytest.approx(500.0, abs=0.5)


def test_a_new_child_moves_nobody_past_another() -> None:
    before = made(STORIES["blended"])
    more = (f.PersonFact("bo"), f.ChildFact("bond-eva-jurre", "bo", "eva"))
    grown = map_of([*(one.fact for one in STORIES["blended"]), *more])
    after = sheet(grown, before.look, today=TODAY, previous=before.placement)
    assert after.placement
    assert after.placement.quality.moved == 0


# --- Moments --------------------------------------------------------------------------------------


def test_moments_are_the_days_on_which_something_changed() -> None:
    people = [f.PersonFact(who) for who in "ab"]
    told = map_of(
        [
            *people,
            f.BirthFact("a", PartialDate.parse("1984")),
            f.BirthFact("b", PartialDate.parse("2030")),
            f.DeathFact("a", PartialDate.parse("2020-02-03")),
            f.TieFact("a", "b", w.TieKind.CLOSE, period=_period("2001-05", "2003-06-30")),
            f.EventFact(("a",), "it snowed", period=_period("2010", "2010")),
        ]
    )
    assert made(told).moments == (
        date(1984, 1, 1), date(2001, 5, 1), date(2003, 7, 1), date(2010, 1, 1),
        date(2011, 1, 1), date(2020, 2, 3),
    )  # fmt: skip


def test_of_many_moments_some_stay_with_the_first_and_the_last() -> None:
    events = [
        f.EventFact(("a",), str(year), period=Period(PartialDate.parse(str(year))))
        for year in range(1800, 2000)
    ]
    found = made(map_of([f.PersonFact("a"), *events]), view=View.WORDS).moments
    assert len(found) == MOST_MOMENTS
    assert (found[0].year, found[-1].year) == (1800, 1999)


def _period(start: str, end: str) -> Period:
    return Period(PartialDate.parse(start), PartialDate.parse(end))


# --- What must not be seen ------------------------------------------------------------------------


@given(maps(), st.sampled_from(View), st.sampled_from(["en", "nl"]))
def test_with_aliases_no_name_stands_anywhere(
    drawn: tuple[FamilyMap, object], view: View, lang: str
) -> None:
    one = made(drawn[0], view=view, alias=True, lang=lang)
    shown = "\n".join((one.svg, one.legend, str(one.words), *one.names.values()))
    facts = [statement.fact for statement in drawn[0]]
    names = [fact.name for fact in facts if isinstance(fact, f.NameFact)]
    faces = [fact.face for fact in facts if isinstance(fact, f.InvolvedFact)]
    aliases = {fact.alias for fact in facts if isinstance(fact, f.AliasFact)}
    hidden = [one for one in (*NAMES.values(), *names, *faces) if one and one not in aliases]
    assert [name for name in hidden if name in shown] == []


@given(maps(), st.sampled_from(View))
def test_whatever_was_said_there_is_a_sheet(drawn: tuple[FamilyMap, object], view: View) -> None:
    one = made(drawn[0], view=view)
    assert (view is View.WORDS) == (one.svg == "")
    found = things(one) if one.svg else {}
    assert {way for thing in found.values() for way in thing.ways.values()} <= set(found)


@pytest.mark.parametrize("view", View)
def test_what_is_hidden_leaves_no_trace(view: View) -> None:
    open_map = STORIES["teun"]
    secret = Audience(Reach.PEOPLE, frozenset({"worker"}))
    author, last = Author("worker"), open_map.statements[-1]
    hidden = [
        f.PersonFact("secret"), f.NameFact("secret", "Nobody"),
        f.TieFact("teun", "secret", w.TieKind.CLOSE),
        f.EventFact(("teun",), "hidden", period=_period("1999", "1999")),
        f.BirthFact("secret", PartialDate.parse("1955")),
    ]  # fmt: skip
    more = [
        replace(last, id=f"h{nth}", fact=fact, by=author, audience=secret)
        for nth, fact in enumerate(hidden)
    ]
    whole = replace(open_map, statements=(*open_map.statements, *more))
    parent = Viewer("parent", Side.FAMILY)
    shown, other = (made(seen_by(one, parent), view=view) for one in (open_map, whole))
    assert _bytes(shown) == _bytes(other)


def _bytes(one: Sheet) -> bytes:
    still = one.placement and replace(one.placement, milliseconds=0.0)
    return pickle.dumps(
        (one.svg, one.legend, one.words, one.moments, dict(one.names), one.around, still)
    )
