"""The forms with which one kind of fact is said, also in other words than it was before.

One table: a kind of fact, and its fields in the order in which people think of them.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from samenspel.family import Fact, PartialDate, Period, TieFact, field_names
from samenspel.web.maps.forms import Field, GestureForm, Option, Pairs
from samenspel.web.maps.presenters import lists
from samenspel.web.maps.presenters.table import Table

Fields = Callable[[Table], tuple[Field, ...]]


def a_date(name: str, label: str) -> Field:
    hint = _("A year is enough. Or a month, a day, or “about 1984”.")
    return Field(name, label, "date", help=hint)


def _period() -> tuple[Field, ...]:
    return a_date("start", _("Since")), replace(a_date("end", _("Until")), help="")


def _later(*fields: Field) -> tuple[Field, ...]:
    return tuple(replace(one, later=True) for one in fields)


def _tie(table: Table) -> tuple[Field, ...]:
    return (
        Field("tie", _("How is it between them?"), "lines", lists.ties(table.lang)),
        *_later(
            Field("strength", _("How strong?"), "radio", lists.strengths(table.lang)), *_period()
        ),
    )


def _involved(table: Table) -> tuple[Field, ...]:
    return (
        Field("face", _("Who comes, by name")),
        Field("rhythm", _("How often"), "select", lists.rhythms(table.lang)),
        *_later(
            Field("role", _("As what")),
            Field("status", _("Is it going on?"), "radio", lists.statuses(table.lang)),
            *_period(),
        ),
    )


def _event(table: Table) -> tuple[Field, ...]:
    return (
        Field("words", _("What happened?"), "long"),
        a_date("start", _("When")),
        Field("who", _("Whom is it about?"), "many", table.persons),
        *_later(
            Field("event", _("What kind of thing?"), "select", lists.events(table.lang)),
            replace(a_date("end", _("Until")), help=""),
            Field("impact", _("How was it?"), "radio", lists.impacts(table.lang)),
            Field("certainty", _("How sure?"), "radio", lists.certainties(table.lang)),
        ),
    )


def _trajectory(table: Table) -> tuple[Field, ...]:
    return (
        Field("help", _("What help?")),
        Field("who", _("For whom?"), "many", table.persons),
        Field("by", _("By whom?")),
        *_period(),
        *_later(
            Field("provider", _("Or by who is on the map"), "select", table.organisations),
            Field("worked", _("What worked?"), "long"),
            Field("did_not_work", _("What did not work?"), "long"),
        ),
    )


SAYS: dict[str, Fields] = {
    "name": lambda table: (Field("name", _("Name")),),
    "alias": lambda table: (
        Field("alias", _("Alias"), help=_("A word from nature: Moon, Sun, Bear.")),
    ),
    "gender": lambda table: (Field("gender", _("Gender"), "radio", lists.genders(table.lang)),),
    "birth": lambda table: (a_date("on", _("Born")),),
    "death": lambda table: (a_date("on", _("Died")),),
    "person": lambda table: (Field("is_a", _("Who or what"), "select", lists.kinds(table.lang)),),
    "note": lambda table: (Field("text", _("In their own words"), "long"),),
    "supporter": lambda table: (
        Field("of", _("Stands by"), "select", table.persons),
        Field("jim", _("Chosen by the young person (JIM)"), "yes"),
        *_later(*_period()),
    ),
    "lives_in": lambda table: (
        Field("household", _("Home"), "select", table.homes),
        Field("share", _("How much"), help=_("For example: every other weekend")),
        *_later(*_period()),
    ),
    "stage": lambda table: (
        Field("stage", _("What became of it"), "select", lists.stages(table.lang)),
        a_date("on", _("When")),
    ),
    "more_children": lambda table: (
        Field("count", _("How many more"), "number", help=_("Leave it empty when not known.")),
    ),
    "household": lambda table: (Field("name", _("Name of this home")),),
    "organisation": lambda table: (
        Field("name", _("Name")),
        Field("context", _("What kind"), "select", lists.contexts(table.lang)),
    ),
    "child": lambda table: (
        Field("parentage", _("Child in which way"), "select", lists.parentages(table.lang)),
        *_period(),
    ),
    "tie": _tie,
    "involved": _involved,
    "event": _event,
    "trajectory": _trajectory,
}


def say(kind: str, table: Table, *hidden: tuple[str, str], **more: Any) -> GestureForm:
    """An empty form that says a fact of this kind; what it is about goes along hidden."""
    given: dict[str, Any] = {"button": _("Add"), **more}
    fixed = {name for name, _value in hidden}
    fields = tuple(one for one in SAYS[kind](table) if one.name not in fixed)
    return GestureForm("say", fields=fields, hidden=(("kind", kind), *hidden), **given)


def say_otherwise(fact: Fact, against: str, table: Table) -> GestureForm | None:
    """The form with what was said in it; what has no field goes along as it is."""
    if fact.kind not in SAYS or table.asked.alias:
        return None
    values = flat(fact)
    fields = (*SAYS[fact.kind](table), *_which_way(fact, table))
    shown = {field.name for field in fields}
    hidden: Pairs = tuple(
        (name, one) for name in values if name not in shown for one in values[name]
    )
    beside = () if fact.slot else (("against", against),)
    return GestureForm(
        "say",
        _("Say it this way"),
        fields=tuple(replace(one, values=values.get(one.name, ())) for one in fields),
        hidden=(("kind", fact.kind), *hidden, *beside),
        look="secondary",
    )


def _which_way(fact: Fact, table: Table) -> tuple[Field, ...]:
    if not isinstance(fact, TieFact):
        return ()
    ways = lists.directions(table.of(fact.first), table.of(fact.second))
    return (Field("direction", _("Which way?"), "radio", ways),)


def flat(fact: Fact) -> dict[str, tuple[str, ...]]:
    """A fact as the fields of a form; a period is its start and its end."""
    found: dict[str, tuple[str, ...]] = {}
    for name in field_names(type(fact)):
        value = getattr(fact, name)
        if isinstance(value, Period):
            found["start"] = _text(value.start)
            found["end"] = _text(value.end) or (("?",) if value.end else ())
        else:
            found[name] = _text(value)
    return {name: values for name, values in found.items() if values}


def _text(value: Any) -> tuple[str, ...]:
    match value:
        case None | "" | False:
            return ()
        case True:
            return ("yes",)
        case StrEnum():
            return (value.value,)
        case PartialDate():
            return (str(value),) if value.is_known else ()
        case tuple():
            return tuple(str(one) for one in value)
    return (str(value),)


def options_of(table: Table) -> tuple[Option, ...]:
    """Everybody and everything that a line can run to."""
    return (*table.persons, *table.homes, *table.organisations)
