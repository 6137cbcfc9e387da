"""What the address of a map page asks for, and the addresses of what is one step away.

Only ids and code words stand in an address, never a name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from samenspel.drawing.sheet.look import Look, View

WHOLE = "nee"
"""`rond=nee`: everybody, also on a phone."""

FORMS = ("band", "huis", "gebeurtenis", "hulp", "organisatie", "pijl", "iemand")

_AN_ID = re.compile(r"[A-Za-z0-9:_.-]{1,80}")


@dataclass(frozen=True)
class Asked:
    """`step` is the place on the date slider, of who has no script."""

    view: View = View.GENOGRAM
    on: date | None = None
    alias: bool = False
    around: str = ""
    chosen: str = ""
    form: str = ""
    who: tuple[str, ...] = ()
    big: bool = False
    step: int | None = None

    def look(self, lang: str) -> Look:
        near = self.around if self.around != WHOLE else ""
        is_near = near and self.view is View.GENOGRAM
        return Look(self.view, self.on, self.alias, near if is_near else "", lang, self.big)

    def address(self, **changes: Any) -> str:
        """The query of this page with something else in it; the panel's form is left behind."""
        return query_of(replace(self, **{"form": "", "who": (), "step": None, **changes}))

    @property
    def here(self) -> str:
        return query_of(self)


def query_of(asked: Asked) -> str:
    """What differs from the plain page, in one order."""
    said = {
        "beeld": "" if asked.view is View.GENOGRAM else asked.view.value,
        "op": asked.on.isoformat() if asked.on else "",
        "schuilnamen": "ja" if asked.alias and not asked.big else "",
        "scherm": "groot" if asked.big else "",
        "rond": asked.around,
        "gekozen": asked.chosen,
        "vorm": asked.form,
    }
    pairs = [(name, value) for name, value in said.items() if value]
    return "?" + urlencode(pairs + [("wie", who) for who in asked.who])


def asked_in(query: QueryDict, *, today: date) -> Asked:
    """What cannot be read is as if it was not asked."""
    views: Mapping[str, View] = {view.value: view for view in View}
    form = query.get("vorm", "")
    big = query.get("scherm") == "groot"
    around = query.get("rond", "")
    return Asked(
        view=views.get(query.get("beeld", ""), View.GENOGRAM),
        on=_day(query.get("op", ""), today),
        alias=big or query.get("schuilnamen") == "ja",
        around=WHOLE if around == WHOLE else _id(around),
        chosen=_id(query.get("gekozen", "")),
        form=form if form in FORMS else "",
        who=tuple(filter(None, (_id(one) for one in query.getlist("wie"))))[:40],
        big=big,
        step=_number(query.get("stap", "")),
    )


def _day(text: str, today: date) -> date | None:
    """A day in the past; today is where the page begins."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found < today else None


def _id(text: str) -> str:
    """What cannot be an id is not passed on."""
    return text if _AN_ID.fullmatch(text) else ""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
