"""The learning agenda, and ordering a question on it."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from samenspel.web.accounts.roles import Role
from samenspel.web.agenda import actions
from samenspel.web.agenda.models import Asker, Category, LearningQuestion
from tests.world import World, acts


@pytest.fixture
def question(world: World) -> LearningQuestion:
    return actions.catch_question("Hoe beginnen we?", asker=Asker.TEAM, by=world.by_worker())


@pytest.fixture
def category(db: None) -> Category:
    return Category.objects.create(
        key="begin", name_nl="Beginnen", name_en="Beginning", definition_nl="", definition_en=""
    )


def order(world: World, question_id: Any, role: Role = Role.REFLEXIVE_MONITOR, **typed: Any) -> Any:
    address = reverse("order_question", kwargs={"question_id": question_id})
    given = {"text": "Hoe beginnen we?", "category": "", "status": "open", **typed}
    return world.client(world.outsiders[role]).post(address, given)


def test_a_question_gets_a_category_and_a_status(
    world: World, question: LearningQuestion, category: Category
) -> None:
    response = order(world, question.public_id, category=category.pk, status="being_tried")
    assert response["Location"] == reverse("agenda")
    question.refresh_from_db()
    assert (question.category, question.status) == (category, "being_tried")
    assert acts()[0] == "question.order"


def test_the_category_may_be_taken_off_again(
    world: World, question: LearningQuestion, category: Category
) -> None:
    order(world, question.public_id, category=category.pk)
    order(world, question.public_id)
    question.refresh_from_db()
    assert question.category is None


def test_the_monitor_can_take_a_name_out(world: World, question: LearningQuestion) -> None:
    order(world, question.public_id, text="Hoe beginnen we samen?")
    question.refresh_from_db()
    assert question.text == "Hoe beginnen we samen?"


@pytest.mark.parametrize(
    ("field", "value"), [("status", "klaar"), ("category", "999"), ("text", "")]
)
def test_wrong_input_is_named(
    world: World, question: LearningQuestion, field: str, value: Any
) -> None:
    response = order(world, question.public_id, **{field: value})
    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.FAMILY_WORKER, Role.POLICY_OFFICER])
def test_only_the_monitor_orders(world: World, question: LearningQuestion, role: Role) -> None:
    assert order(world, question.public_id, role, status="answered").status_code == 404
    question.refresh_from_db()
    assert question.status == "open"


def test_a_question_that_does_not_exist_is_not_found(world: World) -> None:
    assert order(world, uuid4()).status_code == 404


# --- The list -------------------------------------------------------------------------------------


def listed(world: World, **asked: str) -> int:
    response = world.client(world.worker).get(reverse("agenda"), asked)
    assert response.status_code == 200
    return len(response.context["shown"].page.rows)


def test_the_list_is_filtered_by_cycle_district_and_category(
    world: World, question: LearningQuestion, category: Category
) -> None:
    order(world, question.public_id, category=category.pk)
    LearningQuestion.objects.update(district=world.west)
    assert listed(world) == 1
    assert listed(world, cyclus="1", stadsdeel="west", categorie="begin") == 1
    assert listed(world, cyclus="2") == 0
    assert listed(world, stadsdeel="zuid") == 0
    assert listed(world, categorie="anders") == 0


@pytest.mark.parametrize("key", ["cyclus", "stadsdeel", "categorie", "page"])
def test_nonsense_in_the_address_is_no_error(
    world: World, question: LearningQuestion, key: str
) -> None:
    for nonsense in ("-1", "x" * 300, "\x00", "1e5", "99999999999999999999", "٣"):
        listed(world, **{key: nonsense})


# --- Categories -----------------------------------------------------------------------------------


def add_category(world: World, role: Role = Role.REFLEXIVE_MONITOR, **changes: str) -> Any:
    typed = {
        "name_nl": "Samen beginnen",
        "name_en": "Beginning together",
        "definition_nl": "Over het begin",
        "definition_en": "About the beginning",
        **changes,
    }
    return world.client(world.outsiders[role]).post(reverse("categories"), typed)


def test_a_category_comes_with_its_definition(world: World) -> None:
    assert add_category(world)["Location"] == reverse("categories")
    assert Category.objects.get(key="samen-beginnen").definition_nl == "Over het begin"
    assert acts()[0] == "category.add"


@pytest.mark.parametrize(
    ("field", "value"),
    [("name_nl", ""), ("name_nl", "Beginnen"), ("name_nl", "!!!"), ("definition_en", "")],
)
def test_a_category_that_cannot_be_is_named(
    world: World, category: Category, field: str, value: Any
) -> None:
    Category.objects.update(key="beginnen")
    assert list(add_category(world, **{field: value}).context["form"].errors) == [field]
    assert Category.objects.count() == 1


def test_a_long_name_is_a_name(world: World) -> None:
    long = "Samen met het gezin en alle anderen op tijd beginnen met langzamer gaan"
    assert add_category(world, name_nl=long).status_code == 302


def test_only_the_monitor_adds_categories(world: World) -> None:
    assert add_category(world, Role.FACILITATOR).status_code == 404
    assert not Category.objects.exists()
