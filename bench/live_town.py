"""The people, cases and maps of the live bench; and what is in the database when it is over.

Each is a command of its own, in a process of its own, because Django stays set up once it is:

    python -m bench.live_town found 20 12,12,6      one room of 20, then one of 12, …: prints JSON
    python -m bench.live_town stored                of every map what is stored of it
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4


def main(arguments: Sequence[str]) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.web.settings"
    import django

    django.setup()
    if arguments[0] == "found":
        answer = found(int(arguments[1]), [int(size) for size in arguments[2].split(",")])
    else:
        answer = stored()
    json.dump(answer, sys.stdout)
    return 0


def found(people: int, sizes: Sequence[int]) -> Any:
    """A room for every size, with a family of so many people drawn, and a seat for each member."""
    from django.utils import timezone

    from samenspel.web.accounts.actor import Actor
    from samenspel.web.accounts.models import District
    from samenspel.web.accounts.roles import Role
    from samenspel.web.serve import prepare_databases

    prepare_databases()
    since = timezone.now() - timedelta(days=30)
    district = District.objects.create(key="west", name="West")
    _product()
    rooms = []
    for number, size in enumerate(sizes):
        worker = _user(f"worker-{number}", Role.FAMILY_WORKER, since)
        by = Actor.of(worker, at=timezone.now())
        case = _case(by, district)
        members = [worker, *_circle(case, by, number, size - 1, since)]
        rooms.append(
            {
                "case": str(case.public_id),
                "people": _draw(case, by, number, people),
                "members": [_member(place, user) for place, user in enumerate(members)],
            }
        )
    return rooms


def _product() -> None:
    from samenspel.web.figures.models import Product

    Product.objects.create(key="jggz", name_nl="Jeugd-ggz", name_en="Care", position=1, own=True)


def _user(name: str, role: Any, since: datetime) -> Any:
    from samenspel.web.accounts.models import RoleGrant, User

    user = User(username=name, name=name.replace("-", " ").title())
    user.set_unusable_password()
    user.save()
    RoleGrant.objects.create(user=user, role=role, since=since)
    return user


def _case(by: Any, district: Any) -> Any:
    from samenspel.web.cases import actions
    from samenspel.web.cases.choices import AskedBy, Certainty, Kind

    return actions.open_case(
        district=district,
        kind=Kind.NEW,
        asked_by=AskedBy.PARENT,
        question="Hoe wordt het rustiger aan tafel?",
        births=[actions.Birth(by.at.year - 9, 5)],
        counterfactual="jggz",
        certainty=Certainty.PROBABLY,
        by=by,
    )


def _circle(case: Any, by: Any, room: int, size: int, since: datetime) -> Iterator[Any]:
    """In turn somebody of the family and a partner: two audience classes."""
    from samenspel.web.accounts.roles import Role
    from samenspel.web.cases import actions
    from samenspel.web.cases.choices import CircleRole, Purpose

    seats = {
        1: (Role.FAMILY_MEMBER, CircleRole.SUPPORTER, Purpose.OWN_FILE),
        0: (Role.PARTNER_PROFESSIONAL, CircleRole.PARTNER, Purpose.CONSULT),
    }
    for place in range(1, size + 1):
        role, seat, purpose = seats[place % 2]
        user = _user(f"member-{room}-{place}", role, since)
        actions.add_to_circle(case, user, role=seat, purpose=purpose, by=by)
        yield user


def _member(place: int, user: Any) -> dict[str, str]:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    side = "family" if place % 2 else "professional"
    return {"side": side, "cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}"}


def _draw(case: Any, by: Any, seed: int, people: int) -> list[str]:
    """A step-family for the circle, as one edit; gives the ids of its people."""
    from samenspel.family import PersonFact, Say, Saying
    from samenspel.formats import read
    from samenspel.web.maps.store import write
    from samenspel.web.maps.wanted import Wanted
    from tests.families.network import gedcom
    from tests.families.step import step_family

    drawn = read(gedcom(step_family(seed + 1, people)).encode(), name="family.ged").map
    said = Say(tuple(Saying(str(uuid4()), one.fact) for one in drawn))
    wanted = Wanted(case.public_id, by.user.pk, uuid4(), {}, by.at, "", bodies=(said,))
    (outcome,) = write([wanted])
    if not outcome.drawn:
        raise RuntimeError(outcome.refused and outcome.refused("en"))
    return [one.fact.person for one in drawn if isinstance(one.fact, PersonFact)]


def stored() -> Any:
    """Of every case the ids of its edits, and what each side sees written in its map."""
    from samenspel.family import NameFact, NoteFact, Side, Viewer, seen_by
    from samenspel.web.cases.models import Case
    from samenspel.web.maps.models import MapEdit
    from samenspel.web.maps.store import load

    answer = {}
    for case in Case.objects.all():
        family_map = load(case).family_map
        sides = {side.value: seen_by(family_map, Viewer("", side)) for side in Side}
        texts = {NameFact: lambda fact: fact.name, NoteFact: lambda fact: fact.text}
        answer[str(case.public_id)] = {
            "edits": [
                str(one)
                for one in MapEdit.objects.filter(map__case=case).values_list("edit_id", flat=True)
            ],
            "texts": {
                side: [texts[type(one.fact)](one.fact) for one in seen if type(one.fact) in texts]
                for side, seen in sides.items()
            },
        }
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
