"""Reading a person: INDI and what stands below it."""

from samenspel.family.dates import UNKNOWN, PartialDate, Period
from samenspel.family.facts import (
    BirthFact,
    DeathFact,
    EventFact,
    GenderFact,
    Id,
    NameFact,
    PersonFact,
    SexFact,
)
from samenspel.family.words import Certainty, EventKind, Gender, Impact, PersonKind, Sex
from samenspel.formats.fields import ValueNotUnderstood
from samenspel.formats.gedcom import dates, extension, raw
from samenspel.formats.gedcom.dialect import take
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.gedcom.names import PIECES, name_of, readable
from samenspel.formats.gedcom.reading import (
    Handler,
    Reading,
    extended,
    is_linked,
    read_note,
    read_parts,
    take_if_new,
)
from samenspel.formats.report import Outcome

KIND, EXACT = extension.tag_of("kind"), extension.tag_of("name")
GENDER = extension.tag_of("gender")
WHO, PERIOD = extension.tag_of("who"), extension.tag_of("period")
IMPACT, CERTAINTY = extension.tag_of("impact"), extension.tag_of("certainty")
BURIED = ("BURI", "CREM")


def read_person(reading: Reading, record: Node, person: Id) -> None:
    take(record)
    for own in record.all(extension.OWN_ID):
        take(own)
    reading.say(PersonFact(person, _kind(reading, record)), record, {"person": person})
    _other_accounts_last(record)
    read_parts(reading, record, person, _HANDLERS)
    _has_died(reading, record, person)


def _kind(reading: Reading, record: Node) -> PersonKind:
    said = record.first(KIND)
    if said is not None:
        try:
            kind = PersonKind(said.text.strip())
        except ValueError:
            reading.remark(said, Outcome.NOT_UNDERSTOOD, "value", value=said.text)
            return PersonKind.PERSON
        take(said)
        return kind
    born_dead = any(map(_born_dead, record.children))
    return PersonKind.STILLBIRTH if born_dead else PersonKind.PERSON


def _born_dead(event: Node) -> bool:
    if event.tag not in ("BIRT", "DEAT"):
        return False
    age = event.first("AGE")
    return age is not None and age.text.strip().upper() == "STILLBORN"


def _other_accounts_last(record: Node) -> None:
    """The first of several births is the one a file prefers; the last said is the one we draw."""
    for tag in ("BIRT", "DEAT"):
        several = [
            (place, node)
            for place, node in enumerate(record.children)
            if node.tag == tag and _is_said(node)
        ]
        for (place, _), (_, node) in zip(several, reversed(several), strict=True):
            record.children[place] = node


def _is_said(node: Node) -> bool:
    if node.tag == "DEAT":
        return node.text.strip().upper() != "N"
    date = node.first("DATE")
    return _says_yes(node) or (date is not None and bool(date.text or date.children))


def _has_died(reading: Reading, record: Node, person: Id) -> None:
    """Who is buried has died, also when the file does not say so."""
    if reading.ours or record.first("DEAT"):
        return
    buried = next((node for node in record.children if node.tag in BURIED), None)
    if buried is not None:
        reading.remark(buried, Outcome.NOTE, "died")
        reading.said.say(DeathFact(person))


# --- Names, sex and gender ------------------------------------------------------------------------


def _name(reading: Reading, node: Node, person: Id) -> bool:
    """The first name is the name; others (married, also known as) are kept beside it."""
    if person in reading.named:
        return False
    exact = node.first(EXACT)
    name = exact.text if exact else name_of(node)
    if exact:
        take(exact)
    if not name and exact is None:
        return False
    reading.named.add(person)
    reading.say(NameFact(person, name), node, {"person": person})
    if node.text != readable(node.text) or any(node.first(piece) for piece in PIECES):
        _keep_as_written(reading, node, person)
    else:
        take(node)
    return True


def _keep_as_written(reading: Reading, node: Node, person: Id) -> None:
    """Which part is the surname: kept as the file writes it."""
    take(node)
    for below in node.children:
        if below.outcome is None:
            raw.keep(below)
    left = [below for below in node.children if below.outcome is not Outcome.READ]
    written = Node("NAME", node.text).add(*left)
    reading.keep_text(raw.as_text(written), person, "INDI.NAME+")


_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, "X": Sex.INTERSEX}
_NOT_SAID = {"U", "N", ""}


def _sex(reading: Reading, node: Node, person: Id) -> bool:
    """The sex at birth, unless our own file says that it stands for the gender."""
    gender = node.first(GENDER)
    if gender is not None:
        return _gender_below(reading, node, gender, person)
    rather_not = node.first(extension.tag_of("sex"))
    said = node.text.strip()
    if rather_not is not None:
        take(rather_not)
        reading.say(SexFact(person, Sex.RATHER_NOT), node, {"person": person})
        return True
    sex = _SEXES.get(said[:1].upper())
    if sex is None and said.upper() not in _NOT_SAID:
        reading.remark(node, Outcome.NOT_UNDERSTOOD, "value", value=said)
        return False
    if sex is None:
        reading.remark(node, Outcome.READ, "not_known")
        return True
    if said not in _SEXES:
        reading.remark(node, Outcome.MENDED, "capitals", value=said[:1].upper())
    reading.say(SexFact(person, sex), node, {"person": person})
    return True


def _gender_below(reading: Reading, node: Node, gender: Node, person: Id) -> bool:
    try:
        fact = GenderFact(person, Gender(gender.text.strip()))
    except ValueError:
        reading.remark(gender, Outcome.NOT_UNDERSTOOD, "value", value=gender.text)
        return False
    take(gender)
    reading.say(fact, node, {"person": person})
    return True


# --- Birth and death ------------------------------------------------------------------------------


def _event_date(reading: Reading, node: Node) -> PartialDate:
    date = node.first("DATE")
    if date is None or not (date.text or date.children):
        return UNKNOWN
    found: PartialDate = reading.date(date)
    return found


def _says_yes(node: Node) -> bool:
    return node.text.strip().upper() == "Y"


def _birth(reading: Reading, node: Node, person: Id) -> bool:
    """A birth without a date says nothing, unless the file asserts it."""
    when = _event_date(reading, node)
    if when == UNKNOWN and not _says_yes(node):
        return False
    reading.births[person] = when
    reading.say(BirthFact(person, when), node, {"person": person})
    return True


def _death(reading: Reading, node: Node, person: Id) -> bool:
    if node.text.strip().upper() == "N":
        return False
    reading.say(DeathFact(person, _event_date(reading, node)), node, {"person": person})
    return True


# --- Events ---------------------------------------------------------------------------------------


def _event(reading: Reading, node: Node, person: Id) -> bool:
    """EVEN: the kind of event is its TYPE when that is a word of ours."""
    kind = _event_kind(node)
    words = node.text
    if not words:
        typed = node.first("TYPE")
        words = typed.text if typed and typed.text.strip() not in _KINDS else ""
    impact, certainty = node.first(IMPACT), node.first(CERTAINTY)
    try:
        fact = EventFact(
            (person, *(reading.id_of(one.pointer) for one in node.all(WHO))),
            words,
            kind,
            _event_period(reading, node),
            Impact(impact.text) if impact else None,
            Certainty(certainty.text) if certainty else Certainty.CERTAIN,
        )
    except (ValueError, ValueNotUnderstood) as error:
        said = error if isinstance(error, ValueNotUnderstood) else words
        reading.remark(node, Outcome.NOT_UNDERSTOOD, "value", value=said)
        return False
    for one in node.children:
        if one.tag in (WHO, IMPACT, CERTAINTY):
            take(one)
    reading.say(fact, node, {})
    return True


_KINDS = {kind.value: kind for kind in EventKind}


def _event_kind(node: Node) -> EventKind:
    typed = node.first("TYPE")
    if typed is None:
        return EventKind.OTHER
    kind = _KINDS.get(typed.text.strip())
    if kind is None and node.text:
        return EventKind.OTHER
    take(typed)
    return kind or EventKind.OTHER


def _event_period(reading: Reading, node: Node) -> Period:
    exact, date = node.first(PERIOD), node.first("DATE")
    if exact is not None:
        take_if_new(exact)
        return extension.period_of(exact, reading.dialect)
    if date is None or not date.text:
        return Period()
    period = dates.parse_period(date.text)
    if period is not None and not date.children:
        take(date)
        return period
    when = reading.date(date)
    return Period(when, when)


# --- What has no handler of its own ---------------------------------------------------------------


def _own_tag(reading: Reading, node: Node, person: Id) -> bool:
    return extended(reading, node, person, "person")


_HANDLERS: dict[str, Handler] = {
    "NAME": _name,
    "SEX": _sex,
    "BIRT": _birth,
    "DEAT": _death,
    "EVEN": _event,
    "NOTE": read_note,
    "SNOTE": read_note,
    "FAMC": is_linked,
    "FAMS": is_linked,
    **dict.fromkeys(map(extension.tag_of, ("alias", "gender", "index", "not_known")), _own_tag),
    **dict.fromkeys(map(extension.tag_of, ("name", "sex", "birth", "death")), _own_tag),
}
