"""Learning questions and the categories they are ordered in."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.models import District
from samenspel.web.meetings.models import LearningCycle, Meeting, MeetingKind


class Asker(models.TextChoices):
    TEAM = "team", _("Neighbourhood team")
    PARTNER = "partner", _("Partner")
    TEAM_AND_PARTNER = "team_and_partner", _("Team and partner together")
    PARENT = "parent", _("Parent or youth")
    PROGRAMME_TEAM = "programme_team", _("Programme team")


class Status(models.TextChoices):
    OPEN = "open", _("Open")
    BEING_TRIED = "being_tried", _("Being tried")
    PROVISIONAL_ANSWER = "provisional_answer", _("Provisional answer")
    ANSWERED = "answered", _("Answered")
    DISSOLVED = "dissolved", _("Dissolved")
    PERSISTENT = "persistent", _("Persistent")
    PARKED = "parked", _("Parked")


class Category(models.Model):
    """One category of the codebook, with its definition."""

    key = models.SlugField(unique=True)
    name_nl = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    definition_nl = models.TextField()
    definition_en = models.TextField()

    class Meta:
        ordering: ClassVar = ["name_nl"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl

    @property
    def definition(self) -> str:
        return self.definition_en if get_language() == "en" else self.definition_nl


class LearningQuestion(models.Model):
    """A question to learn from.

    It has no link to a case and no moment: with 81 introductions in 52 sessions a date beside
    a question would be the case. `meeting` is for the monitor alone, and goes when the
    cycle is closed.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.TextField(_("learning question"), max_length=500)
    asker = models.CharField(_("asked by"), max_length=20, choices=Asker.choices)
    meeting_kind = models.CharField(
        _("kind of meeting"), max_length=20, choices=MeetingKind.choices, blank=True
    )
    district = models.ForeignKey(
        District,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("district"),
    )
    cycle = models.ForeignKey(
        LearningCycle,
        models.PROTECT,
        null=True,
        related_name="questions",
        verbose_name=_("cycle"),
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="questions"
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.OPEN
    )
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="questions"
    )

    class Meta:
        ordering: ClassVar = ["-cycle__number", "-id"]
        indexes: ClassVar = [models.Index(fields=["cycle", "district"])]

    def __str__(self) -> str:
        return self.text
