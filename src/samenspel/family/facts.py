"""What can be said in a family map: one small frozen class per kind of fact.

People, bonds, households and organisations have an id, made by who draws (a UUID; in files their
own). A fact refers to them by id. Two facts with the same `slot` are about the same thing: when
they differ they contradict, both stay, and a drawing uses one. A fact without a slot of its own
(`None`) stands beside the others, unless a statement says which one it contradicts.

`refers_to` lists every id a fact needs: when one of those is not seen, the fact is not seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import ClassVar

from samenspel.family.dates import ALWAYS, UNKNOWN, PartialDate, Period
from samenspel.family.words import (
    Certainty,
    ContextKind,
    Direction,
    EventKind,
    Flow,
    Gender,
    Impact,
    Involvement,
    Parentage,
    PatternKind,
    PersonKind,
    Rhythm,
    Sex,
    Stage,
    Strength,
    TieKind,
    Topic,
    Twinship,
)

Id = str
Slot = tuple[str, ...] | None


@dataclass(frozen=True)
class Fact:
    """`kind` is the name in the JSON document; `introduces` names the field whose id it brings.

    `thins` names a tuple that may lose an id that is not there, as long as two are left; a fact
    with words about several people goes as a whole.
    """

    kind: ClassVar[str]
    introduces: ClassVar[str] = ""
    refers: ClassVar[tuple[str, ...]] = ()
    thins: ClassVar[str] = ""
    slot_fields: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def slot(self) -> Slot:
        if not self.slot_fields:
            return None
        return (self.kind, *(str(getattr(self, name)) for name in self.slot_fields))

    @property
    def brings(self) -> Id | None:
        return getattr(self, self.introduces) if self.introduces else None

    def refers_to(self) -> Iterator[Id]:
        """Ids that must be there for this fact to stand, without the one it brings."""
        for name in self.refers:
            value = getattr(self, name)
            if isinstance(value, tuple):
                yield from value
            elif value:
                yield value


# --- People ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PersonFact(Fact):
    """Somebody is there, also without a name."""

    kind = "person"
    introduces = "person"
    slot_fields = ("person",)
    person: Id
    is_a: PersonKind = PersonKind.PERSON


@dataclass(frozen=True)
class NameFact(Fact):
    kind = "name"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id
    name: str


@dataclass(frozen=True)
class AliasFact(Fact):
    """The name for projecting, from nature: Maan, Zon, Beer."""

    kind = "alias"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id
    alias: str


@dataclass(frozen=True)
class GenderFact(Fact):
    kind = "gender"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id
    gender: Gender


@dataclass(frozen=True)
class SexFact(Fact):
    kind = "sex"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id
    sex: Sex


@dataclass(frozen=True)
class BirthFact(Fact):
    """For an unborn child the day it is expected; for a loss in pregnancy the day it came to."""

    kind = "birth"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id
    on: PartialDate


@dataclass(frozen=True)
class DeathFact(Fact):
    """Somebody has died, also when the day is not known."""

    kind = "death"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id
    on: PartialDate = UNKNOWN


@dataclass(frozen=True)
class IndexFact(Fact):
    """The question begins with this person (double outline)."""

    kind = "index"
    refers = ("person",)
    slot_fields = ("person",)
    person: Id


@dataclass(frozen=True)
class NotKnownFact(Fact):
    """Asked, and not known: drawn as 'niet bekend' instead of 'nog niet getekend'."""

    kind = "not_known"
    refers = ("person",)
    slot_fields = ("person", "topic")
    person: Id
    topic: Topic


@dataclass(frozen=True)
class NoteFact(Fact):
    """Words about somebody or something that fit nowhere else, or what a file said beside it.

    `about` is empty for what a file said about nobody in particular. `mentions` are the others
    whose ids stand in the text: with one of them unseen, the note is unseen.
    """

    kind = "note"
    refers = ("about", "mentions")
    about: Id
    text: str
    label: str = ""
    mentions: tuple[Id, ...] = ()


@dataclass(frozen=True)
class SupporterFact(Fact):
    """`person` stands by `of`; as a JIM when the young person chose so."""

    kind = "supporter"
    refers = ("person", "of")
    slot_fields = ("person", "of")
    person: Id
    of: Id
    jim: bool = False
    period: Period = ALWAYS


# --- Bonds and children ---------------------------------------------------------------------------


@dataclass(frozen=True)
class UnionFact(Fact):
    """A bond with up to two partners, from which children may come.

    One partner: a parent alone, or the other is not known. None: brothers and sisters whose
    parents are not known.
    """

    kind = "union"
    introduces = "union"
    slot_fields = ("union",)
    union: Id


@dataclass(frozen=True)
class PartnerFact(Fact):
    kind = "partner"
    refers = ("union", "person")
    slot_fields = ("union", "person")
    union: Id
    person: Id


@dataclass(frozen=True)
class StageFact(Fact):
    """The bond became this. It needs both partners: with one of them unseen it is unseen."""

    kind = "stage"
    refers = ("union",)
    union: Id
    stage: Stage
    on: PartialDate = UNKNOWN


@dataclass(frozen=True)
class ChildFact(Fact):
    """A child of a union: one fact per parent, for each may be a parent in another way.

    `parent` is one of the partners, or empty when the union has none.
    """

    kind = "child"
    refers = ("union", "child", "parent")
    slot_fields = ("union", "child", "parent", "parentage")
    union: Id
    child: Id
    parent: Id = ""
    parentage: Parentage = Parentage.BIRTH
    period: Period = ALWAYS


@dataclass(frozen=True)
class MoreChildrenFact(Fact):
    """There are more children than are drawn: how many, or None when that is not known."""

    kind = "more_children"
    refers = ("union",)
    slot_fields = ("union",)
    union: Id
    count: int | None = None


@dataclass(frozen=True)
class BirthOrderFact(Fact):
    """Children of a union from eldest to youngest, where dates do not tell."""

    kind = "birth_order"
    refers = ("union", "children")
    thins = "children"
    slot_fields = ("union",)
    union: Id
    children: tuple[Id, ...]


@dataclass(frozen=True)
class TwinsFact(Fact):
    """Two or more born together."""

    kind = "twins"
    refers = ("children",)
    thins = "children"
    slot_fields = ("children",)
    children: tuple[Id, ...]
    twinship: Twinship = Twinship.UNKNOWN


# --- Homes ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class HouseholdFact(Fact):
    kind = "household"
    introduces = "household"
    slot_fields = ("household",)
    household: Id
    name: str = ""


@dataclass(frozen=True)
class LivesInFact(Fact):
    """`share` tells how much, in words: 'om het weekend'."""

    kind = "lives_in"
    refers = ("household", "person")
    household: Id
    person: Id
    period: Period = ALWAYS
    share: str = ""


# --- How it feels ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class TieFact(Fact):
    """Between any two actors: people, households, organisations. `strength` is 1 to 3."""

    kind = "tie"
    refers = ("first", "second")
    first: Id
    second: Id
    tie: TieKind
    direction: Direction = Direction.BOTH
    strength: int | None = None
    period: Period = ALWAYS


@dataclass(frozen=True)
class PatternFact(Fact):
    """Something that happens between people; a coalition is of members, perhaps against others."""

    kind = "pattern"
    refers = ("members", "against")
    pattern: PatternKind
    members: tuple[Id, ...]
    against: tuple[Id, ...] = ()
    words: str = ""
    period: Period = ALWAYS


# --- Around the family ----------------------------------------------------------------------------


@dataclass(frozen=True)
class OrganisationFact(Fact):
    kind = "organisation"
    introduces = "organisation"
    slot_fields = ("organisation",)
    organisation: Id
    name: str
    context: ContextKind = ContextKind.OTHER


@dataclass(frozen=True)
class InvolvedFact(Fact):
    """An organisation is directed at people or a household. `face` is who comes, by name.

    One fact per target, so that hiding one target leaves the others.
    """

    kind = "involved"
    refers = ("organisation", "towards")
    slot_fields = ("organisation", "towards", "face")
    organisation: Id
    towards: Id
    face: str = ""
    role: str = ""
    rhythm: Rhythm | None = None
    status: Involvement = Involvement.ACTIVE
    strength: Strength | None = None
    flow: Flow | None = None
    period: Period = ALWAYS


# --- What happened --------------------------------------------------------------------------------


@dataclass(frozen=True)
class EventFact(Fact):
    """Something that happened to one or more people, on a day or over a span."""

    kind = "event"
    refers = ("who",)
    who: tuple[Id, ...]
    words: str
    event: EventKind = EventKind.OTHER
    period: Period = ALWAYS
    impact: Impact | None = None
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True)
class TrajectoryFact(Fact):
    """Help that was or is given to one or more people.

    `provider` is an organisation of the map, or empty; `by` its name in words when it is not.
    """

    kind = "trajectory"
    refers = ("who", "provider")
    who: tuple[Id, ...]
    help: str
    provider: Id = ""
    by: str = ""
    period: Period = ALWAYS
    worked: str = ""
    did_not_work: str = ""


FACTS: dict[str, type[Fact]] = {fact.kind: fact for fact in Fact.__subclasses__()}


def field_names(fact: type[Fact]) -> list[str]:
    return [field.name for field in fields(fact)]
