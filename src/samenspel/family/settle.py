"""What is kept of an edit that may be: under ids of its own, for no more people than it is about.

Both are settled here, on what the author sees, and written into the edit that is kept: a replay
judges nothing and gives the same map.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import NAMESPACE_OID, uuid5

from samenspel.family.edits import Choose, Edit, Say, Saying
from samenspel.family.facts import (
    Fact,
    HouseholdFact,
    Id,
    LivesInFact,
    PartnerFact,
    StageFact,
)
from samenspel.family.keep import BRINGING
from samenspel.family.refusals import Reason, Refusal
from samenspel.family.statements import CIRCLE, Audience, Author, FamilyMap, Reach, Statement

_TELLING = {*BRINGING, PartnerFact, LivesInFact}  # of these it depends who knows of whom
WIDEST_FIRST = (
    Reach.CIRCLE,
    Reach.PROFESSIONALS,
    Reach.WORKERS,
    Reach.PEOPLE,
    Reach.SAFETY,
)
IN_ONE_ANOTHER = {Reach.PROFESSIONALS, Reach.WORKERS, Reach.SAFETY}
"""Each of the later ones holds nobody who is not in the earlier, but the author."""


def settled(family_map: FamilyMap, seen: FamilyMap, edit: Edit) -> Edit:
    """The edit to keep. `seen` is what its author sees; of the rest only ids are avoided."""
    match edit.body:
        case Say(sayings):
            narrowed = _narrowed_sayings(seen, edit.by, sayings)
            return replace(edit, body=Say(tuple(_with_free_ids(family_map, narrowed))))
        case Choose():
            return replace(edit, id=_free(edit.id, {one.id for one in family_map.choices}))
    return edit


def was_said(family_map: FamilyMap, by: Author, saying: Saying) -> bool:
    """Whether this was kept before, perhaps under another id and for fewer people."""
    said = (family_map.by_id[one] for one in _ids_in_use(saying.id, family_map.by_id))
    return any(_is_kept(one, by, saying) for one in said)


def was_chosen(family_map: FamilyMap, edit: Edit, statement: Id) -> bool:
    choices = {one.id: one for one in family_map.choices}
    made = (choices[one] for one in _ids_in_use(edit.id, choices))
    return any((one.by, one.statement) == (edit.by, statement) for one in made)


def _is_kept(one: Statement, by: Author, saying: Saying) -> bool:
    """Apart from the moment, which the server gives anew, and what happened to it since."""
    if (one.fact, one.by, one.source) != (saying.fact, by, saying.source):
        return False
    return _narrowed(saying.audience, one.audience, by) == one.audience


# --- Ids ------------------------------------------------------------------------------------------


def _with_free_ids(family_map: FamilyMap, sayings: Iterable[Saying]) -> Iterator[Saying]:
    """An id that only something hidden has is not refused, which would tell that it is there."""
    taken = set(family_map.by_id)
    for saying in sayings:
        free = _free(saying.id, taken)
        taken.add(free)
        yield replace(saying, id=free)


def _free(wanted: Id, taken: Container[Id]) -> Id:
    while wanted in taken:
        wanted = _next(wanted)
    return wanted


def _ids_in_use(wanted: Id, taken: Container[Id]) -> Iterator[Id]:
    while wanted in taken:
        yield wanted
        wanted = _next(wanted)


def _next(taken: Id) -> Id:
    """Looks like any other id, so that nobody else can tell that one was taken."""
    return str(uuid5(NAMESPACE_OID, taken))


# --- Audiences ------------------------------------------------------------------------------------


def _narrowed_sayings(seen: FamilyMap, by: Author, sayings: tuple[Saying, ...]) -> list[Saying]:
    """What is said about somebody is for those who know of that somebody, or fewer.

    Else it would come out when somebody from whom they are hidden brings the same id.
    """
    known = [
        _Told(one.fact, one.audience, one.by)
        for one in seen
        if type(one.fact) in _TELLING and one.counts
    ]
    new = [_Told(one.fact, one.audience, by) for one in sayings]
    new = _homes_narrowed(known, new)
    about = _About([*known, *new])
    return [
        replace(saying, audience=about.audience(told))
        for saying, told in zip(sayings, new, strict=True)
    ]


@dataclass(frozen=True)
class _Told:
    fact: Fact
    audience: Audience
    by: Author


def _homes_narrowed(known: list[_Told], new: list[_Told]) -> list[_Told]:
    """A home is for those who know of somebody who lives there."""
    about = _About([*known, *new])
    lived = [*known, *(replace(one, audience=about.audience(one)) for one in new)]
    homes = _widest((one.fact.household, one) for one in lived if isinstance(one.fact, LivesInFact))

    def narrowed(one: _Told) -> _Told:
        known_to = homes.get(one.fact.household) if isinstance(one.fact, HouseholdFact) else None
        audience = _narrowed(one.audience, known_to, one.by) if known_to else None
        return replace(one, audience=audience) if audience else one

    return [narrowed(one) for one in new]


class _About:
    """Who knows of whom; what is said about them is for no more people than that."""

    def __init__(self, told: list[_Told]) -> None:
        self._knows = _widest((one.fact.brings, one) for one in told if one.fact.brings)
        self._partners: dict[Id, list[Id]] = {}
        for one in told:
            if isinstance(one.fact, PartnerFact):
                self._partners.setdefault(one.fact.union, []).append(one.fact.person)

    def audience(self, told: _Told) -> Audience:
        audience = told.audience
        spoken_of = [self._knows.get(one, CIRCLE) for one in self._spoken_of(told.fact)]
        for known_to in sorted(spoken_of, key=_width, reverse=True):
            narrowed = _narrowed(audience, known_to, told.by)
            if narrowed is None:
                raise Refusal(Reason.AUDIENCE_NOT_ALIKE)
            audience = narrowed
        return audience

    def _spoken_of(self, fact: Fact) -> Iterator[Id]:
        yield from fact.refers_to()
        if isinstance(fact, StageFact):
            yield from self._partners.get(fact.union, ())


def _widest(told: Iterable[tuple[Id, _Told]]) -> dict[Id, Audience]:
    """Of every id the widest audience."""
    found: dict[Id, Audience] = {}
    for one, said in told:
        if one not in found or _width(said.audience) < _width(found[one]):
            found[one] = _with_author(said.audience, said.by)
    return found


def _width(audience: Audience) -> int:
    return WIDEST_FIRST.index(audience.reach)


def _with_author(audience: Audience, by: Author) -> Audience:
    if audience.reach is not Reach.PEOPLE:
        return audience
    return replace(audience, people=audience.people | {by.account})


def _narrowed(audience: Audience, to: Audience, by: Author) -> Audience | None:
    """Who is in both, never anybody whom the author did not mean; None when no audience is that."""
    if to.reach is Reach.CIRCLE or _is_only(by, audience):
        return audience
    if audience.reach is Reach.CIRCLE:
        return to
    if audience.reach is to.reach:
        return _people_in_both(audience, to, by)
    if {audience.reach, to.reach} <= IN_ONE_ANOTHER:
        return max(audience, to, key=_width)
    if audience.reach is Reach.WORKERS:
        return to if _is_only(by, to) else None
    if audience.reach is Reach.PEOPLE and to.reach is Reach.PROFESSIONALS:
        return audience
    return None


def _is_only(by: Author, audience: Audience) -> bool:
    return audience.reach is Reach.PEOPLE and audience.people <= {by.account}


def _people_in_both(audience: Audience, to: Audience, by: Author) -> Audience:
    both = audience.people & to.people
    return audience if _with_author(audience, by).people <= to.people else replace(to, people=both)
