"""Names out of free text: whoever looks on at a projected drawing sees aliases only.

People write names inside their sentences. Every whole word that is a known name, or a part of one
that says who it is, becomes what that person is called in this view; capitals and accents make
no difference, and a Dutch genitive ("Emirs school") keeps its s.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 12  # words; of a longer name these are the first
# Words inside a name that say nothing about who it is.
_SMALL_WORDS = frozenset(
    "aan bij bin bint da de del den der des di dos du el en het ibn in la le les of op"
    " over te ten ter tot van voor von zu"
    " oma opa tante oom mama papa mam pap moeder vader broer zus zusje broertje neef nicht"
    " mevrouw meneer juf meester dokter"
    " aunt uncle grandma grandpa granny mum dad mother father brother sister mr mrs ms dr".split()
)
Words = tuple[str, ...]


@dataclass(frozen=True)
class Mask:
    shown: dict[Words, str]
    longest: int

    def __call__(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        return "".join(self._pieces(text)) if self.shown else text

    def _pieces(self, text: str) -> Iterator[str]:
        found = list(_WORD.finditer(text))
        words = [_folded(match.group()) for match in found]
        done = at = 0
        while at < len(words):
            count, shown = self._name_at(words, at)
            if count:
                yield text[done : found[at].start()] + shown
                done = found[at + count - 1].end()
            at += count or 1
        yield text[done:]

    def _name_at(self, words: list[str], at: int) -> tuple[int, str]:
        """How many words from here are a name, and what stands there instead."""
        for count in range(min(self.longest, len(words) - at), 0, -1):
            name = tuple(words[at : at + count])
            if name in self.shown:
                return count, self.shown[name]
            if name[-1].endswith("s"):
                name = (*name[:-1], name[-1][:-1])
                if name in self.shown:
                    return count, f"{self.shown[name]}s"
        return 0, ""


def mask_of(names: Iterable[tuple[str, str]], someone: str) -> Mask:
    """A mask from pairs of a name and what to show; `someone` for a name that several have."""
    pairs = [(_words(name), shown) for name, shown in names]
    whole = _agreed(((words, shown) for words, shown in pairs if words), someone)
    parts = _agreed(_parts(pairs), someone)
    table = {**parts, **whole}
    return Mask(table, max(map(len, table), default=0))


def _parts(pairs: Iterable[tuple[Words, str]]) -> Iterator[tuple[Words, str]]:
    for words, shown in pairs:
        for word in words if len(words) > 1 else ():
            if len(word) > 1 and word not in _SMALL_WORDS:
                yield (word,), shown


def _agreed(pairs: Iterable[tuple[Words, str]], someone: str) -> dict[Words, str]:
    table: dict[Words, str] = {}
    for words, shown in pairs:
        table[words] = shown if table.get(words, shown) == shown else someone
    return table


def _words(name: str) -> Words:
    name = unicodedata.normalize("NFC", name)
    return tuple(_folded(match.group()) for match in _WORD.finditer(name))[:_LONGEST]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))
