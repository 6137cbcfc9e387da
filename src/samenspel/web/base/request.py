"""The request as our views get it: with an actor."""

from django.http import HttpRequest, QueryDict

from samenspel.web.accounts.actor import Actor


def text_in(sent: QueryDict, name: str) -> str:
    """What was sent under this name, outside a form. A NUL has no place in PostgreSQL."""
    return sent.get(name, "").replace("\0", "").strip()


class Request(HttpRequest):
    actor: Actor
