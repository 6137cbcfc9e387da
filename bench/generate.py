"""Fills a database with invented cases, fast: rows in bulk instead of one action at a time.

The rows are those that the actions would leave behind, without audit rows of the past. Every text
is sealed under its own key, so that a page pays the real price of opening it.
"""

import random
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from samenspel.evaluation import Outcome
from samenspel.web.accounts.models import District, RoleGrant, User
from samenspel.web.accounts.roles import Role
from samenspel.web.cases.choices import AskedBy, Certainty, CircleRole, Kind, Purpose
from samenspel.web.cases.models import Case, CircleMember, CounterfactualVersion, Youth
from samenspel.web.cases.states import State
from samenspel.web.figures.models import CaseFact, IntroductionFact, Product, Tariff
from samenspel.web.meetings.models import LearningCycle
from samenspel.web.vault.fields import SealedText, seal
from samenspel.web.vault.models import CaseKey
from samenspel.web.vault.router import KEYS
from samenspel.web.vault.wrapping import wrapping_keys

BATCH = 2_000
OWN_CASES = 60
"""Cases in whose circle the measured worker is, whatever the size of the town."""


@dataclass
class Town:
    """What stays the same while cases are added."""

    worker: User
    everybody: User
    districts: list[District]
    cycles: list[LearningCycle]
    now: datetime


def found_town(now: datetime) -> Town:
    """Districts, cycles, a product with its price, a worker, and one who is in every circle."""
    districts = [District.objects.create(key=key, name=key.title()) for key in ("west", "zuid")]
    today = now.date()
    cycles = [
        LearningCycle.objects.create(
            number=number,
            starts_on=today - timedelta(days=100 * number),
            ends_on=today - timedelta(days=100 * number - 90),
        )
        for number in range(1, 6)
    ]
    product = Product.objects.create(key="jggz", name_nl="Jeugd-ggz", name_en="Care", position=1)
    Tariff.objects.create(
        product=product,
        low=7000,
        high=9000,
        source="bench",
        valid_from=date(2000, 1, 1),
    )
    people = [User.objects.create(username=name, name=name) for name in ("worker", "everybody")]
    for person in people:
        for role in (Role.FAMILY_WORKER, Role.FACILITATOR):
            RoleGrant.objects.create(user=person, role=role, since=now - timedelta(days=900))
    return Town(*people, districts, cycles, now)


def add_cases(town: Town, number: int, *, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 (the same town every time)
    for start in range(0, number, BATCH):
        _add_batch(town, min(BATCH, number - start), dice)


def _add_batch(town: Town, number: int, dice: random.Random) -> None:
    keys = [(uuid4(), secrets.token_bytes(32)) for _ in range(number)]
    wrapper = wrapping_keys()[0]
    with transaction.atomic(using=KEYS), transaction.atomic():
        CaseKey.objects.bulk_create(
            CaseKey(
                id=key_id,
                wrapped=wrapper.wrap(key, key_id),
                wrapped_by=wrapper.fingerprint,
                made_at=town.now,
            )
            for key_id, key in keys
        )
        _insert_cases(town, keys, dice)
        cases = list(Case.objects.order_by("-id")[:number])
        Youth.objects.bulk_create(Youth(case=case, birth_year=2014) for case in cases)
        _add_circles(town, cases)
        CounterfactualVersion.objects.bulk_create(
            CounterfactualVersion(
                case=case,
                number=1,
                answer="jggz",
                certainty=Certainty.PROBABLY,
                made_at=case.opened_at,
                made_by=town.everybody,
            )
            for case in cases
        )
        _add_facts(town, cases, dice)


def _insert_cases(town: Town, keys: list[tuple[UUID, bytes]], dice: random.Random) -> None:
    """Through SQL: the field would fetch every key again to seal with it."""
    question = Case._meta.get_field("question")
    fact_id = Case._meta.get_field("fact_id")
    assert isinstance(question, SealedText)
    assert isinstance(fact_id, SealedText)
    cases = []
    for key_id, key in keys:
        opened = town.now - timedelta(days=dice.randrange(20, 700))
        case = Case(
            key_id=key_id,
            code=f"bench-{key_id.hex[:12]}",
            district=dice.choice(town.districts),
            kind=Kind.NEW,
            asked_by=AskedBy.PARENT,
            state=dice.choice([State.OPEN, State.IN_SESSION, State.RUNNING, State.CLOSED]),
            opened_at=opened,
            opened_by=town.everybody,
        )
        place = fact_id.place
        sealed = seal(str(uuid4()), key=key, key_id=key_id, place=place)
        case.__dict__["fact_id"] = fact_id.from_db_value(sealed)
        text = "Hoe krijgen we het thuis weer rustig, ook op een doordeweekse dag?"
        sealed = seal(text, key=key, key_id=key_id, place=question.place)
        case.__dict__["question"] = question.from_db_value(sealed)
        cases.append(case)
    Case.objects.bulk_create(cases)


def _add_circles(town: Town, cases: list[Case]) -> None:
    own = OWN_CASES - CircleMember.objects.filter(user=town.worker).count()
    pairs = [(case, town.everybody) for case in cases] + [(c, town.worker) for c in cases[:own]]
    CircleMember.objects.bulk_create(
        CircleMember(
            case=case,
            user=user,
            role=CircleRole.WORKER,
            purpose=Purpose.SUPPORT,
            since=case.opened_at,
            granted_by=town.everybody,
        )
        for case, user in pairs
    )


def _add_facts(town: Town, cases: list[Case], dice: random.Random) -> None:
    facts = [_fact(case, dice) for case in cases]
    CaseFact.objects.bulk_create(facts)
    IntroductionFact.objects.bulk_create(
        IntroductionFact(
            fact=fact,
            cycle=dice.choice(town.cycles),
            district_id=fact.district_id,
            setting="session",
            again=False,
        )
        for fact in facts
    )


def _fact(case: Case, dice: random.Random) -> CaseFact:
    month = case.opened_at.date().replace(day=1)
    closed = case.state == State.CLOSED
    outcomes = [Outcome.OWN_UNDER_5, Outcome.WITH_SCHOOL, Outcome.PARENTS_PAY, Outcome.REFERRAL]
    return CaseFact(
        district_id=case.district_id,
        kind="new",
        youths=1,
        opened=month,
        counterfactual="jggz",
        certainty="probably",
        counterfactual_version=1,
        freezes=month,
        closed=month if closed else None,
        outcome=dice.choice(outcomes).value if closed else "",
    )
