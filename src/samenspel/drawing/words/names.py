"""What everybody and everything is called in the words: a name or an alias, told apart.

Who has neither is "someone B": the letter is that of the place in the family, so that it stays
when others come. Two with the same name are "Jan (a)" and "Jan (b)". With aliases no name shows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from samenspel.drawing.words import lists
from samenspel.family.facts import Id
from samenspel.family.family import Family, Household, Person, Union
from samenspel.family.language import say_list, translator
from samenspel.family.words import PersonKind

NAMES_IN_A_LABEL = 3


def labels_of(people: Sequence[Person], lang: str, alias: bool) -> dict[Id, str]:
    """What each person is called; `people` in the order they were first said."""
    said = [
        called(person, alias) or _nameless(at, person, lang) for at, person in enumerate(people)
    ]
    same = Counter(label.casefold() for label in said)
    met: Counter[str] = Counter()
    labels = {}
    for person, label in zip(people, said, strict=True):
        key = label.casefold()
        met[key] += 1
        twice = same[key] > 1
        labels[person.id] = f"{label} ({_letter(met[key] - 1).lower()})" if twice else label
    return labels


def called(person: Person, alias: bool) -> str:
    return person.alias.strip() if alias else person.name.strip() or person.alias.strip()


def _nameless(at: int, person: Person, lang: str) -> str:
    return translator(lang)(lists.NAMELESS[person.is_a], letter=_letter(at))


def _letter(at: int) -> str:
    """A to Z, then AA, AB, …"""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def bond_label(union: Union, people: dict[Id, str], lang: str) -> str:
    """'Mehmet and Sanne', 'Sanne', or of brothers and sisters without parents who they are."""
    if union.partners:
        return say_list([people[partner] for partner in union.partners], lang)
    _ = translator(lang)
    names = [people[child.id] for child in union.children[:NAMES_IN_A_LABEL]]
    if not names:
        return _("parents not drawn yet")
    return _("the family of {names}", names=say_list(names, lang))


def heads_of(home: Household, family: Family) -> list[Id]:
    """Whose home it is: partners and parents among those who live there, else everybody."""
    members = list(dict.fromkeys(member.person for member in home.members))
    inside = set(members)
    heads = [who for who in members if inside.intersection(_near(who, family))]
    people = [who for who in members if family.person[who].is_a is not PersonKind.PET]
    return (heads or people or members)[:NAMES_IN_A_LABEL]


def _near(who: Id, family: Family) -> Iterator[Id]:
    for union in family.partner_in.get(who, ()):
        yield from (partner for partner in union.partners if partner != who)
        yield from (child.id for child in union.children)
