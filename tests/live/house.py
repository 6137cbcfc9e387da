"""A small database for a server of a test: two families, a few people, and their sessions.

    python -m tests.live.house     prints whom one can be, as JSON

Runs in a process of its own, with the settings of that server.
"""

import json
import os
from datetime import timedelta
from typing import Any


def build() -> dict[str, Any]:
    from django.utils import timezone

    from samenspel.web.accounts.actor import Actor
    from samenspel.web.accounts.models import District
    from samenspel.web.accounts.roles import Role
    from samenspel.web.cases import actions as cases
    from samenspel.web.cases.choices import CircleRole, Purpose
    from samenspel.web.figures.models import Product
    from tests.world import make_user, open_case

    now = timezone.now()
    since = now - timedelta(days=400)
    west = District.objects.create(key="west", name="West")
    Product.objects.create(
        key="jggz", name_nl="Jeugd-ggz", name_en="Health", category="54", own=True, position=1
    )
    users = {
        "worker": make_user("worker", Role.FAMILY_WORKER, since=since),
        "stranger": make_user("stranger", Role.FAMILY_WORKER, since=since),
        "partner": make_user("partner", Role.PARTNER_PROFESSIONAL, since=since),
        "mother": make_user("mother", Role.FAMILY_MEMBER, since=since),
        "father": make_user("father", Role.FAMILY_MEMBER, since=since),
    }
    by = Actor.of(users["worker"], at=now)
    case = open_case(by, west)
    for name, role in (
        ("partner", CircleRole.PARTNER),
        ("mother", CircleRole.PARENT),
        ("father", CircleRole.PARENT),
    ):
        purpose = Purpose.CONSULT if role is CircleRole.PARTNER else Purpose.OWN_FILE
        cases.add_to_circle(case, users[name], role=role, purpose=purpose, by=by)
    other = open_case(Actor.of(users["stranger"], at=now), west)
    return {
        "case": str(case.public_id),
        "other_case": str(other.public_id),
        "sessions": {name: session_of(user) for name, user in users.items()},
        "users": {name: user.pk for name, user in users.items()},
    }


def session_of(user: Any) -> str:
    """The cookie of somebody who signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.web.settings")
    import django

    django.setup()
    from samenspel.web.serve import prepare_databases

    prepare_databases()
    print(json.dumps(build()))


if __name__ == "__main__":
    main()
