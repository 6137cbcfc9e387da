"""The panel of a person: facts, bonds, their own words, and four places to draw around them."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samenspel.drawing.words import lists as word_lists
from samenspel.drawing.words.sentences import sentence
from samenspel.drawing.words.voice import capital
from samenspel.family import (
    AliasFact,
    BirthFact,
    DeathFact,
    EventFact,
    Fact,
    GenderFact,
    Id,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    NameFact,
    NotKnownFact,
    PatternFact,
    PersonFact,
    SexFact,
    Statement,
    SupporterFact,
    TieFact,
    TrajectoryFact,
)
from samenspel.web.maps.forms import GestureForm
from samenspel.web.maps.presenters.adding import around_person, unknown_parents
from samenspel.web.maps.presenters.parts import (
    Link,
    Panel,
    Way,
    grouped,
    groups,
    remove,
    rows_of,
    voices_of,
)
from samenspel.web.maps.presenters.says import say
from samenspel.web.maps.presenters.table import Table

PERSON_ROWS = (LivesInFact, BirthFact, DeathFact, SupporterFact, IndexFact, NotKnownFact)
PERSON_DETAILS = (NameFact, AliasFact, GenderFact, SexFact, PersonFact)


def person_panel(who: Id, table: Table) -> Panel:
    name = table.of(who)
    return Panel(
        heading=name,
        sub=_who(who, table),
        thing=who,
        rows=rows_of(PERSON_ROWS, "person", who, table),
        details=rows_of(PERSON_DETAILS, "person", who, table),
        links=grouped(_links_of(who, table)),
        voices=voices_of(who, table),
        places=around_person(who, table) if table.may_draw else (),
        taps=unknown_parents(who, table) if table.may_draw else (),
        more=tuple(_more_of_person(who, table)) if table.may_draw else (),
        ways=_ways(who, table) if table.may_draw else (),
        remove=remove(who, _("Take out of the drawing"), table),
    )


def _who(who: Id, table: Table) -> str:
    """'11 years, girl'."""
    voice, person = table.voice, table.family.person[who]
    age = voice.age(person)
    young = word_lists.YOUNG if voice.is_young(person) else {}
    words = {**word_lists.GENDER, **young}
    return voice.joined(
        _("%(age)s years") % {"age": age} if age else "",
        voice._(words[person.gender]) if person.gender else "",
        _("has died") if person.has_died else "",
    )


def _links_of(who: Id, table: Table) -> Iterator[Link]:
    """To the bonds, lines, organisations and events somebody is part of."""
    family, voice = table.family, table.voice
    for union in family.child_in.get(who, ()):
        parents = voice.all(union.partners) or _("parents not drawn yet")
        yield Link(_("Child of"), parents, table.link(union.id))
    for union in family.partner_in.get(who, ()):
        others = [one for one in union.partners if one != who]
        label = _("Together with") if others else _("Parent of")
        words = voice.all(others) or voice.all(one.id for one in union.children)
        yield Link(label, words, table.link(union.id))
    labels = {
        TieFact: _("Between them"),
        PatternFact: _("Pattern"),
        InvolvedFact: _("Help and contact"),
        EventFact: _("What happened"),
        TrajectoryFact: _("Help"),
        SupporterFact: _("Support"),
    }
    for statements in groups(table, lambda fact: type(fact) in labels):
        one = _drawn(statements, table)
        if one is None or who not in one.fact.refers_to():
            continue
        if isinstance(one.fact, SupporterFact) and one.fact.person == who:
            continue
        yield Link(labels[type(one.fact)], _short(one.fact, table), table.link(_panel_for(one)))


def _short(fact: Fact, table: Table) -> str:
    """The rest stands on the panel that it leads to."""
    voice = table.voice
    match fact:
        case InvolvedFact():
            return voice.joined(table.of(fact.organisation), voice.free(fact.face))
        case EventFact() if fact.words:
            return voice.joined(capital(voice.free(fact.words)), voice.period(fact.period))
        case TrajectoryFact() if fact.help:
            return voice.joined(capital(voice.free(fact.help)), voice.period(fact.period))
    return capital(sentence(fact, voice))


def _panel_for(one: Statement) -> Id:
    fact = one.fact
    if isinstance(fact, InvolvedFact):
        return fact.organisation
    return fact.person if isinstance(fact, SupporterFact) else one.id


def _drawn(statements: Iterable[Statement], table: Table) -> Statement | None:
    return next((one for one in statements if one.id in table.used), None)


def _more_of_person(who: Id, table: Table) -> Iterator[GestureForm]:
    about = ("person", who)
    said = {type(one.fact) for one in table.voice.family_map if one.counts and _is_of(one, who)}
    yield say("note", table, ("about", who), heading=_("Their own words"))
    wanted: tuple[tuple[type[Fact], str], ...] = (
        (NameFact, _("Name")),
        (BirthFact, _("When born")),
        (GenderFact, _("Gender")),
        (DeathFact, _("Has died")),
        (AliasFact, _("Alias for the screen")),
    )
    for kind, words in wanted:
        if kind not in said:
            yield say(kind.kind, table, about, heading=words)
    if table.homes:
        yield say("lives_in", table, about, heading=_("Lives in a home that is drawn"))
    yield say("supporter", table, about, heading=_("Stands by somebody"))
    if IndexFact not in said:
        index = (("kind", "index"), about)
        button = _("The question begins here")
        yield GestureForm("say", button, (), index, heading=button, tells=False)


def _is_of(one: Statement, who: Id) -> bool:
    return getattr(one.fact, "person", "") == who


def _ways(who: Id, table: Table) -> tuple[Way, ...]:
    def way(words: str, form: str, icon: str) -> Way:
        return Way(words, table.asked.address(chosen=who, form=form, who=(who,)), icon)

    return (
        way(_("How it is with somebody"), "band", "tie"),
        way(_("A home"), "huis", "home"),
        way(_("School, help or club"), "organisatie", "organisation"),
        way(_("Something that happened"), "gebeurtenis", "event"),
        way(_("Help that was there"), "hulp", "help"),
    )
