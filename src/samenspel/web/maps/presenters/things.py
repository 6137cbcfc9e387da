"""The panels of a bond, a home, an organisation, and of one statement: a line, an event, help."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from samenspel.drawing.words import lists as word_lists
from samenspel.drawing.words.voice import capital
from samenspel.family import (
    ChildFact,
    EventFact,
    HouseholdFact,
    Id,
    InvolvedFact,
    LivesInFact,
    MoreChildrenFact,
    OrganisationFact,
    StageFact,
    Statement,
    TieFact,
    TrajectoryFact,
    Union,
)
from samenspel.web.maps.forms import Field, GestureForm
from samenspel.web.maps.presenters.parts import (
    Link,
    Panel,
    grouped,
    groups,
    remove,
    rows_of,
    voices_of,
)
from samenspel.web.maps.presenters.rows import Row, row
from samenspel.web.maps.presenters.says import say
from samenspel.web.maps.presenters.table import Table


def union_panel(union_id: Id, table: Table) -> Panel:
    union = table.family.union[union_id]
    kinds = (StageFact, MoreChildrenFact)
    return Panel(
        heading=table.of(union_id),
        sub=_("Partners") if len(union.partners) == 2 else _("Parent and children"),
        thing=union_id,
        rows=rows_of(kinds, "union", union_id, table),
        details=rows_of((ChildFact,), "union", union_id, table),
        links=grouped(_around_union(union, table)),
        voices=voices_of(union_id, table),
        more=tuple(_more_of_union(union_id, table)) if table.may_draw else (),
        remove=remove(union_id, _("Take this bond out"), table),
    )


def _around_union(union: Union, table: Table) -> Iterator[Link]:
    for who in union.partners:
        yield Link(_("Who"), table.of(who), table.link(who))
    for child in union.children:
        yield Link(_("Children"), table.of(child.id), table.link(child.id))


def _more_of_union(union_id: Id, table: Table) -> Iterator[GestureForm]:
    partners = table.family.union[union_id].partners
    about = ("union", union_id)
    if partners:
        other = ("with", partners[1] if len(partners) == 2 else "alone")
        name = Field("name", _("Name"))
        hidden = (("of", partners[0]), other)
        yield GestureForm("add_child", _("Draw"), (name,), hidden, heading=_("A child"))
    if len(partners) == 2:
        yield say("stage", table, about, heading=_("What became of it"))
    yield say("more_children", table, about, heading=_("More children than are drawn"))
    yield say("note", table, ("about", union_id), heading=_("Their own words"))


def household_panel(home: Id, table: Table) -> Panel:
    members = table.family.household[home].members
    who = dict.fromkeys(member.person for member in members)
    lives = say("lives_in", table, ("household", home), heading=_("Somebody else lives here too"))
    person = Field("person", _("Who"), "select", table.persons)
    lives = GestureForm(
        "say", lives.button, (person, *lives.fields), lives.hidden, heading=lives.heading
    )
    note = say("note", table, ("about", home), heading=_("Their own words"))
    return Panel(
        heading=table.of(home),
        sub=_("A home"),
        thing=home,
        rows=(
            *rows_of((HouseholdFact,), "household", home, table),
            *_living(home, table),
        ),
        links=grouped(Link(_("Lives here"), table.of(one), table.link(one)) for one in who),
        voices=voices_of(home, table),
        more=(lives, note) if table.may_draw else (),
        remove=remove(home, _("Take this home out"), table),
    )


def _living(home: Id, table: Table) -> Iterator[Row]:
    """Who lives there, under their own name."""
    for statements in groups(
        table, lambda fact: isinstance(fact, LivesInFact) and fact.household == home
    ):
        fact = statements[0].fact
        assert isinstance(fact, LivesInFact)
        said = row(statements, table, label=table.of(fact.person))
        period = table.voice.joined(table.voice.free(fact.share), table.voice.period(fact.period))
        yield replace(said, value=capital(period) or _("Lives here"))


def organisation_panel(organisation: Id, table: Table) -> Panel:
    towards = Field("towards", _("Directed at whom?"), "select", (*table.persons, *table.homes))
    involved = say("involved", table, ("organisation", organisation))
    more = (
        GestureForm(
            "say",
            _("Draw"),
            (towards, *involved.fields),
            involved.hidden,
            heading=_("Directed at somebody else too"),
        ),
        say("note", table, ("about", organisation), heading=_("Their own words")),
    )
    context = table.family.organisation[organisation].context
    return Panel(
        heading=table.of(organisation),
        sub=capital(table.voice._(word_lists.CONTEXT[context])),
        thing=organisation,
        rows=rows_of((InvolvedFact,), "organisation", organisation, table),
        details=rows_of((OrganisationFact,), "organisation", organisation, table),
        voices=voices_of(organisation, table),
        more=more if table.may_draw else (),
        remove=remove(organisation, _("Take this organisation out"), table),
    )


def statement_panel(one: Statement, table: Table) -> Panel:
    """A line, an event or help: one statement and those that contradict it."""
    headings = {
        TieFact: _("How it is between them"),
        EventFact: _("Something that happened"),
        TrajectoryFact: _("Help that was or is there"),
    }
    slot = table.voice.family_map.slot_of(one)
    about = list(dict.fromkeys(one.fact.refers_to()))
    return Panel(
        heading=headings.get(type(one.fact), _("What was said")),
        thing=one.id,
        rows=(row(table.slots[slot], table),),
        links=grouped(Link(_("About"), table.of(who), table.link(who)) for who in about),
        is_open=True,
    )
