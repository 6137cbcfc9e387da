"""What is hidden stays hidden: drawn by who sees it, looked at and drawn upon by who does not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.family import (
    CIRCLE,
    AliasFact,
    Applied,
    Audience,
    Author,
    Body,
    ChildFact,
    Choose,
    Edit,
    EventFact,
    Fact,
    FamilyMap,
    HouseholdFact,
    LivesInFact,
    NameFact,
    NoteFact,
    PartnerFact,
    PersonFact,
    Reach,
    Reason,
    Refusal,
    Say,
    Saying,
    Stage,
    StageFact,
    Statement,
    TieFact,
    TieKind,
    Unchoose,
    UnionFact,
    Withdraw,
    apply,
    enclose,
    render,
    replay,
    resolve,
    seen_by,
    undo_of,
)
from tests.family.arbitrary import GUARD, MOTHER, NOON, SON, VIEWERS, WORKER

SAFETY = Audience(Reach.SAFETY)
PROFESSIONALS = Audience(Reach.PROFESSIONALS)
WORKERS = Audience(Reach.WORKERS)
TO_GUARD = Audience(Reach.PEOPLE)
MOTHER_SEES = VIEWERS["mother"]


class Book:
    """A map and the edits that were kept of it; every edit a minute later."""

    def __init__(self) -> None:
        self.map = FamilyMap()
        self.kept: list[Edit] = []

    def edit(self, by: Author, body: Body, *, id: str = "") -> Applied:  # noqa: A002
        number = len(self.kept) + 1
        moment = NOON + timedelta(minutes=number)
        return self.enter(Edit(id or f"e{number}", by, moment, body))

    def enter(self, edit: Edit) -> Applied:
        applied = apply(self.map, edit, viewer=VIEWERS[edit.by.account])
        self.map = applied.map
        self.kept.append(applied.edit)
        return applied

    def say(self, by: Author, *said: tuple[str, Fact, Audience]) -> Applied:
        return self.edit(by, Say(tuple(Saying(i, f, audience=a) for i, f, a in said)))

    def facts_seen(self, by: Author = MOTHER) -> list[Fact]:
        return [one.fact for one in seen_by(self.map, VIEWERS[by.account])]

    def replayed(self) -> FamilyMap:
        return replay(
            enclose(one, map="m1", number=number) for number, one in enumerate(self.kept, start=1)
        )


@pytest.fixture
def book() -> Book:
    found = Book()
    found.say(GUARD, ("s1", PersonFact("a"), CIRCLE), ("s2", NameFact("a", "Anne"), CIRCLE))
    return found


def refused(book: Book, by: Author, *said: tuple[str, Fact, Audience]) -> Reason:
    with pytest.raises(Refusal) as caught:
        book.say(by, *said)
    return caught.value.code


# --- Moments --------------------------------------------------------------------------------------


def test_all_of_one_edit_is_of_one_moment_in_the_order_it_was_said():
    book = Book()
    said = [(one, PersonFact(one), CIRCLE) for one in ("z", "b", "y", "a")]
    book.say(WORKER, *said)
    assert [person.id for person in resolve(book.map).people] == ["z", "b", "y", "a"]
    assert {one.at for one in book.map} == {book.kept[0].at}
    assert book.replayed() == book.map


# --- Choices --------------------------------------------------------------------------------------


def test_a_choice_does_not_tell_of_a_hidden_account(book: Book):
    before = render(seen_by(book.map, MOTHER_SEES))
    book.say(GUARD, ("h", NameFact("a", "Geheim"), SAFETY))
    book.edit(GUARD, Choose("s2"))
    assert render(seen_by(book.map, MOTHER_SEES)) == before
    assert resolve(seen_by(book.map, VIEWERS["guard"])).person["a"].name == "Anne"


def test_a_choice_does_not_tell_of_a_hidden_account_when_another_comes_later(book: Book):
    book.say(GUARD, ("h", NameFact("a", "Geheim"), SAFETY))
    book.edit(GUARD, Choose("s2"))
    book.say(MOTHER, ("s3", NameFact("a", "Anna"), CIRCLE))
    assert seen_by(book.map, MOTHER_SEES).choices == ()


def test_a_choice_that_is_not_seen_is_not_here(book: Book):
    chosen = book.edit(GUARD, Choose("s2")).edit
    with pytest.raises(Refusal) as caught:
        book.edit(MOTHER, Unchoose(chosen.id))
    assert caught.value.code is Reason.NOT_HERE
    book.edit(GUARD, Unchoose(chosen.id))


def test_a_choice_with_the_id_of_a_hidden_one_is_kept(book: Book):
    book.say(GUARD, ("h", NameFact("a", "Geheim"), SAFETY))
    book.edit(GUARD, Choose("h"), id="same")
    book.say(MOTHER, ("s3", NameFact("a", "Anna"), CIRCLE))
    again = Edit("same", MOTHER, NOON + timedelta(hours=1), Choose("s2"))
    chosen = book.enter(again).edit
    assert resolve(seen_by(book.map, MOTHER_SEES)).person["a"].name == "Anne"
    after = book.map
    assert book.enter(again).map == after == book.replayed()
    book.enter(undo_of(chosen, id="undo", at=NOON + timedelta(hours=2), by=MOTHER))
    assert resolve(seen_by(book.map, MOTHER_SEES)).person["a"].name == "Anna"


# --- Ids of statements ----------------------------------------------------------------------------


def test_a_hidden_id_is_not_refused(book: Book):
    book.say(GUARD, ("h", NameFact("a", "Geheim"), SAFETY))
    said = Say((Saying("h", NameFact("a", "Anna")),))
    kept = book.edit(MOTHER, said).edit
    assert resolve(seen_by(book.map, MOTHER_SEES)).person["a"].name == "Anna"
    assert book.map.by_id["h"].fact == NameFact("a", "Geheim")
    assert book.replayed() == book.map
    after = book.map
    assert book.edit(MOTHER, said).map == after
    book.enter(undo_of(kept, id="undo", at=NOON + timedelta(hours=1), by=MOTHER))
    assert NameFact("a", "Anna") not in book.facts_seen()
    assert book.map.by_id["h"].counts


def test_what_was_withdrawn_by_another_does_not_hold_its_id(book: Book):
    book.say(GUARD, ("h", NameFact("a", "Geheim"), CIRCLE))
    book.edit(GUARD, Withdraw(("h",)))
    book.say(MOTHER, ("h", NameFact("a", "Anna"), CIRCLE))
    assert NameFact("a", "Anna") in book.facts_seen()


def test_two_sayings_never_get_one_id(book: Book):
    book.say(GUARD, ("h", NameFact("a", "Geheim"), SAFETY))
    first = book.say(MOTHER, ("h", NameFact("a", "Anna"), CIRCLE)).edit.body
    assert isinstance(first, Say)
    fresh = first.sayings[0].id
    book.say(SON, ("h2", AliasFact("a", "Maan"), CIRCLE))
    assert refused(book, SON, (fresh, NameFact("a", "An"), CIRCLE)) is Reason.ID_TAKEN


# --- Whom it is about -----------------------------------------------------------------------------


def test_what_is_said_about_somebody_hidden_does_not_come_out_with_them(book: Book):
    applied = book.say(
        GUARD, ("h1", PersonFact("x"), SAFETY), ("h2", NameFact("x", "Geheim"), CIRCLE)
    )
    assert [one.code.value for one in applied.warnings] == ["for_fewer"]
    assert applied.warnings[0].words("en").startswith("Not everybody may know about Geheim")
    book.say(GUARD, ("h3", TieFact("a", "x", TieKind.CLOSE), CIRCLE))
    book.say(MOTHER, ("m", PersonFact("x"), CIRCLE))
    assert book.facts_seen() == [PersonFact("a"), NameFact("a", "Anne"), PersonFact("x")]
    assert book.replayed() == book.map


def test_the_home_of_somebody_hidden_does_not_come_out_with_its_id(book: Book):
    book.say(
        GUARD,
        ("h1", PersonFact("x"), SAFETY),
        ("h2", HouseholdFact("h", "geheim"), CIRCLE),
        ("h3", LivesInFact("h", "x"), CIRCLE),
        ("h4", NoteFact("h", "geheim"), CIRCLE),
    )
    book.say(
        MOTHER,
        ("m1", HouseholdFact("h", "thuis"), CIRCLE),
        ("m2", LivesInFact("h", "a"), CIRCLE),
    )
    assert book.facts_seen()[2:] == [HouseholdFact("h", "thuis"), LivesInFact("h", "a")]


def test_what_is_between_somebody_and_a_hidden_partner_does_not_come_out(book: Book):
    book.say(
        GUARD,
        ("h1", PersonFact("x"), SAFETY),
        ("h2", PersonFact("c"), CIRCLE),
        ("h3", UnionFact("u"), CIRCLE),
        ("h4", PartnerFact("u", "a"), CIRCLE),
        ("h5", PartnerFact("u", "x"), CIRCLE),
        ("h6", ChildFact("u", "c", "a"), CIRCLE),
        ("h7", StageFact("u", Stage.SECRET), CIRCLE),
    )
    book.say(MOTHER, ("m1", PersonFact("x"), CIRCLE), ("m2", PartnerFact("u", "x"), CIRCLE))
    union = resolve(seen_by(book.map, MOTHER_SEES)).union["u"]
    assert (union.partners, union.stages) == (("a", "x"), ())


def test_somebody_who_is_made_known_is_spoken_of_with_all(book: Book):
    book.say(GUARD, ("h1", PersonFact("x"), SAFETY))
    book.say(GUARD, ("h2", PersonFact("x"), CIRCLE))
    assert not book.say(GUARD, ("h3", NameFact("x", "Xander"), CIRCLE)).warnings
    assert NameFact("x", "Xander") in book.facts_seen()


PEOPLE_OF = {
    name: Audience(Reach.PEOPLE, frozenset(people))
    for name, people in {"son": {"son"}, "both": {"son", "mother"}, "nobody": set[str]()}.items()
}


@pytest.mark.parametrize(
    ("known_to", "said_to", "kept_for"),
    [
        (CIRCLE, SAFETY, SAFETY),
        (PROFESSIONALS, CIRCLE, PROFESSIONALS),
        (PROFESSIONALS, SAFETY, SAFETY),
        (SAFETY, PROFESSIONALS, SAFETY),
        (PROFESSIONALS, PEOPLE_OF["son"], PEOPLE_OF["son"]),
        (SAFETY, PEOPLE_OF["nobody"], PEOPLE_OF["nobody"]),
        (PEOPLE_OF["both"], PEOPLE_OF["son"], PEOPLE_OF["son"]),
        (PEOPLE_OF["son"], PEOPLE_OF["both"], PEOPLE_OF["son"]),
        (PEOPLE_OF["son"], CIRCLE, Audience(Reach.PEOPLE, frozenset({"son", "guard"}))),
        (PEOPLE_OF["son"], PROFESSIONALS, None),
        (PEOPLE_OF["son"], SAFETY, None),
        (SAFETY, PEOPLE_OF["son"], None),
        (CIRCLE, WORKERS, WORKERS),
        (WORKERS, CIRCLE, WORKERS),
        (PROFESSIONALS, WORKERS, WORKERS),
        (WORKERS, PROFESSIONALS, WORKERS),
        (WORKERS, SAFETY, SAFETY),
        (SAFETY, WORKERS, SAFETY),
        (WORKERS, PEOPLE_OF["nobody"], PEOPLE_OF["nobody"]),
        (PEOPLE_OF["nobody"], WORKERS, Audience(Reach.PEOPLE, frozenset({"guard"}))),
        (WORKERS, PEOPLE_OF["son"], None),
        (PEOPLE_OF["son"], WORKERS, None),
    ],
)
def test_what_is_said_is_for_those_who_know_of_whom(
    book: Book, known_to: Audience, said_to: Audience, kept_for: Audience | None
):
    book.say(GUARD, ("x", PersonFact("x"), known_to))
    said = ("n", NameFact("x", "Xander"), said_to)
    if kept_for is None:
        assert refused(book, GUARD, said) is Reason.AUDIENCE_NOT_ALIKE
        return
    book.say(GUARD, said)
    assert book.map.by_id["n"].audience == kept_for
    after = book.map
    assert book.say(GUARD, said).map == after


def test_the_same_words_for_others_need_an_id_of_their_own(book: Book):
    book.say(GUARD, ("n", NameFact("a", "An"), PEOPLE_OF["son"]))
    assert refused(book, GUARD, ("n", NameFact("a", "An"), PROFESSIONALS)) is Reason.ID_TAKEN


# --- Any row of edits -----------------------------------------------------------------------------

Said = tuple[Fact, Audience]

open_facts: st.SearchStrategy[Said] = st.tuples(
    st.sampled_from(
        [
            PersonFact("c"),
            NameFact("a", "Anna"),
            NameFact("b", "Bo"),
            TieFact("a", "b", TieKind.CLOSE),
            NoteFact("a", "rustig"),
            EventFact(("a", "b"), "verhuisd"),
        ]
    ),
    st.just(CIRCLE),
)
hidden_facts: st.SearchStrategy[Said] = st.one_of(
    st.tuples(
        st.sampled_from(
            [
                PersonFact("hid-p"),
                NameFact("a", "hid-name"),
                TieFact("a", "b", TieKind.CONTROLLING),
                NoteFact("b", "hid-note"),
            ]
        ),
        st.sampled_from([SAFETY, TO_GUARD, WORKERS]),
    ),
    st.tuples(
        st.sampled_from([NameFact("hid-q", "hid"), TieFact("a", "hid-q", TieKind.CONFLICT)]),
        st.just(CIRCLE),
    ),
)
rows = st.lists(st.lists(open_facts | hidden_facts, min_size=1, max_size=4), max_size=4)
START = (Saying("a", PersonFact("a")), Saying("b", PersonFact("b")))
START_HIDDEN = Saying("hid-q", PersonFact("hid-q"), audience=SAFETY)


def is_hidden(saying: Saying) -> bool:
    return saying.audience != CIRCLE or "hid-q" in saying.fact.refers_to()


def two_worlds(row: list[list[Said]], choices: list[int]) -> tuple[Book, Book]:
    """The same edits by who may see all, in the second world without what is hidden."""
    whole, without = Book(), Book()
    whole.edit(GUARD, Say((START[0], START_HIDDEN, START[1])))
    without.edit(GUARD, Say(START))
    for number, said in enumerate(row):
        sayings = [Saying(f"x{number}-{n}", fact, audience=a) for n, (fact, a) in enumerate(said)]
        sayings = [replace(one, id=f"hid-{one.id}") if is_hidden(one) else one for one in sayings]
        moment = NOON + timedelta(hours=number)
        for book in (whole, without):
            seen = [one for one in sayings if book is whole or not is_hidden(one)]
            book.enter(Edit(f"d{number}", GUARD, moment, Say(tuple(seen))))
    alone = [one for one in START if one.id in without.map.by_id]
    for number in choices:  # of what nobody contradicts openly
        whole.edit(GUARD, Choose(alone[number].id), id=f"hid-c{number}")
    return whole, without


@given(rows, st.sets(st.integers(0, 1)), st.sampled_from([MOTHER, WORKER]))
def test_who_may_not_know_sees_the_world_without(
    row: list[list[Said]], choices: set[int], by: Author
):
    whole, without = two_worlds(row, sorted(choices))
    viewer = VIEWERS[by.account]
    seen = render(seen_by(whole.map, viewer))
    assert seen == render(seen_by(without.map, viewer))
    assert "hid" not in seen
    assert whole.replayed() == whole.map


@given(
    rows,
    st.sampled_from([MOTHER, WORKER]),
    st.sampled_from(["hid-x0-0", "hid-q", "hid-p", "hid-c0"]),
    st.sampled_from([PersonFact("hid-q"), PersonFact("hid-p"), NameFact("b", "Bas"), "choose"]),
)
def test_who_guesses_a_hidden_id_finds_nothing(
    row: list[list[Said]], by: Author, guess: str, what: Fact | str
):
    body = Choose("a") if isinstance(what, str) else Say((Saying(guess, what),))
    told = []
    for book in two_worlds(row, [0]):
        book.enter(Edit(guess, by, NOON + timedelta(days=1), body))
        found = seen_by(book.map, VIEWERS[by.account])
        told.append(([but_id(one) for one in found], len(found.choices), found.schema))
    assert told[0] == told[1]


def but_id(one: Statement) -> Statement:
    return replace(one, id="")
