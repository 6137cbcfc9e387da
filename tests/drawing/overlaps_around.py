"""What touches what in a scene: measured on its items, not on what the layout meant."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from samenspel.drawing import text
from samenspel.drawing.scene import Area, Item, Place, Scene, Sign, Stroke, Text
from samenspel.drawing.systemogram.routes import Box, grown, overlap, passes

_NUMBER = r"(-?[\d.]+)"
_ROUNDED = re.compile(rf"M{_NUMBER} {_NUMBER}h{_NUMBER}a{_NUMBER} .*? 0 0 1 .*?v{_NUMBER}a")


def text_box(item: Text) -> Box:
    """From the height of capitals to the foot of a p."""
    wide = text.width(item.text, item.style)
    left = item.at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor]
    top, bottom = item.at[1] - text.capital(item.style), item.at[1] + text.descent(item.style)
    return (left, top, left + wide, bottom)


def texts(scene: Scene) -> list[Text]:
    return [item for item in scene.items if isinstance(item, Text)]


def sign_box(sign: Sign) -> Box:
    half = sign.size / 2
    return (sign.at[0] - half, sign.at[1] - half, sign.at[0] + half, sign.at[1] + half)


def area_box(area: Area) -> Box:
    found = _ROUNDED.match(area.path)
    assert found, area.path
    x, y, wide, radius, high = map(float, found.groups())
    return (x - radius, y, x + wide + radius, y + high + 2 * radius)


def polyline(stroke: Stroke) -> list[Place]:
    places = [part.split() for part in stroke.path.strip("MZ").split("L")]
    return [(float(x), float(y)) for x, y in places]


def boxes_of(scene: Scene, role: str) -> dict[Item, Box]:
    found: dict[Item, Box] = {}
    for item in scene.of(role):
        if isinstance(item, Sign):
            found[item] = sign_box(item)
        elif isinstance(item, Area):
            found[item] = area_box(item)
    return found


def overlapping_texts(scene: Scene) -> list[tuple[str, str]]:
    boxes = [(item.text, text_box(item)) for item in texts(scene)]
    return [(one, two) for (one, a), (two, b) in combinations(boxes, 2) if overlap(a, b)]


def overlapping(boxes: Sequence[Box]) -> list[tuple[Box, Box]]:
    return [(one, two) for one, two in combinations(boxes, 2) if overlap(one, two)]


def arrows_through(scene: Scene) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Arrows that go through a card or symbol that they do not belong to."""
    standing = {**boxes_of(scene, "person"), **boxes_of(scene, "organisation")}
    for stroke in scene.of("arrow"):
        assert isinstance(stroke, Stroke)
        for item, box in standing.items():
            is_own = set(item.ids) & set(stroke.ids)
            if not is_own and _goes_through(stroke, grown(box, -1)):
                yield stroke.ids, item.ids


def arrows_through_words(scene: Scene) -> list[tuple[tuple[str, ...], str]]:
    words = [item for item in texts(scene) if item.role in {"house", "nobody", "card"}]
    return [
        (stroke.ids, item.text)
        for stroke in scene.of("arrow")
        if isinstance(stroke, Stroke)
        for item in words
        if _goes_through(stroke, text_box(item))
    ]


def _goes_through(stroke: Stroke, box: Box) -> bool:
    return any(passes(one, two, box) for one, two in pairwise(polyline(stroke)))


def outside(scene: Scene) -> list[str]:
    """Texts that stick out of the picture."""
    left, top, right, bottom = scene.box
    return [
        item.text
        for item in texts(scene)
        for box in [text_box(item)]
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom
    ]
