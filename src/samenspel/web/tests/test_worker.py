"""The calendar of what must happen by itself."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from samenspel.web import worker
from samenspel.web.vault.keys import make_key
from samenspel.web.vault.models import CaseKey
from samenspel.web.worker import CALENDAR, Job, run_due
from tests.world import World

NOW = timezone.now()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Diary:
    """Jobs that only write down when they ran."""

    def __init__(self) -> None:
        self.ran: list[tuple[str, datetime]] = []

    def job(self, name: str, every: timedelta) -> Job:
        return Job(name, every, lambda now: self.ran.append((name, now)))

    def failing(self, name: str, every: timedelta) -> Job:
        def run(now: datetime) -> None:
            self.ran.append((name, now))
            raise RuntimeError("the disk is full")

        return Job(name, every, run)


@pytest.fixture(autouse=True)
def _open_connections(monkeypatch) -> None:
    """The connection of a test is inside a transaction, and stays."""
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def plan(monkeypatch) -> Callable[..., dict[str, datetime]]:
    """Makes these jobs the calendar, all due now."""

    def make(*jobs: Job) -> dict[str, datetime]:
        monkeypatch.setattr(worker, "CALENDAR", jobs)
        return {job.name: NOW for job in jobs}

    return make


def test_what_is_due_runs_and_gets_its_next_time(diary: Diary, plan) -> None:
    next_run = plan(diary.job("hourly", HOUR), diary.job("daily", DAY))
    next_run["daily"] = NOW + HOUR
    assert run_due(next_run, NOW) == ["hourly"]
    assert diary.ran == [("hourly", NOW)]
    assert next_run == {"hourly": NOW + HOUR, "daily": NOW + HOUR}


def test_what_ran_does_not_run_again_before_its_time(diary: Diary, plan) -> None:
    next_run = plan(diary.job("hourly", HOUR))
    run_due(next_run, NOW)
    assert run_due(next_run, NOW + HOUR - timedelta(seconds=1)) == []
    assert run_due(next_run, NOW + HOUR) == ["hourly"]


def test_a_job_that_fails_stops_no_other(diary: Diary, plan, caplog) -> None:
    next_run = plan(diary.failing("digest", DAY), diary.job("sweep", HOUR))
    with caplog.at_level(logging.ERROR):
        run_due(next_run, NOW)
    assert [name for name, _ in diary.ran] == ["digest", "sweep"]
    assert "job failed: digest" in caplog.text
    assert "the disk is full" in caplog.text


def test_a_job_that_failed_is_tried_at_its_next_time(diary: Diary, plan) -> None:
    next_run = plan(diary.failing("digest", DAY))
    run_due(next_run, NOW)
    run_due(next_run, NOW + DAY)
    assert diary.ran == [("digest", NOW), ("digest", NOW + DAY)]


def test_after_a_long_pause_a_job_runs_once(diary: Diary, plan) -> None:
    next_run = plan(diary.job("hourly", HOUR))
    run_due(next_run, NOW + 100 * DAY)
    assert len(diary.ran) == 1
    assert next_run["hourly"] == NOW + 100 * DAY + HOUR


def test_the_real_calendar_sweeps_keys_and_anchors_the_audit(
    world: World, settings, tmp_path
) -> None:
    settings.AUDIT_ANCHOR_FILE = str(tmp_path / "anchors")
    orphan = make_key(at=world.now - DAY)
    run_due({job.name: world.now for job in CALENDAR}, world.now)
    assert not CaseKey.objects.filter(id=orphan).exists()
    assert "sha256=" in (tmp_path / "anchors").read_text()
