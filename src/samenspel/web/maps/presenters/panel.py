"""The panel beside the drawing: everything about what is selected, and the forms for it."""

from samenspel.family import Id
from samenspel.web.maps.presenters.parts import Panel
from samenspel.web.maps.presenters.person import person_panel
from samenspel.web.maps.presenters.table import Table
from samenspel.web.maps.presenters.things import (
    household_panel,
    organisation_panel,
    statement_panel,
    union_panel,
)


def panel_of(thing: Id, table: Table) -> Panel | None:
    """None when there is nothing by that id, or when it is not seen: the same answer."""
    family = table.family
    for known, show in (
        (family.person, person_panel),
        (family.union, union_panel),
        (family.household, household_panel),
        (family.organisation, organisation_panel),
    ):
        if thing in known:
            return show(thing, table)
    said = table.voice.family_map.by_id.get(thing)
    return statement_panel(said, table) if said else None
