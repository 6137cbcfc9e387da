"""Set up a clone: a virtual environment, and into it what a lock file names.

    python3 tools/install.py requirements.lock .      the packages, then Samenspel itself
    python3 tools/install.py requirements-dev.lock

Needs only Python's standard library. Packages come through uv when it is on the PATH (faster),
else through pip; either way every file must have the hash that the lock file gives.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"


def make_environment() -> None:
    if PYTHON.exists():
        return
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may be the one that runs this)
        found = ".".join(str(part) for part in sys.version_info[:2])
        sys.exit(
            f"Samenspel needs Python 3.11 or newer and `{sys.executable}` is {found}. "
            "Name a newer one: make PYTHON=python3.12 run"
        )
    uv = shutil.which("uv")
    if importlib.util.find_spec("ensurepip"):
        _run([sys.executable, "-m", "venv", ENVIRONMENT])
    elif uv:
        _run([uv, "venv", "--quiet", "--python", sys.executable, ENVIRONMENT])
    else:
        sys.exit("Python's venv is incomplete here: sudo apt-get install python3-venv")


def install_lock(lock: Path) -> None:
    print(f"Installing the Python packages of {lock.name} …", flush=True)
    _run([*installer(), "--require-hashes", "-r", lock])


def install_project() -> None:
    _run([*installer(), "--no-deps", "-e", ROOT])


def installer() -> list[str | Path]:
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--quiet", "--python", PYTHON]
    return [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]


def _run(command: list[str | Path]) -> None:
    # A virtual environment that happens to be active must not be the one installed into.
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run(command, env=environment, cwd=ROOT, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


def main(wanted: list[str]) -> None:
    make_environment()
    for each in wanted:
        if each == ".":
            install_project()
        else:
            install_lock(ROOT / each)


if __name__ == "__main__":
    main(sys.argv[1:])
