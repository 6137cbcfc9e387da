"""The families of the demonstration: drawn through the store, and nowhere readable in the file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from samenspel.family import FamilyMap, Reach, contradictions, resolve, seen_by
from samenspel.family.problem import Problem
from samenspel.family.rules import problems
from samenspel.web.accounts.models import User
from samenspel.web.audit.verify import broken_links
from samenspel.web.cases.choices import CircleRole
from samenspel.web.demonstration.loader import load_demonstration, read
from samenspel.web.maps import store
from samenspel.web.maps.access import seats_of
from samenspel.web.maps.models import Map

pytestmark = pytest.mark.slow

LOAD = """
import django; django.setup()
from django.core.management import call_command
for database in ("default", "keys"):
    call_command("migrate", database=database, verbosity=0)
from samenspel.web.demonstration.loader import load_demonstration
load_demonstration()
print("loaded", flush=True)
input()
"""
"""Stays until it is answered, so that the write-ahead log is still there to look into."""


KNOWN_OUTSIDE = {"Idris", "Sjoerd", "Wijkteam Zuid"}
"""Those who work there, and their team: they stand in the accounts, whatever was drawn."""


@pytest.fixture
def demonstration(db: None) -> dict[str, FamilyMap]:
    load_demonstration()
    maps = [store.load(one.case).family_map for one in Map.objects.select_related("case")]
    return {sorted(person.name for person in resolve(one).people)[0]: one for one in maps}


def test_the_families_are_drawn_and_nothing_in_them_is_odd(
    demonstration: dict[str, FamilyMap],
) -> None:
    assert len(demonstration) == 4
    odd: list[Problem] = []
    for family_map in demonstration.values():
        odd += problems(family_map)
        assert len(resolve(family_map).people) >= 5
    assert odd == []
    assert list(broken_links()) == []


def test_the_family_with_everything_has_everything(demonstration: dict[str, FamilyMap]) -> None:
    whole = max(demonstration.values(), key=len)
    family = resolve(whole)
    assert len(family.people) == 14
    assert len(family.households) == 2
    assert len(contradictions(whole)) == 1
    assert {one.audience.reach for one in whole} == {
        Reach.CIRCLE,
        Reach.PROFESSIONALS,
        Reach.WORKERS,
    }
    parent = User.objects.get(username="ouder")
    case = Map.objects.get(case__circle__user=parent).case
    seats = seats_of(case, store.load(case).family_map.statements[-1].at)
    sizes = {seat.role: len(seen_by(whole, seat.viewer)) for seat in seats.values()}
    assert sizes[CircleRole.PARENT] == len(whole) - 1
    assert sizes[CircleRole.PARTNER] == len(whole) - 1
    assert sizes[CircleRole.WORKER] == len(whole)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into the file")
def test_no_name_of_a_family_stands_in_the_raw_bytes_of_the_database(tmp_path: Path) -> None:
    environment = os.environ | {
        "SAMENSPEL_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "samenspel.web.settings",
    }
    with subprocess.Popen(
        [sys.executable, "-c", LOAD],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "loaded\n"
        files = sorted(tmp_path.glob("samenspel.sqlite3*"))
        raw = b"".join(file.read_bytes() for file in files)
        running.communicate("thank you\n")
    assert running.returncode == 0
    assert "samenspel.sqlite3-wal" in {file.name for file in files}
    assert b"maps_mapedit" in raw
    assert [text for text in sorted(said_in_the_files()) if text.encode() in raw] == []


def said_in_the_files() -> set[str]:
    """Names of people, and the words of what was said about them."""
    names = {row["name"] for row in read("map_people")}
    words = {
        value
        for row in read("map_facts")
        for pair in row["fields"].split("|")
        for name, _, value in [pair.partition("=")]
        if name in {"text", "words", "name", "face", "share", "help", "worked"}
    }
    return {one for one in names | words if len(one) > 4} - KNOWN_OUTSIDE
