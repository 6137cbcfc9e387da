"""The two layers around a drawing in a page: what lights up behind it, what is touched."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, urlencode

from samenspel.drawing.sheet.look import Look, View
from samenspel.drawing.sheet.thing import Shape, Thing
from samenspel.drawing.svg import INKS, Layers, clean
from samenspel.family.facts import HouseholdFact

HONEY = f"var(--{INKS['honey'][0]},{INKS['honey'][1]})"
WAYS = ("up", "down", "left", "right", "next", "previous")


def layers(things: Sequence[Thing], look: Look) -> Layers:
    homes = [one for one in things if one.kind == HouseholdFact.kind]
    others = [one for one in things if one.kind != HouseholdFact.kind]
    return Layers(_grounds(homes), _grounds(others), _in_front(things, look))


def _grounds(things: Iterable[Thing]) -> str:
    """Hidden until a page says which thing is chosen. A home lights up behind itself, all else
    before the homes."""
    return f'<g class="grounds">{"".join(map(_ground, things))}</g>'


def _ground(one: Thing) -> str:
    about = f'class="ground" display="none" data-id="{clean(one.id)}" data-kind="{one.kind}"'
    shape = one.ground
    ink = (
        f'fill="none" stroke="{HONEY}" stroke-width="{shape.wide:g}" stroke-linecap="round"'
        if shape.wide
        else f'fill="{HONEY}"'
    )
    return f'<path {about} d="{shape.path}" {ink}/>'


def _in_front(things: Iterable[Thing], look: Look) -> str:
    query = _query(look)
    return f'<g class="things">{"".join(_thing(one, query) for one in things)}</g>'


def _thing(one: Thing, query: str) -> str:
    ways = "".join(f' data-{way}="{clean(one.ways[way])}"' for way in WAYS if way in one.ways)
    href = clean(f"?{query}gekozen={quote(one.id, safe='')}")
    return (
        f'<a class="thing" data-id="{clean(one.id)}" data-kind="{one.kind}" href="{href}"'
        f' aria-label="{clean(one.label)}"{ways}>{"".join(map(_touch, one.touch))}</a>'
    )


def _touch(shape: Shape) -> str:
    if not shape.wide:
        return f'<path class="touch" d="{shape.path}" fill="none" pointer-events="all"/>'
    return (
        f'<path class="touch way" d="{shape.path}" fill="none" stroke="none"'
        f' stroke-width="{shape.wide:g}" pointer-events="stroke"/>'
    )


def _query(look: Look) -> str:
    """The look again, so that choosing something shows no names where aliases were asked."""
    pairs = dict(_pairs(look))
    return f"{urlencode(pairs)}&" if pairs else ""


def _pairs(look: Look) -> Iterator[tuple[str, str]]:
    if look.view is not View.GENOGRAM:
        yield "beeld", look.view.value
    if look.on is not None:
        yield "op", look.on.isoformat()
    if look.big:
        yield "scherm", "groot"
    elif look.alias:
        yield "schuilnamen", "ja"
    if look.around:
        yield "rond", look.around
