"""Invented families to draw: a short way to write them, and the ones that drawings go wrong on."""

from collections.abc import Sequence

from samenspel.family.dates import PartialDate, Period
from samenspel.family.facts import PatternFact, SupporterFact, TieFact
from samenspel.family.family import (
    BondStage,
    Child,
    Family,
    Household,
    Member,
    Parent,
    Person,
    Twins,
    Union,
)
from samenspel.family.words import (
    Direction,
    Gender,
    Parentage,
    PatternKind,
    PersonKind,
    Sex,
    Stage,
    TieKind,
    Topic,
    Twinship,
)


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)


def person(
    called: str, sign: str = "", born: str = "?", died: str | None = None, **more: object
) -> Person:
    """`sign`: m, w, x (non-binary) or empty (not said). The id is the name in small letters."""
    gender = {"m": Gender.MAN, "w": Gender.WOMAN, "x": Gender.NONBINARY, "": None}[sign]
    fields = {
        "id": called.lower(),
        "name": called,
        "gender": gender,
        "birth": when(born),
        "has_died": died is not None,
        "death": when(died or "?"),
        **more,
    }
    return Person(**fields)  # type: ignore[arg-type]


def union(
    partners: str,
    children: str = "",
    stages: str = "",
    kind: Parentage = Parentage.BIRTH,
    since: str = "?",
    **more: object,
) -> Union:
    """`stages`: 'married 2010, divorced 2018'."""
    who = tuple(partners.split())
    period = Period(when(since))
    parents = tuple(Parent(one, kind, period) for one in who or ("",))
    return Union(
        id="+".join(who) + ">" + children.replace(" ", "") + kind,
        partners=who,
        stages=tuple(_stage(part) for part in stages.split(",") if part),
        children=tuple(Child(one, parents) for one in children.split()),
        **more,  # type: ignore[arg-type]
    )


def _stage(text: str) -> BondStage:
    word, _, on = text.strip().partition(" ")
    return BondStage(Stage(word), when(on or "?"))


def home(members: str, name: str = "") -> Household:
    who = members.split()
    return Household(">".join(who), name, tuple(Member(one, Period()) for one in who))


def tie(first: str, second: str, kind: TieKind, direction: Direction = Direction.BOTH) -> TieFact:
    return TieFact(first, second, kind, direction)


def family(
    people: Sequence[Person],
    unions: Sequence[Union],
    homes: Sequence[Household] = (),
    **more: object,
) -> Family:
    return Family(tuple(people), tuple(unions), households=tuple(homes), **more)  # type: ignore[arg-type]


def blended() -> Family:
    """Separated parents, a new partner, a half-sister, a foster son, grandparents on both sides."""
    return family(
        [
            person("Idris", "m", "1955"),
            person("Zehra", "w", "1958"),
            person("Klaas", "m", "1950", "2019"),
            person("Greet", "w", "1953"),
            person("Yusuf", "m", "1984"),
            person("Marit", "w", "1986"),
            person("Joost", "m", "1983"),
            person("Lotte", "w", "1990"),
            person("Sem", "m", "2011"),
            person("Amira", "w", "2014", is_index=True),
            person("Fien", "w", "2021"),
            person("Tijn", "m", "2013"),
        ],
        [
            union("idris zehra", "yusuf", "married 1980"),
            union("klaas greet", "marit", "married 1978"),
            union("yusuf marit", "sem amira", "married 2010, divorced 2018"),
            union("marit joost", "fien", "living_together 2019"),
            union("marit joost", "tijn", kind=Parentage.FOSTER, since="2023"),
            union("lotte", "tijn"),
        ],
        [home("yusuf sem"), home("marit joost amira fien tijn")],
        ties=(
            tie("greet", "amira", TieKind.CLOSE),
            tie("yusuf", "marit", TieKind.CONFLICT),
        ),
        supporters=(SupporterFact("greet", "amira"),),
    )


def three_partners() -> Family:
    return family(
        [
            person("Bram", "m", "1975", is_index=True),
            person("Noa", "w", "1976"),
            person("Ilse", "w", "1980"),
            person("Rosa", "w", "1984"),
            person("Guus", "m", "2000"),
            person("Mees", "m", "2005"),
            person("Evi", "w", "2007"),
            person("Lux", "x", "2015"),
        ],
        [
            union("bram noa", "guus", "married 1998, divorced 2003"),
            union("bram ilse", "mees evi", "living_together 2004, ended 2010"),
            union("bram rosa", "lux", "registered 2013"),
        ],
        [home("bram rosa lux mees"), home("ilse mees evi")],
    )


def twins() -> Family:
    return family(
        [
            person("Otto", "m", "1980"),
            person("Liv", "w", "1981"),
            person("Saar", "w", "2008"),
            person("Fee", "w", "2008"),
            person("Pim", "m", "2010"),
            person("Jet", "w", "2010"),
            person("Kai", "m", "2012"),
            person("Ole", "m", "2012"),
            person("Bo", "", "2012"),
        ],
        [union("otto liv", "saar fee pim jet kai ole bo", "married 2005")],
        twins=(
            Twins(("saar", "fee"), Twinship.IDENTICAL),
            Twins(("pim", "jet"), Twinship.FRATERNAL),
            Twins(("kai", "ole", "bo"), Twinship.UNKNOWN),
        ),
    )


def foster() -> Family:
    """A child with parents of birth and of care; a brother with one of them."""
    return family(
        [
            person("Ruud", "m", "1985"),
            person("Naima", "w", "1988"),
            person("Wout", "m", "1979"),
            person("Els", "w", "1980"),
            person("Dani", "m", "2013", is_index=True),
            person("Lina", "w", "2016"),
            person("Teun", "m", "2009"),
        ],
        [
            union("ruud naima", "dani lina", "relationship 2011, ended 2017"),
            union("wout els", "teun", "married 2006"),
            union("wout els", "dani", kind=Parentage.FOSTER, since="2019-04"),
        ],
        [home("wout els dani teun"), home("naima lina")],
        ties=(
            tie("dani", "naima", TieKind.CLOSE_HOSTILE),
            tie("els", "dani", TieKind.CARES_FOR, Direction.FORTH),
            tie("dani", "ruud", TieKind.CUT_OFF),
        ),
    )


def donor() -> Family:
    mother, other = (
        Parent("kim", Parentage.BIRTH, Period()),
        Parent("jo", Parentage.ADOPTED, Period()),
    )
    return family(
        [
            person("Kim", "w", "1985"),
            person("Jo", "w", "1983"),
            person("Arjen", "m", "1984"),
            person("Mila", "w", "2017", is_index=True),
            person("Finn", "m", "2019"),
        ],
        [
            Union(
                "ouders",
                ("kim", "jo"),
                (BondStage(Stage.MARRIED, when("2012")),),
                (Child("mila", (mother, other)), Child("finn", (mother, other))),
            ),
            union("arjen", "mila finn", kind=Parentage.DONOR),
        ],
        [home("kim jo mila finn")],
    )


def siblings() -> Family:
    return family(
        [
            person("Sara", "w", "2005", not_known=frozenset({Topic.PARENTS})),
            person("Adam", "m", "2008"),
            person("Yonas", "m", "2010", is_index=True),
        ],
        [union("", "sara adam yonas")],
        [home("sara adam yonas")],
    )


def two_homes() -> Family:
    return family(
        [
            person("Hugo", "m", "1982"),
            person("Fatma", "w", "1984"),
            person("Inge", "w", "1986"),
            person("Levi", "m", "2012", is_index=True),
            person("Nora", "w", "2015"),
        ],
        [
            union("hugo fatma", "levi nora", "married 2009, divorced 2020"),
            union("hugo inge", "", "living_together 2021"),
        ],
        [home("fatma levi nora"), home("hugo inge levi")],
        patterns=(PatternFact(PatternKind.COALITION, ("fatma", "nora"), ("hugo",)),),
    )


def four_generations() -> Family:
    return family(
        [
            person("Dirk", "m", "1925", "1999"),
            person("Aaltje", "w", "1928", "2010"),
            person("Henk", "m", "1950"),
            person("Corrie", "w", "1952"),
            person("Joop", "m", "1955", "2001~"),
            person("Peter", "m", "1975"),
            person("Anouk", "w", "1977"),
            person("Mirjam", "w", "1979"),
            person("Said", "m", "1978"),
            person("Noor", "w", "2005"),
            person("Bas", "m", "2008", is_index=True),
            person("Younes", "m", "2010"),
            person("Luna", "w", "2013"),
            person("Vlek", "", "2018", is_a=PersonKind.PET),
            person("Klein", "", "2026-06", is_a=PersonKind.UNBORN, name=""),
        ],
        [
            union("dirk aaltje", "henk joop", "married 1949, widowed 1999"),
            union("henk corrie", "peter mirjam", "married 1973"),
            union(
                "peter anouk",
                "noor bas",
                "married 2002, living_apart 2022",
                more_children=True,
                more_count=2,
            ),
            union("mirjam said", "younes luna klein", "registered 2008"),
        ],
        [
            home("anouk noor bas vlek"),
            home("peter"),
            home("mirjam said younes luna"),
            home("henk corrie"),
        ],
        ties=(
            tie("henk", "joop", TieKind.CUT_OFF),
            tie("peter", "henk", TieKind.CONFLICT),
            tie("bas", "peter", TieKind.DISTANT),
            tie("corrie", "bas", TieKind.VERY_CLOSE),
            tie("anouk", "mirjam", TieKind.TRUST),
        ),
        patterns=(PatternFact(PatternKind.COALITION, ("noor", "anouk"), ("peter",)),),
    )


def lonely() -> Family:
    """One parent, three by three: lines that leave below, and more children than are drawn."""
    return family(
        [
            person("Wilma", "w", "1960"),
            person("Petra", "w", "1980~"),
            person("Sjoerd", "m", "1982", sex=Sex.FEMALE),
            person("Anna", "w", "/2001"),
            person("Jesse", "m", "2003/2005", not_known=frozenset({Topic.FATHER})),
            person("Mo", "x", "2010"),
        ],
        [
            union("wilma", "petra sjoerd", more_children=True),
            union("petra", "anna jesse", more_children=True, more_count=1),
            union("sjoerd", "mo", kind=Parentage.ADOPTED),
        ],
        [home("wilma"), home("petra jesse"), home("sjoerd mo")],
    )


def losses() -> Family:
    return family(
        [
            person("Ahmed", "m", "1990"),
            person("Tess", "w", "1991"),
            person("a", "", "2014", is_a=PersonKind.MISCARRIAGE, name=""),
            person("Nina", "w", "2015", is_a=PersonKind.STILLBIRTH, has_died=True),
            person("b", "", "2016", is_a=PersonKind.TERMINATION, name=""),
            person("Isa", "w", "2017", is_index=True),
            person("c", "", "2026-09", is_a=PersonKind.UNBORN, name=""),
        ],
        [union("ahmed tess", "a nina b isa c", "married 2013")],
    )


FAMILIES = {
    make.__name__: make
    for make in (
        blended,
        three_partners,
        twins,
        foster,
        donor,
        siblings,
        two_homes,
        four_generations,
        lonely,
        losses,
    )
}
