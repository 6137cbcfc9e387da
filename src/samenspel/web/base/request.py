"""The request as our views get it: with an actor, and htmx's details."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from samenspel.web.accounts.actor import Actor


class Request(HttpRequest):
    actor: Actor
    htmx: HtmxDetails
