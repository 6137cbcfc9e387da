"""The pages for what goes wrong: they say what to do, and nothing about what exists."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        _("This page does not exist"),
        _("Perhaps it was moved, or it is not shared with you. Go on from the start page."),
    )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        403,
        _("You can read this, but not change it"),
        _("Ask the worker in the circle of this family to do it."),
    )


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        _("This form did not come from Samenspel"),
        _("Open the page again yourself and fill it in there."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Without a database or a template of ours: whatever broke may have broken those."""
    return HttpResponse(
        "<!doctype html><html lang=nl><title>Samenspel</title><h1>Er ging iets mis</h1>"
        "<p>Dat ligt aan ons. Probeer het over een minuut nog eens.</p>"
        "<p lang=en>Something went wrong on our side. Try again in a minute.</p></html>",
        status=500,
    )


def _page(request: HttpRequest, status: int, heading: str, explanation: str) -> HttpResponse:
    context = {"heading": heading, "explanation": explanation}
    return render(request, "base/message.html", context, status=status)
