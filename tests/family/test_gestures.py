"""What a gesture at the table means: the family after it, or words that say what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import NAMESPACE_OID, uuid5

import pytest

from samenspel.family import (
    CIRCLE,
    Applied,
    Audience,
    Author,
    Edit,
    Family,
    FamilyMap,
    Gender,
    Parentage,
    PartialDate,
    PersonKind,
    Reach,
    Refusal,
    Retract,
    Say,
    Side,
    Stage,
    TieKind,
    Viewer,
    Withdraw,
    apply,
    resolve,
    seen_by,
)
from samenspel.family.gestures import (
    Beside,
    GestureError,
    beside_of,
    body_of,
    gesture_of,
    new_id,
    new_person_of,
    new_thing_of,
)
from tests.family.arbitrary import MOTHER, NOON, WORKER

MINE = Audience(Reach.PEOPLE, frozenset({"mother", "worker"}))


@dataclass
class Drawing:
    """A table where somebody draws: each gesture is applied, and names stand for ids."""

    map: FamilyMap = field(default_factory=FamilyMap)
    count: int = 0
    who: dict[str, str] = field(default_factory=dict)
    by: Author = MOTHER
    audience: Audience = CIRCLE

    def draw(self, do: str, **fields: str | list[str]) -> Applied:
        """The fields with the names of people in place of their ids."""
        self.count += 1
        edit_id = str(uuid5(NAMESPACE_OID, str(self.count)))
        sent = {name.rstrip("_"): self._ids(value) for name, value in fields.items()}
        gesture = gesture_of({"do": [do], **sent})
        viewer = Viewer(self.by.account, self.by.side)
        body = body_of(
            gesture,
            seen_by(self.map, viewer),
            edit_id=edit_id,
            by=self.by,
            audience=self.audience,
            today=NOON.date(),
        )
        at = NOON + timedelta(minutes=self.count)
        applied = apply(self.map, Edit(edit_id, self.by, at, body), viewer=viewer)
        self.map = applied.map
        name = fields.get("name")
        if isinstance(name, str):
            self.who[name] = new_thing_of(body)
        self.who["last"] = new_thing_of(body)
        return applied

    def _ids(self, value: str | list[str]) -> list[str]:
        values = [value] if isinstance(value, str) else value
        return [self.who.get(one, one) for one in values]

    @property
    def family(self) -> Family:
        return resolve(self.map)

    def parents(self, name: str) -> dict[str, Parentage]:
        family, child = self.family, self.who[name]
        return {
            family.person[parent.parent].name: parent.parentage
            for union in family.child_in.get(child, ())
            for one in union.children
            for parent in one.parents
            if one.id == child and parent.parent
        }

    def statement(self, kind: str) -> str:
        return next(one.id for one in reversed(self.map.statements) if one.fact.kind == kind)


def yara_alone() -> Drawing:
    drawing = Drawing()
    drawing.draw("add_person", name="Yara", index="yes", gender="woman", birth="maart 2014")
    return drawing


def with_parents() -> Drawing:
    drawing = yara_alone()
    drawing.draw("add_parent", of="Yara", name="Sanne", gender="woman")
    drawing.draw("add_parent", of="Yara", name="Mehmet", gender="man")
    return drawing


def refused(drawing: Drawing, do: str, **fields: str | list[str]) -> GestureError:
    with pytest.raises(GestureError) as caught:
        drawing.draw(do, **fields)
    assert caught.value.words("en")
    return caught.value


# --- Somebody new ---------------------------------------------------------------------------------


def test_somebody_is_there_with_what_was_said_and_no_more() -> None:
    yara = yara_alone().family.people[0]
    assert (yara.name, yara.is_index, yara.gender) == ("Yara", True, Gender.WOMAN)
    assert str(yara.birth) == "2014-03"
    unborn = Drawing()
    unborn.draw("add_person", is_a="unborn")
    assert [one.fact.kind for one in unborn.map] == ["person"]
    assert unborn.family.people[0].is_a is PersonKind.UNBORN


def test_the_first_new_person_can_be_selected_by_the_id_of_the_edit() -> None:
    edit_id = str(uuid5(NAMESPACE_OID, "an edit"))
    body = body_of(
        gesture_of({"do": ["add_person"]}),
        FamilyMap(),
        edit_id=edit_id,
        by=MOTHER,
        audience=MINE,
        today=NOON.date(),
    )
    assert new_person_of(body) == new_thing_of(body) == new_id(edit_id, "person")
    assert isinstance(body, Say)
    assert body.sayings[0].id == new_id(edit_id, "statement-0")
    assert body.sayings[0].audience == MINE


def test_a_second_parent_joins_the_first() -> None:
    drawing = with_parents()
    assert drawing.parents("Yara") == {"Sanne": Parentage.BIRTH, "Mehmet": Parentage.BIRTH}
    assert len(drawing.family.unions) == 1


def test_a_third_parent_is_refused_by_name() -> None:
    error = refused(with_parents(), "add_parent", of="Yara")
    assert error.field == "of"
    assert error.words("en").startswith("Yara already has two parents")


def test_a_foster_parent_stands_beside_the_parents_of_birth() -> None:
    drawing = with_parents()
    drawing.draw("add_parent", of="Yara", name="Kim", parentage="foster")
    assert drawing.parents("Yara")["Kim"] is Parentage.FOSTER
    assert len(drawing.family.unions) == 2


def test_unknown_parents_come_in_one_tap() -> None:
    drawing = yara_alone()
    drawing.draw("add_parents", of="Yara")
    (union,) = drawing.family.unions
    assert len(union.partners) == 2
    assert refused(drawing, "add_parents", of="Yara").field == "of"


def test_one_tap_adds_the_parent_that_is_missing() -> None:
    drawing = yara_alone()
    drawing.draw("add_parent", of="Yara", name="Sanne")
    drawing.draw("add_parents", of="Yara")
    (union,) = drawing.family.unions
    assert union.partners[0] == drawing.who["Sanne"]
    assert drawing.parents("Yara") == {"Sanne": Parentage.BIRTH, "": Parentage.BIRTH}


def test_a_sibling_has_the_same_parents() -> None:
    drawing = with_parents()
    drawing.draw("add_sibling", of="Yara", name="Emir", gender="man")
    assert drawing.parents("Emir") == drawing.parents("Yara")


def test_a_sibling_without_known_parents_and_then_a_parent_of_both() -> None:
    drawing = yara_alone()
    drawing.draw("add_sibling", of="Yara", name="Emir")
    assert drawing.family.unions[0].partners == ()
    drawing.draw("add_parent", of="Emir", name="Sanne")
    assert drawing.parents("Yara") == drawing.parents("Emir") == {"Sanne": Parentage.BIRTH}
    assert len(drawing.family.unions) == 1


def test_a_foster_child_has_brothers_and_sisters_of_birth() -> None:
    drawing = with_parents()
    drawing.draw("add_child", of="Sanne", with_="Mehmet", name="Daan", parentage="foster")
    drawing.draw("add_sibling", of="Daan", name="Lot")
    assert drawing.parents("Daan") == {"Sanne": Parentage.FOSTER, "Mehmet": Parentage.FOSTER}
    assert drawing.parents("Lot") == {}
    drawing.draw("add_parent", of="Daan", name="Kim")
    assert drawing.parents("Daan")["Kim"] is drawing.parents("Lot")["Kim"] is Parentage.BIRTH


def test_a_partner_comes_with_the_stage_and_its_day() -> None:
    drawing = with_parents()
    drawing.draw("add_partner", of="Sanne", name="Bas", stage="living_together", on="2019")
    stage = drawing.family.unions[-1].stage
    assert stage is not None
    assert (stage.stage, str(stage.on)) == (Stage.LIVING_TOGETHER, "2019")


def test_a_partner_with_only_a_day_has_a_relationship_since() -> None:
    drawing = yara_alone()
    drawing.draw("add_partner", of="Yara", name="Sam", on="2025")
    stage = drawing.family.unions[-1].stage
    assert stage is not None
    assert stage.stage is Stage.RELATIONSHIP


def blended() -> Drawing:
    """Sanne and Mehmet are divorced; Sanne lives with Bas."""
    drawing = with_parents()
    drawing.draw("connect_partner", of="Mehmet", with_="Sanne", stage="divorced", on="2018")
    drawing.draw("add_partner", of="Sanne", name="Bas", stage="living_together", on="2019")
    return drawing


def test_a_child_is_of_the_partner_of_now() -> None:
    drawing = blended()
    drawing.draw("add_child", of="Sanne", name="Noor")
    assert set(drawing.parents("Noor")) == {"Sanne", "Bas"}


def test_a_child_is_of_the_partner_of_then_when_there_is_no_other() -> None:
    drawing = blended()
    drawing.draw("add_child", of="Mehmet", name="Emir")
    assert set(drawing.parents("Emir")) == {"Sanne", "Mehmet"}


@pytest.mark.parametrize(
    ("with_", "parents"),
    [("Mehmet", {"Sanne", "Mehmet"}), ("alone", {"Sanne"}), ("Yara's teacher", {"Sanne", "Ria"})],
)
def test_a_child_is_of_the_one_who_was_chosen(with_: str, parents: set[str]) -> None:
    drawing = blended()
    drawing.draw("add_person", name="Ria")
    drawing.who["Yara's teacher"] = drawing.who["Ria"]
    drawing.draw("add_child", of="Sanne", with_=with_, name="Noor")
    assert set(drawing.parents("Noor")) == parents


def test_a_second_child_alone_is_of_the_same_bond() -> None:
    drawing = yara_alone()
    drawing.draw("add_child", of="Yara", name="Lot")
    drawing.draw("add_child", of="Yara", with_="alone", name="Bo")
    (union,) = drawing.family.unions
    assert len(union.children) == 2


def test_a_child_below_a_bond() -> None:
    drawing = blended()
    union = drawing.family.unions[0].id
    drawing.draw("add_child", of=union, name="Emir", parentage="adopted")
    assert drawing.parents("Emir") == {"Sanne": Parentage.ADOPTED, "Mehmet": Parentage.ADOPTED}


# --- Who are there already ------------------------------------------------------------------------


def test_two_who_are_there_become_partners_once() -> None:
    drawing = yara_alone()
    drawing.draw("add_person", name="Sam")
    drawing.draw("connect_partner", of="Yara", with_="Sam")
    assert len(drawing.family.unions) == 1
    assert refused(drawing, "connect_partner", of="Yara", with_="Sam").field == "stage"
    assert refused(drawing, "connect_partner", of="Yara", with_="Yara").field == "with"


def test_somebody_who_is_there_is_a_child_of() -> None:
    drawing = blended()
    drawing.draw("add_person", name="Daan")
    drawing.draw("connect_child", child="Daan", of="Sanne", with_="Bas", parentage="foster")
    assert drawing.parents("Daan") == {"Sanne": Parentage.FOSTER, "Bas": Parentage.FOSTER}
    again = {"child": "Daan", "of": "Bas", "parentage": "foster"}
    assert refused(drawing, "connect_child", **again).field == "child"
    assert refused(drawing, "connect_child", child="Daan").field == "of"
    assert refused(drawing, "connect_child", child="Daan", union="gone").field == "union"


def test_nobody_becomes_their_own_ancestor() -> None:
    drawing = with_parents()
    with pytest.raises(Refusal, match="own ancestor"):
        drawing.draw("connect_child", child="Sanne", of="Yara")


def test_a_home_is_for_who_was_tapped() -> None:
    drawing = blended()
    drawing.draw("add_household", name="bij Sanne", who=["Sanne", "Bas", "Yara"], share="altijd")
    (home,) = drawing.family.households
    assert [one.person for one in home.members] == [
        drawing.who[x] for x in ("Sanne", "Bas", "Yara")
    ]
    assert refused(drawing, "add_household", name="leeg").field == "who"
    assert refused(drawing, "add_household", who=["Sanne", "gone"]).field == "who"


def test_an_organisation_is_directed_at_each_who_was_chosen() -> None:
    drawing = with_parents()
    drawing.draw("add_household", name="thuis", who=["Yara"])
    drawing.draw(
        "add_organisation",
        name="De Linde",
        context="school",
        towards=["Yara", "thuis"],
        face="juf Els",
        rhythm="daily",
    )
    (school,) = drawing.family.organisations
    assert [one.towards for one in school.involved] == [drawing.who["Yara"], drawing.who["thuis"]]
    drawing.draw("add_organisation", context="gp")
    assert len(drawing.family.organisations) == 2
    assert refused(drawing, "add_organisation").field == "name"
    assert refused(drawing, "add_organisation", name="x", towards="gone").field == "towards"


# --- Saying any fact ------------------------------------------------------------------------------


def test_any_fact_can_be_said() -> None:
    drawing = with_parents()
    drawing.draw("say", kind="tie", first="Yara", second="Sanne", tie="close", strength="2")
    drawing.draw("say", kind="event", who=["Yara", "Sanne"], words="verhuisd", start="2019")
    drawing.draw("say", kind="death", person="Mehmet")
    drawing.draw("say", kind="not_known", person="Mehmet", topic="parents")
    drawing.draw("say", kind="supporter", person="Sanne", of="Yara", jim="yes")
    family = drawing.family
    assert (family.ties[0].tie, family.ties[0].strength) == (TieKind.CLOSE, 2)
    assert family.events[0].who == (drawing.who["Yara"], drawing.who["Sanne"])
    assert family.person[drawing.who["Mehmet"]].has_died
    assert family.supporters[0].jim


def test_who_said_it_when_and_where_is_kept() -> None:
    drawing = yara_alone()
    drawing.draw(
        "say", kind="name", person="Yara", name_="Yaar", said_by="oma", said_on="mei 2024",
        said_in="huisbezoek", for_="circle",
    )  # fmt: skip
    source = drawing.map.statements[-1].source
    assert (source.who, str(source.on), source.conversation) == ("oma", "2024-05", "huisbezoek")


def test_a_home_that_is_left_gets_an_end() -> None:
    drawing = yara_alone()
    drawing.draw("add_household", name="thuis", who="Yara")
    lives_in = {"kind": "lives_in", "household": "thuis", "person": "Yara"}
    old = drawing.statement("lives_in")
    drawing.draw("say", **lives_in, start="2014", end="?", against=old)
    (member,) = drawing.family.households[0].members
    assert member.period.end == PartialDate()
    assert refused(drawing, "say", **lives_in, start="2014", end="2013").field == "end"
    assert refused(drawing, "say", **lives_in, against="gone").field == "against"


def test_a_pattern_has_people_against_whom_it_is() -> None:
    drawing = with_parents()
    pattern: dict[str, str | list[str]] = {
        "kind": "pattern",
        "pattern": "coalition",
        "members": ["Yara", "Sanne"],
    }
    drawing.draw("say", **pattern, against="Mehmet")
    drawing.draw("say", **pattern, instead_of=drawing.statement("pattern"))
    (found,) = drawing.family.patterns
    assert found.against == ()


def test_something_new_gets_an_id_and_what_is_there_is_said_otherwise() -> None:
    drawing = yara_alone()
    drawing.draw("say", kind="person", is_a="pet")
    pet = drawing.who["last"]
    assert drawing.family.person[pet].is_a is PersonKind.PET
    drawing.draw("say", kind="person", person=pet)
    assert drawing.family.person[pet].is_a is PersonKind.PERSON
    assert refused(drawing, "say", kind="person", person="made up").field == "person"


@pytest.mark.parametrize(
    ("field_name", "sent"),
    [
        ("do", {"do": "dance"}),
        ("do", {}),
        ("kind", {"do": "say", "kind": "gossip"}),
        ("kind", {"do": "say"}),
        ("of", {"do": "add_child"}),
        ("of", {"do": "add_child", "of": "nobody"}),
        ("of", {"do": "add_child", "of": ["a", "b"]}),
        ("gender", {"do": "add_person", "gender": "boat"}),
        ("birth", {"do": "add_person", "birth": "ooit"}),
        ("said_on", {"do": "add_person", "said_on": "31-2-2014"}),
        ("name", {"do": "add_person", "name": "x" * 121}),
        ("name", {"do": "add_person", "name": "Ya\0ra"}),
        ("name", {"do": "add_person", "name": "Ya\nra"}),
        ("name", {"do": "add_person", "name": "\ud800"}),
        ("who", {"do": "add_household", "who": [str(n) for n in range(41)]}),
        ("shoe_size", {"do": "add_person", "shoe_size": "36"}),
        ("tie", {"do": "say", "kind": "name", "person": "Yara", "name": "x", "tie": "close"}),
        ("name", {"do": "say", "kind": "name", "person": "Yara"}),
        ("text", {"do": "say", "kind": "note", "about": "Yara", "text": "x" * 4001}),
        ("words", {"do": "say", "kind": "event", "who": "Yara"}),
        ("who", {"do": "say", "kind": "event", "words": "verhuisd"}),
        ("strength", {"do": "say", "kind": "tie", "first": "a", "second": "b", "tie": "close",
                      "strength": "²"}),
        ("jim", {"do": "say", "kind": "supporter", "person": "a", "of": "b", "jim": "maybe"}),
        ("statement", {"do": "withdraw"}),
        ("statement", {"do": "choose", "statement": ["a", "b"]}),
        ("thing", {"do": "remove", "thing": "nobody"}),
        ("do", {"do": "undo"}),
        ("moment", {"do": "restore"}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_at_its_field(
    field_name: str, sent: Mapping[str, str | list[str]]
) -> None:
    drawing = yara_alone()
    fields = dict(sent)
    do = str(fields.pop("do", ""))
    assert refused(drawing, do, **fields).field == field_name


def test_what_a_form_carries_beside_it_is_not_looked_at() -> None:
    gesture_of({"do": ["undo"], "csrfmiddlewaretoken": ["x" * 200], "edit_id": ["y"]})


def test_a_long_text_keeps_its_lines() -> None:
    drawing = yara_alone()
    drawing.draw("say", kind="note", about="Yara", text="een\r\ntwee\tdrie")
    assert drawing.family.notes[drawing.who["Yara"]] == ("een\ntwee\tdrie",)


# --- Taking back and sharing ----------------------------------------------------------------------


def test_own_words_are_taken_back_struck_out_and_let_count_again() -> None:
    drawing = yara_alone()
    name = drawing.statement("name")
    drawing.draw("strike", statement=name, reason="spelling")
    assert drawing.family.people[0].name == ""
    drawing.draw("reinstate", statement=name)
    assert drawing.family.people[0].name == "Yara"
    drawing.draw("withdraw", statement=name)
    assert drawing.family.people[0].name == ""
    assert refused(drawing, "withdraw", statement=name).field == "statement"


def test_one_account_is_chosen() -> None:
    drawing = yara_alone()
    first = drawing.statement("name")
    drawing.draw("say", kind="name", person="Yara", name_="Yaar")
    assert drawing.family.people[0].name == "Yaar"
    drawing.draw("choose", statement=first)
    assert drawing.family.people[0].name == "Yara"


def test_who_was_drawn_by_oneself_is_taken_away_with_all_that_was_said() -> None:
    drawing = with_parents()
    drawing.draw("say", kind="birth", person="Mehmet", on="1984")
    applied = drawing.draw("remove", thing="Mehmet")
    assert isinstance(applied.edit.body, Withdraw)
    assert drawing.parents("Yara") == {"Sanne": Parentage.BIRTH}
    assert all(drawing.who["Mehmet"] not in {*one.fact.refers_to()} for one in drawing.map
               if one.counts)  # fmt: skip


def test_a_bond_and_a_home_that_join_nobody_any_more_go_too() -> None:
    drawing = yara_alone()
    drawing.draw("add_parent", of="Yara", name="Sanne")
    drawing.draw("add_household", name="bij Sanne", who="Sanne")
    applied = drawing.draw("remove", thing="Sanne")
    assert applied.warnings == ()
    assert not {"union", "household"} & {one.fact.kind for one in drawing.map if one.counts}


def test_who_was_drawn_by_another_is_struck_out() -> None:
    drawing = Drawing(by=WORKER)
    drawing.draw("add_person", name="Yara")
    drawing.by = MOTHER
    assert isinstance(drawing.draw("remove", thing="Yara").edit.body, Retract)
    assert drawing.family.people == ()


def test_a_professional_does_not_take_away_whom_the_family_drew() -> None:
    drawing = yara_alone()
    drawing.by = WORKER
    error = refused(drawing, "remove", thing="Yara")
    assert "The family said this" in error.words("en")
    drawing.draw("say", kind="birth", person="Yara", on="2015")
    drawing.draw("remove", thing=drawing.statement("birth"))
    assert str(drawing.family.people[0].birth) == "2014-03"


def test_a_list_of_children_loses_only_who_goes() -> None:
    drawing = with_parents()
    for name in ("Emir", "Noor"):
        drawing.draw("add_sibling", of="Yara", name=name)
    union = drawing.family.unions[0].id
    children = ["Noor", "Emir", "Yara"]
    drawing.draw("say", kind="birth_order", union=union, children=children)
    drawing.draw("remove", thing="Emir")
    left = [child.id for child in drawing.family.unions[0].children]
    assert left == [drawing.who["Noor"], drawing.who["Yara"]]


AT_THE_TABLE = Viewer("", Side.FAMILY)


def test_what_one_kept_close_is_shared_at_once() -> None:
    drawing = Drawing(audience=MINE)
    drawing.draw("add_person", name="Yara", birth="2014")
    drawing.draw("say", kind="event", who="Yara", words="verhuisd")
    assert len(seen_by(drawing.map, AT_THE_TABLE)) == 0
    drawing.draw("share")
    family = resolve(seen_by(drawing.map, AT_THE_TABLE))
    assert (family.people[0].name, len(family.events)) == ("Yara", 1)
    assert len(drawing.family.events) == 1
    assert "already knows" in refused(drawing, "share").words("en")


def test_a_name_is_shared_with_the_person_it_is_of() -> None:
    drawing = Drawing(audience=MINE)
    drawing.draw("add_person", name="Yara", birth="2014")
    drawing.draw("share", statement=drawing.statement("name"))
    (yara,) = resolve(seen_by(drawing.map, AT_THE_TABLE)).people
    assert (yara.name, yara.birth) == ("Yara", PartialDate())


def test_what_is_about_safety_is_not_shared_with_the_rest() -> None:
    drawing = yara_alone()
    drawing.by, drawing.audience = WORKER, Audience(Reach.PROFESSIONALS)
    drawing.draw("say", kind="note", about="Yara", text="overleg")
    refused(drawing, "share")
    drawing.draw("share", statement=drawing.statement("note"))
    assert len(resolve(seen_by(drawing.map, AT_THE_TABLE)).notes) == 1


def test_only_who_said_it_shares_it() -> None:
    drawing = Drawing(audience=MINE)
    drawing.draw("add_person", name="Yara")
    drawing.by = WORKER
    assert refused(drawing, "share", statement=drawing.statement("name")).field == "statement"


# --- To show to others ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("do", "gender", "beside"),
    [
        ("add_parent", "man", Beside("y", "above", "Bo", "square")),
        ("add_sibling", "woman", Beside("y", "left", "Bo", "circle")),
        ("add_partner", "nonbinary", Beside("y", "right", "Bo", "diamond")),
        ("add_child", "", Beside("y", "below", "Bo", "diamond")),
    ],
)
def test_others_see_where_somebody_comes(do: str, gender: str, beside: Beside) -> None:
    drawing = yara_alone()
    yara = drawing.who["Yara"]
    gesture = gesture_of({"do": [do], "of": [yara], "name": ["Bo"], "gender": [gender]})
    body = body_of(
        gesture,
        drawing.map,
        edit_id=str(NAMESPACE_OID),
        by=MOTHER,
        audience=CIRCLE,
        today=NOON.date(),
    )
    assert beside_of(gesture, body) == Beside(yara, beside.place, beside.name, beside.sign)


def test_nobody_new_comes_beside_anybody() -> None:
    drawing = yara_alone()
    for fields in ({"do": ["add_person"]}, {"do": ["remove"], "thing": [drawing.who["Yara"]]}):
        gesture = gesture_of(fields)
        body = body_of(
            gesture,
            drawing.map,
            edit_id=str(NAMESPACE_OID),
            by=MOTHER,
            audience=CIRCLE,
            today=NOON.date(),
        )
        assert beside_of(gesture, body) is None
        assert (new_person_of(body) == "") is isinstance(body, Withdraw)


def test_a_sign_that_turns_the_sentence_round_is_refused():
    with pytest.raises(GestureError):
        gesture_of({"do": ["add_person"], "name": ["Noor\u202enegeb"]})
