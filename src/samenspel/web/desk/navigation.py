"""The menu: each role sees only words that lead somewhere."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.rights import Function
from samenspel.web.accounts.roles import Role
from samenspel.web.demonstration.accounts import demonstration_accounts


@dataclass(frozen=True)
class Place:
    words: str | Promise
    url_name: str
    icon: str
    function: Function | None = None


OUR_QUESTION = _("Our question")

MENU: tuple[Place, ...] = (
    Place(_("Today"), "today", "today"),
    Place(_("Families"), "cases", "families", Function.READ_CASE),
    Place(_("Sessions"), "meetings", "sessions", Function.SEE_MEETINGS),
    Place(_("Learning agenda"), "agenda", "agenda", Function.SEE_AGENDA),
    Place(_("Partners"), "partners", "partners", Function.SEE_PARTNERS),
    Place(_("Figures"), "figures", "figures", Function.SEE_FIGURES),
    Place(_("Tariffs"), "tariffs", "figures", Function.SET_TARIFFS),
    Place(_("Cycles"), "cycles", "sessions", Function.SET_CYCLES),
    Place(_("Districts"), "districts", "partners", Function.KEEP_ACCOUNTS),
    Place(_("Accounts"), "people", "people", Function.KEEP_ACCOUNTS),
    Place(_("Audit log"), "audit", "eye", Function.READ_AUDIT),
)


@dataclass(frozen=True)
class MenuItem:
    words: str | Promise
    address: str
    icon: str
    current: bool


def menu_for(request: HttpRequest) -> list[MenuItem]:
    actor = getattr(request, "actor", None)
    if actor is None or actor.user is None:
        return []
    places = [place for place in MENU if place.function is None or actor.may(place.function)]
    items = [(place, reverse(place.url_name)) for place in places]
    here = max((address for _place, address in items if _is_under(request.path, address)), key=len)
    return [
        MenuItem(_words(place, actor), address, place.icon, address == here)
        for place, address in items
    ]


def for_every_page(request: HttpRequest) -> dict[str, Any]:
    """What the base template needs."""
    actor: Actor | None = getattr(request, "actor", None)
    signed_in = actor is not None and actor.user is not None
    roles = actor.roles if actor else ()
    return {
        "actor": actor,
        "user": getattr(request, "user", None),
        "navigation": menu_for(request),
        "role_words": sorted(str(role.label) for role in roles),
        "is_family": is_family(actor),
        "families_words": OUR_QUESTION if is_family(actor) else _("My families"),
        "demonstration": not settings.PRODUCTION,
        "demonstration_accounts": () if signed_in else demonstration_accounts(),
    }


def is_family(actor: Actor | None) -> bool:
    """Somebody who is here for the own family only: the door says "our question"."""
    return actor is not None and actor.roles == {Role.FAMILY_MEMBER}


def _words(place: Place, actor: Actor) -> str | Promise:
    return OUR_QUESTION if place.url_name == "cases" and is_family(actor) else place.words


def _is_under(path: str, address: str) -> bool:
    """`/cijfers/tarieven/` is under Tariffs and under Figures; the longest address is the place."""
    return path.startswith(address)
