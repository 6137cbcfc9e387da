"""Writing down a question at the door."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions
from samenspel.web.cases.choices import CircleRole
from samenspel.web.cases.codes import WORDS, new_code
from samenspel.web.cases.models import Case
from samenspel.web.figures.models import CaseFact
from samenspel.web.vault.models import CaseKey
from tests.world import World, acts, open_case

QUESTION = "Hij wil ’s avonds niet meer naar boven"


def typed(world: World, **changes: Any) -> dict[str, Any]:
    return {
        "question": QUESTION,
        "asked_by": "parent",
        "district": world.west.pk,
        "kind": "new",
        "births": "5-2014, 2016",
        "counterfactual": "jggz",
        "certainty": "probably",
        "themes": ["school", "grief"],
        "client_number": "",
        **changes,
    }


def post(world: World, **changes: Any) -> Any:
    return world.english(world.worker).post(reverse("open_case"), typed(world, **changes))


def newest() -> Case:
    return Case.objects.latest("id")


def test_a_question_is_written_down_and_its_page_opens(world: World) -> None:
    response = post(world)
    case = newest()
    assert response["Location"] == reverse("case", kwargs={"case_id": case.public_id})
    assert (case.question, case.themes, case.state) == (QUESTION, ["grief", "school"], "open")
    assert [(y.birth_year, y.birth_month) for y in case.youths.all()] == [(2014, 5), (2016, None)]


def test_who_writes_it_down_is_its_worker_and_nobody_else_sees_it(world: World) -> None:
    post(world)
    member = newest().circle.get()
    assert (member.user, member.role, member.until) == (world.worker, CircleRole.WORKER, None)


def test_the_figures_know_of_it_and_the_audit_has_its_rows(world: World) -> None:
    open_case(world.by_worker(), world.west)
    assert CaseFact.objects.count() == 3
    assert acts()[:2] == ["case.open", "case.circle.add"]


def test_the_first_judgement_is_version_one(world: World) -> None:
    post(world, counterfactual="unknown", certainty="guess")
    version = newest().counterfactuals.get()
    assert (version.number, version.answer, version.certainty) == (1, "unknown", "guess")


@pytest.mark.parametrize("births", ["", "  ", ",;,"])
def test_nothing_typed_is_one_youth_of_whom_it_is_not_known_yet(world: World, births: str) -> None:
    post(world, births=births)
    youth = newest().youths.get()
    assert (youth.birth_year, youth.birth_month) == (None, None)


def test_what_is_not_known_yet_may_stay_empty(world: World) -> None:
    post(world, births="", themes=[], asked_by="unknown", client_number="")
    assert (newest().themes, newest().client_number) == ([], None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("question", ""),
        ("question", "x" * 2001),
        ("district", "999"),
        ("kind", "oud"),
        ("counterfactual", ""),
        ("counterfactual", "bestaat-niet"),
        ("certainty", "vast wel"),
        ("themes", ["geheim"]),
        ("births", "volgend jaar"),
        ("client_number", "1" * 41),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_saved(
    world: World, field: str, value: object
) -> None:
    before = (Case.objects.count(), CaseKey.objects.count())
    response = post(world, **{field: value})
    assert list(response.context["form"].errors) == [field]
    assert (Case.objects.count(), CaseKey.objects.count()) == before


def test_what_was_typed_stays_in_the_page_when_something_is_wrong(world: World) -> None:
    page = post(world, births="ooit", client_number="CA-17").content.decode()
    assert QUESTION in page
    assert "ooit" in page
    assert "CA-17" in page


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTNER_PROFESSIONAL, Role.ADMINISTRATOR])
def test_only_a_family_worker_opens_cases(world: World, role: Role) -> None:
    before = Case.objects.count()
    client = world.client(world.outsiders[role])
    assert client.post(reverse("open_case"), typed(world)).status_code == 404
    assert Case.objects.count() == before


def test_the_district_of_ones_team_is_chosen_already(world: World) -> None:
    form = world.client(world.worker).get(reverse("open_case")).context["form"]
    assert form["district"].value() == world.west.pk


def test_when_saving_fails_the_key_waits_to_be_swept(world: World, monkeypatch) -> None:
    """A key without a case is harmless; a case without a key could never be read."""
    monkeypatch.setattr(actions.opening, "new_code", lambda _is_taken: world.case.code)
    before = (Case.objects.count(), CaseKey.objects.count())
    with pytest.raises(IntegrityError), transaction.atomic():
        open_case(world.by_worker(), world.west)
    assert (Case.objects.count(), CaseKey.objects.count()) == (before[0], before[1] + 1)


# --- Codes ----------------------------------------------------------------------------------------


def test_codes_are_a_word_and_a_number_and_none_is_given_twice() -> None:
    given: set[str] = set()
    for _ in range(2000):
        code = new_code(given.__contains__)
        assert code not in given
        given.add(code)
    words, numbers = zip(*(code.split("-") for code in given), strict=True)
    assert set(words) <= set(WORDS)
    assert {len(number) for number in numbers} == {3}


def test_when_the_short_codes_are_full_a_longer_one_comes() -> None:
    code = new_code(lambda code: len(code.split("-")[1]) < 5)
    assert len(code.split("-")[1]) == 5


def test_a_code_that_another_case_has_is_not_taken(world: World, monkeypatch) -> None:
    word, number = world.case.code.split("-")
    drawn = iter([number, "000"])
    monkeypatch.setattr("samenspel.web.cases.codes.secrets.choice", lambda _words: word)
    monkeypatch.setattr("samenspel.web.cases.codes._number", lambda _digits: next(drawn))
    assert open_case(world.by_worker(), world.west).code == f"{word}-000"
