"""What is said about an edit, for who looks on: names, or aliases where nobody may read a name."""

from collections.abc import Sequence

from samenspel.drawing.words.names import labels_of
from samenspel.family import FamilyMap, resolve, seen_by
from samenspel.family.problem import Problem
from samenspel.web.maps.refusing import Words
from samenspel.web.maps.seats import Seat


def spoken(problems: Sequence[Problem], family_map: FamilyMap, seat: Seat, *, alias: bool) -> Words:
    """To who sits there. With aliases who is not in the map is somebody without a name."""

    def said(lang: str) -> str:
        told = problems
        if alias:
            people = resolve(seen_by(family_map, seat.viewer)).people
            aliases = labels_of(people, lang, alias=True)
            told = [one.named(aliases) for one in problems]
        return " ".join(one.words(lang) for one in told)

    return said
