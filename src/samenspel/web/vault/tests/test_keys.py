"""The keys of cases: destroyed for ever, wrapped anew, swept when no case uses them."""

import base64
import secrets
from datetime import timedelta

import pytest

from samenspel.web.cases.actions import sweep_keys
from samenspel.web.cases.models import Case
from samenspel.web.vault import keys
from samenspel.web.vault.fields import unlock
from samenspel.web.vault.models import CaseKey
from samenspel.web.vault.wrapping import wrapping_keys
from tests.world import SECRET, World


def new_wrapping_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def question_of(case: Case) -> str:
    return Case.objects.get(pk=case.pk).question


def wrapped_in_store(case: Case) -> bytes:
    return bytes(CaseKey.objects.get(id=case.key_id).wrapped)


@pytest.fixture
def old_key(settings) -> str:
    """The demonstration's key, now named in the settings."""
    settings.WRAPPING_KEYS = base64.b64encode(wrapping_keys()[0].secret).decode()
    return settings.WRAPPING_KEYS


# --- Destroying -----------------------------------------------------------------------------------


def test_after_its_key_is_destroyed_a_text_is_never_read_again(world: World) -> None:
    keys.destroy(world.case.key_id)
    with pytest.raises(keys.KeyIsGone):
        question_of(world.case)
    with pytest.raises(keys.KeyIsGone):
        unlock(Case.objects.all())


def test_destroying_one_key_leaves_the_other_cases_readable(world: World) -> None:
    keys.destroy(world.other_case.key_id)
    assert question_of(world.case) == SECRET


def test_destroying_a_key_twice_is_no_mistake(world: World) -> None:
    keys.destroy(world.case.key_id)
    keys.destroy(world.case.key_id)
    assert not CaseKey.objects.filter(id=world.case.key_id).exists()


# --- Wrapping -------------------------------------------------------------------------------------


def test_a_stored_key_is_wrapped_and_never_the_key_itself(world: World) -> None:
    assert keys.fetch_one(world.case.key_id) not in wrapped_in_store(world.case)


def test_rotating_wraps_every_key_with_the_newest_wrapping_key(
    world: World, settings, old_key: str
) -> None:
    before = wrapped_in_store(world.case)
    settings.WRAPPING_KEYS = f"{new_wrapping_key()},{old_key}"
    assert keys.rotate() == 2
    assert wrapped_in_store(world.case) != before
    assert question_of(world.case) == SECRET


def test_after_rotating_the_old_wrapping_key_is_needed_no_longer(
    world: World, settings, old_key: str
) -> None:
    new = new_wrapping_key()
    settings.WRAPPING_KEYS = f"{new},{old_key}"
    keys.rotate()
    settings.WRAPPING_KEYS = new
    assert question_of(world.case) == SECRET


def test_rotating_twice_changes_nothing_more(world: World, settings, old_key: str) -> None:
    settings.WRAPPING_KEYS = f"{new_wrapping_key()},{old_key}"
    keys.rotate()
    assert keys.rotate() == 0


def test_before_rotating_both_wrapping_keys_open(world: World, settings, old_key: str) -> None:
    settings.WRAPPING_KEYS = f"{new_wrapping_key()},{old_key}"
    assert question_of(world.case) == SECRET


def test_a_wrapping_key_that_is_missing_is_not_a_key_that_is_gone(
    world: World, settings, old_key: str
) -> None:
    """The text is not lost: whoever reads the message must look for the old key, not mourn."""
    settings.WRAPPING_KEYS = new_wrapping_key()
    with pytest.raises(keys.WrappingKeyIsMissing, match="SAMENSPEL_KEY"):
        question_of(world.case)
    with pytest.raises(keys.WrappingKeyIsMissing):
        unlock(Case.objects.all())
    with pytest.raises(keys.WrappingKeyIsMissing):
        keys.rotate()


# --- Sweeping -------------------------------------------------------------------------------------


def test_sweeping_removes_an_old_key_that_no_case_uses(world: World) -> None:
    orphan = keys.make_key(at=world.now - timedelta(hours=2))
    assert sweep_keys(at=world.now) == 1
    assert not CaseKey.objects.filter(id=orphan).exists()


def test_sweeping_leaves_a_key_that_may_still_get_its_case(world: World) -> None:
    young = keys.make_key(at=world.now - timedelta(minutes=50))
    assert sweep_keys(at=world.now) == 0
    assert CaseKey.objects.filter(id=young).exists()


def test_sweeping_leaves_the_keys_of_cases_however_old(world: World) -> None:
    assert sweep_keys(at=world.now + timedelta(days=4000)) == 0
    assert question_of(world.case) == SECRET
