"""Accessibility of a page as axe-core sees it: WCAG 2.2 A and AA, and its best practices.

The script goes in through the browser's own evaluation, so the page keeps its Content Security
Policy while it is checked.
"""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async (tags) => {
    const found = await axe.run(document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
        preload: false,
    });
    return found.violations;
}"""


def violations(page: Page) -> list[str]:
    """What axe-core finds, one readable paragraph each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_script())
    return [_told(violation) for violation in page.evaluate(RUN, TAGS)]


@cache
def _script() -> str:
    # An arrow function, so that Playwright calls it rather than wonders what it is.
    return "() => {" + SCRIPT.read_text(encoding="utf-8") + "\n}"


def _told(violation: dict[str, Any]) -> str:
    lines = [f"{violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"]:
        lines.append(f"    {node['html']}")
        lines += [f"        {line}" for line in node["failureSummary"].splitlines()[1:]]
    return "\n".join(lines)
