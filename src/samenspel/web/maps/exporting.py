"""Taking the drawing along: a file of what somebody sees, for a reason, under consent.

Of what not everybody in the circle may see nothing leaves, in no format: who has the file is not
bound by it. But a parent or youth may ask for all that is on their own screen.
A professional needs a consent for this of every youth. Nothing of it stays here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.commands.views import Views
from samenspel.commands.views import Wish as Drawing
from samenspel.drawing.sheet.look import View
from samenspel.drawing.words.without_words import without_words
from samenspel.family import (
    CIRCLE,
    AliasFact,
    Author,
    FamilyMap,
    NameFact,
    NoteFact,
    Reach,
    Statement,
    map_at,
)
from samenspel.family.keep import keep_only
from samenspel.formats import write
from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act
from samenspel.web.cases.access import CONSENTING, place_in_circle
from samenspel.web.cases.actions.shared import record_act
from samenspel.web.cases.choices import ConsentPurpose
from samenspel.web.cases.consents import youths_without_consent
from samenspel.web.cases.models import Case, Youth
from samenspel.web.maps.fresh_ids import strangers, with_fresh_ids

PATIENCE = 5.0  # seconds that one drawing may take


class What(models.TextChoices):
    PDF = "pdf", _("PDF, to print: the drawing with the words")
    PNG = "png", _("PNG, a picture")
    SVG = "svg", _("SVG, a picture that stays sharp")
    GEDCOM = "gedcom7", _("GEDCOM 7, for a family tree program")
    GRAPHML = "graphml", _("GraphML, for a network program")
    JSON = "json", _("JSON, to bring in again here")

    @property
    def is_picture(self) -> bool:
        return self in {What.PDF, What.PNG, What.SVG}


class Picture(models.TextChoices):
    """What a picture can be of; its words stand in the PDF."""

    GENOGRAM = View.GENOGRAM.value, _("Genogram")
    SYSTEMOGRAM = View.SYSTEMOGRAM.value, _("Systemogram")
    TIMELINE = View.TIMELINE.value, _("Timeline")


class Reason(models.TextChoices):
    """For whom or why it leaves."""

    OWN = "own", _("For the family itself")
    TALK = "talk", _("To look at it in a talk")
    HELPER = "helper", _("For somebody who helps them")
    FILE = "file", _("For the file elsewhere")
    PROGRAM = "program", _("To go on in another program")


_ENDINGS = {What.GEDCOM: "ged"}
_TYPES = {
    What.PDF: "application/pdf",
    What.PNG: "image/png",
    What.SVG: "image/svg+xml",
    What.JSON: "application/json",
}
_NAMES_IN_COMMANDS = {Picture.TIMELINE: "timeline"}


@dataclass(frozen=True)
class Wish:
    """`own`: also what the family member themselves sees and has not shared with everybody."""

    what: What
    reason: Reason
    view: Picture = Picture.GENOGRAM
    on: date | None = None
    alias: bool = False
    own: bool = False


@dataclass(frozen=True)
class Taken:
    content: bytes
    name: str
    type: str


class NothingToTake(ValueError):
    """Nobody stands in what would leave."""


# --- Who may --------------------------------------------------------------------------------------


def takes_their_own(actor: Actor, case: Case) -> bool:
    """A parent or youth in the circle: it is their drawing."""
    place = place_in_circle(actor, case)
    return place is not None and place.role in CONSENTING


def missing_consents(actor: Actor, case: Case) -> list[Youth]:
    """Of whom a consent is still needed before this person may take the drawing along."""
    if takes_their_own(actor, case):
        return []
    return youths_without_consent(case, timezone.localdate(actor.at), ConsentPurpose.EXPORT)


# --- The file -------------------------------------------------------------------------------------


def take(case: Case, seen: FamilyMap, wish: Wish, *, by: Actor, lang: str) -> Taken:
    """The file, and a row in the audit of the case. `seen` is what this person is shown."""
    today = timezone.localdate(by.at)
    content = content_of(leaving(seen, wish), wish, today=today, lang=lang)
    detail: dict[str, str | int] = {
        "format": wish.what.value,
        "view": wish.view.value if wish.what.is_picture else "",
        "alias": int(wish.alias),
        "own": int(wish.own),
        "reason": wish.reason.value,
    }
    record_act(Act.MAP_EXPORTED, case, by=by, detail=detail)
    ending = _ENDINGS.get(wish.what, wish.what.value)
    type_ = _TYPES.get(wish.what, "application/octet-stream")
    return Taken(content, f"gezinskaart-{case.code}.{ending}", type_)


def leaving(seen: FamilyMap, wish: Wish) -> FamilyMap:
    """Of what is seen, what may leave."""
    if wish.own:
        return seen
    return keep_only(seen, lambda one: one.audience.reach is Reach.CIRCLE)


def content_of(family_map: FamilyMap, wish: Wish, *, today: date, lang: str) -> bytes:
    if wish.what.is_picture:
        return _picture(family_map, wish, today=today, lang=lang)
    if not family_map.statements:
        raise NothingToTake
    plain = _with_aliases(family_map, lang) if wish.alias else strangers(family_map)
    return write(plain, wish.what.value, made_on=today)


def _picture(family_map: FamilyMap, wish: Wish, *, today: date, lang: str) -> bytes:
    on = wish.on or today
    drawing = Drawing(lang=lang, alias=wish.alias, deadline=PATIENCE)
    views = Views(map_at(family_map, on), on, drawing)
    if not views.family.people:
        raise NothingToTake
    view = _NAMES_IN_COMMANDS.get(wish.view, wish.view.value)
    return views.picture(view, wish.what.value)


# --- Aliases instead of names ---------------------------------------------------------------------

NOBODY = Author("")


def _with_aliases(family_map: FamilyMap, lang: str) -> FamilyMap:
    """Structure, kinds and dates, under ids that lead nowhere; an alias stands as the name."""
    neutral = without_words(family_map, lang)
    kept = tuple(_told_by_nobody(neutral))
    return with_fresh_ids(FamilyMap(kept))


def _told_by_nobody(family_map: FamilyMap) -> Iterator[Statement]:
    first: datetime | None = None
    for one in family_map:
        if not one.counts or isinstance(one.fact, NoteFact):
            continue
        fact = one.fact
        if isinstance(fact, AliasFact):
            fact = NameFact(fact.person, fact.alias)
        first = first or one.at
        yield replace(one, fact=fact, by=NOBODY, at=first, audience=CIRCLE)
