"""Things in order of time, as far as partial dates tell; the rest stays where it was said."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from samenspel.family.dates import PartialDate

T = TypeVar("T")


def in_time(items: Sequence[T], when: Callable[[T], PartialDate]) -> list[T]:
    """What is certainly earlier comes first; between others the order given stays."""
    spans = [
        (date.earliest or _FIRST, date.latest or _LAST) for date in (when(item) for item in items)
    ]
    if sum(span != (_FIRST, _LAST) for span in spans) < 2:
        return list(items)
    return [items[number] for number in _order(spans)]


_FIRST, _LAST = date.min, date.max


def _order(spans: list[tuple[date, date]]) -> Iterator[int]:
    """A span may come as soon as none that is left ends before it starts; lowest number first."""
    by_start = sorted(range(len(spans)), key=lambda number: spans[number][0], reverse=True)
    by_end = [(end, number) for number, (_, end) in enumerate(spans)]
    heapq.heapify(by_end)
    ready: list[int] = []
    done: set[int] = set()
    while by_end:
        if by_end[0][1] in done:
            heapq.heappop(by_end)
            continue
        while by_start and spans[by_start[-1]][0] <= by_end[0][0]:
            heapq.heappush(ready, by_start.pop())
        done.add(number := heapq.heappop(ready))
        yield number


def sorted_into_place(items: Sequence[T], order: Sequence[T]) -> list[T]:
    """Items named in `order` change places among themselves; the others keep theirs."""
    named = set(order)
    here = set(items)
    following = iter(dict.fromkeys(item for item in order if item in here))
    return [next(following) if item in named else item for item in items]
