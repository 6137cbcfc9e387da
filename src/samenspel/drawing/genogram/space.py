"""What is taken on the sheet, so that a text can look for a free place quickly."""

from collections.abc import Iterable, Iterator

Box = tuple[float, float, float, float]  # left, top, right, bottom

CELL = 120.0


class Space:
    """Boxes in a coarse grid; a line along an axis is a box without width or height."""

    def __init__(self, boxes: Iterable[Box] = (), high: float = CELL) -> None:
        """`high` is the height of a cell: great where lines are long."""
        self._high = high
        self._cells: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.take(box)

    def take(self, box: Box) -> None:
        for cell in self._cells_of(box):
            self._cells.setdefault(cell, []).append(box)

    def near(self, box: Box) -> Iterator[Box]:
        """What comes into that box; a large thing perhaps more than once."""
        left, top, right, bottom = box
        for cell in self._cells_of(box):
            for other in self._cells.get(cell, ()):
                if other[0] < right and left < other[2] and other[1] < bottom and top < other[3]:
                    yield other

    def is_free(self, box: Box, air: float = 0.0) -> bool:
        return next(self.near(widened(box, air)), None) is None

    def overlap(self, box: Box) -> float:
        """How much of the box is taken; a thin line counts as if it were 4 wide."""
        found = 0.0
        for other in set(self.near(box)):
            wide = min(box[2], other[2]) - max(box[0], other[0])
            high = min(box[3], other[3]) - max(box[1], other[1])
            found += max(wide, 4.0) * max(high, 4.0)
        return found

    def _cells_of(self, box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = box
        rows = range(int(top // self._high), int(bottom // self._high) + 1)
        for column in range(int(left // CELL), int(right // CELL) + 1):
            for row in rows:
                yield column, row


def widened(box: Box, air: float) -> Box:
    return box[0] - air, box[1] - air, box[2] + air, box[3] + air
