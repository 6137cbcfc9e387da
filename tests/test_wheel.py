"""The wheel alone is enough to draw: built, installed in an empty environment, and used there.

Nothing is fetched: what the package needs is linked from the environment of the tests, and only
that, so that whatever else it would import is missed.
"""

import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "families" / "small.ged"
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "*.egg-info", "static", "node_modules")

pytestmark = pytest.mark.slow


BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that the folder of the repository stays as it is."""
    copy = tmp_path_factory.mktemp("source")
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    shutil.copytree(ROOT / "src", copy / "src", ignore=NOT_NEEDED)
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-c", BUILD, out, cwd=copy)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of an environment that holds the wheel and what it needs."""
    pytest.importorskip("ensurepip", reason="Python's venv is incomplete here: it has no pip")
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    run(
        programs / "python",
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    (site,) = folder.glob("lib/python*/site-packages")
    (info,) = site.glob("samenspel-*.dist-info")
    for name in needed_by(metadata.Distribution.at(info)):
        link(name, site)
    return programs


def run(*command: object, cwd: Path) -> str:
    """What it says; whatever it complains of is a failure."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, cwd=cwd
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def needed_by(package: metadata.Distribution) -> Iterator[str]:
    """What it needs without extras, and what that needs."""
    for requirement in package.requires or []:
        if "extra ==" not in requirement:
            name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            yield name
            yield from needed_by(metadata.distribution(name))


def link(name: str, site: Path) -> None:
    for file in metadata.files(name) or []:
        top = file.parts[0]
        if top != ".." and not (site / top).exists():
            (site / top).symlink_to(Path(str(metadata.distribution(name).locate_file(top))))


def test_draw_works(installed: Path, tmp_path: Path) -> None:
    run(installed / "samenspel", "draw", SMALL, "-o", "out.svg", cwd=tmp_path)
    assert "Pip" in (tmp_path / "out.svg").read_text()


ASK = """
import sys, importlib.util
from samenspel.cli import main
main(["draw", sys.argv[1], "-o", sys.argv[2]])
print("django" in sys.modules, importlib.util.find_spec("django"))
"""


@pytest.mark.parametrize("out", ["out.svg", "out.pdf", "out.png", "out.json", "out.txt"])
def test_django_is_not_imported_and_not_even_there(
    installed: Path, tmp_path: Path, out: str
) -> None:
    assert run(installed / "python", "-c", ASK, SMALL, out, cwd=tmp_path) == "False None\n"
    assert (tmp_path / out).stat().st_size > 0
