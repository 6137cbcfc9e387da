"""The day of the first talk, and the question as the family puts it then."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from samenspel.web.cases.models import Case
from tests.world import NO_WORKERS, SECRET, World

OWN_WORDS = "Hoe vinden we samen weer rust?"


def note(world: World, who: str = "worker", **changes: object) -> Any:
    typed = {
        "first_talk_on": timezone.localdate(world.now).isoformat(),
        "family_question": OWN_WORDS,
        **changes,
    }
    return world.client(getattr(world, who)).post(world.page("first_talk"), typed)


def fresh(world: World) -> Case:
    return Case.objects.get(pk=world.case.pk)


def test_the_question_in_their_own_words_becomes_the_title(world: World) -> None:
    note(world)
    shown = world.client(world.parent_in_circle).get(world.page("case")).context["shown"]
    assert (shown.title, shown.first_question) == (OWN_WORDS, SECRET)
    assert fresh(world).first_talk_on == timezone.localdate(world.now)


def test_both_may_be_emptied_again(world: World) -> None:
    note(world)
    note(world, first_talk_on="", family_question="")
    assert (fresh(world).first_talk_on, fresh(world).family_question) == (None, None)


@pytest.mark.parametrize("day", ["morgen", "31-02-2024"])
def test_what_is_no_day_is_named(world: World, day: str) -> None:
    assert list(note(world, first_talk_on=day).context["form"].errors) == ["first_talk_on"]
    assert fresh(world).family_question is None


def test_a_day_that_is_still_to_come_is_refused_and_the_words_stay(world: World) -> None:
    tomorrow = timezone.localdate(world.now) + timedelta(days=1)
    response = note(world, first_talk_on=tomorrow.isoformat())
    assert list(response.context["form"].errors) == ["first_talk_on"]
    assert OWN_WORDS in response.content.decode()


@pytest.mark.parametrize(("who", "status"), NO_WORKERS)
def test_only_the_worker_writes_it_down(world: World, who: str, status: int) -> None:
    assert note(world, who).status_code == status
    assert fresh(world).family_question is None
