"""Writing a person as INDI."""

from samenspel.family.dates import UNKNOWN, PartialDate
from samenspel.family.facts import (
    BirthFact,
    DeathFact,
    EventFact,
    Fact,
    GenderFact,
    NameFact,
    NoteFact,
    PersonFact,
    SexFact,
)
from samenspel.family.words import Certainty, Gender, PersonKind, Sex
from samenspel.formats.gedcom import dates, extension
from samenspel.formats.gedcom.dialect import date_node
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.gedcom.names import readable
from samenspel.formats.gedcom.people import CERTAINTY, EXACT, GENDER, IMPACT, KIND, PERIOD, WHO
from samenspel.formats.gedcom.unions_out import Bonds
from samenspel.formats.gedcom.writing import Writing, restore
from samenspel.formats.said import Account

_SEXES = {Sex.MALE: "M", Sex.FEMALE: "F", Sex.INTERSEX: "X", Sex.RATHER_NOT: "U"}
_AS_SEX = {Gender.MAN: "M", Gender.WOMAN: "F", Gender.NONBINARY: "X", Gender.OTHER: "X"}


def person_record(writing: Writing, account: Account, said: list[Account], bonds: Bonds) -> Node:
    person = account.fact
    assert isinstance(person, PersonFact)
    record = writing.record("INDI", person.person)
    if person.is_a is not PersonKind.PERSON:
        record.add(Node(KIND, person.is_a.value))
    writing.told(record, account, "person")
    notes = [one for one in said if isinstance(one.fact, NoteFact)]
    made: list[Node] = []
    has_sex = any(isinstance(one.fact, SexFact) for one in said)
    for one in said:
        nodes = _nodes(writing, one, has_sex)
        made.extend(reversed(nodes))  # a reader takes the first of several accounts last
        record.add(*nodes)
    links = bonds.of_person(writing, person.person)
    record.add(*links)
    restore(writing, record, notes, [*made, *links])
    return record


def _nodes(writing: Writing, account: Account, has_sex: bool) -> list[Node]:
    match account.fact:
        case NoteFact():
            return []
        case NameFact():
            return [writing.told(_name(account.fact), account, "person")]
        case SexFact():
            return [writing.told(_sex(account.fact), account, "person")]
        case GenderFact() if not has_sex:
            return [writing.told(_gender(account.fact), account, "person")]
        case BirthFact() | DeathFact():
            return _accounts(writing, account)
        case EventFact():
            return [writing.told(_event(writing, account.fact), account)]
    return [writing.own(account, "person")]


def _name(fact: NameFact) -> Node:
    plain = readable(fact.name)
    node = Node("NAME", plain)
    return node if plain == fact.name != "" else node.add(Node(EXACT, fact.name))


def _sex(fact: SexFact) -> Node:
    node = Node("SEX", _SEXES[fact.sex])
    rather_not = fact.sex is Sex.RATHER_NOT
    return node.add(Node(extension.tag_of("sex"), fact.sex.value)) if rather_not else node


def _gender(fact: GenderFact) -> Node:
    """Other programs see a sex; ours sees that it is how somebody knows themself."""
    node = Node("SEX", _AS_SEX.get(fact.gender, "U"))
    return node.add(Node(GENDER, fact.gender.value))


def _accounts(writing: Writing, account: Account) -> list[Node]:
    """The account that is drawn, then the others: GEDCOM puts the preferred one first."""
    told = [(account.fact, account.source), *reversed(account.others)]
    return [writing.cite(_happened(writing, fact), source) for fact, source in told]


def _happened(writing: Writing, fact: Fact) -> Node:
    tag = "BIRT" if isinstance(fact, BirthFact) else "DEAT"
    when: PartialDate = getattr(fact, "on", UNKNOWN)
    if when == UNKNOWN:
        return Node(tag, "Y")
    return Node(tag).add(date_node("DATE", when, writing.dialect))


def _event(writing: Writing, fact: EventFact) -> Node:
    node = Node("EVEN", fact.words).add(Node("TYPE", fact.event.value))
    text = dates.render_period(fact.period)
    if text is None:
        node.add(extension.period_node(PERIOD, fact.period, writing.dialect))
    elif text:
        node.add(Node("DATE", text))
    node.add(*(Node(WHO, pointer=writing.xref_of(one)) for one in fact.who[1:]))
    if fact.impact:
        node.add(Node(IMPACT, fact.impact.value))
    if fact.certainty is not Certainty.CERTAIN:
        node.add(Node(CERTAINTY, fact.certainty.value))
    return node
