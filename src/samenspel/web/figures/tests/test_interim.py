"""The page with the interim figures: exact for who works with them, coarse for others."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samenspel.evaluation import CaseFacts, ClosingReason
from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN
from samenspel.web.accounts.models import User
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.models import AuditRow
from samenspel.web.figures.actions import store_facts
from samenspel.web.figures.models import Note
from samenspel.web.figures.presenters import FiguresPage, Table
from tests.evaluation.examples import GP_REFERRAL, case, own
from tests.world import World, acts

COARSE = [Role.PROGRAMME_TEAM, Role.POLICY_OFFICER, Role.FAMILY_WORKER]
EXACT = [Role.FACILITATOR, Role.REFLEXIVE_MONITOR]
MOVED = ClosingReason.MOVED_AWAY


def close_cases(*facts: CaseFacts) -> None:
    for fact in facts:
        store_facts(uuid4(), fact)


def page(world: World, role: Role) -> FiguresPage:
    return world.client(world.outsiders[role]).get(reverse("figures")).context["shown"]


def table(shown: FiguresPage, key: str) -> Table:
    return next(table for table in shown.tables if table.key == key)


def cells(table: Table) -> list[int | None]:
    return [cell for row in table.rows for cell in row.cells if not row.is_total]


def total(table: Table) -> list[Any]:
    return [cell for row in table.rows for cell in row.cells if row.is_total]


@pytest.fixture
def pilot(world: World) -> World:
    """Fourteen closed cases, of which two moved away."""
    close_cases(*[case(own())] * 7, *[case(GP_REFERRAL)] * 5, *[case(closed_as=MOVED)] * 2)
    return world


# --- Who sees what --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", COARSE)
def test_coarse_readers_see_groups_and_what_is_few_stays_hidden(pilot: World, role: Role) -> None:
    shown = page(pilot, role)
    assert cells(table(shown, "outcome")) == [7, 5, None]
    assert total(table(shown, "outcome")) == []
    assert not shown.exact
    assert not shown.rows_open


@pytest.mark.parametrize("role", COARSE)
def test_coarse_readers_see_no_exact_outcome_anywhere_on_the_page(pilot: World, role: Role) -> None:
    html = pilot.english(pilot.outsiders[role]).get(reverse("figures")).content.decode()
    assert "too few to show" in html
    for words in ("Referred by the GP", "Moved away, cannot", "Running", "Per closed case"):
        assert words not in html
    assert reverse("figures_json") not in html
    assert reverse("figure_rows") not in html


@pytest.mark.parametrize("role", COARSE)
def test_coarse_readers_see_cases_but_not_how_many_are_closed(pilot: World, role: Role) -> None:
    columns = table(page(pilot, role), "cases").columns
    assert len(columns) == 2
    assert len(table(page(pilot, Role.FACILITATOR), "cases").columns) == 4


@pytest.mark.parametrize("role", EXACT)
def test_who_works_with_the_figures_sees_them_exactly(pilot: World, role: Role) -> None:
    shown = page(pilot, role)
    assert sorted(cells(table(shown, "outcome"))) == [2, 5, 7]  # type: ignore[type-var]
    assert total(table(shown, "outcome")) == [14]
    assert shown.exact


def test_only_the_monitor_is_led_to_the_rows(pilot: World) -> None:
    open_to = {role for role in (*COARSE, *EXACT) if page(pilot, role).rows_open}
    assert open_to == {Role.REFLEXIVE_MONITOR}


@pytest.mark.parametrize(
    "role", [Role.ADMINISTRATOR, Role.FAMILY_MEMBER, Role.PARTNER_PROFESSIONAL]
)
def test_others_find_no_figures(world: World, role: Role) -> None:
    client = world.client(world.outsiders[role])
    assert client.get(reverse("figures")).status_code == 404


def test_notes_that_quote_outcomes_are_for_exact_readers(world: World) -> None:
    Note.objects.create(key="a", section="cases", text_nl="Van de 14", text_en="Of the 14")
    Note.objects.create(key="b", section="partners", text_nl="Regels", text_en="Lines")
    notes = {
        role: [note.key for table in page(world, role).tables for note in table.notes]
        for role in (Role.PROGRAMME_TEAM, Role.FACILITATOR)
    }
    assert notes == {Role.PROGRAMME_TEAM: ["b"], Role.FACILITATOR: ["b", "a"]}


# --- What is hidden stays hidden ------------------------------------------------------------------


def test_what_would_have_been_used_does_not_give_back_what_the_outcomes_hide(
    world: World,
) -> None:
    """Five, five and five are fifteen: then eight and five leave two, whatever the page says."""
    answers: Iterator[str] = iter(["jggz"] * 5 + ["ijw-45"] * 5 + [NO_HELP] * 3 + [NOT_KNOWN] * 2)
    close_cases(
        *(case(own(), expected=next(answers)) for _ in range(8)),
        *(case(GP_REFERRAL, expected=next(answers)) for _ in range(5)),
        *(case(closed_as=MOVED, expected=next(answers)) for _ in range(2)),
    )
    shown = page(world, Role.PROGRAMME_TEAM)
    assert cells(table(shown, "outcome")) == [8, 5, None]
    assert cells(table(shown, "counterfactual")) == [None, None, None]
    assert total(table(shown, "counterfactual")) == []


def test_when_nothing_is_few_both_tables_are_whole(world: World) -> None:
    answers = iter(["jggz"] * 5 + ["ijw-45"] * 5 + [NO_HELP] * 5)
    close_cases(
        *(case(own(), expected=next(answers)) for _ in range(5)),
        *(case(GP_REFERRAL, expected=next(answers)) for _ in range(5)),
        *(case(closed_as=MOVED, expected=next(answers)) for _ in range(5)),
    )
    shown = page(world, Role.PROGRAMME_TEAM)
    for key in ("outcome", "counterfactual"):
        assert (cells(table(shown, key)), total(table(shown, key))) == ([5, 5, 5], [15])


def test_a_range_over_fewer_than_five_cases_is_not_shown(world: World) -> None:
    close_cases(*[case(own())] * 4, *[case(closed_as=MOVED)] * 3)
    assert page(world, Role.PROGRAMME_TEAM).avoided is None
    assert page(world, Role.FACILITATOR).avoided is not None


def test_an_empty_pilot_has_a_page_of_zeros(world: World) -> None:
    for role in (*COARSE, *EXACT):
        assert page(world, role).avoided is None


# --- The rows and the file ------------------------------------------------------------------------


def test_the_monitor_opens_the_rows_and_that_is_recorded(pilot: World) -> None:
    client = pilot.client(pilot.outsiders[Role.REFLEXIVE_MONITOR])
    rows = client.get(reverse("figure_rows")).context["page"].rows
    assert len(rows) == 14
    assert acts()[0] == "figures.rows"


def test_nobody_else_opens_the_rows(pilot: World) -> None:
    for role in set(Role) - {Role.REFLEXIVE_MONITOR}:
        assert pilot.client(pilot.outsiders[role]).get(reverse("figure_rows")).status_code == 404


def test_the_file_holds_the_exact_figures_and_taking_it_is_recorded(pilot: World) -> None:
    user: User = pilot.outsiders[Role.FACILITATOR]
    response = pilot.client(user).get(reverse("figures_json"))
    assert response.json()["closed"]["outcome"] == {
        "moved_away": 2,
        "own_effort_swt": 7,
        "referral_by_gp": 5,
    }
    assert "attachment" in response["Content-Disposition"]
    row = AuditRow.objects.latest("id")
    assert (row.event_type_code, row.user_id) == ("figures.export", str(user.public_id))


def test_nobody_else_takes_the_file(pilot: World) -> None:
    for role in set(Role) - set(EXACT):
        assert pilot.client(pilot.outsiders[role]).get(reverse("figures_json")).status_code == 404


def test_looking_at_the_figures_is_recorded(world: World) -> None:
    page(world, Role.PROGRAMME_TEAM)
    assert acts()[0] == "figures.see"
