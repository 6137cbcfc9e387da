"""The tariff table, and which price counts."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samenspel.evaluation import AvoidedCost, CaseFacts, ClosingReason
from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN
from samenspel.web.accounts.roles import Role
from samenspel.web.figures import queries
from samenspel.web.figures.actions import set_tariff, store_facts
from samenspel.web.figures.models import Product, Tariff
from tests.evaluation.examples import GP_REFERRAL, PARENTS_PAY, case, own, referral
from tests.world import World, acts, refused


def jggz() -> Product:
    return Product.objects.get(key="jggz")


def fill_in(world: World, role: Role = Role.POLICY_OFFICER, **changes: Any) -> Any:
    typed = {
        "product": jggz().pk,
        "low": "8000",
        "high": "10000",
        "months": "12",
        "source": "Raadsbesluit",
        "valid_from": "2030-01-01",
        **changes,
    }
    return world.client(world.outsiders[role]).post(reverse("tariffs"), typed)


# --- Filling the table ----------------------------------------------------------------------------


def test_a_price_is_added_and_the_older_one_stays(world: World) -> None:
    assert fill_in(world)["Location"] == reverse("tariffs")
    assert [(t.low, t.high) for t in jggz().tariffs.all()] == [(8000, 10000), (7000, 9000)]
    assert acts()[0] == "tariff.set"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"low": "9000", "high": "8000"}, "high"),
        ({"low": "-1"}, "low"),
        ({"high": "1000001"}, "high"),
        ({"low": "duur"}, "low"),
        ({"low": "7000,50"}, "low"),
        ({"months": "0"}, "months"),
        ({"months": "61"}, "months"),
        ({"source": ""}, "source"),
        ({"product": "999"}, "product"),
        ({"valid_from": "ooit"}, "valid_from"),
    ],
)
def test_wrong_input_is_named(world: World, changes: Any, field: str) -> None:
    assert list(fill_in(world, **changes).context["form"].errors) == [field]
    assert Tariff.objects.count() == 1


def test_a_range_upside_down_is_refused(world: World) -> None:
    given = {"months": 12, "source": "x", "valid_from": date(2030, 1, 1)}
    with refused("lower than the low price", "high"):
        set_tariff(jggz(), low=9000, high=8000, by=world.by_worker(), **given)  # type: ignore[arg-type]


def test_a_low_price_may_be_the_high_price(world: World) -> None:
    fill_in(world, low="8000", high="8000")
    assert Tariff.objects.count() == 2


def test_a_product_has_one_price_from_a_day(world: World) -> None:
    fill_in(world)
    assert list(fill_in(world, low="1").context["form"].errors) == ["valid_from"]
    assert Tariff.objects.count() == 2


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.REFLEXIVE_MONITOR, Role.PROGRAMME_TEAM])
def test_only_the_policy_officer_sets_prices(world: World, role: Role) -> None:
    assert fill_in(world, role).status_code == 404
    assert Tariff.objects.count() == 1


# --- Which price counts ---------------------------------------------------------------------------


def frozen_in(month: date, *efforts: Any, expected: str = "jggz", **changes: Any) -> CaseFacts:
    fact = case(*efforts, expected=expected, **changes)
    return replace(fact, counterfactual=replace(fact.counterfactual, freezes=month))


def avoided(*facts: CaseFacts) -> AvoidedCost:
    for fact in facts:
        store_facts(uuid4(), fact)
    return queries.avoided()


@pytest.fixture
def prices(world: World) -> None:
    """7,000 to 9,000 from March 2022, 10,000 from 15 June 2023."""
    Tariff.objects.update(valid_from=date(2022, 3, 1))
    Tariff.objects.create(
        product=jggz(), low=10_000, high=10_000, source="", valid_from=date(2023, 6, 15)
    )


@pytest.mark.parametrize(
    ("month", "low", "high"),
    [
        pytest.param(date(2022, 3, 1), 7000, 9000, id="the first month"),
        pytest.param(date(2023, 5, 1), 7000, 9000, id="the month before the new price"),
        pytest.param(date(2023, 6, 1), 10_000, 10_000, id="the month of the new price"),
        pytest.param(date(2029, 1, 1), 10_000, 10_000, id="long after"),
    ],
)
def test_the_price_is_the_one_of_the_month_in_which_it_froze(
    prices: None, month: date, low: int, high: int
) -> None:
    cost = avoided(frozen_in(month, own()))
    assert (cost.low, cost.high, cost.unpriced) == (low, high, 0)


def test_a_price_that_comes_later_does_not_change_what_was_reckoned(
    world: World, prices: None
) -> None:
    before = avoided(frozen_in(date(2023, 1, 1), own()))
    fill_in(world)
    assert queries.avoided() == before


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(frozen_in(date(2022, 2, 1), own()), id="before the first price"),
        pytest.param(frozen_in(date(2023, 1, 1), own(), expected="ijw-45"), id="no price at all"),
        pytest.param(frozen_in(date(2023, 1, 1), own(), expected=NOT_KNOWN), id="not known"),
    ],
)
def test_what_has_no_price_is_counted_as_such(prices: None, fact: CaseFacts) -> None:
    cost = avoided(fact)
    assert (cost.low, cost.high, cost.unpriced, cost.assessable) == (0, 0, 1, 1)


def test_where_no_help_would_have_been_used_nothing_is_avoided_and_no_price_is_missing(
    prices: None,
) -> None:
    cost = avoided(frozen_in(date(2023, 1, 1), own(), expected=NO_HELP))
    assert (cost.low, cost.high, cost.unpriced, cost.assessable) == (0, 0, 0, 1)


def test_what_was_used_after_all_is_taken_off(prices: None) -> None:
    """Half a budget leaves half; a referral by the GP leaves nothing."""
    month = date(2023, 1, 1)
    cost = avoided(frozen_in(month, referral(50)), frozen_in(month, GP_REFERRAL))
    assert (cost.low, cost.high, cost.cases) == (3500, 4500, 2)


def test_what_parents_pay_is_shown_apart(prices: None) -> None:
    cost = avoided(frozen_in(date(2023, 1, 1), PARENTS_PAY))
    assert (cost.displaced_low, cost.displaced_high, cost.displaced_cases) == (7000, 9000, 1)


def test_who_moved_away_is_a_case_and_is_not_judged(prices: None) -> None:
    cost = avoided(frozen_in(date(2023, 1, 1), closed_as=ClosingReason.MOVED_AWAY))
    assert (cost.cases, cost.assessable, cost.low, cost.unpriced) == (1, 0, 0, 0)


# --- Products of the municipality -----------------------------------------------------------------


def add_product(world: World, role: Role = Role.POLICY_OFFICER, **changes: str) -> Any:
    typed = {"name_nl": "Gezinshulp", "name_en": "Family help", "category": "45", **changes}
    return world.client(world.outsiders[role]).post(reverse("new_product"), typed)


def test_a_product_of_ones_own_can_be_chosen_before_the_national_list(world: World) -> None:
    assert add_product(world)["Location"] == reverse("tariffs")
    assert acts()[0] == "product.add"
    form = world.client(world.worker).get(reverse("open_case")).context["form"]
    keys = [key for key, _words in form.fields["counterfactual"].choices]
    assert keys[:4] == ["jggz", "gezinshulp", "none", "unknown"]


@pytest.mark.parametrize("name", ["JGGZ", " jggz ", "none", "Unknown", "IJW 45", "!!!"])
def test_a_product_has_a_key_of_its_own(world: World, name: str) -> None:
    """Two keys mean that there is no product: `none` and `unknown`."""
    before = Product.objects.count()
    assert list(add_product(world, name_nl=name).context["form"].errors) == ["name_nl"]
    assert Product.objects.count() == before


def test_a_long_name_is_a_name(world: World) -> None:
    long = "Intensieve ambulante hulp thuis met dagbehandeling en logeren in het weekend"
    assert add_product(world, name_nl=long).status_code == 302
    assert list(add_product(world, name_nl=long).context["form"].errors) == ["name_nl"]


@pytest.mark.parametrize("role", [Role.FAMILY_WORKER, Role.ADMINISTRATOR])
def test_only_the_policy_officer_adds_products(world: World, role: Role) -> None:
    before = Product.objects.count()
    assert add_product(world, role).status_code == 404
    assert Product.objects.count() == before


def test_a_product_that_has_a_price_keeps_its_past(world: World) -> None:
    product = Product.objects.get(key="jggz")
    by = world.actor(world.outsiders[Role.POLICY_OFFICER])
    with refused("the past keeps it", "valid_from"):
        set_tariff(
            product, low=0, high=0, months=12, source="x", valid_from=date(2022, 1, 2), by=by
        )
