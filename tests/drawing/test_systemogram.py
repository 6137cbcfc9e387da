"""Who is directed at whom: everything once, nothing through anything, fewest crossings."""

from datetime import date
from itertools import combinations
from random import Random

import pytest

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Area, Item, Scene, Sign, Text
from samenspel.drawing.systemogram import systemogram
from samenspel.drawing.systemogram.lines import lines_of
from samenspel.drawing.systemogram.plan import Plan, plan
from samenspel.drawing.systemogram.routes import Route, crossed
from samenspel.family import Family, map_of, resolve
from samenspel.family.words import (
    ContextKind,
    Flow,
    Gender,
    Involvement,
    PersonKind,
    Rhythm,
    Strength,
    TieKind,
)
from tests.drawing import overlaps_around as overlaps
from tests.families.sketch import Sketch
from tests.families.stories import nine_organisations

TODAY = date(2026, 4, 14)
NINE = resolve(nine_organisations())


def draw_it(family: Family, **how: object) -> Scene:
    return systemogram(family, on=TODAY, lang="en", **how)  # type: ignore[arg-type]


def plan_of(family: Family) -> Plan:
    return plan(Wording(family, TODAY, "en"))


def household(children: int = 2) -> Sketch:
    draw = Sketch()
    draw.woman("Sanne", "1985")
    draw.man("Bas", "1983")
    names = [draw.person(f"Kind {n}", f"{2008 + n}") for n in range(children)]
    draw.children(draw.couple("sanne", "bas"), *names)
    draw.home("Sanne", "sanne", "bas", *names)
    return draw


def busy(seed: int, organisations: int, children: int = 3) -> Family:
    """Many organisations, each directed at one to three people or at the house."""
    dice = Random(seed)  # noqa: S311 (the same families every time)
    draw = household(children)
    targets = ["sanne", "bas", "home-sanne", *(f"kind-{n}" for n in range(children))]
    for n in range(organisations):
        one = draw.organisation(f"Organisatie {n}", dice.choice(list(ContextKind)))
        at = dice.sample(targets, dice.choice((1, 1, 1, 2, 3)))
        draw.directed(one, *at, face=f"Gezicht {n}", rhythm=dice.choice([None, *Rhythm]))
    return resolve(draw.map)


BUSY = [busy(seed, organisations) for seed, organisations in enumerate((1, 4, 7, 9, 11, 12))]


def roles(scene: Scene, role: str) -> list[Item]:
    return list(scene.of(role))


def said(scene: Scene) -> str:
    return " ".join(item.text for item in overlaps.texts(scene))


# --- Everything once ------------------------------------------------------------------------------


def test_every_organisation_and_person_stands_once() -> None:
    scene = draw_it(NINE)

    cards = [item.ids[0] for item in roles(scene, "organisation")]
    people = [item.ids[0] for item in roles(scene, "person")]
    assert sorted(cards) == sorted(NINE.organisation)
    assert sorted(people) == sorted(NINE.person)


def test_every_involvement_is_an_arrow_with_a_head() -> None:
    scene = draw_it(NINE)

    wanted = {
        (fact.organisation, fact.towards) for one in NINE.organisations for fact in one.involved
    }
    assert wanted <= {item.ids for item in roles(scene, "arrow")}
    assert wanted <= {item.ids for item in roles(scene, "head")}


def test_two_people_of_one_organisation_are_one_arrow_and_two_lines_on_the_card() -> None:
    draw = household()
    draw.organisation("School", ContextKind.SCHOOL)
    draw.directed("school", "kind-0", face="Iris", rhythm=Rhythm.DAILY)
    draw.directed("school", "kind-0", face="Bo", rhythm=Rhythm.MONTHLY)

    scene = draw_it(resolve(draw.map))

    assert [item.ids for item in roles(scene, "head")] == [("school", "kind-0")]
    assert {"Iris · every day", "Bo · every month"} <= {t.text for t in overlaps.texts(scene)}


def test_an_organisation_of_which_nobody_said_at_whom_has_a_card() -> None:
    draw = household()
    draw.organisation("School", ContextKind.SCHOOL)

    assert len(roles(draw_it(resolve(draw.map)), "organisation")) == 1


def test_what_ended_before_the_day_is_not_drawn() -> None:
    draw = household()
    draw.organisation("School", ContextKind.SCHOOL)
    draw.directed("school", "kind-0", since="2015 .. 2020")

    assert not roles(draw_it(resolve(draw.map)), "organisation")


# --- Nothing through anything ---------------------------------------------------------------------


@pytest.mark.parametrize("family", [NINE, *BUSY], ids=lambda f: f"{len(f.organisations)}")
def test_nothing_lies_on_anything_else(family: Family) -> None:
    scene = draw_it(family)

    standing = [*overlaps.boxes_of(scene, "person").values()]
    standing += overlaps.boxes_of(scene, "organisation").values()
    assert not overlaps.overlapping(standing)
    assert not overlaps.overlapping_texts(scene)
    assert not overlaps.outside(scene)


@pytest.mark.parametrize("family", [NINE, *BUSY], ids=lambda f: f"{len(f.organisations)}")
def test_no_arrow_runs_through_a_symbol_a_card_or_words(family: Family) -> None:
    scene = draw_it(family)

    assert not list(overlaps.arrows_through(scene))
    assert not overlaps.arrows_through_words(scene)


@pytest.mark.parametrize("family", [NINE, *BUSY], ids=lambda f: f"{len(f.organisations)}")
def test_the_crossings_that_are_drawn_are_the_fewest(family: Family) -> None:
    planned = plan_of(family)

    lines = [Route(tuple(line)) for line in lines_of(planned)]
    drawn = sum(crossed(one, other) for one, other in combinations(lines, 2))
    assert planned.order.proven
    assert drawn <= planned.order.crossings


def test_twenty_organisations_stand_on_two_rings() -> None:
    scene = draw_it(busy(3, 20))

    assert len(roles(scene, "organisation")) == 20
    assert not overlaps.overlapping(list(overlaps.boxes_of(scene, "organisation").values()))


def test_a_long_name_is_wrapped_and_never_cut() -> None:
    draw = household()
    name = "Samenwerkingsverband Passend Onderwijs Noordwest en Omstreken"
    draw.organisation(name, ContextKind.SCHOOL)
    draw.directed("samenwerkingsverband-passend-onderwijs-noordwest-en-omstreken", "kind-0")

    scene = draw_it(resolve(draw.map))

    assert all(word in said(scene) for word in name.split())
    (card,) = overlaps.boxes_of(scene, "organisation").values()
    assert all(
        overlaps.text_box(text)[2] < card[2]
        for text in overlaps.texts(scene)
        if text.role == "card"
    )


# --- The homes ------------------------------------------------------------------------------------


def test_people_stand_inside_their_home() -> None:
    scene = draw_it(NINE)

    (house,) = (overlaps.area_box(item) for item in scene.of("house") if isinstance(item, Area))
    inside = {
        item.ids[0]
        for item, box in overlaps.boxes_of(scene, "person").items()
        if house[0] < box[0] and house[1] < box[1] and box[2] < house[2] and box[3] < house[3]
    }
    assert inside == {"patricia", "wesley", "dean", "milou"}


def test_parents_stand_above_their_children_and_beside_each_other() -> None:
    places = plan_of(NINE).places

    assert places["patricia"][1] == places["wesley"][1] < places["dean"][1]
    assert places["dean"][0] < places["milou"][0]  # eldest left


def test_a_child_in_two_homes_stands_once_and_is_named_in_the_other() -> None:
    draw = household()
    draw.man("Karim", "1980")
    other = draw.home("Karim", "karim")
    draw.lives_in(other, "kind-0", share="om het weekend")

    scene = draw_it(resolve(draw.map))

    assert len([item for item in roles(scene, "person") if item.ids == ("kind-0",)]) == 1
    assert "also at home here: Kind 0 (om het weekend)" in said(scene)


def test_somebody_without_a_home_stands_beside_it_when_somebody_is_directed_at_them() -> None:
    draw = household()
    draw.man("Karim", "1980")
    draw.woman("Tante Ada", "1970")
    draw.organisation("Reclassering", ContextKind.JUSTICE)
    draw.directed("reclassering", "karim")

    people = {item.ids[0] for item in roles(draw_it(resolve(draw.map)), "person")}

    assert "karim" in people
    assert "tante-ada" not in people


def test_a_supporter_stands_outside_with_a_star() -> None:
    scene = draw_it(NINE)

    assert [item.ids for item in roles(scene, "supporter")] == [("oma-bep",)]
    assert ("oma-bep", "patricia") in {item.ids for item in roles(scene, "head")}


# --- Who is left out ------------------------------------------------------------------------------


def test_who_nobody_is_directed_at_is_marked_in_honey_and_said() -> None:
    scene = draw_it(NINE)

    assert [item.ids for item in roles(scene, "selection")] == [("wesley",)]
    assert "Nobody is directed at Wesley now" in said(scene)


def test_without_organisations_nobody_is_marked() -> None:
    scene = draw_it(resolve(household().map))

    assert not roles(scene, "selection")
    assert "No organisations drawn yet" in said(scene)


def test_an_empty_family_is_a_picture_too() -> None:
    assert draw_it(resolve(map_of([]))).title


# --- What the lines say ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "status", "style"),
    [
        (Rhythm.DAILY, Involvement.ACTIVE, "daily"),
        (Rhythm.WEEKLY, Involvement.ACTIVE, "weekly"),
        (Rhythm.FORTNIGHTLY, Involvement.ACTIVE, "now_and_then"),
        (None, Involvement.ACTIVE, "now_and_then"),
        (Rhythm.DAILY, Involvement.WAITING, "waiting"),
        (None, Involvement.ENDED, "waiting"),
    ],
)
def test_how_often_is_told_by_the_line(
    rhythm: Rhythm | None, status: Involvement, style: str
) -> None:
    draw = household()
    draw.organisation("School", ContextKind.SCHOOL)
    draw.directed("school", "kind-0", rhythm=rhythm, status=status)

    scene = draw_it(resolve(draw.map))

    assert [getattr(item, "style", "") for item in roles(scene, "arrow")] == [style]


def test_strength_flow_and_ties_are_drawn_and_in_the_legend() -> None:
    draw = household()
    for strength in Strength:
        one = draw.organisation(f"Met {strength}", ContextKind.WORK)
        draw.directed(one, "sanne", strength=strength, flow=Flow.BOTH)
    draw.organisation("Kerk", ContextKind.FAITH)
    draw.tie("bas", TieKind.CONFLICT, "kerk")

    scene = draw_it(resolve(draw.map))

    words = {entry.words for entry in scene.legend}
    assert {"strong tie", "thin tie", "tense tie", "broken tie", "often clash"} <= words
    assert len(roles(scene, "flow")) == 2 * len(Strength)
    assert {item.ids for item in roles(scene, "tie")} == {("bas", "kerk")}


def test_the_legend_has_only_what_occurs() -> None:
    draw = household()
    draw.organisation("School", ContextKind.SCHOOL)
    draw.directed("school", "kind-0", rhythm=Rhythm.DAILY)

    legend = [entry.words for entry in draw_it(resolve(draw.map)).legend]

    assert "school and childcare" in legend
    assert "every day" in legend
    assert not {"neighbourhood team", "every week", "tense tie"} & set(legend)


# --- Aliases, and the same again ------------------------------------------------------------------


def test_with_aliases_no_name_is_anywhere() -> None:
    scene = draw_it(NINE, alias=True)

    words = f"{said(scene)} {scene.title} {scene.description}"
    names = [person.name for person in NINE.people] + [one.name for one in NINE.organisations]
    faces = [fact.face for one in NINE.organisations for fact in one.involved if fact.face]
    assert not [name for name in (*names, *faces) if name in words]
    assert "Das" in words


def test_the_same_family_is_the_same_picture() -> None:
    assert draw_it(NINE) == draw_it(resolve(nine_organisations()))


def test_organisations_stay_where_they_were_when_no_arrow_minds() -> None:
    places = plan_of(NINE).places
    earlier = {one: places[one] for one in NINE.organisation}
    earlier["jeugdpraktijk-noord"], earlier["ambulant-team-vlinder"] = (
        earlier["ambulant-team-vlinder"],
        earlier["jeugdpraktijk-noord"],
    )

    again = plan(Wording(NINE, TODAY, "en"), earlier).places

    assert {one: again[one] for one in NINE.organisation} == earlier


def test_the_description_tells_who_is_directed_at_whom() -> None:
    description = draw_it(NINE).description

    assert "Moestuin De Akker is directed at Patricia and Milou" in description


def test_a_name_that_does_not_fit_stands_below_the_symbol() -> None:
    draw = Sketch()
    draw.person("Maximiliaan-Alexander", "2010", gender=Gender.MAN)
    draw.person("Boef", is_a=PersonKind.PET)
    draw.home("Huis", "maximiliaan-alexander", "boef")

    scene = draw_it(resolve(draw.map))

    symbols = {item.ids[0]: item for item in roles(scene, "person") if isinstance(item, Sign)}
    labels = [item for item in roles(scene, "label") if isinstance(item, Text)]
    assert {label.ids[0] for label in labels} == {"maximiliaan-alexander", "boef"}
    for label in labels:
        assert label.at[1] > symbols[label.ids[0]].at[1] + 20
