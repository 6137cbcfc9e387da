"""What was said, in few words, with a label beside it."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from samenspel.drawing.words import lists
from samenspel.drawing.words.sentences import sentence
from samenspel.drawing.words.voice import capital
from samenspel.family import (
    AliasFact,
    BirthFact,
    ChildFact,
    DeathFact,
    Fact,
    GenderFact,
    HouseholdFact,
    IndexFact,
    InvolvedFact,
    LivesInFact,
    MoreChildrenFact,
    NameFact,
    NotKnownFact,
    OrganisationFact,
    PersonFact,
    SexFact,
    StageFact,
    SupporterFact,
)
from samenspel.web.maps.presenters import lists as choices
from samenspel.web.maps.presenters.table import Table

LABELS: dict[type[Fact], Callable[[], str]] = {
    NameFact: lambda: _("Name"),
    AliasFact: lambda: _("Alias"),
    GenderFact: lambda: _("Gender"),
    SexFact: lambda: _("Sex at birth"),
    BirthFact: lambda: _("Born"),
    DeathFact: lambda: _("Died"),
    PersonFact: lambda: _("Who or what"),
    IndexFact: lambda: _("The question"),
    LivesInFact: lambda: _("At home"),
    SupporterFact: lambda: _("Stands by"),
    NotKnownFact: lambda: _("Asked"),
    StageFact: lambda: _("Together"),
    ChildFact: lambda: _("Child"),
    MoreChildrenFact: lambda: _("More children"),
    HouseholdFact: lambda: _("Name"),
    OrganisationFact: lambda: _("Name"),
    InvolvedFact: lambda: _("Directed at"),
}

VALUES: dict[type[Fact], Callable[[Any, Table], str]] = {
    NameFact: lambda fact, table: table.voice.free(fact.name),
    AliasFact: lambda fact, table: fact.alias,
    GenderFact: lambda fact, table: table.voice._(lists.GENDER[fact.gender]),
    SexFact: lambda fact, table: table.voice._(lists.SEX[fact.sex]),
    BirthFact: lambda fact, table: table.voice.date(fact.on),
    DeathFact: lambda fact, table: table.voice.date(fact.on),
    PersonFact: lambda fact, table: table.voice._(lists.PERSON[fact.is_a]),
    IndexFact: lambda fact, table: _("begins here"),
    LivesInFact: lambda fact, table: _lives_in(fact, table),
    SupporterFact: lambda fact, table: table.of(fact.of),
    NotKnownFact: lambda fact, table: (
        _("%(what)s: not known") % {"what": choices.topics()[fact.topic]}
    ),
    StageFact: lambda fact, table: table.voice.joined(
        table.voice._(lists.STAGE[fact.stage]),
        table.voice.when(fact.on) if fact.on.is_known else "",
    ),
    ChildFact: lambda fact, table: _child(fact, table),
    HouseholdFact: lambda fact, table: table.of(fact.household),
    InvolvedFact: lambda fact, table: _involved(fact, table),
}


def _lives_in(fact: LivesInFact, table: Table) -> str:
    return table.voice.joined(table.of(fact.household), table.voice.period(fact.period))


def _child(fact: ChildFact, table: Table) -> str:
    voice = table.voice
    way = (
        voice._(lists.CHILD_OF[fact.parentage], parents=table.of(fact.parent))
        if fact.parent
        else voice._(lists.CHILD[fact.parentage])
    )
    return f"{table.of(fact.child)}: {way}"


def _involved(fact: InvolvedFact, table: Table) -> str:
    voice = table.voice
    return voice.joined(
        table.of(fact.towards),
        voice.free(fact.face),
        voice._(lists.RHYTHM[fact.rhythm]) if fact.rhythm else "",
        voice._(lists.INVOLVEMENT[fact.status]),
        voice.period(fact.period),
    )


def value_of(fact: Fact, table: Table) -> str:
    """What was said, short where there is a label beside it."""
    short = VALUES.get(type(fact))
    return capital(short(fact, table) if short else sentence(fact, table.voice))


def label_of(fact: Fact, table: Table) -> str:
    if isinstance(fact, LivesInFact) and fact.share and not table.asked.alias:
        return capital(table.voice.free(fact.share))
    named = LABELS.get(type(fact))
    return named() if named else ""
