"""From the fields of a form to a gesture: `do` names which, the rest are its own fields."""

from collections.abc import Mapping, Sequence

from samenspel.family.gestures import bonds, people, steps, taking, telling
from samenspel.family.gestures.fields import Form
from samenspel.family.gestures.table import Gesture
from samenspel.family.gestures.wrong import NOT_KNOWN, GestureError

GESTURES: dict[str, type[Gesture]] = {
    "add_person": people.AddPerson,
    "add_parent": people.AddParent,
    "add_parents": people.AddParents,
    "add_sibling": people.AddSibling,
    "add_partner": people.AddPartner,
    "add_child": people.AddChild,
    "connect_partner": bonds.ConnectPartner,
    "connect_child": bonds.ConnectChild,
    "add_household": bonds.AddHousehold,
    "add_organisation": bonds.AddOrganisation,
    "say": telling.Tell,
    "withdraw": taking.Withdraw,
    "strike": taking.Strike,
    "reinstate": taking.Reinstate,
    "choose": taking.Choose,
    "remove": taking.Remove,
    "share": taking.Share,
    "undo": steps.Undo,
    "redo": steps.Redo,
    "restore": steps.Restore,
}


def gesture_of(fields: Mapping[str, Sequence[str]]) -> Gesture:
    """The gesture, or `GestureError` at the field that does not fit."""
    form = Form(fields)
    kind = GESTURES.get(form.one("do"))
    if kind is None:
        raise GestureError("do", NOT_KNOWN)
    return kind.read(form)
