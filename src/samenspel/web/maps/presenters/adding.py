"""The forms that add: four around a person, and one of its own for a bond, a home and the rest."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.family import Id, TieFact
from samenspel.web.maps.forms import Field, GestureForm, Option
from samenspel.web.maps.presenters import lists
from samenspel.web.maps.presenters.says import SAYS, a_date, options_of, say
from samenspel.web.maps.presenters.table import Table

PLACES = {
    "add_parent": ("above", "parent-above"),
    "add_sibling": ("left", "sibling-left"),
    "add_partner": ("right", "partner-right"),
    "add_child": ("below", "child-below"),
}


def around_person(who: Id, table: Table) -> tuple[GestureForm, ...]:
    """A name and Enter; the name may stay empty."""
    words = {
        "add_parent": _("Parent"),
        "add_sibling": _("Brother or sister"),
        "add_partner": _("Partner"),
        "add_child": _("Child"),
    }
    return tuple(
        GestureForm(
            do,
            _("Draw"),
            (
                Field("name", _("Name")),
                Field("gender", _("Gender"), "radio", lists.genders_in_short(table.lang)),
                *(_with_whom(who, table) if do == "add_child" else ()),
            ),
            (("of", who),),
            heading=words[do],
            icon=icon,
            place=place,
            of=who,
            tells=False,
        )
        for do, (place, icon) in PLACES.items()
    )


def _with_whom(who: Id, table: Table) -> tuple[Field, ...]:
    """With which partner; asked only when there is something to choose."""
    unions = table.family.partner_in.get(who, ())
    partners = [one for union in unions for one in union.partners if one != who]
    if not partners:
        return ()
    ways = [Option(one, table.of(one)) for one in dict.fromkeys(partners)]
    ways.append(Option("alone", _("nobody else")))
    return (Field("with", _("Together with"), "radio", tuple(ways)),)


def unknown_parents(who: Id, table: Table) -> tuple[GestureForm, ...]:
    if table.family.child_in.get(who):
        return ()
    hidden = (("of", who),)
    return (
        GestureForm(
            "add_parents", _("Two parents, names unknown"), (), hidden, tells=False, look="quiet"
        ),
    )


# --- Forms of their own ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Adding:
    """A heading and the forms below it."""

    heading: str
    intro: str
    forms: tuple[GestureForm, ...]


def _somebody(table: Table) -> Adding:
    fields = (
        Field("name", _("Name"), help=_("A first name is enough. It may stay empty.")),
        Field("gender", _("Gender"), "radio", lists.genders(table.lang)),
        a_date("birth", _("Born")),
        Field(
            "is_a",
            _("Who or what"),
            "select",
            lists.kinds(table.lang),
            values=("person",),
            later=True,
        ),
        Field("index", _("The question begins with this person"), "yes", values=_first(table)),
    )
    intro = "" if table.persons else _("Begin with who lives at home.")
    form = GestureForm("add_person", _("Draw"), fields)
    return Adding(_("Draw somebody"), intro, (form,))


def _first(table: Table) -> tuple[str, ...]:
    return () if table.persons else ("yes",)


def _bond(table: Table) -> Adding:
    """How it is between two, or what they are to each other."""
    first, second = _two(table)
    all_of_them = options_of(table)
    between = (
        Field("first", _("Between"), "select", all_of_them, values=first),
        Field("second", _("and"), "select", all_of_them, values=second),
    )
    names = [table.of(one) for one in (*first, *second)]
    ways = lists.directions(*(names if len(names) == 2 else (_("the first"), _("the second"))))
    way = Field("direction", _("Which way?"), "radio", ways, later=True)
    style, *rest = SAYS["tie"](table)
    tie = GestureForm("say", _("Draw"), (*between, style, way, *rest), (("kind", TieFact.kind),))
    return Adding(_("How is it between two people?"), "", (tie, *_kinship(table, first, second)))


def _two(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    who = table.asked.who or ((table.asked.chosen,) if table.asked.chosen else ())
    return who[:1], who[1:2]


def _kinship(
    table: Table, first: tuple[str, ...], second: tuple[str, ...]
) -> tuple[GestureForm, ...]:
    people = table.persons
    pair = (
        Field("of", _("Between"), "select", people, values=first),
        Field("with", _("and"), "select", people, values=second),
    )
    partners = GestureForm(
        "connect_partner",
        _("Draw"),
        (*pair, *SAYS["stage"](table)),
        heading=_("They are or were partners"),
    )
    child = GestureForm(
        "connect_child",
        _("Draw"),
        (
            Field("child", _("Child"), "select", people, values=second),
            Field("of", _("of"), "select", people, values=first),
            Field("with", _("and"), "select", people),
            Field("parentage", _("In which way"), "select", lists.parentages(table.lang)),
        ),
        heading=_("One is a child of the other"),
    )
    return partners, child


def _home(table: Table) -> Adding:
    fields = (
        Field("who", _("Who lives there?"), "many", table.persons, values=table.asked.who),
        Field("name", _("Name of this home"), help=_("Empty: it is called after who lives there.")),
        Field("share", _("How much"), help=_("For example: every other weekend")),
    )
    return Adding(_("A home"), "", (GestureForm("add_household", _("Draw"), fields),))


def _organisation(table: Table) -> Adding:
    towards = (*table.persons, *table.homes)
    fields = (
        *SAYS["organisation"](table),
        Field("towards", _("Directed at whom?"), "many", towards, values=_chosen(table)),
        *(one for one in SAYS["involved"](table) if one.name not in {"start", "end"}),
    )
    return Adding(
        _("School, help, club or work"), "", (GestureForm("add_organisation", _("Draw"), fields),)
    )


def _chosen(table: Table) -> tuple[str, ...]:
    return table.asked.who or ((table.asked.chosen,) if table.asked.chosen else ())


def _arrow(table: Table) -> Adding:
    organisations = {one.value for one in table.organisations}
    chosen = _chosen(table)
    fields = (
        Field(
            "organisation",
            _("Organisation"),
            "select",
            table.organisations,
            values=tuple(one for one in chosen if one in organisations)[:1],
        ),
        Field(
            "towards",
            _("Directed at whom?"),
            "select",
            (*table.persons, *table.homes),
            values=tuple(one for one in chosen if one not in organisations)[:1],
        ),
        *SAYS["involved"](table),
    )
    form = GestureForm("say", _("Draw"), fields, (("kind", "involved"),))
    return Adding(_("To whom is it directed?"), "", (form,))


def _happened(kind: str, heading: Callable[[], str]) -> "Callable[[Table], Adding]":
    def adding(table: Table) -> Adding:
        form = say(kind, table)
        return Adding(heading(), "", (form.given("who", _chosen(table)),))

    return adding


ADDING: dict[str, Callable[[Table], Adding]] = {
    "iemand": _somebody,
    "band": _bond,
    "huis": _home,
    "organisatie": _organisation,
    "pijl": _arrow,
    "gebeurtenis": _happened("event", lambda: _("Something that happened")),
    "hulp": _happened("trajectory", lambda: _("Help that was or is there")),
}
"""By the word in the address, `vorm=`."""
