"""A proposal as edits of who accepts it: small ones, in an order in which each can stand.

Each is tried on the map as it is. What the map refuses is tried again in smaller pieces, and what
is left then is left out: a file may say what cannot be.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from samenspel.family import (
    Audience,
    Author,
    Edit,
    FamilyMap,
    Reach,
    Refusal,
    Say,
    Saying,
    Source,
    Statement,
    Viewer,
    apply,
)
from samenspel.family.facts import (
    FACTS,
    ChildFact,
    Fact,
    HouseholdFact,
    LivesInFact,
    MoreChildrenFact,
    OrganisationFact,
    PartnerFact,
    PersonFact,
    UnionFact,
)

SAYINGS_IN_AN_EDIT = 40


@dataclass(frozen=True)
class Fitted:
    """Edits that the map takes one after another, and how many sayings it does not take."""

    edits: tuple[Edit, ...]
    left_out: int


def fitted(
    proposed: FamilyMap, into: FamilyMap, *, audience: Audience, viewer: Viewer, at: datetime
) -> Fitted:
    """What is proposed as edits of `viewer`, who accepts it."""
    fitting = _Fitting(into, viewer, at)
    for sayings in _in_edits(proposed, audience, viewer.account):
        fitting.add(sayings)
    return Fitted(tuple(fitting.edits), fitting.left_out)


class _Fitting:
    """The map while edits are added; what is refused is tried again in smaller pieces."""

    def __init__(self, into: FamilyMap, viewer: Viewer, at: datetime) -> None:
        self.map = into
        self.edits: list[Edit] = []
        self.left_out = 0
        self._viewer = viewer
        self._at = at

    def add(self, groups: Sequence[tuple[Saying, ...]]) -> None:
        """Groups of sayings that need each other; together when that can be."""
        if self._takes([saying for group in groups for saying in group]):
            return
        if len(groups) > 1:
            middle = len(groups) // 2
            self.add(groups[:middle])
            self.add(groups[middle:])
            return
        self._add_without_what_hinders(groups[0])

    def _takes(self, sayings: Sequence[Saying]) -> bool:
        by = Author(self._viewer.account, self._viewer.side)
        edit = Edit(str(uuid4()), by, self._at, Say(tuple(sayings)))
        try:
            applied = apply(self.map, edit, viewer=self._viewer)
        except Refusal:
            return False
        self.map = applied.map
        self.edits.append(edit)
        return True

    def _add_without_what_hinders(self, group: tuple[Saying, ...]) -> None:
        """From the end, for what a group begins with is what the rest refers to."""
        for kept in range(len(group) - 1, 0, -1):
            if self._takes(group[:kept]):
                self.left_out += len(group) - kept
                return
        self.left_out += len(group)


Group = tuple[Saying, ...]


def _in_edits(family_map: FamilyMap, audience: Audience, account: str) -> Iterator[list[Group]]:
    """Groups packed into edits of about forty sayings, in an order in which each can stand."""
    packed: list[Group] = []
    for group in _groups(family_map):
        said = tuple(_saying(one, audience, account) for one in group)
        if packed and sum(map(len, packed)) + len(said) > SAYINGS_IN_AN_EDIT:
            yield packed
            packed = []
        packed.append(said)
    if packed:
        yield packed


def _saying(one: Statement, audience: Audience, account: str) -> Saying:
    """What the file kept from some is kept here from all but who brings it in."""
    is_open = one.audience.reach is Reach.CIRCLE
    for_whom = audience if is_open else Audience(Reach.PEOPLE, frozenset({account}))
    conversation = one.source.conversation or _("from a file")
    source = Source(one.source.who, one.source.on, conversation)
    return Saying(one.id, one.fact, source, for_whom, one.against)


def _groups(family_map: FamilyMap) -> Iterator[tuple[Statement, ...]]:
    """People, each with what is said of them alone; then bonds and homes, each with whom they
    join; then all the rest, one by one."""
    for kind, joined, name in _JOINING:
        yield from _joined(family_map, kind, joined, name)
    yield from _each(family_map, lambda fact: isinstance(fact, OrganisationFact))
    grouped: tuple[type[Fact], ...] = (
        OrganisationFact,
        *(kind for first, joined, _name in _JOINING for kind in (first, *joined)),
    )
    yield from _each(family_map, lambda fact: not isinstance(fact, grouped))


_Joining = tuple[type[Fact], tuple[type[Fact], ...], str]
_OF_ONE = tuple(kind for kind in FACTS.values() if kind.refers == ("person",))
_JOINING: tuple[_Joining, ...] = (
    (PersonFact, _OF_ONE, "person"),
    (UnionFact, (PartnerFact, ChildFact, MoreChildrenFact), "union"),
    (HouseholdFact, (LivesInFact,), "household"),
)


def _each(family_map: FamilyMap, wanted: Callable[[Fact], bool]) -> Iterator[tuple[Statement, ...]]:
    return ((one,) for one in family_map if wanted(one.fact))


def _joined(
    family_map: FamilyMap, kind: type[Fact], joined: tuple[type[Fact], ...], name: str
) -> Iterator[tuple[Statement, ...]]:
    """What brings somebody, a bond or a home first; parents before their children."""
    groups: dict[str, list[Statement]] = {}
    for wanted in (kind, *joined):
        for one in family_map:
            if isinstance(one.fact, wanted):
                groups.setdefault(getattr(one.fact, name), []).append(one)
    yield from map(tuple, groups.values())


def bodies(edits: Iterable[Edit]) -> list[Say]:
    return [edit.body for edit in edits if isinstance(edit.body, Say)]
