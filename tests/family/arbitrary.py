"""Whatever people could say: facts, statements, edits and maps for the property tests.

Ids come from small pools, so that things meet; some refer to nobody, some to the wrong thing.
"""

import typing
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

from hypothesis import strategies as st

from samenspel.family import (
    ALWAYS,
    CIRCLE,
    FACTS,
    NO_SOURCE,
    UNKNOWN,
    Audience,
    Author,
    BirthOrderFact,
    ChildFact,
    Choice,
    DateError,
    EventFact,
    Fact,
    FamilyMap,
    HouseholdFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    NoteFact,
    OrganisationFact,
    PartialDate,
    PartnerFact,
    Period,
    PersonFact,
    Reach,
    Retraction,
    Side,
    Source,
    Stage,
    StageFact,
    Statement,
    TwinsFact,
    UnionFact,
    Viewer,
    accounts,
    in_order,
    may_see,
    seen_by,
)
from samenspel.family.views import reaches

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
PEOPLE = ("p1", "p2", "p3", "p4", "p5", "p6")
UNIONS = ("u1", "u2", "u3")
HOUSEHOLDS = ("h1", "h2")
ORGANISATIONS = ("o1", "o2")
ANYTHING = (*PEOPLE, *UNIONS, *HOUSEHOLDS, *ORGANISATIONS, "nobody", "")

WORKER = Author("worker", Side.PROFESSIONAL)
GUARD = Author("guard", Side.PROFESSIONAL)
MOTHER = Author("mother", Side.FAMILY)
SON = Author("son", Side.FAMILY)
AUTHORS = (WORKER, GUARD, MOTHER, SON)
VIEWERS = {
    "worker": Viewer("worker"),
    "guard": Viewer("guard", may_see_safety=True, is_worker=True),
    "mother": Viewer("mother", Side.FAMILY),
    "son": Viewer("son", Side.FAMILY),
    "new colleague": Viewer("new"),
}

_POOLS = {
    "union": UNIONS,
    "household": HOUSEHOLDS,
    "organisation": ORGANISATIONS,
    "provider": (*ORGANISATIONS, ""),
    "towards": (*PEOPLE, *HOUSEHOLDS),
    "first": (*PEOPLE, *HOUSEHOLDS, *ORGANISATIONS),
    "second": (*PEOPLE, *HOUSEHOLDS, *ORGANISATIONS),
    "about": (*PEOPLE, *UNIONS, *HOUSEHOLDS, ""),
    "mentions": (*PEOPLE, *UNIONS, *ORGANISATIONS),
    "parent": (*PEOPLE, ""),
}
_PEOPLE_IN = {"person", "of", "child", "children", "who", "members", "against"}

texts = st.sampled_from(["", "Sanne", "Bas", "om het weekend", "moeder van Élise", 'één "dag"\n'])


def dates() -> st.SearchStrategy[PartialDate]:
    points = st.one_of(
        st.integers(1950, 2030).map(str),
        st.dates(date(1950, 1, 1), date(2030, 1, 1)).map(str),
        st.sampled_from(["2014-03", "2012-11"]),
    )
    signed = st.tuples(st.sampled_from(["{}", "{}~", "/{}", "{}/"]), points)
    known = signed.map(lambda found: PartialDate.parse(found[0].format(found[1])))
    with_phrase = st.just(PartialDate(phrase="na de winter"))
    return st.one_of(st.just(UNKNOWN), known, with_phrase, st.just(PartialDate.parse("2010/2012")))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(dates()), draw(st.none() | dates())
    try:
        return Period(start, end)
    except DateError:
        return ALWAYS


def _values(name: str, hint: Any, wild: bool) -> st.SearchStrategy[Any]:
    if name in _POOLS or name in _PEOPLE_IN:
        pool = ANYTHING if wild else _POOLS.get(name, PEOPLE)
        one = st.sampled_from(pool)
        return one if hint is str else st.lists(one, max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if hint in _BY_TYPE:
        return _BY_TYPE[hint]
    return st.none() | _values(name, typing.get_args(hint)[0], wild)


_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(-1, 5),
    bool: st.booleans(),
    PartialDate: dates(),
    Period: periods(),
}


@cache
def facts_of(kind: type[Fact], *, wild: bool = False) -> st.SearchStrategy[Fact]:
    hints = typing.get_type_hints(kind)
    return st.builds(
        kind, **{one.name: _values(one.name, hints[one.name], wild) for one in fields(kind)}
    )


@cache
def facts(*, wild: bool = False) -> st.SearchStrategy[Fact]:
    """Any fact; `wild` ones refer to anything. People, bonds and children come most often."""
    kinds = list(FACTS.values())
    often = [FACTS[name] for name in ("person", "union", "partner", "child", "birth")] * 4
    return st.one_of([facts_of(kind, wild=wild) for kind in (*kinds, *often)])  # type: ignore[arg-type]


audiences = st.one_of(
    st.just(CIRCLE),
    st.just(CIRCLE),
    st.just(CIRCLE),
    st.just(CIRCLE),
    st.just(Audience(Reach.PROFESSIONALS)),
    st.just(Audience(Reach.SAFETY)),
    st.just(Audience(Reach.WORKERS)),
    st.sets(st.sampled_from(["worker", "mother", "son", "guard"])).map(
        lambda people: Audience(Reach.PEOPLE, frozenset(people))
    ),
)
authors = st.sampled_from(AUTHORS)
sources = st.sampled_from([NO_SOURCE, Source("mother", PartialDate.parse("2026-03"), "huisbezoek")])


@st.composite
def statements(draw: st.DrawFn, number: int, prefix: str = "s", *, wild: bool = True) -> Statement:
    at = NOON + timedelta(minutes=number)
    struck = st.builds(Retraction, st.just(f"r{number}"), authors, st.just(at), texts)
    return Statement(
        f"{prefix}{number}",
        draw(facts(wild=wild)),
        draw(authors),
        at,
        draw(sources),
        draw(audiences),
        draw(st.sampled_from(["", "", "", *(f"s{n}" for n in range(number))])),
        draw(st.none() | st.none() | struck),
        draw(st.sampled_from(["", "", "", "w1"])),
    )


# Two generations, so that whatever is said has something to be about.
ALREADY = (
    *(PersonFact(one) for one in PEOPLE),
    *(UnionFact(one) for one in UNIONS),
    *(PartnerFact("u1", one) for one in ("p1", "p2")),
    *(PartnerFact("u2", one) for one in ("p2", "p3")),
    *(ChildFact("u1", one, "p1") for one in ("p4", "p5")),
    ChildFact("u3", "p6"),
    HouseholdFact("h1", "thuis"),
    LivesInFact("h1", "p4"),
    TwinsFact(("p4", "p5", "p6")),
    BirthOrderFact("u1", ("p5", "p4")),
    OrganisationFact("o1", "De Vuurtoren"),
    InvolvedFact("o1", "p4"),
)


@st.composite
def maps(draw: st.DrawFn, *, wild: bool = True, size: int = 15) -> FamilyMap:
    """Any map, also one that no row of edits would make."""
    row = [draw(statements(n, wild=wild)) for n in range(draw(st.integers(0, size)))]
    if draw(st.booleans()):
        told = draw(st.dictionaries(st.integers(0, len(ALREADY) - 1), audiences, max_size=4))
        row = [*_already(told), *row]
    return FamilyMap(tuple(row), tuple(draw(choices(tuple(row)))))


def _already(told: dict[int, Audience]) -> list[Statement]:
    """For the circle, apart from a few for others."""
    before = NOON - timedelta(days=1)
    return [
        Statement(
            f"a{n:02}",
            fact,
            GUARD,
            before + timedelta(minutes=n),
            audience=told.get(n, CIRCLE),
        )
        for n, fact in enumerate(ALREADY)
    ]


@st.composite
def choices(draw: st.DrawFn, said: tuple[Statement, ...], prefix: str = "c") -> list[Choice]:
    count = draw(st.integers(0, 4)) if said else 0
    return [
        Choice(
            f"{prefix}{n}",
            draw(st.sampled_from([one.id for one in said])),
            draw(authors),
            NOON + timedelta(hours=n),
            draw(st.sampled_from(["", "", "w2"])),
        )
        for n in range(count)
    ]


# --- The same map with other hidden facts ---------------------------------------------------------

SECRET = ("hid-1", "hid-2")  # people that only hidden statements bring


@st.composite
def with_hidden_facts(draw: st.DrawFn, family_map: FamilyMap, viewer: Viewer) -> FamilyMap:
    """The map with some of its hidden statements gone, and others added, for this viewer."""
    seen = [one for one in family_map if may_see(one, viewer) and not one.withdrawn]
    others = [one for one in family_map if one not in seen and draw(st.booleans())]
    added = draw(st.lists(_hidden_from(viewer), max_size=6))
    extra = [replace(one, id=f"hid-{n}", at=one.at) for n, one in enumerate(added)]
    secret = draw(st.lists(_about_secrets(), max_size=4)) if extra else []
    extra += [replace(one, id=f"hid-open-{n}") for n, one in enumerate(chain(*secret))]
    hidden = (*others, *extra)
    more = draw(choices(tuple(hidden), prefix="hid-choice-"))
    undone = draw(choices(tuple(seen), prefix="hid-undone-"))
    more += [replace(one, withdrawn="w3") for one in undone]
    alone = _without_rivals(family_map, viewer)
    about_hidden = draw(choices(alone, prefix="hid-alone-"))
    more += [one for one in about_hidden if one.by.account != viewer.account]
    ids = {one.id for one in seen} | {one.id for one in hidden}
    kept = tuple(one for one in family_map.choices if one.statement in ids)
    by_moment = sorted((*kept, *more), key=lambda one: (one.at, one.id))
    return FamilyMap(in_order([*seen, *hidden]), tuple(by_moment))


def _without_rivals(family_map: FamilyMap, viewer: Viewer) -> tuple[Statement, ...]:
    """Of what is seen, all of which one account is seen."""
    groups = accounts(seen_by(family_map, viewer)).values()
    return tuple(group[0] for group in groups if len({one.fact for one in group}) == 1)


@st.composite
def _hidden_from(draw: st.DrawFn, viewer: Viewer) -> Statement:
    """Withdrawn, or for an audience without the viewer; it may bring a secret person."""
    secret = st.sampled_from([PersonFact(one) for one in SECRET])
    one = draw(statements(draw(st.integers(0, 30))))
    by = draw(st.sampled_from([who for who in AUTHORS if who.account != viewer.account]))
    one = replace(one, fact=draw(secret | facts(wild=True)), by=by)
    audience = draw(audiences)
    if reaches(audience, by.account, viewer):
        return replace(one, withdrawn="w9")
    return replace(one, audience=audience)


@st.composite
def _about_secrets(draw: st.DrawFn) -> list[Statement]:
    """For everybody to know, about a person who is hidden: it tells nothing to who may not.

    A bond and a home that only a hidden person makes what they are go with that person.
    """
    secret, other = draw(st.sampled_from(SECRET)), draw(st.sampled_from(PEOPLE))
    union = draw(st.sampled_from(UNIONS))
    bond = f"hid-{other}"  # one of its own, or two of the others would be joined in the open
    joined = [UnionFact(bond), PartnerFact(bond, other), PartnerFact(bond, secret)]
    told: list[list[Fact]] = [
        [NameFact(secret, "Geheim"), EventFact((other, secret), "samen verhuisd")],
        [PartnerFact(union, secret), ChildFact(union, secret, other)],
        [ChildFact(union, other, secret), LivesInFact("h1", secret)],
        [*joined, StageFact(bond, Stage.SECRET), NoteFact(bond, "stil")],
        [HouseholdFact("hid-h", "veilige plek"), LivesInFact("hid-h", secret)],
        [HouseholdFact("hid-h", "veilige plek"), InvolvedFact("o1", "hid-h")],
        [TwinsFact((other, secret)), BirthOrderFact(union, (secret, other))],
    ]
    at = draw(st.integers(0, 30))
    return [
        replace(draw(statements(at)), fact=fact, audience=CIRCLE, against="")
        for fact in draw(st.sampled_from(told))
    ]
