"""A small world for tests: a few people whose name carries their rights, one family, one session.

Everything is made through the actions that people use. `world` is loaded by the root conftest.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District, RoleGrant, Team, User
from samenspel.web.accounts.roles import Role
from samenspel.web.cases import actions as cases
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    ConsentBy,
    ConsentHow,
    Kind,
    Purpose,
)
from samenspel.web.cases.models import Case
from samenspel.web.figures.models import Product, Tariff
from samenspel.web.meetings import actions as meetings
from samenspel.web.meetings.models import LearningCycle, Meeting, MeetingKind
from samenspel.web.partners.models import Organisation, Sector

SECRET = "Waarom wil onze dochter niet meer naar zwemles"
"""The question of the family in the world: nobody outside its circle may ever read it."""


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
