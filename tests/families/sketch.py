"""A pencil for invented families: each method says one thing and gives back the id it brought.

Ids are made from names, so that a family reads back in a file; moments follow each other by a
second, so that a family written twice is twice the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import (
    AliasFact,
    BirthFact,
    BirthOrderFact,
    ChildFact,
    DeathFact,
    EventFact,
    Fact,
    GenderFact,
    HouseholdFact,
    Id,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    MoreChildrenFact,
    NameFact,
    NoteFact,
    NotKnownFact,
    OrganisationFact,
    PartnerFact,
    PatternFact,
    PersonFact,
    SexFact,
    StageFact,
    SupporterFact,
    TieFact,
    TrajectoryFact,
    TwinsFact,
    UnionFact,
)
from samenspel.family.statements import CIRCLE, Audience, Author, FamilyMap, Source, Statement
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

PENCIL = Author("sketch")
BEGAN = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)


def during(text: str) -> Period:
    """`2014` began in 2014 and goes on; `2014 .. 2019-03` ended; `..` says nothing."""
    start, dots, end = (part.strip() for part in text.partition(".."))
    return Period(when(start), when(end) if dots and end else None)


class Sketch:
    """One family while it is being drawn; `map` gives all that was said."""

    def __init__(self) -> None:
        self._statements: list[Statement] = []
        self._ids: set[Id] = set()
        self._source = Source()
        self._audience = CIRCLE

    @property
    def map(self) -> FamilyMap:
        return FamilyMap(tuple(self._statements))

    @contextmanager
    def said_by(self, who: str, on: str = "?", conversation: str = "") -> Iterator[None]:
        before, self._source = self._source, Source(who, when(on), conversation)
        yield
        self._source = before

    @contextmanager
    def only_for(self, audience: Audience) -> Iterator[None]:
        before, self._audience = self._audience, audience
        yield
        self._audience = before

    def say(self, fact: Fact, *, against: Id = "") -> Id:
        strange = set(fact.refers_to()) - self._ids
        assert not strange, f"Who are {sorted(strange)}?"
        number = len(self._statements) + 1
        statement = Statement(
            id=f"s{number:03}",
            fact=fact,
            by=PENCIL,
            at=BEGAN + timedelta(seconds=number),
            source=self._source,
            audience=self._audience,
            against=against,
        )
        self._statements.append(statement)
        return statement.id

    def _new_id(self, name: str) -> Id:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "somebody"
        number, wanted = 1, stem
        while wanted in self._ids:
            number += 1
            wanted = f"{stem}-{number}"
        self._ids.add(wanted)
        return wanted

    # --- People -----------------------------------------------------------------------------------

    def person(
        self,
        name: str = "",
        born: str = "",
        *,
        died: str = "",
        gender: Gender | None = None,
        sex: Sex | None = None,
        alias: str = "",
        index: bool = False,
        is_a: PersonKind = PersonKind.PERSON,
    ) -> Id:
        who = self._new_id(name or is_a.value)
        self.say(PersonFact(who, is_a))
        said: list[tuple[object, Fact]] = [
            (name, NameFact(who, name)),
            (alias, AliasFact(who, alias)),
            (born, BirthFact(who, when(born))),
            (died, DeathFact(who, when(died))),
            (index, IndexFact(who)),
        ]
        for is_said, fact in said:
            if is_said:
                self.say(fact)
        if gender:
            self.say(GenderFact(who, gender))
        if sex:
            self.say(SexFact(who, sex))
        return who

    def man(self, name: str = "", born: str = "", *, died: str = "", alias: str = "") -> Id:
        return self.person(name, born, died=died, alias=alias, gender=Gender.MAN)

    def woman(self, name: str = "", born: str = "", *, died: str = "", alias: str = "") -> Id:
        return self.person(name, born, died=died, alias=alias, gender=Gender.WOMAN)

    def begin_with(self, person: Id) -> None:
        self.say(IndexFact(person))

    def not_known(self, person: Id, *topics: Topic) -> None:
        for topic in topics:
            self.say(NotKnownFact(person, topic))

    def note(self, about: Id, text: str) -> None:
        self.say(NoteFact(about, text))

    def supports(self, person: Id, of: Id, *, since: str = "", jim: bool = False) -> None:
        self.say(SupporterFact(person, of, jim, during(since)))

    # --- Bonds, children, homes -------------------------------------------------------------------

    def couple(self, *partners: Id, **stages: str) -> Id:
        """`couple(sanne, mehmet, married="2009", divorced="2018")`; stages in order of time."""
        union = self._new_id("-".join(("bond", *partners)))
        self.say(UnionFact(union))
        for partner in partners:
            self.say(PartnerFact(union, partner))
        for stage, on in stages.items():
            self.say(StageFact(union, Stage(stage), when(on)))
        return union

    def parted(self, union: Id, stage: str, on: str, *, against: Id = "") -> Id:
        """One stage by itself, so that another account of it can stand beside it."""
        return self.say(StageFact(union, Stage(stage), when(on)), against=against)

    def children(
        self,
        union: Id,
        *children: Id,
        parentage: Parentage = Parentage.BIRTH,
        since: str = "",
        of: Id = "",
        ways: Mapping[Id, Parentage] | None = None,
    ) -> None:
        """Of both partners alike; or `of` one; `ways` tells of whom in another way."""
        for child in children:
            for parent in [of] if of else self._partners(union) or [""]:
                how = (ways or {}).get(parent, parentage)
                self.say(ChildFact(union, child, parent, how, during(since)))

    def _partners(self, union: Id) -> list[Id]:
        facts = (statement.fact for statement in self._statements)
        return [f.person for f in facts if isinstance(f, PartnerFact) and f.union == union]

    def more_children(self, union: Id, count: int | None = None) -> None:
        self.say(MoreChildrenFact(union, count))

    def eldest_first(self, union: Id, *children: Id) -> None:
        self.say(BirthOrderFact(union, children))

    def twins(self, *children: Id, are: Twinship = Twinship.UNKNOWN) -> None:
        self.say(TwinsFact(children, are))

    def home(self, at: str, *people: Id, since: str = "", name: str = "") -> Id:
        """`at` makes the id; without a name the drawing says who live there."""
        household = self._new_id(f"home {at}")
        self.say(HouseholdFact(household, name))
        for person in people:
            self.lives_in(household, person, since)
        return household

    def lives_in(self, household: Id, person: Id, since: str = "", share: str = "") -> None:
        self.say(LivesInFact(household, person, during(since), share))

    # --- How it feels -----------------------------------------------------------------------------

    def tie(
        self,
        first: Id,
        kind: TieKind,
        second: Id,
        *,
        direction: Direction = Direction.BOTH,
        strength: int | None = None,
        since: str = "",
        against: Id = "",
    ) -> Id:
        fact = TieFact(first, second, kind, direction, strength, during(since))
        return self.say(fact, against=against)

    def pattern(
        self,
        kind: PatternKind,
        *members: Id,
        against: tuple[Id, ...] = (),
        words: str = "",
        since: str = "",
    ) -> None:
        self.say(PatternFact(kind, members, against, words, during(since)))

    # --- Around the family ------------------------------------------------------------------------

    def organisation(self, name: str, context: ContextKind) -> Id:
        organisation = self._new_id(name)
        self.say(OrganisationFact(organisation, name, context))
        return organisation

    def directed(
        self,
        organisation: Id,
        *targets: Id,
        face: str = "",
        role: str = "",
        rhythm: Rhythm | None = None,
        status: Involvement = Involvement.ACTIVE,
        strength: Strength | None = None,
        flow: Flow | None = None,
        since: str = "",
    ) -> None:
        fact = InvolvedFact(
            organisation, "", face, role, rhythm, status, strength, flow, during(since)
        )
        for target in targets:
            self.say(replace(fact, towards=target))

    # --- What happened ----------------------------------------------------------------------------

    def event(
        self,
        words: str,
        *who: Id,
        on: str = "",
        kind: EventKind = EventKind.OTHER,
        impact: Impact | None = None,
        certainty: Certainty = Certainty.CERTAIN,
    ) -> Id:
        """A day, `2019-04-14 ..` when it goes on, or a span."""
        period = during(on) if ".." in on else Period(when(on), when(on))
        return self.say(EventFact(who, words, kind, period, impact, certainty))

    def help(
        self,
        what: str,
        *who: Id,
        provider: Id = "",
        by: str = "",
        period: str = "",
        worked: str = "",
        did_not_work: str = "",
    ) -> Id:
        fact = TrajectoryFact(who, what, provider, by, during(period), worked, did_not_work)
        return self.say(fact)
