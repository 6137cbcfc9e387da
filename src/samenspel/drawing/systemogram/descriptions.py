"""The words of a systemogram, where they are free: names of homes, who nobody is directed at."""

from collections.abc import Iterable, Iterator
from itertools import chain

from samenspel.drawing.genogram.labels import Wording
from samenspel.drawing.scene import Item, Place, Sign, Text
from samenspel.drawing.signs.symbols import GLOW
from samenspel.drawing.systemogram.around import Around, nobody_words
from samenspel.drawing.systemogram.free_places import (
    AIR,
    Taken,
    Words,
    along_edges,
    along_sides,
    beside,
    first_free,
    wrapped,
)
from samenspel.drawing.systemogram.homes import Home
from samenspel.drawing.systemogram.lines import lines_of
from samenspel.drawing.systemogram.plan import Plan, link_box
from samenspel.drawing.systemogram.routes import Box, box_around, centre, grown, rounded
from samenspel.family.facts import Id
from samenspel.family.language import say_list

RADIUS = 28.0
DOT = 20.0  # room for the honey dot before a sentence


def marked_people(planned: Plan, numbers: Around) -> tuple[Id, ...]:
    """At whom nobody is directed; with no organisation drawn that would say nothing."""
    return numbers.nobody if planned.around.organisations else ()


def words_of(planned: Plan, numbers: Around) -> Iterator[Item]:
    taken = _taken(planned, marked_people(planned, numbers))
    last = 0
    for words, wishes in _sayings(planned, numbers):
        found = first_free(taken, wishes)
        if found is None:
            found = words, _below_all(planned, last)
            last += len(words.lines)
        yield from _said(*found)
        taken.boxes.append(found[0].box(found[1]))
    if not planned.on_ring:
        yield _nothing_yet(planned)


def _said(words: Words, at: Place) -> Iterator[Item]:
    if words.indent:
        yield Sign("key", words.ids, (at[0] + 6, at[1] + 9), "glow_circle", 12)
    yield from words.items(at)


def _below_all(planned: Plan, lines: int) -> Place:
    boxes = [home.box for home in planned.homes] + standing(planned)
    return (min(box[0] for box in boxes), max(box[3] for box in boxes) + 16 + 18 * lines)


def _taken(planned: Plan, marked: Iterable[Id]) -> Taken:
    lines = [rounded(line) for line in lines_of(planned)]
    lines += [_edge(home.box) for home in planned.homes if home.id]
    glows = [grown(link_box(planned, who), GLOW) for who in marked]
    return Taken([*standing(planned), *glows], [*map(tuple, lines)])


def _edge(box: Box) -> list[Place]:
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def standing(planned: Plan) -> list[Box]:
    return [link_box(planned, one) for one in planned.places]


Wishes = Iterable[tuple[Words, Place]]


def _sayings(planned: Plan, numbers: Around) -> Iterator[tuple[Words, Wishes]]:
    """The name of each home, then who nobody is directed at; each with where it would like to be.

    The first words are as they stand when no place is free.
    """
    for home in planned.homes:
        if home.id:
            yield _name_of_home(planned.wording, home)
    for home in planned.homes:
        nobody = tuple(who for who in marked_people(planned, numbers) if who in home.people)
        if nobody:
            yield _sentence(planned, home, nobody)


def _name_of_home(wording: Wording, home: Home) -> tuple[Words, Wishes]:
    name = wording.home(wording.family.household[home.id])
    also = _also(wording, home) if home.also else ""
    sizes = dict.fromkeys(
        Words("house", (*wrapped(name, "house", wide), *wrapped(also, "fact", wide)), (home.id,))
        for wide in (230.0, 150.0, 100.0)
    )
    return next(iter(sizes)), (
        (words, at)
        for inset in (RADIUS, 10.0, -60.0)
        for words in sizes
        for at in along_edges(words, home.box, inset)
    )


def _also(wording: Wording, home: Home) -> str:
    house = wording.family.household[home.id]
    shares = {} if wording.alias else {one.person: one.share for one in house.members}
    names = [
        f"{name} ({shares[who]})" if shares.get(who) else name
        for who in home.also
        if (name := wording.name(who))
    ]
    return wording._("also at home here: {names}", names=say_list(names, wording.lang))


def _sentence(planned: Plan, home: Home, nobody: tuple[Id, ...]) -> tuple[Words, Wishes]:
    names = [name for who in nobody if (name := planned.wording.name(who))]
    said = nobody_words(names, planned.wording.lang, len(nobody))
    sizes = [Words("nobody", wrapped(said, "strong", wide), nobody, DOT) for wide in (260, 150, 96)]
    return sizes[0], chain(_near(planned, home, nobody, sizes), _at_edges(home, sizes))


def _near(planned: Plan, home: Home, nobody: tuple[Id, ...], sizes: list[Words]) -> Wishes:
    """At one of the people it is about, inside the outline."""
    for who in nobody:
        box = grown(link_box(planned, who), GLOW + AIR + 1)
        for words in sizes:
            yield from ((words, at) for at in beside(words, box, home.box))


def _at_edges(home: Home, sizes: list[Words]) -> Wishes:
    for inset in (12.0, -60.0):
        for words in sizes:
            yield from ((words, at) for at in along_edges(words, home.box, inset))
    for words in sizes:
        yield from ((words, at) for at in along_sides(words, home.box))


def _nothing_yet(planned: Plan) -> Text:
    boxes = [home.box for home in planned.homes] or [box_around((0.0, 0.0), 0, 0)]
    at = (centre(boxes[0])[0], max(box[3] for box in boxes) + 44)
    words = planned.wording._("No organisations drawn yet")
    return Text("empty", (), at, words, "note")
