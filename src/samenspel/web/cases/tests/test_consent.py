"""Writing down a consent, and withdrawing it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from samenspel.web.cases import actions
from samenspel.web.cases.actions import Birth
from samenspel.web.cases.choices import ConsentBy
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.models import Case, Consent
from tests.world import NO_WORKERS, World, acts, consent, consent_to_session, open_case, refused


def day(world: World, days: int = 0) -> Any:
    return timezone.localdate(world.now) + timedelta(days=days)


def write_down(world: World, who: str = "worker", **changes: Any) -> Any:
    typed = {
        "youths": [str(youth.public_id) for youth in world.case.youths.all()],
        "given_by": "parents",
        "how": "spoken",
        "since": day(world).isoformat(),
        "until": day(world, 90).isoformat(),
        **changes,
    }
    return world.client(getattr(world, who)).post(world.page("consent"), typed)


def is_complete(case: Case, on: Any) -> bool:
    return not youths_without_consent(Case.objects.with_everything().get(pk=case.pk), on)


# --- Giving ---------------------------------------------------------------------------------------


def test_a_consent_is_written_down_with_who_how_and_how_long(world: World) -> None:
    assert write_down(world)["Location"] == world.page("case")
    given = world.case.consents.get()
    assert (given.given_by, given.how, given.written_by) == ("parents", "spoken", world.worker)
    assert is_complete(world.case, day(world, 90))
    assert not is_complete(world.case, day(world, 91))


def test_it_says_what_it_is_for(world: World) -> None:
    write_down(world, purpose="export")
    assert world.case.consents.get().purpose == "export"
    assert not is_complete(world.case, day(world))
    page = world.english(world.worker).get(world.page("case")).content.decode()
    assert "To take the drawing along. Parents or guardian" in page


@pytest.mark.parametrize(
    ("asked", "ticked"),
    [("export", "export"), ("", "learning_session"), ("iets", "learning_session")],
)
def test_the_page_that_leads_here_says_what_for(world: World, asked: str, ticked: str) -> None:
    address = f"{world.page('consent')}?purpose={asked}"
    form = world.client(world.worker).get(address).context["form"]
    assert form["purpose"].value() == ticked


def test_it_is_given_for_the_youths_that_were_ticked(world: World) -> None:
    world.case = open_case(
        world.by_worker(), world.west, births=[Birth(world.now.year - 5), Birth(None)]
    )
    first, second = world.case.youths.all()
    write_down(world, youths=[str(first.public_id)])
    assert not is_complete(world.case, day(world))
    write_down(world, youths=[str(second.public_id)])
    assert is_complete(world.case, day(world))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("purpose", "zomaar"),
        ("youths", []),
        ("youths", [str(uuid4())]),
        ("given_by", "buurman"),
        ("given_by", ""),
        ("how", ""),
        ("since", "gisteren"),
        ("until", ""),
    ],
)
def test_wrong_input_is_named(world: World, field: str, value: Any) -> None:
    assert list(write_down(world, **{field: value}).context["form"].errors) == [field]
    assert not Consent.objects.exists()


def test_a_youth_of_another_case_cannot_be_ticked(world: World) -> None:
    other = world.other_case.youths.get()
    response = write_down(world, youths=[str(other.public_id)])
    assert list(response.context["form"].errors) == ["youths"]


@pytest.mark.parametrize(("since", "until", "field"), [(0, -1, "until"), (1, 5, "since")])
def test_days_that_cannot_be_are_refused_at_their_field(
    world: World, since: int, until: int, field: str
) -> None:
    days = {
        "since": day(world, since).isoformat(),
        "until": day(world, until).isoformat(),
    }
    assert list(write_down(world, **days).context["form"].errors) == [field]
    assert not Consent.objects.exists()


def test_a_consent_of_one_day_is_a_consent(world: World) -> None:
    write_down(world, until=day(world).isoformat())
    assert is_complete(world.case, day(world))


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_writes_it_down(world: World, who: str, status: int) -> None:
    assert write_down(world, who).status_code == status
    assert not Consent.objects.exists()


# --- Withdrawing ----------------------------------------------------------------------------------


@pytest.fixture
def given(world: World) -> Consent:
    consent_to_session(world.case, world.by_worker())
    return world.case.consents.get()


def withdraw(world: World, who: str, given: Consent) -> int:
    address = world.page("withdraw", consent_id=given.public_id)
    return world.client(getattr(world, who)).post(address).status_code


@pytest.mark.parametrize(
    ("who", "status", "withdrawn"),
    [
        ("parent_in_circle", 302, True),
        ("worker", 302, True),
        ("partner_in_circle", 403, False),
        ("other_worker", 404, False),
    ],
)
def test_the_family_or_its_worker_withdraws_it(
    world: World, given: Consent, who: str, status: int, withdrawn: bool
) -> None:
    assert withdraw(world, who, given) == status
    given.refresh_from_db()
    assert (given.withdrawn_at is not None) == withdrawn
    assert is_complete(world.case, day(world)) != withdrawn


def test_the_family_sees_the_button_and_the_partner_does_not(world: World, given: Consent) -> None:
    address = world.page("withdraw", consent_id=given.public_id)
    pages = [
        world.client(user).get(world.page("case")).content.decode()
        for user in (world.parent_in_circle, world.partner_in_circle)
    ]
    assert [address in page for page in pages] == [True, False]


def test_a_consent_is_withdrawn_once(world: World, given: Consent) -> None:
    withdraw(world, "parent_in_circle", given)
    given.refresh_from_db()
    first, before = given.withdrawn_at, acts().count("case.consent.withdraw")
    actions.withdraw_consent(given, by=world.by_worker(world.now + timedelta(days=3)))
    given.refresh_from_db()
    assert given.withdrawn_at == first
    assert acts().count("case.consent.withdraw") == before


def test_what_is_on_a_coming_agenda_under_it_comes_off(world: World, given: Consent) -> None:
    actions.introduce(world.case, world.session_in(5), by=world.by_worker())
    withdraw(world, "parent_in_circle", given)
    world.case.refresh_from_db()
    assert (world.case.introductions.count(), world.case.state) == (0, "open")


def test_the_agenda_stays_when_another_consent_is_taken_back(world: World, given: Consent) -> None:
    actions.introduce(world.case, world.session_in(5), by=world.by_worker())
    write_down(world, purpose="export")
    withdraw(world, "parent_in_circle", world.case.consents.get(purpose="export"))
    assert world.case.introductions.count() == 1


def test_what_was_discussed_already_stays_on_record(world: World, given: Consent) -> None:
    by = world.by_worker()
    consent(world.case.youths.get(), ConsentBy.BOTH, since=day(world, -20), by=by)
    actions.introduce(world.case, world.session_in(-3), by=by)
    withdraw(world, "parent_in_circle", given)
    assert world.case.introductions.count() == 1


def test_the_family_can_withdraw_after_the_case_was_closed(world: World, given: Consent) -> None:
    actions.introduce(world.case, world.session_in(5), by=world.by_worker())
    Case.objects.filter(pk=world.case.pk).update(state="closed")
    assert withdraw(world, "parent_in_circle", given) == 302
    world.case.refresh_from_db()
    assert (world.case.introductions.count(), world.case.state) == (0, "closed")


def test_withdrawn_it_cannot_be_introduced_any_more(world: World, given: Consent) -> None:
    withdraw(world, "parent_in_circle", given)
    with refused("consent"):
        actions.introduce(world.case, world.session, by=world.by_worker())


def test_withdrawing_one_of_two_consents_leaves_the_case_on_the_agenda(world: World) -> None:
    by = world.by_worker()
    consent_to_session(world.case, by)
    consent_to_session(world.case, by)
    actions.introduce(world.case, world.session, by=by)
    first, second = world.case.consents.order_by("id")
    actions.withdraw_consent(first, by=by)
    assert world.case.introductions.count() == 1
    actions.withdraw_consent(second, by=by)
    assert world.case.introductions.count() == 0
