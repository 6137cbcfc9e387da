"""Products with their tariffs, the baseline, and the facts of cases as the figures know them."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.models import District
from samenspel.web.meetings.models import LearningCycle


class Product(models.Model):
    """Specialised help that can be named as counterfactual: the national iJw categories, and the
    municipality's own products and combinations."""

    key = models.SlugField(unique=True)
    name_nl = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    category = models.CharField(max_length=2, blank=True)
    own = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl


class Tariff(models.Model):
    """What a product costs per case, in whole euro, from a month on until a newer row."""

    product = models.ForeignKey(
        Product, models.PROTECT, related_name="tariffs", verbose_name=_("product")
    )
    low = models.PositiveIntegerField(_("low price"))
    high = models.PositiveIntegerField(_("high price"))
    months = models.PositiveSmallIntegerField(_("over how many months"), default=12)
    source = models.CharField(_("source"), max_length=200)
    valid_from = models.DateField(_("valid from"))

    class Meta:
        ordering: ClassVar = ["product__position", "-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["product", "valid_from"], name="one_tariff_per_product_and_day"
            ),
            models.CheckConstraint(
                condition=models.Q(low__lte=models.F("high")), name="tariff_low_to_high"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product.key} {self.low}-{self.high}"


class BaselineDecision(models.Model):
    """One formal decision on youth help in the year before the pilot."""

    district = models.ForeignKey(District, models.PROTECT, related_name="baseline_decisions")
    is_first = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.district.key} {'first' if self.is_first else 'again'}"


class Note(models.Model):
    """An honest remark beside a figure: what the source says otherwise, what is missing."""

    key = models.SlugField(unique=True)
    section = models.CharField(max_length=20)
    text_nl = models.TextField()
    text_en = models.TextField()

    def __str__(self) -> str:
        return self.text_en if get_language() == "en" else self.text_nl


class CaseFact(models.Model):
    """The `CaseFacts` of one case under a random id; which case that is, only `cases` knows."""

    fact_id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, models.PROTECT, related_name="case_facts")
    kind = models.CharField(max_length=10)
    kind_reason = models.CharField(max_length=20, blank=True)
    youths = models.PositiveSmallIntegerField()
    age_groups = models.JSONField(default=list)
    themes = models.JSONField(default=list)
    opened = models.DateField()
    counterfactual = models.CharField(max_length=50)
    certainty = models.CharField(max_length=10)
    counterfactual_version = models.PositiveSmallIntegerField()
    freezes = models.DateField()
    efforts = models.JSONField(default=list)
    closed = models.DateField(null=True)
    outcome = models.CharField(max_length=40, blank=True)
    budget_percent = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["outcome", "counterfactual", "freezes", "budget_percent"],
                name="closed_cases_alike",
            ),
            models.Index(fields=["district", "closed", "youths"], name="cases_per_district"),
        ]

    def __str__(self) -> str:
        return str(self.fact_id)


class IntroductionFact(models.Model):
    """One introduction; `fact` None is a question that was brought in without the file."""

    fact = models.ForeignKey(
        CaseFact, models.CASCADE, null=True, related_name="introductions", db_index=True
    )
    cycle = models.ForeignKey(
        LearningCycle, models.PROTECT, null=True, related_name="introduction_facts"
    )
    district = models.ForeignKey(District, models.PROTECT, related_name="introduction_facts")
    setting = models.CharField(max_length=10)
    again = models.BooleanField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["cycle", "district", "setting", "again"], name="introductions_per")
        ]

    def __str__(self) -> str:
        return f"{self.setting} {self.cycle_id}"
