"""Drawing: saying, taking back, striking out, choosing; and what each side may."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    CIRCLE,
    Audience,
    Author,
    BirthFact,
    Body,
    ChildFact,
    Choose,
    Edit,
    Fact,
    FamilyMap,
    HouseholdFact,
    NameFact,
    PartialDate,
    PartnerFact,
    PersonFact,
    Reach,
    Reason,
    Rechoose,
    Refusal,
    Reinstate,
    Resay,
    Retract,
    Say,
    Saying,
    TieFact,
    TieKind,
    Unchoose,
    UnionFact,
    Viewer,
    Withdraw,
    apply,
    problems,
    render,
    resolve,
    seen_by,
    undo_of,
)
from tests.family.arbitrary import (
    AUTHORS,
    GUARD,
    MOTHER,
    NOON,
    SON,
    VIEWERS,
    WORKER,
    facts,
    maps,
    with_hidden_facts,
)
from tests.family.test_resolve import check_valid

SAFETY = Audience(Reach.SAFETY)
DATE = PartialDate.parse


class Table:
    """People around a drawing; every edit gets the next number and moment."""

    def __init__(self) -> None:
        self.map = FamilyMap()
        self.edits: list[Edit] = []

    def edit(self, by: Author, body: Body) -> Edit:
        number = len(self.edits) + 1
        self.edits.append(Edit(f"e{number}", by, NOON + timedelta(minutes=number), body))
        return self.carry_out(self.edits[-1])

    def carry_out(self, edit: Edit) -> Edit:
        applied = apply(self.map, edit, viewer=VIEWERS[edit.by.account])
        self.map = applied.map
        return applied.edit

    def say(
        self, by: Author, *said: Fact, audience: Audience = CIRCLE, against: str = ""
    ) -> list[str]:
        ids = [f"s{len(self.map) + number}" for number in range(1, len(said) + 1)]
        pairs = zip(ids, said, strict=True)
        sayings = tuple(
            Saying(one, fact, against=against, audience=audience) for one, fact in pairs
        )
        self.edit(by, Say(sayings))
        return ids

    def undo(self, edit: Edit) -> Edit:
        number = len(self.edits) + 1
        moment = NOON + timedelta(minutes=number)
        undone = undo_of(edit, id=f"e{number}", at=moment, by=edit.by)
        self.edits.append(undone)
        self.carry_out(undone)
        return undone

    def name(self, person: str = "a") -> str:
        return resolve(self.map).person[person].name


@pytest.fixture
def table() -> Table:
    found = Table()
    found.say(WORKER, PersonFact("a"), NameFact("a", "Anne"))
    return found


def refused(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def test_what_is_said_is_drawn(table: Table):
    assert table.name() == "Anne"


def test_accounts_that_differ_both_stay_and_the_latest_is_drawn(table: Table):
    table.say(MOTHER, NameFact("a", "Anna"))
    assert table.name() == "Anna"
    assert len(table.map) == 3


def test_the_chosen_account_is_drawn(table: Table):
    table.say(MOTHER, NameFact("a", "Anna"))
    choice = table.edit(MOTHER, Choose("s2"))
    assert table.name() == "Anne"
    table.undo(table.undo(choice))
    assert table.name() == "Anne"
    table.edit(MOTHER, Unchoose(choice.id))
    assert table.name() == "Anna"


def test_a_choice_of_what_was_struck_out_does_not_count(table: Table):
    table.say(MOTHER, NameFact("a", "Anna"))
    table.edit(WORKER, Choose("s2"))
    table.edit(WORKER, Retract(("s2",)))
    assert table.name() == "Anna"
    assert refused(lambda: table.edit(WORKER, Choose("s2"))) is Reason.STRUCK_OUT


def test_only_who_chose_takes_a_choice_back(table: Table):
    table.say(MOTHER, NameFact("a", "Anna"))
    choice = table.edit(WORKER, Choose("s2"))
    take_back = Unchoose(choice.id)
    assert refused(lambda: table.edit(MOTHER, take_back)) is Reason.NOT_YOUR_CHOICE


def test_a_fact_without_a_slot_names_what_it_contradicts(table: Table):
    table.say(WORKER, PersonFact("b"), TieFact("a", "b", TieKind.CLOSE))
    table.say(MOTHER, TieFact("a", "b", TieKind.CONFLICT), against="s4")
    table.say(SON, TieFact("a", "b", TieKind.DISTANT), against="s5")
    assert [tie.tie for tie in resolve(table.map).ties] == [TieKind.DISTANT]
    assert table.map.by_id["s6"].against == "s4"
    act = lambda: table.say(SON, NameFact("a", "An"), against="s4")  # noqa: E731
    assert refused(act) is Reason.CONTRADICTS_OTHER_KIND


def test_undo_takes_ones_own_words_out_of_every_view(table: Table):
    table.undo(table.edits[0])
    assert len(seen_by(table.map, VIEWERS["worker"])) == 0
    table.undo(table.edits[-1])
    assert table.name() == "Anne"


def test_nobody_undoes_the_words_of_another(table: Table):
    assert refused(lambda: table.edit(GUARD, Withdraw(("s2",)))) is Reason.NOT_YOURS
    table.edit(WORKER, Withdraw(("s2",)))
    assert refused(lambda: table.edit(GUARD, Resay(("s2",)))) is Reason.NOT_HERE


def test_what_is_struck_out_stays_readable(table: Table):
    table.edit(MOTHER, Retract(("s2",), "She is called otherwise."))
    seen = seen_by(table.map, VIEWERS["worker"]).by_id["s2"]
    assert seen.retracted
    assert seen.retracted.reason == "She is called otherwise."
    assert table.name() == ""
    table.edit(MOTHER, Reinstate(("s2",)))
    assert table.name() == "Anne"


def test_a_professional_never_strikes_out_the_words_of_the_family(table: Table):
    table.say(MOTHER, NameFact("a", "Anna"))
    assert refused(lambda: table.edit(WORKER, Retract(("s3",)))) is Reason.FAMILY_SAID_IT
    table.edit(SON, Retract(("s3",)))
    assert table.name() == "Anne"
    assert refused(lambda: table.edit(WORKER, Reinstate(("s3",)))) is Reason.FAMILY_RETRACTED_IT
    table.edit(MOTHER, Reinstate(("s3",)))
    assert table.name() == "Anna"


def test_the_undo_of_a_second_striking_out_leaves_the_first(table: Table):
    table.edit(MOTHER, Retract(("s2",), "first"))
    second = table.edit(WORKER, Retract(("s2",), "second"))
    assert len(table.edits) == 3
    table.undo(second)
    assert table.name() == ""


def test_what_is_partly_done_is_looked_at_again(table: Table):
    table.edit(WORKER, Retract(("s2",)))
    assert refused(lambda: table.edit(WORKER, Retract(("s1", "s2")))) is Reason.PARTLY_DONE


def test_the_same_edit_twice_changes_nothing(table: Table):
    table.say(MOTHER, NameFact("a", "Anna"))
    table.edit(MOTHER, Choose("s2"))
    table.edit(WORKER, Retract(("s2",)))
    table.edit(MOTHER, Withdraw(("s3",)))
    before = table.map
    for edit in table.edits:
        table.carry_out(replace(edit, at=edit.at + timedelta(days=1)))
    assert table.map == before


def test_an_id_is_used_once(table: Table):
    other = Say((Saying("s2", NameFact("a", "Anna")),))
    assert refused(lambda: table.edit(MOTHER, other)) is Reason.ID_TAKEN
    twice = Say((Saying("x", PersonFact("b")), Saying("x", PersonFact("c"))))
    assert refused(lambda: table.edit(MOTHER, twice)) is Reason.ID_TAKEN


def test_one_does_not_say_what_one_may_not_see(table: Table):
    act = lambda: table.say(WORKER, PersonFact("b"), audience=SAFETY)  # noqa: E731
    assert refused(act) is Reason.AUDIENCE_WITHOUT_YOU


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ((NameFact("b", "Bo"),), "not in the drawing"),
        ((UnionFact("u"), PartnerFact("u", "a")), "at least two people"),
        ((HouseholdFact("h"),), "who lives in this home"),
    ],
)
def test_what_is_said_refers_to_what_is_there(table: Table, said: tuple[Fact, ...], words: str):
    with pytest.raises(Refusal, match=words):
        table.say(WORKER, *said)


def test_what_is_said_about_who_was_struck_out_is_refused(table: Table):
    table.edit(WORKER, Retract(("s1",)))
    assert refused(lambda: table.say(WORKER, NameFact("a", "Bo"))) is Reason.CANNOT_BE


def test_what_cannot_be_is_refused_in_words_that_help(table: Table):
    table.say(WORKER, PersonFact("b"), BirthFact("a", DATE("2010")), BirthFact("b", DATE("2000")))
    family = (UnionFact("u"), PartnerFact("u", "a"), ChildFact("u", "b", "a"))
    with pytest.raises(Refusal) as caught:
        table.say(WORKER, *family)
    assert caught.value.people == ("a", "b")
    assert caught.value.words("en").startswith("Anne would be a parent of somebody without a name")


def test_what_is_unlikely_is_kept_with_a_warning(table: Table):
    table.say(WORKER, PersonFact("b"), BirthFact("a", DATE("1990")), BirthFact("b", DATE("2000")))
    family = (UnionFact("u"), PartnerFact("u", "a"), ChildFact("u", "b", "a"))
    sayings = tuple(Saying(f"f{n}", fact) for n, fact in enumerate(family))
    applied = apply(table.map, Edit("e9", WORKER, NOON, Say(sayings)), viewer=VIEWERS["worker"])
    assert [one.code for one in applied.warnings] == ["parent_very_young"]
    assert len(applied.map) == len(table.map) + 3


def test_an_error_that_was_there_does_not_stop_the_next_edit(table: Table):
    table.say(WORKER, PersonFact("b"), UnionFact("u"), PartnerFact("u", "a"), PartnerFact("u", "b"))
    broken = replace(table.map.statements[1], id="x", fact=BirthFact("a", DATE("2030-02")))
    table.map = FamilyMap((*table.map.statements, broken))
    table.say(WORKER, NameFact("b", "Bo"))


def test_what_only_hidden_facts_forbid_is_kept(table: Table):
    table.say(GUARD, BirthFact("a", DATE("2010")), audience=SAFETY)
    table.say(WORKER, PersonFact("b"), BirthFact("b", DATE("2000")))
    table.say(WORKER, UnionFact("u"), PartnerFact("u", "a"), ChildFact("u", "b", "a"))
    assert not problems(seen_by(table.map, VIEWERS["worker"]))
    assert problems(seen_by(table.map, VIEWERS["guard"]))


@pytest.mark.parametrize(
    "body",
    [
        Retract(("s3",)),
        Choose("s3"),
        Say((Saying("x", NameFact("a", "Anna"), against="s3"),)),
    ],
)
def test_what_is_hidden_is_as_if_it_were_not_here(table: Table, body: Body):
    table.say(GUARD, NameFact("a", "Anna"), audience=SAFETY)
    assert refused(lambda: table.edit(WORKER, body)) is Reason.NOT_HERE


def test_taking_back_is_not_refused_for_what_it_uncovers(table: Table):
    table.say(WORKER, PersonFact("b"), BirthFact("a", DATE("2010")))
    table.say(WORKER, BirthFact("a", DATE("1980")), BirthFact("b", DATE("2000")))
    table.say(WORKER, UnionFact("u"), PartnerFact("u", "a"), ChildFact("u", "b", "a"))
    table.edit(WORKER, Withdraw(("s5",)))
    assert problems(table.map)[0].code == "parent_not_older"


def test_an_edit_is_judged_by_its_own_author(table: Table):
    edit = Edit("e9", WORKER, NOON, Choose("s2"))
    with pytest.raises(ValueError, match="its own author"):
        apply(table.map, edit, viewer=VIEWERS["mother"])


def test_a_moment_has_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        Edit("e1", WORKER, NOON.replace(tzinfo=None), Choose("s1"))


# --- Any row of edits -----------------------------------------------------------------------------

OWN = ["n1", "n2"]


@st.composite
def bodies(draw: st.DrawFn, family_map: FamilyMap, edit: str) -> Body:
    """Something to do with this map, often not allowed."""
    ids = st.sampled_from([*(one.id for one in family_map), "nothing", "hid-0", "hid-open-0"])
    some = draw(st.lists(ids, min_size=1, max_size=2, unique=True))
    choice = draw(st.sampled_from([*(one.id for one in family_map.choices), "hid-choice-0"]))
    said = draw(st.lists(facts(), min_size=1, max_size=4))
    against = draw(st.just("") | ids)
    sayings = [Saying(f"{edit}-{n}", fact, against=against) for n, fact in enumerate(said)]
    possible: list[Body] = [
        Say(tuple(sayings)),
        Say(tuple(replace(one, against="") for one in sayings)),
        Say((Saying(f"{edit}-p", PersonFact(draw(st.sampled_from(OWN)))),)),
        Withdraw(tuple(some)),
        Resay(tuple(some)),
        Retract(tuple(some)),
        Reinstate(tuple(some)),
        Choose(some[0]),
        Unchoose(choice),
        Rechoose(choice),
    ]
    return draw(st.sampled_from(possible))


def outcome(family_map: FamilyMap, edit: Edit, viewer: Viewer) -> FamilyMap | None:
    try:
        return apply(family_map, edit, viewer=viewer).map
    except Refusal:
        return None


START = tuple(
    Saying(f"start-{n}", fact)
    for n, fact in enumerate(
        [
            *(PersonFact(f"p{n}") for n in range(1, 7)),
            *(
                fact
                for n in (1, 3)
                for fact in (
                    UnionFact(f"u{n}"),
                    PartnerFact(f"u{n}", f"p{n}"),
                    PartnerFact(f"u{n}", f"p{n + 1}"),
                )
            ),
            ChildFact("u1", "p3", "p1"),
            ChildFact("u3", "p5", "p3"),
        ]
    )
)


@given(st.data())
def test_any_row_of_edits_leaves_a_valid_map_and_undo_restores_it(data: st.DataObject):
    table = Table()
    table.edit(WORKER, Say(START))
    takes_back = False
    for number in range(data.draw(st.integers(1, 8))):
        by = data.draw(st.sampled_from(AUTHORS))
        moment = NOON + timedelta(hours=number + 1)
        edit = Edit(f"d{number}", by, moment, data.draw(bodies(table.map, f"d{number}")))
        after = outcome(table.map, edit, VIEWERS[by.account])
        if after is None or after == table.map:
            continue
        check_undo(table.map, after, edit)
        check_valid(resolve(after))
        assert outcome(after, edit, VIEWERS[by.account]) == after
        takes_back = takes_back or isinstance(edit.body, Withdraw | Retract | Unchoose)
        assert takes_back or not any(one.is_certain for one in problems(after))
        table.map = after


def check_undo(before: FamilyMap, after: FamilyMap, edit: Edit) -> None:
    undo = undo_of(edit, id="undo", at=edit.at + timedelta(minutes=1), by=edit.by)
    undone = outcome(after, undo, VIEWERS[edit.by.account])
    if undone is None:  # what taking back uncovered cannot be said again
        assert any(one.is_certain for one in problems(before))
        return
    for viewer in VIEWERS.values():
        assert resolve(seen_by(undone, viewer)) == resolve(seen_by(before, viewer))
        assert {one.id for one in seen_by(undone, viewer) if one.counts} == {
            one.id for one in seen_by(before, viewer) if one.counts
        }


@given(maps(wild=False), st.sampled_from(AUTHORS), st.data())
def test_an_edit_tells_nothing_of_what_is_hidden(
    family_map: FamilyMap, by: Author, data: st.DataObject
):
    viewer = VIEWERS[by.account]
    other = data.draw(with_hidden_facts(family_map, viewer))
    seen = seen_by(family_map, viewer)
    edit = Edit("e1", by, NOON + timedelta(days=1), data.draw(bodies(seen, "e1")))
    assert told(family_map, edit, viewer) == told(other, edit, viewer)


def told(family_map: FamilyMap, edit: Edit, viewer: Viewer) -> object:
    if isinstance(edit.body, Say) and any(one.fact.brings for one in edit.body.sayings):
        return None  # an id that is guessed; they are random
    try:
        applied = apply(family_map, edit, viewer=viewer)
    except Refusal as refusal:
        return refusal.code, refusal.problems
    return render(seen_by(applied.map, viewer)), applied.warnings
