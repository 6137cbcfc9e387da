"""What nobody said yet about those around whom it turns: gentle questions, the most useful first.

An answer closes a question, and so does 'we don't know' (`NotKnownFact`). There is no count of
what is missing, and no end that must be reached.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from samenspel.family.facts import Id
from samenspel.family.family import Family, Person
from samenspel.family.gestures.kin import OVER
from samenspel.family.language import marked, translator
from samenspel.family.resolve import resolve
from samenspel.family.statements import FamilyMap
from samenspel.family.words import Gender, Parentage, PersonKind, Topic

AT_MOST = 12

_WORDS = {
    Topic.PARENTS: marked("Who are the parents of {name}?"),
    Topic.FATHER: marked("Who is the father of {name}?"),
    Topic.MOTHER: marked("Who is the mother of {name}?"),
    Topic.SIBLINGS: marked("Does {name} have brothers or sisters?"),
    Topic.PARTNERS: marked("Does {name} have a partner?"),
    Topic.CHILDREN: marked("Does {name} have children?"),
    Topic.BIRTH: marked("When was {name} born?"),
    Topic.DEATH: marked("When did {name} die?"),
    Topic.HOME: marked("Where does {name} live?"),
}
_OTHER_PARENT = marked("Who is the other parent of {name}?")
_SOMEBODY = marked("somebody without a name")


@dataclass(frozen=True)
class Open:
    """A question about somebody; the topic is also what 'we don't know' is said about.

    `other`: one parent is drawn, and nothing tells whether the other is a father or a mother.
    """

    person: Id
    topic: Topic
    name: str = ""
    other: bool = False

    def words(self, lang: str, called: str = "") -> str:
        """`called` is what the drawing calls them, when that is an alias."""
        _ = translator(lang)
        text = _OTHER_PARENT if self.other else _WORDS[self.topic]
        return _(text, name=called or self.name or _(_SOMEBODY))


def open_items(seen: FamilyMap) -> tuple[Open, ...]:
    family = resolve(seen)
    items = dict.fromkeys(_questions(family))
    return tuple(items)[:AT_MOST]


def _questions(family: Family) -> Iterator[Open]:
    """Row by row: about the index, their home and parents, then brothers, sisters, who lives in."""
    begun = [one.id for one in family.people if one.is_index]
    parents = _parents_of(family, begun)
    beside = [*_siblings_of(family, begun), *_at_home_with(family, begun)]
    for people, topics in (
        (begun, (_parents, _home, _birth, _siblings, _children)),
        (parents, (_birth, _parents, _partners, _home, _death)),
        (beside, (_birth, _parents)),
        (_parents_of(family, parents), (_death,)),
    ):
        for ask in topics:
            for person in dict.fromkeys(people):
                yield from _asked(family, family.person[person], ask)


Ask = Callable[[Family, Person], Topic | None]


def _asked(family: Family, person: Person, ask: Ask) -> Iterator[Open]:
    """Of who has no name, only what is asked about who the question begins with."""
    if person.is_a is not PersonKind.PERSON or not (person.name or person.is_index):
        return
    topic = ask(family, person)
    if topic and topic not in person.not_known:
        other = topic is Topic.PARENTS and bool(_by_birth(family, person.id))
        yield Open(person.id, topic, person.name, other)


# --- What is still open ---------------------------------------------------------------------------


def _birth(family: Family, person: Person) -> Topic | None:
    has_words = person.birth.is_known or person.birth.phrase
    return None if has_words else Topic.BIRTH


def _death(family: Family, person: Person) -> Topic | None:
    has_words = person.death.is_known or person.death.phrase
    return Topic.DEATH if person.has_died and not has_words else None


def _home(family: Family, person: Person) -> Topic | None:
    homes = (member for home in family.households for member in home.members)
    has_home = any(member.person == person.id for member in homes)
    return None if has_home or person.has_died else Topic.HOME


def _siblings(family: Family, person: Person) -> Topic | None:
    bonds = [
        bond
        for parent in _parents_of(family, [person.id])
        for bond in family.partner_in.get(parent, ())
    ]
    told = any(union.more_children for union in bonds)
    return None if told or any(_siblings_of(family, [person.id])) else Topic.SIBLINGS


def _partners(family: Family, person: Person) -> Topic | None:
    """Of who is alone as far as drawn, or whose bonds are over."""
    last = [bond.stage for bond in family.partner_in.get(person.id, ()) if len(bond.partners) > 1]
    is_together = any(stage is None or stage.stage not in OVER for stage in last)
    return None if is_together or person.has_died else Topic.PARTNERS


def _children(family: Family, person: Person) -> Topic | None:
    """Only of who has a partner."""
    bonds = family.partner_in.get(person.id, ())
    told = any(bond.children or bond.more_children for bond in bonds)
    return Topic.CHILDREN if bonds and not told else None


def _parents(family: Family, person: Person) -> Topic | None:
    """Of two by birth, who is missing; 'we don't know' about both tells of each."""
    found = [family.person[one] for one in _by_birth(family, person.id)]
    if len(found) > 1 or Topic.PARENTS in person.not_known:
        return None
    if not found:
        both = {Topic.FATHER, Topic.MOTHER} <= person.not_known
        return None if both else Topic.PARENTS
    return _OTHER.get(found[0].gender, Topic.PARENTS)


_OTHER: dict[Gender | None, Topic] = {Gender.WOMAN: Topic.FATHER, Gender.MAN: Topic.MOTHER}


def _by_birth(family: Family, person: Id) -> list[Id]:
    """Also adopted: who took the place of the parents of birth."""
    return list(
        dict.fromkeys(
            parent.parent
            for union in family.child_in.get(person, ())
            for child in union.children
            for parent in child.parents
            if child.id == person and parent.parent and parent.parentage in _PARENTS
        )
    )


_PARENTS = {Parentage.BIRTH, Parentage.ADOPTED, Parentage.UNKNOWN}


# --- Who ------------------------------------------------------------------------------------------


def _parents_of(family: Family, people: Iterable[Id]) -> list[Id]:
    """Everybody who is a partner in a bond that they are a child of."""
    bonds = [union for person in people for union in family.child_in.get(person, ())]
    return list(dict.fromkeys(partner for union in bonds for partner in union.partners))


def _siblings_of(family: Family, people: Iterable[Id]) -> list[Id]:
    people = list(people)
    parents = _parents_of(family, people)
    bonds = [union for person in people for union in family.child_in.get(person, ())]
    bonds += [union for parent in parents for union in family.partner_in.get(parent, ())]
    children = (child.id for union in bonds for child in union.children)
    return [child for child in dict.fromkeys(children) if child not in people]


def _at_home_with(family: Family, people: Iterable[Id]) -> list[Id]:
    wanted = set(people)
    homes = ([one.person for one in home.members] for home in family.households)
    return [person for home in homes if wanted.intersection(home) for person in home]
