"""Families for property tests: any family that can be, and such as teams meet."""

from hypothesis import strategies as st

from tests.families.network import Network, Person, Union
from tests.families.step import step_family

KINDS = st.sampled_from(["birth"] * 4 + ["adopted", "foster"])


@st.composite
def any_families(draw: st.DrawFn, most: int = 9) -> Network:
    """People in an order in which parents come before their children; for the rest anything goes.

    Unions of no, one or two partners; remarriages, also with each other; marriages with kin and
    between generations; two sets of parents; twins; people without any line.
    """
    count = draw(st.integers(1, most))
    people = draw(st.lists(somebody(), min_size=count, max_size=count))
    ids = [f"P{number}" for number in range(count)]
    people = [
        Person(who, who, p.sex, p.year, p.is_known) for who, p in zip(ids, people, strict=True)
    ]
    unions: list[Union] = []
    for number in range(draw(st.integers(0, count))):
        union = draw(unions_of(f"U{number}", ids))
        if len(union.partners) + len(union.children) > 1:
            unions.append(union)
    families = [union.children for union in unions if len(union.children) > 1]
    twins = draw(st.lists(st.sampled_from(families), max_size=1)) if families else []
    return Network(tuple(people), tuple(unions), tuple(tuple(group[:2]) for group in twins))


def somebody() -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        st.just(""),
        st.just(""),
        st.sampled_from("FMX"),
        st.integers(1950, 2020),
        st.booleans(),
    )


@st.composite
def unions_of(draw: st.DrawFn, name: str, ids: list[str]) -> Union:
    numbers = st.integers(0, len(ids) - 1)
    partners = draw(st.lists(numbers, max_size=2, unique=True))
    youngest = max(partners, default=-1)
    later = list(range(youngest + 1, len(ids)))
    children = draw(st.lists(st.sampled_from(later), max_size=4, unique=True)) if later else []
    chosen = tuple(ids[child] for child in children)
    pedigree = tuple((child, how) for child in chosen if (how := draw(KINDS)) != "birth")
    return Union(name, tuple(ids[partner] for partner in partners), chosen, pedigree)


@st.composite
def step_families(draw: st.DrawFn, least: int = 10, most: int = 40) -> Network:
    kin = draw(st.sampled_from([0.05, 0.35]))
    return step_family(draw(st.integers(1, 10_000)), draw(st.integers(least, most)), kin)
