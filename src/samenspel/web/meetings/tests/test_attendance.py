"""Who was there: one tap per organisation. Unknown is not nobody."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from samenspel.web.accounts.roles import Role
from samenspel.web.figures.interim import interim_figures
from samenspel.web.meetings.actions import note_attendance
from samenspel.web.meetings.models import Attendance
from tests.world import World, acts


def tap(world: World, people: str, role: Role = Role.FACILITATOR, **more: Any) -> Any:
    given = {"meeting_id": world.session.public_id, "organisation_id": world.school.public_id}
    where = {key: more.pop(key, value) for key, value in given.items()}
    client = world.english(world.outsiders[role])
    return client.post(reverse("attendance", kwargs=where), {"people": people, **more})


def tap_family(world: World, people: str, role: Role = Role.FACILITATOR) -> Any:
    where = reverse("meeting_family", kwargs={"meeting_id": world.session.public_id})
    return world.english(world.outsiders[role]).post(where, {"people": people})


def noted() -> list[int | None]:
    return list(Attendance.objects.order_by("function").values_list("people", flat=True))


def said(world: World, response: Any, role: Role = Role.FACILITATOR) -> str:
    """The message on the page that one comes back to."""
    page = response.client.get(response["Location"])
    return " ".join(str(message) for message in page.context["messages"])


def test_a_tap_notes_how_many_came(world: World) -> None:
    response = tap(world, "3")
    meeting = reverse("meeting", kwargs={"meeting_id": world.session.public_id})
    assert response["Location"] == f"{meeting}#attendance"
    assert noted() == [3]
    assert acts()[0] == "meeting.attendance"


def test_another_tap_replaces_the_number(world: World) -> None:
    tap(world, "3")
    tap(world, "4")
    assert noted() == [4]


def test_nobody_takes_the_organisation_off(world: World) -> None:
    tap(world, "3")
    tap(world, "0")
    assert noted() == []


def test_unknown_is_noted_and_is_not_nobody(world: World) -> None:
    tap(world, "unknown")
    figures = interim_figures(timezone.localdate())
    assert noted() == [None]
    assert figures.partners["1"]["west"] == 1
    assert figures.attendances["1"]["west"] == 0


def test_nobody_types_who_somebody_is(world: World) -> None:
    tap(world, "1", function="de moeder van een leerling")
    assert Attendance.objects.get().function == ""


def test_two_functions_of_one_school_are_two_lines_and_one_organisation(world: World) -> None:
    by = world.actor(world.outsiders[Role.FACILITATOR])
    note_attendance(world.session, world.school, 1, function="intern begeleider", by=by)
    note_attendance(world.session, world.school, 5, function="leerkracht", by=by)
    tap(world, "2", function="leerkracht")
    figures = interim_figures(timezone.localdate())
    assert noted() == [1, 2]
    assert (figures.partners["1"]["west"], figures.organisations["1"]["west"]) == (2, 1)


@pytest.mark.parametrize("people", ["-3", "501", "99999999999999999999"])
def test_a_number_that_cannot_be_gives_a_sentence_and_nothing_is_saved(
    world: World, people: str
) -> None:
    assert "at most 500" in said(world, tap(world, people))
    assert "at most 500" in said(world, tap_family(world, people))
    assert noted() == []


@pytest.mark.parametrize("people", ["abc", "", "1,5", "½", "3 mensen", "1" * 5000])
def test_what_is_no_number_gives_a_sentence_and_nothing_is_saved(world: World, people: str) -> None:
    tap(world, "2")
    assert "in digits" in said(world, tap(world, people))
    assert "in digits" in said(world, tap_family(world, people))
    assert noted() == [2]


def test_as_many_as_can_be(world: World) -> None:
    tap(world, "500")
    assert noted() == [500]


def test_family_members_are_noted_apart_and_are_no_partner(world: World) -> None:
    tap(world, "2")
    tap_family(world, "3")
    figures = interim_figures(timezone.localdate())
    world.session.refresh_from_db()
    assert world.session.family_members == 3
    assert (figures.family_members["1"]["west"], figures.attendances["1"]["west"]) == (3, 5)
    assert (figures.partners["1"]["west"], figures.organisations["1"]["west"]) == (2, 1)


@pytest.mark.parametrize(("people", "kept"), [("0", 0), ("unknown", None)])
def test_no_family_and_not_known_are_two_things(
    world: World, people: str, kept: int | None
) -> None:
    tap_family(world, "3")
    tap_family(world, people)
    world.session.refresh_from_db()
    assert world.session.family_members == kept


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.REFLEXIVE_MONITOR, Role.FAMILY_MEMBER])
def test_only_who_holds_meetings_notes_attendance(world: World, role: Role) -> None:
    assert tap(world, "3", role).status_code == 404
    assert tap_family(world, "3", role).status_code == 404
    assert noted() == []


@pytest.mark.parametrize("where", ["meeting_id", "organisation_id"])
def test_what_does_not_exist_is_not_found(world: World, where: str) -> None:
    nowhere: dict[str, Any] = {where: uuid4()}
    assert tap(world, "3", **nowhere).status_code == 404


@pytest.mark.parametrize("function", ["x" * 200, "\x00", "<b>"])
def test_an_odd_function_is_no_error(world: World, function: str) -> None:
    response = tap(world, "3", function=function)
    assert response.status_code == 302
    assert response.client.get(response["Location"]).status_code == 200
