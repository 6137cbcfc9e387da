"""What is told at once about an edit, to who sees like this, and nothing to who does not."""

from datetime import UTC, datetime, timedelta

from samenspel.family import (
    CIRCLE,
    Audience,
    Author,
    Edit,
    FamilyMap,
    NameFact,
    PersonFact,
    Reach,
    Retract,
    Say,
    Saying,
    Side,
    Viewer,
    Withdraw,
    apply,
    map_of,
)
from samenspel.family.refusals import Refusal
from samenspel.web.live.tellings import Ears, Happening, Told, tell
from samenspel.web.maps.wanted import Drawn, Fields

MOTHER, WORKER = Author("mother", Side.FAMILY), Author("worker", Side.PROFESSIONAL)
BOTH = Audience(Reach.PEOPLE, frozenset({"mother", "worker"}))
FATHER = Ears(Viewer("father", Side.FAMILY), "en", alias=False)
BY_WORKER = Ears(Viewer("worker", Side.PROFESSIONAL), "en", alias=False)
START = map_of([PersonFact("sanne"), NameFact("sanne", "Sanne")])
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def say(*facts: object, audience: Audience = CIRCLE) -> Say:
    return Say(tuple(Saying(f"new {n}", one, audience=audience) for n, one in enumerate(facts)))  # type: ignore[arg-type]


def drawn(body: object, before: FamilyMap = START, by: Author = MOTHER) -> Drawn:
    edit = Edit(f"edit {len(before)}", by, LATER + timedelta(seconds=len(before)), body)  # type: ignore[arg-type]
    viewer = Viewer(by.account, by.side)
    applied = apply(before, edit, viewer=viewer)
    assert not isinstance(applied, Refusal)
    return Drawn(1, edit, 1, before, applied.map)


def told(one: Drawn, ears: Ears, fields: Fields | None = None) -> Told:
    found = tell(Happening(one, fields), ears)
    assert found is not None
    return found


def test_it_is_told_in_words_and_about_whom() -> None:
    one = drawn(say(PersonFact("bas"), NameFact("bas", "Bas")))
    assert told(one, FATHER).words == "Somebody is called Bas"
    assert told(one, FATHER).about == ("bas",)


def test_who_sees_nothing_of_it_hears_nothing() -> None:
    one = drawn(say(PersonFact("bas"), NameFact("bas", "Bas"), audience=BOTH))
    assert tell(Happening(one), FATHER) is None
    assert "Bas" in told(one, BY_WORKER).words


def test_of_what_is_half_seen_the_seen_half_is_told_without_a_place() -> None:
    sayings = (
        Saying("new 0", PersonFact("bas"), audience=CIRCLE),
        Saying("new 1", NameFact("bas", "Bas"), audience=BOTH),
    )
    fields = {"do": ["add_partner"], "of": ["sanne"], "name": ["Bas"]}
    heard = told(drawn(Say(sayings)), FATHER, fields)
    assert "Bas" not in heard.words
    assert heard.beside is None


def test_where_somebody_new_comes_is_told_without_a_name_when_names_are_off() -> None:
    fields = {"do": ["add_partner"], "of": ["sanne"], "name": ["Bas"]}
    one = drawn(say(PersonFact("bas"), NameFact("bas", "Bas")))
    beside = told(one, FATHER, fields).beside
    assert beside is not None
    assert (beside["of"], beside["place"], beside["name"]) == ("sanne", "right", "Bas")
    hidden = told(one, Ears(FATHER.viewer, "en", alias=True), fields)
    assert hidden.beside is not None
    assert hidden.beside["name"] == ""
    assert "Bas" not in hidden.words


def test_taken_back_and_struck_out_are_told_as_that() -> None:
    with_bas = drawn(say(PersonFact("bas"), NameFact("bas", "Bas"))).after
    assert told(drawn(Withdraw(("new 1",)), with_bas), FATHER).words.startswith("Taken back: ")
    assert told(drawn(Retract(("new 1",)), with_bas), FATHER).words.startswith("Struck out: ")
