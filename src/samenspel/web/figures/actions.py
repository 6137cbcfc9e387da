"""What the figures are told: facts of cases, tariffs."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.evaluation import CaseFacts, Introduction, outcome_of
from samenspel.evaluation.outcomes import budget_still_used
from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District
from samenspel.web.audit.record import Act, record
from samenspel.web.base.slugs import key_of
from samenspel.web.figures.models import CaseFact, IntroductionFact, Product, Tariff
from samenspel.web.meetings.models import LearningCycle


@transaction.atomic
def store_facts(fact_id: UUID, facts: CaseFacts) -> None:
    """Store what the figures know about one case, in place of what they knew before."""
    outcome = outcome_of(facts)
    row, _created = CaseFact.objects.update_or_create(
        fact_id=fact_id,
        defaults={
            "district": District.objects.get(key=facts.district),
            "kind": facts.kind.value,
            "kind_reason": facts.kind_reason.value if facts.kind_reason else "",
            "youths": facts.youths,
            "age_groups": [group.value for group in facts.age_groups],
            "themes": list(facts.themes),
            "opened": facts.opened,
            "counterfactual": facts.counterfactual.answer,
            "certainty": facts.counterfactual.certainty.value,
            "counterfactual_version": facts.counterfactual.version,
            "freezes": facts.counterfactual.freezes,
            "efforts": [asdict(effort) for effort in facts.efforts],
            "closed": facts.closing.month if facts.closing else None,
            "outcome": outcome.value if outcome else "",
            "budget_percent": budget_still_used(facts),
        },
    )
    row.introductions.all().delete()
    for introduction in facts.introductions:
        store_introduction(introduction, fact=row)


def store_introduction(introduction: Introduction, *, fact: CaseFact | None = None) -> None:
    """Count one introduction; without a fact it was brought in without the file."""
    IntroductionFact.objects.create(
        fact=fact,
        cycle=_cycle(introduction.cycle),
        district=District.objects.get(key=introduction.district),
        setting=introduction.setting.value,
        again=introduction.again,
    )


@transaction.atomic
def add_product(*, name_nl: str, name_en: str, category: str, by: Actor) -> Product:
    """A product of the municipality's own; it comes before the national list."""
    product = Product.objects.create(
        key=key_of(name_nl),
        name_nl=name_nl,
        name_en=name_en,
        category=category,
        own=True,
        position=Product.objects.filter(own=True).count() + 1,
    )
    record(Act.PRODUCT_ADDED, by=by, object_type="product", object_id=product.key)
    return product


@transaction.atomic
def set_tariff(
    product: Product,
    *,
    low: int,
    high: int,
    months: int,
    source: str,
    valid_from: date,
    by: Actor,
) -> Tariff:
    """Add a tariff. Only the first price of a product may lie in the past: a later one would
    rewrite figures, and whoever sets prices could count cases with them."""
    this_month = timezone.localdate(by.at).replace(day=1)
    if valid_from < this_month and product.tariffs.exists():
        raise ValidationError(
            {
                "valid_from": _(
                    "This product has a price already, and the past keeps it. "
                    "Choose a day in this month or later."
                )
            }
        )
    if low > high:
        raise ValidationError(
            {"high": _("The high price is lower than the low price. Swap them, or correct one.")}
        )
    if Tariff.objects.filter(product=product, valid_from=valid_from).exists():
        raise ValidationError(
            {"valid_from": _("This product has a price from that day already. Choose another day.")}
        )
    tariff = Tariff.objects.create(
        product=product, low=low, high=high, months=months, source=source, valid_from=valid_from
    )
    record(Act.TARIFF_SET, by=by, object_type="product", object_id=product.key)
    return tariff


def _cycle(number: int | None) -> LearningCycle | None:
    return None if number is None else LearningCycle.objects.get(number=number)
