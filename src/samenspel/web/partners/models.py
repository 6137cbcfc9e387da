"""Organisations that work along with the neighbourhood teams."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    SCHOOL = "school", _("School and child care")
    YOUTH_HELP = "youth_help", _("Youth help and care")
    SOCIAL_BASE = "social_base", _("Social base")
    JUSTICE_SAFETY = "justice_safety", _("Law and safety")
    MUNICIPALITY = "municipality", _("Municipality")


class Organisation(models.Model):
    """A partner. Families are participants, never partners, so they are not here."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector.choices)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("name"), name="one_organisation_per_name")
        ]

    def __str__(self) -> str:
        return self.name
