"""Loads the demonstration pilot, through the same actions that people use.

Everything happens at the moment it is dated, so freezing, audit and figures come out as they would
have. All or nothing: a file that is cut in half leaves the database empty.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, partial
from importlib.resources import files
from typing import Any

from django.db import transaction
from django.utils import timezone

from samenspel.web.accounts.actions import make_account
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District, JoinCode, Team, User
from samenspel.web.accounts.roles import Role
from samenspel.web.agenda.models import Category, LearningQuestion
from samenspel.web.audit.models import AuditRow
from samenspel.web.audit.record import Act, record
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
    Talks,
)
from samenspel.web.cases.models import Case
from samenspel.web.demonstration.accounts import ACCOUNTS, PASSWORD
from samenspel.web.demonstration.maps import Drawings, Visit
from samenspel.web.demonstration.products import OWN_PRODUCTS
from samenspel.web.figures.actions import set_tariff
from samenspel.web.figures.models import BaselineDecision, Note, Product
from samenspel.web.meetings import actions as meetings
from samenspel.web.meetings.models import LearningCycle, Meeting, MeetingKind
from samenspel.web.partners.models import Organisation
from samenspel.web.vault.router import KEYS

BEGIN = datetime(2022, 4, 1, 8, tzinfo=UTC)
CONSENT_LASTS = timedelta(days=365)
PARTNER_AND_PARENT_IN_CASE = 7

Row = dict[str, str]


class BadDemonstrationData(Exception):
    """A data file that cannot be what it was; names the file and says what to do."""


def load_demonstration() -> None:
    """Fill an empty database. Loading twice is refused by the caller, see `is_empty()`."""
    with transaction.atomic(using=KEYS), transaction.atomic():
        pilot = Pilot()
        pilot.frame()
        pilot.people()
        pilot.meetings()
        pilot.learning()
        pilot.money()
        pilot.cases()
        record(
            Act.DEMONSTRATION_LOADED,
            by=Actor(user=None, at=timezone.now()),
            object_type="installation",
        )


def holds_demonstration() -> bool:
    return AuditRow.objects.filter(event_type_code=Act.DEMONSTRATION_LOADED).exists()


def is_empty() -> bool:
    return not User.objects.exists() and not Case.objects.exists()


@dataclass(frozen=True)
class Event:
    """Something that happened to a case, to be played in order of time."""

    at: datetime
    number: int
    do: Callable[[Actor], Any]


class Pilot:
    """One pass over the files; each method fills one part."""

    def frame(self) -> None:
        for row in read("districts"):
            district = District.objects.create(key=row["key"], name=row["name"])
            if row["key"] in {"west", "zuid"}:
                Team.objects.create(name=f"Wijkteam {district.name}", district=district)
        for row in read("organisations"):
            Organisation.objects.create(name=row["name"], sector=row["sector"])

    def people(self) -> None:
        house = Actor(user=None, at=BEGIN)
        for account in ACCOUNTS:
            user, _code = make_account(
                username=account.username,
                name=account.name,
                roles=account.roles,
                team=Team.objects.filter(district__key=account.district).first(),
                organisation=self._first_partner if account.username == "partner" else None,
                by=house,
            )
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
        JoinCode.objects.all().delete()

    def meetings(self) -> None:
        facilitators = {"west": self._user("gezinswerker"), "zuid": self._user("begeleider")}
        for row in read("cycles"):
            meetings.plan_cycle(
                number=int(row["number"]),
                starts_on=day(row["starts_on"]),
                ends_on=day(row["ends_on"]),
                by=self._act("monitor", BEGIN),
            )
        for row in read("meetings"):
            on = day(row["held_on"])
            self._meetings[row["key"]] = meetings.plan_meeting(
                kind=MeetingKind(row["kind"]),
                held_on=on,
                district=self._districts[row["district"]] if row["district"] else None,
                cycle=LearningCycle.objects.filter(number=row["cycle"] or 0).first(),
                facilitator=facilitators.get(row["district"]),
                people_present=number(row["people_present"]),
                family_members=number(row["family_members"]),
                by=self._act("begeleider", at(on, 8)),
            )
        for row in read("attendance"):
            meeting = self._meetings[row["meeting"]]
            meetings.note_attendance(
                meeting,
                self._organisations[row["organisation"]],
                number(row["people"]),
                function=row["function"],
                by=self._act("begeleider", at(meeting.held_on, 14)),
            )

    def learning(self) -> None:
        for row in read("categories"):
            Category.objects.create(**row)
        categories = {category.key: category for category in Category.objects.all()}
        cycles = {str(cycle.number): cycle for cycle in LearningCycle.objects.all()}
        for row in read("learning_questions"):
            LearningQuestion.objects.create(
                text=row["text"],
                asker=row["asker"],
                meeting_kind=row["meeting_kind"],
                status=row["status"],
                district=self._districts[row["district"]] if row["district"] else None,
                cycle=cycles[row["cycle"]],
                category=categories[row["category"]],
            )

    def money(self) -> None:
        for position, (key, name_nl, name_en, category) in enumerate(OWN_PRODUCTS, start=1):
            Product.objects.create(
                key=key,
                name_nl=name_nl,
                name_en=name_en,
                category=category,
                own=True,
                position=position,
            )
        for row in read("tariffs"):
            set_tariff(
                Product.objects.get(key=row["product"]),
                low=int(row["low"]),
                high=int(row["high"]),
                months=int(row["months"]),
                source=row["source"],
                valid_from=day(row["valid_from"]),
                by=self._act("beleid", BEGIN),
            )
        BaselineDecision.objects.bulk_create(
            BaselineDecision(
                district=self._districts[row["district"]], is_first=row["is_first"] == "true"
            )
            for row in read("baseline")
        )
        for row in read("notes"):
            Note.objects.create(**row)

    def cases(self) -> None:
        """Play everything that happened to the cases in order of time."""
        self._cases: dict[int, Case] = {}
        for event in sorted(self._events(), key=lambda event: (event.at, event.number)):
            event.do(self._act(self._worker_of(event.number), event.at))

    def _events(self) -> Iterator[Event]:
        for row in read("cases"):
            yield from self._events_of(row)
        for row in read("efforts"):
            yield self._effort(row)
        for row in read("closings"):
            yield self._closing(row)
        drawings = Drawings(read("map_people"), read("map_bonds"), read("map_facts"))
        for visit in map(Visit.of, read("map_visits")):
            yield self._drawing(visit, drawings)

    def _events_of(self, row: Row) -> Iterator[Event]:
        key, opened = int(row["number"]), day(row["opened_on"])
        yield Event(at(opened, 10), key, lambda by: self._open(key, row, by))
        yield Event(
            at(opened, 11), key, lambda by: self._consent(key, row["consent_by"], opened, by)
        )
        if key == PARTNER_AND_PARENT_IN_CASE:
            yield Event(at(opened, 11), key, lambda by: self._circle(key, by))
        if row["first_talk_on"]:
            first = day(row["first_talk_on"])
            yield Event(at(first, 12), key, lambda by: self._first_talk(key, first, by))
        for name in [row["introduced_at"], *filter(None, row["again_at"].split(";"))]:
            meeting = self._meetings[name]
            yield Event(at(meeting.held_on, 13), key, partial(self._introduce, key, meeting))

    def _open(self, key: int, row: Row, by: Actor) -> None:
        self._cases[key] = cases.open_case(
            district=self._districts[row["district"]],
            kind=Kind(row["kind_reason"] or row["kind"]),
            asked_by=AskedBy(row["asked_by"]),
            question=row["question"],
            births=[birth(text) for text in row["youths"].split(";") if text],
            counterfactual=row["counterfactual"],
            certainty=Certainty(row["certainty"]),
            themes=row["themes"].split(";"),
            by=by,
        )

    def _consent(self, key: int, given_by: str, since: date, by: Actor) -> None:
        for youth in self._cases[key].youths.all():
            cases.give_consent(
                self._cases[key],
                youth,
                given_by=ConsentBy(given_by),
                how=ConsentHow.SPOKEN,
                since=since,
                until=since + CONSENT_LASTS,
                by=by,
            )

    def _circle(self, key: int, by: Actor) -> None:
        for username, role, purpose in (
            ("ouder", CircleRole.PARENT, Purpose.OWN_FILE),
            ("partner", CircleRole.PARTNER, Purpose.CONSULT),
        ):
            user = self._user(username)
            cases.add_to_circle(self._cases[key], user, role=role, purpose=purpose, by=by)

    def _first_talk(self, key: int, on: date, by: Actor) -> None:
        cases.note_first_talk(self._cases[key], on=on, family_question="", by=by)

    def _introduce(self, key: int, meeting: Meeting, by: Actor) -> None:
        cases.introduce(self._cases[key], meeting, by=by)

    def _effort(self, row: Row) -> Event:
        key, started = int(row["case"]), day(row["started_on"])
        return Event(
            at(started, 15),
            key,
            lambda by: cases.add_effort(
                self._cases[key],
                kind=EffortKind(row["kind"]),
                talks=Talks(row["talks"]) if row["talks"] else None,
                budget_percent=number(row["budget_percent"]),
                started_on=started,
                by=by,
            ),
        )

    def _closing(self, row: Row) -> Event:
        key, closed = int(row["case"]), day(row["closed_on"])
        return Event(
            at(closed, 16),
            key,
            lambda by: cases.close_case(
                self._cases[key],
                reason=ClosingReason(row["reason"]),
                help_stopped=row["help_stopped"] == "yes",
                closed_on=closed,
                by=by,
            ),
        )

    def _drawing(self, visit: Visit, drawings: Drawings) -> Event:
        user = self._user(visit.username)
        return Event(
            at(visit.day, visit.hour),
            visit.case,
            lambda by: drawings.draw(visit, self._cases[visit.case], user, by.at),
        )

    def _worker_of(self, key: int) -> str:
        """West is shared by two workers, so that a list is a list of one worker."""
        if self._district_of_case[key] == "zuid":
            return "gezinswerker-zuid"
        return "gezinswerker" if key % 2 else "collega"

    def _act(self, username: str, moment: datetime) -> Actor:
        user = self._user(username)
        return Actor(user=user, at=moment, roles=self._roles[username])

    def _user(self, username: str) -> User:
        return self._users[username]

    @cached_property
    def _users(self) -> dict[str, User]:
        return {user.username: user for user in User.objects.all()}

    @cached_property
    def _roles(self) -> dict[str, frozenset[Role]]:
        return {account.username: frozenset(account.roles) for account in ACCOUNTS}

    @cached_property
    def _districts(self) -> dict[str, District]:
        return {district.key: district for district in District.objects.all()}

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        by_name = {organisation.name: organisation for organisation in Organisation.objects.all()}
        return {row["key"]: by_name[row["name"]] for row in read("organisations")}

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {}

    @cached_property
    def _district_of_case(self) -> dict[int, str]:
        return {int(row["number"]): row["district"] for row in read("cases")}

    @property
    def _first_partner(self) -> Organisation | None:
        return Organisation.objects.filter(sector="youth_help").order_by("id").first()


def read(name: str) -> list[Row]:
    """The rows of a data file; a row that is cut short stops the loading with its number."""
    text = files("samenspel.web.demonstration").joinpath("data", f"{name}.csv").read_text("utf-8")
    if not text.endswith("\n"):
        last = len(text.splitlines())
        raise BadDemonstrationData(f"{name}.csv, line {last}: cut short. Fetch the file again.")
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    rows = []
    try:
        for row in reader:
            _check_whole(row, name, reader.line_num)
            rows.append(row)
    except csv.Error as fault:
        raise BadDemonstrationData(
            f"{name}.csv, line {reader.line_num}: {fault}. Fetch the file again."
        ) from fault
    return rows


def _check_whole(row: Row, name: str, line: int) -> None:
    if None in row or None in row.values():
        raise BadDemonstrationData(
            f"{name}.csv, line {line}: the row is not whole. Fetch the file again."
        )


def day(text: str) -> date:
    return date.fromisoformat(text)


def at(on: date, hour: int) -> datetime:
    """An hour of that day in Amsterdam."""
    return timezone.make_aware(datetime.combine(on, time(hour)))


def number(text: str) -> int | None:
    return int(text) if text else None


def birth(text: str) -> cases.Birth:
    year, _, month = text.partition("-")
    return cases.Birth(int(year), int(month) if month else None)
