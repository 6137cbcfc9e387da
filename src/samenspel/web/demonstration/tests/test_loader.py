"""Loading the demonstration: everything, or nothing with the file and the line that is wrong."""

from importlib.resources import files
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from samenspel.web.accounts.models import District, User
from samenspel.web.accounts.roles import Role
from samenspel.web.demonstration import loader
from samenspel.web.demonstration.accounts import ACCOUNTS, demonstration_accounts
from samenspel.web.demonstration.loader import (
    BadDemonstrationData,
    is_empty,
    load_demonstration,
    read,
)
from samenspel.web.figures.models import Product
from samenspel.web.figures.national import NATIONAL_PREFIX
from tests.world import World

DATA = files("samenspel.web.demonstration").joinpath("data")
NAMES = sorted(Path(file.name).stem for file in DATA.iterdir() if file.name.endswith(".csv"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch) -> Path:
    """A copy of the data files that may be damaged."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.csv").write_bytes(DATA.joinpath(f"{name}.csv").read_bytes())
    monkeypatch.setattr(loader, "files", lambda _package: tmp_path)
    return folder


def rows_in_the_database() -> dict[str, int]:
    """How many rows our tables hold, without the national list that a migration fills."""
    ours: list[type[models.Model]] = [
        model for model in apps.get_models() if model.__module__.startswith("samenspel")
    ]
    counts = {model._meta.label: model._default_manager.count() for model in ours}
    counts["figures.Product"] -= Product.objects.filter(key__startswith=NATIONAL_PREFIX).count()
    return {label: count for label, count in counts.items() if count}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_in_a_line_is_refused_with_its_name_and_the_line(data: Path, name: str) -> None:
    file = data / f"{name}.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    middle = len(lines) // 2
    file.write_text("".join(lines[:middle]) + lines[middle][: len(lines[middle]) // 2], "utf-8")
    with pytest.raises(BadDemonstrationData, match=rf"^{name}\.csv, line {middle + 1}: "):
        read(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_lacks_its_last_letter_is_refused(data: Path, name: str) -> None:
    """`true` that became `tru` would silently count as something else."""
    file = data / f"{name}.csv"
    file.write_bytes(file.read_bytes()[:-2])
    with pytest.raises(BadDemonstrationData, match=rf"^{name}\.csv, line \d+: "):
        read(name)


def test_a_row_with_too_much_is_refused(data: Path) -> None:
    with (data / "cycles.csv").open("a") as file:
        file.write("4,2023-07-01,2023-09-30,erbij\n")
    with pytest.raises(BadDemonstrationData, match=r"^cycles\.csv, line 5: .*not whole"):
        read("cycles")


@pytest.mark.parametrize("name", ["attendance", "baseline", "closings"])
def test_with_a_file_cut_in_half_the_database_stays_empty(db: None, data: Path, name: str) -> None:
    file = data / f"{name}.csv"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadDemonstrationData, match=f"^{name}"):
        load_demonstration()
    assert rows_in_the_database() == {}
    assert is_empty()


def test_the_real_files_are_whole() -> None:
    assert all(read(name) for name in NAMES)


# --- Only into an empty database ------------------------------------------------------------------


def test_a_fresh_database_is_empty(db: None) -> None:
    assert is_empty()


def test_a_database_with_somebody_or_something_is_not(world: World) -> None:
    assert not is_empty()


def test_an_account_alone_is_enough_to_leave_it_alone(db: None) -> None:
    User.objects.create(username="beheer", name="Beheer")
    assert not is_empty()


def test_loading_into_a_database_in_use_changes_nothing(world: World) -> None:
    """The caller asks `is_empty()`; who does not is stopped by the database."""
    before = rows_in_the_database()
    with pytest.raises(Exception, match=r"(?i)unique"):
        load_demonstration()
    assert rows_in_the_database() == before
    assert District.objects.count() == 2


# --- Accounts -------------------------------------------------------------------------------------


def test_every_role_has_an_account_to_try() -> None:
    assert {role for account in ACCOUNTS for role in account.roles} == set(Role)


def test_production_names_no_accounts(settings) -> None:
    assert demonstration_accounts()
    settings.PRODUCTION = True
    assert demonstration_accounts() == ()
