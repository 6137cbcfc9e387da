"""The pure packages stand alone: what they compute can be used and checked without the web.

A fresh interpreter is asked, because this one may have imported Django for other tests.
"""

import subprocess
import sys

import pytest

PURE = [
    "samenspel.charts",
    "samenspel.commands",
    "samenspel.disclosure",
    "samenspel.drawing",
    "samenspel.evaluation",
    "samenspel.family",
    "samenspel.formats",
]
LIST_MODULES = "import sys, {package}; print(*sys.modules)"


def modules_after_importing(package: str) -> set[str]:
    command = [sys.executable, "-c", LIST_MODULES.format(package=package)]
    return set(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split())


@pytest.mark.parametrize("package", PURE)
def test_a_pure_package_knows_neither_django_nor_the_web(package: str) -> None:
    modules = modules_after_importing(package)
    assert package in modules
    assert modules.isdisjoint({"django", "samenspel.web"})


def test_a_module_that_is_imported_is_seen() -> None:
    assert "json" in modules_after_importing("json")
