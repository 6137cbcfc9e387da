"""What a drawing is made from: one account of everything, nothing that cannot be."""

import random
from itertools import pairwise

import pytest
from hypothesis import given

from samenspel.family import (
    BirthFact,
    BirthOrderFact,
    ChildFact,
    DeathFact,
    EventFact,
    Fact,
    Family,
    HouseholdFact,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    MoreChildrenFact,
    NameFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    Parentage,
    PartialDate,
    PartnerFact,
    Period,
    PersonFact,
    PersonKind,
    Stage,
    StageFact,
    TieFact,
    TieKind,
    Topic,
    TwinsFact,
    UnionFact,
    Why,
    examine,
    map_of,
    resolve,
)
from samenspel.family.statements import FamilyMap
from tests.family.arbitrary import maps

DATE = PartialDate.parse


def people(*ids: str) -> list[Fact]:
    return [PersonFact(one) for one in ids]


def bond(union: str, *partners: str) -> list[Fact]:
    return [UnionFact(union), *(PartnerFact(union, one) for one in partners)]


def family_of(*facts: Fact) -> Family:
    return resolve(map_of(facts))


def eldest_first(family: Family, union: str = "u") -> list[str]:
    return [child.id for child in family.union[union].children]


YARA = [
    *people("sanne", "bas", "yara"),
    *bond("u", "sanne", "bas"),
    ChildFact("u", "yara", "sanne"),
]


def test_a_person_has_what_was_said():
    family = family_of(
        PersonFact("yara"),
        NameFact("yara", "Yara"),
        BirthFact("yara", DATE("2014-03-09")),
        IndexFact("yara"),
        NotKnownFact("yara", Topic.FATHER),
    )
    yara = family.person["yara"]
    assert (yara.name, str(yara.birth), yara.is_index) == ("Yara", "2014-03-09", True)
    assert yara.not_known == {Topic.FATHER}
    assert not yara.has_died


def test_somebody_has_died_also_when_the_day_is_not_known():
    person = family_of(PersonFact("a"), DeathFact("a")).person["a"]
    assert person.has_died
    assert not person.death.is_known


def test_a_pet_is_a_person_of_its_own_kind():
    assert family_of(PersonFact("dog", PersonKind.PET)).people[0].is_a is PersonKind.PET


def test_of_accounts_that_differ_the_latest_is_drawn():
    family = family_of(PersonFact("a"), NameFact("a", "Anne"), NameFact("a", "Anna"))
    assert family.person["a"].name == "Anna"


def test_the_same_said_twice_is_drawn_once():
    tie = TieFact("sanne", "bas", TieKind.CLOSE)
    stage = StageFact("u", Stage.MARRIED, DATE("2010"))
    family = family_of(*YARA, tie, tie, stage, stage)
    assert len(family.ties) == len(family.union["u"].stages) == 1


def test_what_refers_to_nothing_is_left_out_and_told():
    found = examine(map_of([PersonFact("a"), NameFact("b", "Nobody"), NoteFact("c", "hello")]))
    assert found.family.notes == {}
    assert [one.why for one in found.left_out] == [Why.REFERS_TO_NOTHING] * 2


def test_the_first_two_partners_stay():
    facts = [*people("a", "b", "c"), *bond("u", "a", "b", "c")]
    found = examine(map_of(facts))
    assert found.family.union["u"].partners == ("a", "b")
    assert found.left_out[0].why is Why.THIRD_PARTNER


def test_a_person_is_never_their_own_ancestor():
    facts = [
        *people("a", "b", "c"),
        *bond("u", "a"),
        ChildFact("u", "b", "a"),
        *bond("v", "b"),
        ChildFact("v", "c", "b"),
        *bond("w", "c"),
        ChildFact("w", "a", "c"),
    ]
    found = examine(map_of(facts))
    assert [union.id for union in found.family.unions] == ["u", "v"]
    assert Why.OWN_ANCESTOR in {one.why for one in found.left_out}


def test_a_child_of_ones_own_bond_is_no_child():
    family = family_of(*YARA, ChildFact("u", "bas", "sanne"))
    assert eldest_first(family) == ["yara"]


@pytest.mark.parametrize(
    ("rest", "is_there"),
    [
        ([], False),
        ([PartnerFact("u", "a")], False),
        ([PartnerFact("u", "a"), PartnerFact("u", "b")], True),
        ([PartnerFact("u", "a"), ChildFact("u", "b", "a")], True),
        ([PartnerFact("u", "a"), MoreChildrenFact("u", 3)], True),
        ([ChildFact("u", "a")], False),
        ([ChildFact("u", "a"), ChildFact("u", "b")], True),
        ([ChildFact("u", "a"), MoreChildrenFact("u")], True),
    ],
)
def test_a_bond_joins_at_least_two(rest: list[Fact], is_there: bool):
    family = family_of(*people("a", "b"), UnionFact("u"), *rest)
    assert ("u" in family.union) == is_there


def test_a_stage_needs_two_partners():
    alone = [*people("a", "b"), *bond("u", "a"), ChildFact("u", "b", "a")]
    family = family_of(*alone, StageFact("u", Stage.MARRIED))
    assert family.union["u"].stages == ()


def test_stages_stand_in_order_of_time_and_unknown_ones_where_they_were_said():
    stages = [(Stage.DIVORCED, "2015"), (Stage.RELATIONSHIP, "?"), (Stage.MARRIED, "2008~")]
    said = [StageFact("u", stage, DATE(on)) for stage, on in stages]
    found = family_of(*YARA, *said).union["u"].stages
    assert [one.stage for one in found] == [Stage.RELATIONSHIP, Stage.MARRIED, Stage.DIVORCED]


def test_children_stand_by_date_then_as_was_said_then_in_the_order_of_saying():
    children = [ChildFact("u", child, "sanne") for child in ("d", "c", "e")]
    facts = [*YARA, *people("c", "d", "e"), *children]
    assert eldest_first(family_of(*facts)) == ["yara", "d", "c", "e"]
    facts.append(BirthOrderFact("u", ("c", "d", "yara")))
    assert eldest_first(family_of(*facts)) == ["c", "d", "yara", "e"]
    facts += [BirthFact("e", DATE("2001")), BirthFact("c", DATE("2010"))]
    assert eldest_first(family_of(*facts)) == ["d", "yara", "e", "c"]


def test_dates_that_do_not_tell_leave_the_order_of_saying():
    dates = [BirthFact("a", DATE("2010~")), BirthFact("b", DATE("2010"))]
    facts = [*people("a", "b", "p"), *bond("u", "p"), *dates]
    facts += [ChildFact("u", "a", "p"), ChildFact("u", "b", "p")]
    assert eldest_first(family_of(*facts)) == ["a", "b"]


def test_a_child_has_each_parent_in_their_own_way():
    facts = [*YARA, ChildFact("u", "yara", "bas", Parentage.STEP)]
    parents = family_of(*facts).union["u"].children[0].parents
    assert [(one.parent, one.parentage) for one in parents] == [
        ("sanne", Parentage.BIRTH),
        ("bas", Parentage.STEP),
    ]


def test_children_of_nobody_known_are_brothers_and_sisters():
    family = family_of(*people("a", "b"), UnionFact("u"), ChildFact("u", "a"), ChildFact("u", "b"))
    assert eldest_first(family) == ["a", "b"]
    assert family.union["u"].children[0].parents[0].parent == ""


def test_twins_are_children_of_one_bond():
    children = [ChildFact("u", "a", "p"), ChildFact("u", "b", "p")]
    facts = [*people("a", "b", "p"), *bond("u", "p"), *children, TwinsFact(("a", "b"))]
    assert family_of(*facts).twins[0].children == ("a", "b")
    apart = examine(map_of([*people("a", "b"), TwinsFact(("a", "b"))]))
    assert apart.family.twins == ()
    assert apart.left_out[0].why is Why.TWINS_APART


def test_a_household_has_its_members_in_order_of_time():
    period = Period(DATE("2020"))
    lived = [LivesInFact("h", "a", period), LivesInFact("h", "b", Period(DATE("2012")))]
    family = family_of(*people("a", "b"), HouseholdFact("h", "Sanne"), *lived)
    assert [member.person for member in family.household["h"].members] == ["b", "a"]


def test_an_event_of_nobody_is_left_out():
    found = examine(map_of([PersonFact("a"), EventFact((), "moved")]))
    assert found.family.events == ()
    assert found.left_out[0].why is Why.ABOUT_NOBODY


def test_a_strength_that_cannot_be_drawn_is_not_known():
    found = examine(map_of([*people("a", "b"), TieFact("a", "b", TieKind.CLOSE, strength=7)]))
    assert [(one.tie, one.strength) for one in found.family.ties] == [(TieKind.CLOSE, None)]
    assert [one.why for one in found.left_out] == [Why.STRENGTH_OUT_OF_RANGE]


def test_an_id_is_of_what_it_was_first():
    facts = [*people("a", "b"), OrganisationFact("a", "De Vuurtoren"), InvolvedFact("a", "b")]
    found = examine(map_of(facts))
    assert (list(found.family.person), found.family.organisations) == (["a", "b"], ())
    assert Why.SHARED_ID in [one.why for one in found.left_out]


def test_notes_have_their_label():
    family = family_of(PersonFact("a"), NoteFact("a", "blue", "eyes"), NoteFact("a", "tall"))
    assert family.notes == {"a": ("eyes: blue", "tall")}


@given(maps())
def test_whatever_was_said_gives_a_family_that_can_be_drawn(family_map: FamilyMap):
    check_valid(resolve(family_map))


@given(maps(wild=False, size=40))
def test_whatever_a_family_said_gives_a_family_that_can_be_drawn(family_map: FamilyMap):
    check_valid(resolve(family_map))


def check_valid(family: Family) -> None:
    """What `Family` promises."""
    known = set(family.person)
    assert len(known) == len(family.people)
    for union in family.unions:
        children = [child.id for child in union.children]
        assert len(children) == len(set(children))
        assert known.issuperset([*children, *union.partners])
        assert len(set(union.partners)) == len(union.partners) <= 2
        assert len(union.partners) + len(children) + union.more_children >= 2
        assert not union.stages or len(union.partners) == 2
        assert all(one.parent in {"", *union.partners} for c in union.children for one in c.parents)
    assert all(member.person in known for home in family.households for member in home.members)
    actors = known | set(family.household) | set(family.organisation)
    assert len(actors) == len(known) + len(family.households) + len(family.organisations)
    assert not actors.intersection(family.union)
    assert all({tie.first, tie.second} <= actors for tie in family.ties)
    assert all(tie.strength in {None, 1, 2, 3} for tie in family.ties)
    check_generations(family)


def check_generations(family: Family) -> None:
    """Peel off who has no parents left; in a circle somebody would stay."""
    above = {person.id: 0 for person in family.people}
    below: dict[str, list[str]] = {}
    for union in family.unions:
        for born in union.children:
            for partner in union.partners:
                above[born.id] += 1
                below.setdefault(partner, []).append(born.id)
    top = [person for person, count in above.items() if not count]
    for person in top:
        for child in below.get(person, ()):
            above[child] -= 1
            if not above[child]:
                top.append(child)
    assert len(top) == len(family.people)


def village(size: int, *, circles: int = 0, seed: int = 7) -> list[Fact]:
    """Everybody a child of two before them; `circles` wrong parentages at random."""
    dice = random.Random(seed)  # noqa: S311
    found = people(*(f"p{n}" for n in range(size)))
    for n in range(4, size, 2):
        one, other = dice.sample(range(max(0, n - 60), n), 2)
        found += bond(f"u{n}", f"p{one}", f"p{other}")
        found += [
            ChildFact(f"u{n}", f"p{child}", f"p{one}") for child in (n, n + 1) if child < size
        ]
    for _ in range(circles):
        found.append(ChildFact(f"u{dice.randrange(4, size, 2)}", f"p{dice.randrange(size)}"))
    return found


def test_a_village_with_many_circles_can_be_drawn():
    family = family_of(*village(600, circles=300))
    assert len(family.people) == 600
    check_valid(family)


def test_one_great_circle_loses_one_parentage():
    facts = people(*(f"p{n}" for n in range(3000)))
    for one, other in [*pairwise(range(3000)), (2999, 0)]:
        facts += [*bond(f"u{one}", f"p{one}"), ChildFact(f"u{one}", f"p{other}", f"p{one}")]
    found = examine(map_of(facts))
    assert [one.why for one in found.left_out] == [Why.OWN_ANCESTOR, Why.BOND_JOINS_NOBODY]


def calls_to_resolve(size: int) -> int:
    """Work is counted in calls of Python functions, which no other work on the machine changes."""
    import sys

    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    family_map = map_of(village(size))
    sys.setprofile(count)
    try:
        resolve(family_map)
    finally:
        sys.setprofile(None)
    return calls


def test_ten_times_as_many_people_cost_ten_times_as_much():
    assert calls_to_resolve(5000) < 11 * calls_to_resolve(500)
