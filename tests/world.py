"""A small world for tests: a few people whose name carries their rights, one family, one session.

Everything is made through the actions that people use. `world` is loaded by the root conftest.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District, RoleGrant, Team, User
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.models import AuditRow
from samenspel.web.cases import actions as cases
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    ClosingReason,
    ConsentBy,
    ConsentHow,
    EffortKind,
    Kind,
    Purpose,
)
from samenspel.web.cases.models import Case, Consent, Youth
from samenspel.web.figures.models import Product, Tariff
from samenspel.web.meetings import actions as meetings
from samenspel.web.meetings.models import LearningCycle, Meeting, MeetingKind
from samenspel.web.partners.models import Organisation, Sector

SECRET = "Waarom wil onze dochter niet meer naar zwemles"
"""The question of the family in the world: nobody outside its circle may ever read it."""


NO_WORKERS = [("other_worker", 404), ("partner_in_circle", 403), ("parent_in_circle", 403)]
"""Who may not write in the world's case, and what they get: an outsider, and two who may read."""


@dataclass
class World:
    now: datetime
    west: District
    zuid: District
    team: Team
    cycle: LearningCycle
    session: Meeting
    school: Organisation
    worker: User
    partner_in_circle: User
    parent_in_circle: User
    other_worker: User
    outsiders: dict[Role, User]
    case: Case
    other_case: Case

    def actor(self, user: User, at: datetime | None = None) -> Actor:
        return Actor.of(user, at=at or self.now)

    def client(self, user: User | None = None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    def english(self, user: User | None = None) -> Client:
        """A client that reads the pages in English, so that a test can quote them."""
        client = self.client(user)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    def by_worker(self, at: datetime | None = None) -> Actor:
        return self.actor(self.worker, at)

    def page(self, name: str, **more: object) -> str:
        """The address of a page of the world's case."""
        return reverse(name, kwargs={"case_id": self.case.public_id, **more})

    def session_in(self, days: int, kind: MeetingKind = MeetingKind.LEARNING_SESSION) -> Meeting:
        """Another session in West, so many days from today."""
        day = timezone.localdate(self.now) + timedelta(days=days)
        return meetings.plan_meeting(
            kind=kind, held_on=day, district=self.west, by=self.by_worker()
        )


def make_user(username: str, *roles: Role, since: datetime, team: Team | None = None) -> User:
    user = User(username=username, name=username.replace("-", " ").capitalize(), team=team)
    user.set_password("een lang wachtwoord")
    user.save()
    for role in roles:
        RoleGrant.objects.create(user=user, role=role, since=since)
    return user


def open_case(by: Actor, district: District, question: str = SECRET, **changes: object) -> Case:
    given: dict[str, object] = {
        "district": district,
        "kind": Kind.NEW,
        "asked_by": AskedBy.PARENT,
        "question": question,
        "births": [cases.Birth(by.at.year - 9, 5)],
        "counterfactual": "jggz",
        "certainty": Certainty.PROBABLY,
        "themes": ["school"],
        "by": by,
    }
    return cases.open_case(**{**given, **changes})  # type: ignore[arg-type]


def consent_to_session(case: Case, by: Actor) -> None:
    today = timezone.localdate(by.at)
    for youth in case.youths.all():
        cases.give_consent(
            case,
            youth,
            given_by=ConsentBy.BOTH,
            how=ConsentHow.SPOKEN,
            since=today,
            until=today + timedelta(days=90),
            by=by,
        )


def consent(
    youth: Youth, given_by: ConsentBy, *, since: date, until: date | None = None, by: Actor
) -> Consent:
    return cases.give_consent(
        youth.case,
        youth,
        given_by=given_by,
        how=ConsentHow.SPOKEN,
        since=since,
        until=until or since + timedelta(days=90),
        by=by,
    )


def add_effort(case: Case, by: Actor, **changes: object) -> None:
    given: dict[str, object] = {
        "kind": EffortKind.OWN,
        "started_on": timezone.localdate(by.at),
        "by": by,
    }
    cases.add_effort(case, **{**given, **changes})  # type: ignore[arg-type]


def close_case(case: Case, by: Actor, **changes: object) -> None:
    given: dict[str, object] = {
        "reason": ClosingReason.FINISHED,
        "help_stopped": False,
        "closed_on": timezone.localdate(by.at),
        "by": by,
    }
    cases.close_case(case, **{**given, **changes})  # type: ignore[arg-type]


@contextmanager
def refused(words: str, field: str | None = None) -> Iterator[None]:
    """What is done in this block is refused, at this field, with these words (in English)."""
    with override("en"), pytest.raises(ValidationError) as caught:
        yield
    assert words in " ".join(caught.value.messages)
    assert field is None or field in caught.value.message_dict


def errors_of(response: Any, form: str = "form") -> str:
    """All that a page says is wrong with what was typed; empty when nothing is."""
    found = response.context[form].errors.values()
    return " ".join(message for messages in found for message in messages)


def acts() -> list[str]:
    """What was recorded in the audit log, the newest first."""
    return list(AuditRow.objects.order_by("-id").values_list("event_type_code", flat=True))


@pytest.fixture
def world(db: None) -> World:
    now = timezone.now()
    long_ago = now - timedelta(days=400)
    today = timezone.localdate(now)
    west = District.objects.create(key="west", name="West")
    zuid = District.objects.create(key="zuid", name="Zuid")
    team = Team.objects.create(name="Wijkteam West", district=west)
    jggz = Product.objects.create(
        key="jggz",
        name_nl="Jeugd-ggz",
        name_en="Mental health",
        category="54",
        own=True,
        position=1,
    )
    Tariff.objects.create(
        product=jggz, low=7000, high=9000, source="test", valid_from=long_ago.date()
    )
    school = Organisation.objects.create(name="Basisschool De Boomhut", sector=Sector.SCHOOL)
    worker = make_user("worker", Role.FAMILY_WORKER, since=long_ago, team=team)
    other_worker = make_user("other-worker", Role.FAMILY_WORKER, since=long_ago, team=team)
    partner = make_user("partner-in-circle", Role.PARTNER_PROFESSIONAL, since=long_ago)
    parent = make_user("parent-in-circle", Role.FAMILY_MEMBER, since=long_ago)
    outsiders = {role: make_user(f"outsider-{role}", role, since=long_ago) for role in Role}
    by = Actor.of(worker, at=now)
    cycle = meetings.plan_cycle(
        number=1, starts_on=today - timedelta(days=30), ends_on=today + timedelta(days=60), by=by
    )
    session = meetings.plan_meeting(
        kind=MeetingKind.LEARNING_SESSION, held_on=today, district=west, by=by
    )
    case = open_case(by, west)
    cases.add_to_circle(case, partner, role=CircleRole.PARTNER, purpose=Purpose.CONSULT, by=by)
    cases.add_to_circle(case, parent, role=CircleRole.PARENT, purpose=Purpose.OWN_FILE, by=by)
    other = Actor.of(other_worker, at=now)
    other_case = open_case(other, zuid, question="Hoe wordt het rustiger aan tafel?")
    return World(
        now=now,
        west=west,
        zuid=zuid,
        team=team,
        cycle=cycle,
        session=session,
        school=school,
        worker=worker,
        partner_in_circle=partner,
        parent_in_circle=parent,
        other_worker=other_worker,
        outsiders=outsiders,
        case=case,
        other_case=other_case,
    )
