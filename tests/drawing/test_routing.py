"""The way of lines, on placements made by hand."""

from collections.abc import Mapping

from samenspel.drawing.genogram.couples import bonds_of, is_kin
from samenspel.drawing.genogram.plans import Bar, Level, Line, Plan
from samenspel.drawing.genogram.routing import plan
from samenspel.drawing.placement import DEEP, ROW, PlacedUnion, Placement, Spot
from samenspel.family.family import Family, Twins
from samenspel.family.words import Parentage, Twinship
from tests.drawing.drawn_families import donor, family, foster, person, union


def placed(found: Family, where: Mapping[str, tuple[float, int]]) -> Placement:
    """People as (x, row); unions in the middle of their partners, on their row when flat."""
    people = {who: Spot(x, row * ROW, row) for who, (x, row) in where.items()}
    unions = []
    for one in found.unions:
        children = tuple(child.id for child in one.children)
        xs = [people[who].x for who in one.partners or children]
        rows = [people[who].row for who in one.partners]
        top = max(rows) if rows else people[children[0]].row - 1
        x = sum(xs) / len(xs)
        unions.append(PlacedUnion(one.id, x, top * ROW + DEEP, one.partners, children))
    return Placement(people, tuple(unions))


def routed(found: Family, where: Mapping[str, tuple[float, int]]) -> Plan:
    placement = placed(found, where)
    bonds = bonds_of(found, placement)
    return plan(found, placement, bonds, lambda who, beside: 22.0, lambda who: 80.0)


def simple(names: str, *unions: object, **more: object) -> Family:
    return family([person(name) for name in names.split()], list(unions), **more)  # type: ignore[arg-type]


def kinds(plan: Plan) -> list[str]:
    return [line.kind for line in plan.lines]


def of(plan: Plan, kind: str) -> list[Line]:
    return [line for line in plan.lines if line.kind == kind]


def test_children_hang_from_the_middle_of_the_partner_line() -> None:
    found = simple("A B C D", union("a b", "c d"))
    plan = routed(found, {"a": (0, 0), "b": (226, 0), "c": (56, 1), "d": (170, 1)})
    assert kinds(plan) == ["bond", "stem", "bar", "bar", "drop", "drop"]
    assert of(plan, "stem")[0].turns[0] == (113, Level(0))
    assert [line.turns[-1] for line in of(plan, "drop")] == [
        (56, Level(1, -22)),
        (170, Level(1, -22)),
    ]


def test_an_only_child_below_the_middle_gets_one_straight_line() -> None:
    found = simple("A B C", union("a b", "c"))
    plan = routed(found, {"a": (0, 0), "b": (226, 0), "c": (118, 1)})
    assert {x for line in plan.lines if line.kind != "bond" for x, _ in line.turns} == {113}


def test_a_lone_parents_line_leaves_below() -> None:
    found = simple("A C", union("a", "c"))
    plan = routed(found, {"a": (0, 0), "c": (0, 1)})
    assert of(plan, "stem")[0].turns[0] == (0, Level(0, 22))
    assert list(plan.leaves_below()) == ["a"]


def test_partners_with_somebody_between_get_a_bracket_below() -> None:
    found = simple("A B C D", union("a b", "c d"))
    plan = routed(found, {"a": (0, 0), "x": (114, 0), "b": (228, 0), "c": (57, 1), "d": (171, 1)})
    (bond,) = of(plan, "bond")
    assert [x for x, _ in bond.turns] == [0, 0, 228, 228]
    bracket = bond.turns[1][1]
    assert isinstance(bracket, Bar)
    assert plan.sibling_bars[found.unions[0].id].track > bracket.track


def test_partners_side_by_side_get_a_straight_line_also_in_a_row_with_brackets() -> None:
    found = simple("A B", union("a b"))
    plan = routed(found, {"a": (0, 0), "b": (226, 0)})
    assert list(plan.flat_bonds()) == [(0, 0, 226)]


def test_lines_of_birth_and_of_care_reach_a_child_16_apart() -> None:
    found = foster()
    where = {
        "wout": (0, 0),
        "els": (226, 0),
        "ruud": (340, 0),
        "naima": (566, 0),
        "teun": (60, 1),
        "dani": (174, 1),
        "lina": (500, 1),
    }
    drops = [line for line in of(routed(found, where), "drop") if line.ids == ("dani",)]
    assert sorted(line.turns[-1][0] for line in drops) == [166, 182]
    assert {line.parentage for line in drops} == {Parentage.BIRTH, Parentage.FOSTER}


def test_the_bar_to_a_foster_child_is_dotted_from_where_the_solid_one_ends() -> None:
    found = simple("A B C D", union("a b", "c"), union("a b", "d", kind=Parentage.FOSTER))
    merged = Placement(
        {"a": Spot(0, 0, 0), "b": Spot(226, 0, 0), "c": Spot(113, 190, 1), "d": Spot(300, 190, 1)},
        (PlacedUnion(found.unions[0].id, 113, 0, ("a", "b"), ("c", "d")),),
    )
    lines = plan(found, merged, bonds_of(found, merged), lambda w, b: 22.0, lambda w: 80.0)
    (bar,) = of(lines, "bar")
    assert bar.parentage is Parentage.FOSTER
    assert [x for x, _ in bar.turns] == [113, 300]


def test_a_donor_is_told_apart_from_the_parents() -> None:
    found = donor()
    where = {"kim": (0, 0), "jo": (226, 0), "arjen": (400, 0), "mila": (56, 1), "finn": (170, 1)}
    drops = of(routed(found, where), "drop")
    assert [line.parentage for line in drops].count(Parentage.DONOR) == 2
    assert [line.parentage for line in drops].count(Parentage.ADOPTED) == 2


def test_twins_leave_from_one_point() -> None:
    found = simple(
        "A B C D E", union("a b", "c d e"), twins=(Twins(("c", "d"), Twinship.IDENTICAL),)
    )
    where = {"a": (0, 0), "b": (226, 0), "c": (-30, 1), "d": (84, 1), "e": (198, 1)}
    plan = routed(found, where)
    assert {line.turns[0][0] for line in of(plan, "twin")} == {27}
    assert of(plan, "twins")[0].twinship is Twinship.IDENTICAL
    assert list(plan.slants()) == [(1, -30, 27), (1, 27, 84)]


def test_a_line_over_two_rows_passes_between_people() -> None:
    found = simple("A B C D E", union("a b", "c"), union("d e"))
    where = {"a": (0, 0), "b": (226, 0), "d": (60, 1), "e": (174, 1), "c": (113, 2)}
    (drop,) = of(routed(found, where), "drop")
    passing = {x for x, level in drop.turns if isinstance(level, Bar)}
    assert all(abs(x - other) >= 32 for x in passing - {113} for other in (60, 174))


def test_siblings_without_parents_share_a_bar_with_room_for_words() -> None:
    found = simple("A B", union("", "a b"))
    plan = routed(found, {"a": (0, 0), "b": (114, 0)})
    assert kinds(plan) == ["bar", "drop", "drop"]
    assert plan.bars[0].band == -1
    assert plan.bars[0].note > 0


def test_of_two_brackets_to_one_side_the_further_goes_round_the_nearer() -> None:
    found = simple("A B C X Y", union("a b", "x"), union("a c", "y"))
    where = {"a": (0, 0), "m": (114, 0), "b": (228, 0), "c": (342, 0), "x": (100, 1), "y": (300, 1)}
    near, far = of(routed(found, where), "bond")
    assert far.turns[0][0] < near.turns[0][0]
    assert isinstance(near.turns[1][1], Bar)
    assert isinstance(far.turns[1][1], Bar)
    assert near.turns[1][1].track < far.turns[1][1].track


def test_cousins_who_are_partners_are_kin() -> None:
    found = simple(
        "G H A B C D", union("g h", "a b"), union("a", "c"), union("b", "d"), union("c d")
    )
    assert is_kin(found, ("c", "d"))
    assert not is_kin(found, ("g", "h"))
