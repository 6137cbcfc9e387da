"""What `make test` needs and cannot install itself: a browser and PostgreSQL.

Says in one sentence what is missing and which command installs it, before anything else starts.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.postgres import find_programs

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Chromium or Chrome on the PATH, or the program that CHROMIUM names."""
    names = (os.environ.get("CHROMIUM", ""), *BROWSERS)
    return next((path for name in names if name and (path := shutil.which(name))), None)


def missing() -> dict[str, str]:
    """The names of what is absent, each with its Debian package."""
    found = {
        ("Chromium", "chromium"): find_chromium(),
        ("PostgreSQL", "postgresql"): find_programs(),
    }
    return dict(name for name, path in found.items() if path is None)


def main() -> None:
    if absent := missing():
        sys.exit(
            f"make test needs {' and '.join(absent)}, which this machine does not have: "
            f"sudo apt-get install {' '.join(absent.values())}"
        )


if __name__ == "__main__":
    main()
