"""The bench of families works, and what it counts holds on a few small ones. No times here."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import dot, kinship2
from bench.count import count
from bench.families import Row, as_line, head, measure, rows, same_by_command, summary
from tests.families.network import Network, Person, Union, gedcom, read
from tests.families.step import step_family

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def row() -> Row:
    first = next(rows(quick=True))
    return Row(first.name, first.cases, dot.FEW)


@pytest.fixture(scope="module")
def found(row: Row) -> dict[str, Any]:
    return summary(row, measure(row))


def test_everybody_is_drawn_once_and_it_is_proven(found: dict[str, Any]) -> None:
    assert (found["missing"], found["twice"], found["misplaced"]) == (0, 0, 0)
    assert (found["gap"], found["proven"]) == (0, found["number"])


@pytest.mark.skipif(not dot.is_installed(), reason="Graphviz dot is not installed")
def test_dot_draws_them_with_no_fewer_faults(found: dict[str, Any]) -> None:
    others = found["dot"]
    assert others["drawn"] == found["number"]
    ours = found["crossings"] + found["passed_over"]
    assert ours <= others["crossings"] + others["passed_over"]


def test_the_table_has_a_cell_for_every_column(found: dict[str, Any]) -> None:
    assert as_line(found).count("|") == head().splitlines()[0].count("|")


def test_the_command_draws_what_the_package_draws(row: Row) -> None:
    assert same_by_command(row.cases[:1])


def test_who_kinship2_draws_twice_is_counted() -> None:
    """The plan of kinship2: who, level, position. It repeats somebody with two partners."""
    people = tuple(Person(who) for who in "ABCDE")
    network = Network(people, (Union("F", ("A", "B"), ("D",)), Union("G", ("B", "C"), ("E",))))
    plan = "A\t0\t0\nB\t0\t1\nB\t0\t3\nC\t0\t4\nD\t1\t0.5\nE\t1\t3.5\nmother of H\t0\t6\n"
    counts = count(kinship2.drawing(network, plan), network.ids)
    assert (counts.people, counts.twice, counts.missing) == (5, 1, 0)
    assert (counts.crossings, counts.passed_over, counts.misplaced) == (0, 0, 0)


def test_the_generator_is_a_command() -> None:
    command = [sys.executable, "tests/families/step.py", "--seed", "3", "--people", "12"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode() == gedcom(step_family(3, 12))
    assert read(done.stdout.decode()).ids == step_family(3, 12).ids
