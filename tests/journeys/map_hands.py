"""What a hand does on the map page, with mouse or finger (`Hand`) or keyboard alone (`Keys`).

The map is looked at by its ids and kinds, as the script does.
"""

import re
from typing import Any

from playwright.sync_api import Page, WebSocketRoute, expect

SOON = 3_000


class Hand:
    """Counts what it does: taps, and Enter. Typing a name is not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def draw_first(self, name: str) -> None:
        self._tap("#sheet [data-mode=iemand]")
        expect(self.page.locator("#panel input[name=name]:visible")).to_be_focused()
        self.enter(name)
        self.is_chosen(name)

    def add(self, side: str, name: str) -> None:
        before = things(self.page, "person").count()
        self.begin(side)
        self.enter(name)
        expect(things(self.page, "person")).to_have_count(before + 1)
        self.is_chosen(name)

    def begin(self, side: str) -> None:
        self._tap(f"button.hand[data-side={side}]")
        expect(self.page.locator(".in-place input[name=name]")).to_be_focused()

    def enter(self, name: str = "") -> None:
        self.page.keyboard.type(name)
        self.page.keyboard.press("Enter")
        self.actions += 1

    def choose(self, name: str) -> None:
        self.tap(name)
        self.is_chosen(name)

    def tap(self, name: str) -> None:
        person(self.page, name).click()
        self.actions += 1

    def house(self, *names: str) -> None:
        before = things(self.page, "household").count()
        self._tap("[data-mode=huis]")
        for name in names:
            self.tap(name)
        self._tap(".mode-line button:visible >> nth=0")
        expect(self.page.locator("#panel input[name=name]:visible")).to_be_focused()
        self.enter()
        expect(things(self.page, "household")).to_have_count(before + 1)

    def tie(self, one: str, other: str) -> None:
        """The first of the drawn lines between two people."""
        self.choose(one)
        self._tap("[data-mode=band]")
        self.tap(other)
        self.page.locator("#panel input[name=tie]").first.check(force=True)
        self.page.locator("#panel form[data-gesture] button:visible").first.click()
        self.actions += 2
        expect(things(self.page, "tie")).to_have_count(1)

    def whole_family(self) -> None:
        """A phone begins with who is near."""
        link = self.page.get_by_role("link", name="Toon de hele familie")
        if link.is_visible():
            link.click()
            expect(link).to_be_hidden()

    def who_is_near(self) -> None:
        """Back to where a phone began."""
        self.page.locator(".near-again a").click()
        expect(self.page.get_by_role("link", name="Toon de hele familie")).to_be_visible()

    def is_chosen(self, name: str) -> None:
        chosen = self.page.locator("svg:visible a.thing[aria-current]")
        expect(chosen).to_have_attribute("aria-label", re.compile(f"^{name}"))
        expect(self.page.locator("button.hand")).to_have_count(4)

    def people(self) -> list[str]:
        labels = self.page.locator("svg:visible a.thing[data-kind=person]").all()
        ids = [label.get_attribute("data-id") for label in labels]
        drawn = [self.page.locator(f"svg:visible text.name[data-ids='{one}']") for one in ids]
        return sorted(" ".join(one.all_text_contents()) for one in drawn)

    def _tap(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.actions += 1


def things(page: Page, kind: str) -> Any:
    return page.locator(f"svg:visible a.thing[data-kind={kind}]")


def person(page: Page, name: str) -> Any:
    """The symbol, as one taps it."""
    return page.locator(f"svg:visible a.thing[data-kind=person][aria-label^='{name}'] .touch").first


def fits(box: Any) -> bool:
    """Within the width of a phone."""
    return bool(box) and box["x"] >= 0 and box["x"] + box["width"] <= 360


def focused(page: Page) -> str:
    return page.evaluate("() => document.activeElement.getAttribute('aria-label') ?? ''")


def is_live(page: Page) -> None:
    expect(page.locator("#map.live")).to_be_attached()


def lose_the_line(page: Page) -> None:
    page.context.set_offline(True)
    page.evaluate("() => dispatchEvent(new Event('offline'))")
    expect(page.locator("#map.offline")).to_be_attached(timeout=SOON)


def break_the_line_on(page: Page, words: str) -> None:
    """As a server does that cannot take one of the edits."""

    def open_line(line: WebSocketRoute) -> None:
        server = line.connect_to_server()

        def pass_on(said: str | bytes) -> None:
            if words not in str(said):
                return server.send(said)
            server.close()
            return line.close(code=1009)

        line.on_message(pass_on)

    page.route_web_socket("**/levend/", open_line)


class Tap:
    """The line of a page, on which new drawings can be held back, and which can be broken off."""

    def __init__(self, page: Page) -> None:
        self._is_held = False
        self._lines: list[WebSocketRoute] = []
        page.route_web_socket("**/levend/", self._open)

    def hold_the_drawings(self) -> None:
        self._is_held = True

    def break_off(self) -> None:
        self._is_held = False
        self._lines[-1].close()

    def _open(self, line: WebSocketRoute) -> None:
        self._lines.append(line)
        server = line.connect_to_server()

        def hear(told: str | bytes) -> None:
            if not (self._is_held and '"t": "sheet"' in str(told)[:40]):
                line.send(told)

        server.on_message(hear)


def find_the_line(page: Page) -> None:
    page.context.set_offline(False)
    page.evaluate("() => dispatchEvent(new Event('online'))")


ARROWS = {"up": "ArrowUp", "down": "ArrowDown", "left": "ArrowLeft", "right": "ArrowRight"}
WAYS = """(name) => {
    const drawn = [...document.querySelectorAll("#sheet a.thing")];
    const all = drawn.filter((one) => one.checkVisibility());
    const of = new Map(all.map((one) => [one.dataset.id, one]));
    const goal = all.find((one) => one.getAttribute("aria-label").startsWith(name));
    const here = document.activeElement.closest("a.thing");
    if (!here || !goal) return null;
    const came = new Map([[here.dataset.id, []]]);
    for (const [id, way] of came) {
        if (id === goal.dataset.id) return way;
        for (const side of ["up", "down", "left", "right"]) {
            const next = of.get(id)?.getAttribute(`data-${side}`);
            if (next && !came.has(next)) came.set(next, [...way, side]);
        }
    }
    return null;
}"""


class Keys:
    """The keyboard alone: Tab into the drawing, arrows along kinship, a key for every command."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, name: str) -> None:
        self._into_the_drawing()
        way = self.page.evaluate(WAYS, name)
        assert way is not None, f"no arrows lead to {name}"
        for side in way:
            self.page.keyboard.press(ARROWS[side])
        assert focused(self.page).startswith(name)

    def add(self, side: str, name: str) -> None:
        """Beside who has the focus: Shift and the arrow of that side."""
        before = things(self.page, "person").count()
        sides = {"above": "ArrowUp", "below": "ArrowDown", "left": "ArrowLeft"}
        self.page.keyboard.press(f"Shift+{sides.get(side, 'ArrowRight')}")
        expect(self.page.locator(".in-place input[name=name]")).to_be_focused()
        self.page.keyboard.type(name)
        self.page.keyboard.press("Enter")
        expect(person(self.page, name)).to_be_attached()
        assert things(self.page, "person").count() > before

    def house(self, *names: str) -> None:
        before = things(self.page, "household").count()
        self._into_the_drawing()
        self.page.keyboard.press("h")
        for name in names:
            self.go_to(name)
            self.page.keyboard.press("Enter")
        self._tab_to(self.page.locator(".mode-line button:visible").first)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#panel input[name=name]:visible")).to_be_focused()
        self.page.keyboard.press("Enter")
        expect(things(self.page, "household")).to_have_count(before + 1)

    def _into_the_drawing(self) -> None:
        if not self.page.evaluate("() => !!document.activeElement.closest('a.thing')"):
            self._tab_to(self.page.locator("svg:visible a.thing[tabindex='0']"))

    def _tab_to(self, target: Any) -> None:
        for key in ("Tab", "Shift+Tab"):
            for _ in range(60):
                if target.evaluate("(one) => one === document.activeElement"):
                    return
                self.page.keyboard.press(key)
        raise AssertionError(f"the Tab key does not lead to {target}")
