"""Cycles, meetings and attendance."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.web.accounts.models import District, User
from samenspel.web.partners.models import Organisation


class CycleQuerySet(models.QuerySet["LearningCycle"]):
    def overlapping(self, starts_on: date, ends_on: date) -> "CycleQuerySet":
        return self.filter(starts_on__lte=ends_on, ends_on__gte=starts_on)

    def containing(self, day: date) -> "LearningCycle | None":
        return self.filter(starts_on__lte=day, ends_on__gte=day).first()


class LearningCycle(models.Model):
    """About three months of learning. Its days are its own: never derived from a quarter."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    closed_at = models.DateTimeField(null=True)

    objects = CycleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(starts_on__lte=models.F("ends_on")), name="cycle_runs_forward"
            )
        ]

    def __str__(self) -> str:
        return str(_("Cycle %(number)s") % {"number": self.number})


class MeetingKind(models.TextChoices):
    LEARNING_SESSION = "learning_session", _("Learning session")
    MINI_SESSION = "mini_session", _("Mini session")
    PARTNER_MEETING = "partner_meeting", _("Partner meeting")
    KICK_OFF = "kick_off", _("Kick-off")
    PROGRAMME_MEETING = "programme_meeting", _("Programme team meeting")
    PARENT_SESSION = "parent_session", _("Parent session")


SESSIONS = frozenset({MeetingKind.LEARNING_SESSION, MeetingKind.MINI_SESSION})
"""Cases are brought into these, and into no other meeting."""


class Meeting(models.Model):
    """One gathering on one day. `people_present` and `family_members`: None is "not noted"."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=MeetingKind.choices)
    district = models.ForeignKey(
        District,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("district"),
    )
    cycle = models.ForeignKey(
        LearningCycle,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("cycle"),
    )
    held_on = models.DateField(pgettext_lazy("of a meeting", "date"))
    facilitator = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("facilitator")
    )
    people_present = models.PositiveSmallIntegerField(null=True, blank=True)
    family_members = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-held_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["-held_on", "-id"]),
            models.Index(fields=["kind", "cycle", "district"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_on}"

    @property
    def takes_introductions(self) -> bool:
        return self.kind in SESSIONS


class Attendance(models.Model):
    """People of one organisation at one meeting. `people` None: somebody came, nobody counted.

    `function` tells two people of one organisation apart where the list does, such as a teacher
    and the special-needs coordinator of one school.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="attendances")
    function = models.CharField(max_length=60, blank=True)
    people = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "organisation", "function"], name="one_line_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.people}"
