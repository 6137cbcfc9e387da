"""`/healthz` and `/readyz`, for who watches over the installation."""

from typing import Any

import pytest
from django.db import OperationalError, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from samenspel.web.base import health


def ready() -> Any:
    return Client().get("/readyz")


def test_the_process_answers_without_a_database() -> None:
    response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})


def test_it_is_ready_when_both_databases_are_up_to_date(db: None) -> None:
    assert (ready().status_code, ready().json()) == (200, {"status": "ready"})


@pytest.mark.parametrize(("alias", "app"), [("default", "agenda"), ("keys", "vault")])
def test_it_is_not_ready_when_a_migration_is_missing(db: None, alias: str, app: str) -> None:
    MigrationRecorder(connections[alias]).record_unapplied(app, "0001_initial")
    response = ready()
    assert response.status_code == 503
    [fault] = response.json()["faults"]
    assert alias in fault
    assert "to run" in fault


def test_it_is_not_ready_when_a_database_does_not_answer(db: None, monkeypatch) -> None:
    def no_answer(_connection: object) -> None:
        raise OperationalError

    monkeypatch.setattr(health, "MigrationExecutor", no_answer)
    assert ready().status_code == 503
    assert ready().json()["faults"] == [
        "database 'default' does not answer",
        "database 'keys' does not answer",
    ]
