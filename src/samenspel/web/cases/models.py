"""Tables of the case layer. What people wrote is sealed under the key of the case."""

import uuid
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.models import District, User
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    ClosingReason,
    ConsentBy,
    ConsentHow,
    ConsentPurpose,
    EffortKind,
    Kind,
    Purpose,
    Talks,
)
from samenspel.web.cases.states import State
from samenspel.web.meetings.models import Meeting
from samenspel.web.vault.fields import SealedJSON, SealedText

PLAIN_COLUMNS: dict[str, str] = {
    "Case.code": "random words that mean nothing; found by typing it",
    "Case.kind": "code list",
    "Case.asked_by": "code list",
    "Case.state": "code list; lists are filtered by it",
    "CircleMember.role": "code list",
    "CircleMember.purpose": "code list",
    "Consent.purpose": "code list",
    "Consent.given_by": "code list",
    "Consent.how": "code list",
    "CounterfactualVersion.answer": "code list: a product's key, none or unknown",
    "CounterfactualVersion.certainty": "code list",
    "Effort.kind": "code list",
    "Effort.talks": "code list",
    "Closing.reason": "code list",
}
"""Text columns that are not sealed, each with the reason. A test fails for one that is missing."""


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: User, at: datetime) -> "CaseQuerySet":
        """The cases in whose circle somebody is at this moment, newest first."""
        return self.filter(
            Q(circle__until__isnull=True) | Q(circle__until__gt=at),
            circle__user=user,
            circle__since__lte=at,
        ).order_by("-circle__case_id")

    def with_everything(self) -> "CaseQuerySet":
        """With all that a case page and the facts need, in a fixed number of queries."""
        return self.select_related("district", "opened_by").prefetch_related(
            "youths__consents",
            "counterfactuals",
            "introductions__meeting__cycle",
            "introductions__meeting__district",
            "efforts",
            "closings",
            "circle__user",
        )


class Case(models.Model):
    """A question at the door, and what came of it.

    `fact_id` leads to the facts that the figures have; it is sealed, so that without the key nobody
    can tell which facts are of which case. `froze_at` is remembered as soon as an act could
    move a freeze that has passed (see `freezing.py`).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key_id = models.UUIDField(unique=True, editable=False)
    code = models.CharField(max_length=40, unique=True)
    district = models.ForeignKey(District, models.PROTECT, related_name="cases")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    asked_by = models.CharField(max_length=30, choices=AskedBy.choices)
    fact_id = SealedText()
    question = SealedText()
    family_question = SealedText(null=True)
    client_number = SealedText(null=True)
    themes = SealedJSON(null=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    first_talk_on = models.DateField(null=True)
    froze_at = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()

    def __str__(self) -> str:
        return self.code

    @property
    def sealing_key(self) -> UUID:
        return self.key_id

    @property
    def opened_on(self) -> date:
        return timezone.localdate(self.opened_at)

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED

    @property
    def closing(self) -> "Closing | None":
        """How it was closed; None while it is open or after it was opened again."""
        return next((row for row in self.closings.all() if row.undone_at is None), None)

    def workers_who_stay(self, at: datetime) -> "list[CircleMember]":
        """Those without a last day: they can still write when everybody else's place has ended."""
        return [
            member
            for member in self.circle.all()
            if member.role == CircleRole.WORKER and member.holds_at(at) and member.until is None
        ]


class PartOfCase(models.Model):
    """Something that belongs to a case and is sealed with its key."""

    class Meta:
        abstract = True

    @property
    def sealing_key(self) -> UUID:
        case: Case = self.case  # type: ignore[attr-defined]
        return case.key_id


class Youth(PartOfCase):
    """A youth whom the question is about. No name is asked; the year or month is enough."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="youths")
    birth_year = models.PositiveSmallIntegerField(null=True)
    birth_month = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering: ClassVar = [F("birth_year").asc(nulls_last=True), "birth_month", "id"]

    def __str__(self) -> str:
        return f"{self.birth_year or '?'}"


class CircleMember(PartOfCase):
    """Somebody who may look along: in which role, why, from when, until when, by whom."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="circle")
    user = models.ForeignKey(User, models.PROTECT, related_name="circles")
    role = models.CharField(max_length=12, choices=CircleRole.choices)
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    granted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["since", "id"]
        indexes: ClassVar = [
            models.Index(fields=["user", "-case"], name="cases_of_a_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.case_id}"

    def holds_at(self, at: datetime) -> bool:
        return self.since <= at and (self.until is None or at < self.until)


class Consent(PartOfCase):
    """A consent about one youth: who gave it, how, for what, from when until when."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="consents")
    youth = models.ForeignKey(Youth, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=ConsentPurpose.choices)
    given_by = models.CharField(max_length=10, choices=ConsentBy.choices)
    how = models.CharField(max_length=10, choices=ConsentHow.choices)
    since = models.DateField()
    until = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-since", "-id"]

    def __str__(self) -> str:
        return f"consent {self.public_id}"

    def holds_on(self, day: date) -> bool:
        """A withdrawal works from the day it is made."""
        withdrawn = self.withdrawn_at and timezone.localdate(self.withdrawn_at) <= day
        return self.since <= day <= self.until and not withdrawn


class CounterfactualVersion(PartOfCase):
    """What would have been used otherwise, as somebody judged it at a moment."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="counterfactuals")
    number = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=50)
    certainty = models.CharField(max_length=10, choices=Certainty.choices)
    reason = SealedText(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="one_version_per_number")
        ]

    def __str__(self) -> str:
        return f"version {self.number}: {self.answer}"


class Introduction(PartOfCase):
    """A time that the case was brought into a meeting, with the family's consent."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="introductions")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="introductions")
    again = models.BooleanField()
    introduced_at = models.DateTimeField()
    introduced_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["introduced_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "meeting"], name="once_per_meeting")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} in {self.meeting_id}"


class LooseIntroduction(models.Model):
    """A question brought in without the file: no link, no text, counted only."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="loose_introductions")
    introduced_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"without file in {self.meeting_id}"


class Effort(PartOfCase):
    """Something that was done instead."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="efforts")
    kind = models.CharField(_("what was done"), max_length=20, choices=EffortKind.choices)
    talks = models.CharField(max_length=20, choices=Talks.choices, blank=True)
    budget_percent = models.PositiveSmallIntegerField(null=True)
    started_on = models.DateField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["started_on", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_on}"


class Closing(PartOfCase):
    """How and when a case ended. Opening it again keeps the row, marked as undone."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="closings")
    reason = models.CharField(max_length=12, choices=ClosingReason.choices)
    help_stopped = models.BooleanField(default=False)
    note = SealedText(null=True)
    closed_on = models.DateField()
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.reason} {self.closed_on}"
