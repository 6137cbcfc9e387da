"""The history of a map in words: who, when, and what of it this reader sees."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.drawing.words.said import Speaker
from samenspel.family import (
    Fact,
    Id,
    NameFact,
    PartnerFact,
    PersonFact,
    Statement,
    UnionFact,
)
from samenspel.web.accounts.models import User
from samenspel.web.cases.models import Case
from samenspel.web.maps.histories import Difference, Entry, Stretch, difference, token_of
from samenspel.web.maps.models import Way

MOST_SENTENCES = 6

Words = str | Promise
NEW: Mapping[Way, Words] = {Way.UNDONE: _("Brought back"), Way.REDONE: _("Said again")}


@dataclass(frozen=True)
class Told:
    """`verb` says what happened to what follows; empty for something that was simply said."""

    verb: Words
    sentences: tuple[str, ...]
    more: int = 0
    struck: bool = False


@dataclass(frozen=True)
class HistoryLine:
    """`moment` names the moment just after it, for going back; empty for how it is now."""

    who: str
    at: datetime
    told: Sequence[Told]
    is_new: bool
    moment: str


@dataclass(frozen=True)
class HistoryPage:
    """`older` is the moment from which the next page goes on."""

    new: Sequence[HistoryLine]
    known: Sequence[HistoryLine]
    older: str = ""


def history_page(
    case: Case, found: Stretch, reader: User, *, since: int, is_newest: bool, lang: str
) -> HistoryPage:
    """`since` is the last edit that the reader knew; `is_newest` when it begins with the last."""
    names = _names({entry.row.author_id for entry in found.entries})
    lines = [
        HistoryLine(
            who=names.get(entry.row.author_id, ""),
            at=entry.row.at,
            told=tuple(told_of(entry, lang)),
            is_new=entry.row.number > since,
            moment="" if is_newest and at == 0 else token_of(case, reader, entry.row.edit_id),
        )
        for at, entry in enumerate(found.entries)
    ]
    return HistoryPage(
        new=[line for line in lines if line.is_new],
        known=[line for line in lines if not line.is_new],
        older=token_of(case, reader, found.older) if found.older else "",
    )


def _names(users: set[int]) -> dict[int, str]:
    return dict(User.objects.filter(pk__in=users).values_list("pk", "name"))


# --- One edit -------------------------------------------------------------------------------------


def told_of(entry: Entry, lang: str) -> Iterator[Told]:
    """What changed, in the order that tells it best."""
    changed = difference(entry.before, entry.after)
    then, now = Speaker(entry.before, lang).say, Speaker(entry.after, lang).say
    for verb, speak, statements, struck in (
        (NEW.get(entry.way, ""), now, _worth_telling(changed.new), False),
        (_("Taken back"), then, _worth_telling(changed.gone), True),
        (_("Struck out"), then, changed.struck, True),
        (_("Counts again"), now, changed.counts_again, False),
        (_("Chosen for the drawing"), now, changed.chosen, False),
        (_("No longer chosen"), then, changed.no_longer_chosen, False),
    ):
        yield from _told(verb, speak, statements, struck)
    if changed == Difference():
        yield Told(_("Something small was drawn differently"), ())


def _told(
    verb: Words,
    speak: Callable[[Statement], str],
    statements: Iterable[Statement],
    struck: bool,
) -> Iterator[Told]:
    sentences = tuple(dict.fromkeys(speak(one) for one in statements))
    if sentences:
        more = max(len(sentences) - MOST_SENTENCES, 0)
        yield Told(verb, sentences[:MOST_SENTENCES], more, struck)


def _worth_telling(statements: Sequence[Statement]) -> list[Statement]:
    """Without what another sentence says already: who is new has a name in it, and a couple is
    told once, by the first of the two."""
    facts = [one.fact for one in statements]
    people = {fact.person for fact in facts if isinstance(fact, PersonFact)}
    couples: dict[Id, PartnerFact] = {}
    for fact in facts:
        if isinstance(fact, PartnerFact):
            couples.setdefault(fact.union, fact)

    def is_told(fact: Fact) -> bool:
        if isinstance(fact, PartnerFact):
            return couples[fact.union] is not fact
        if isinstance(fact, NameFact):
            return fact.person in people
        return isinstance(fact, UnionFact) and fact.union in couples

    return [one for one in statements if not is_told(one.fact)]
