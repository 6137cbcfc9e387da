"""The list of partners per sector, and adding one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from samenspel.web.accounts.access import requires
from samenspel.web.accounts.rights import Function
from samenspel.web.base.request import Request
from samenspel.web.partners.actions import add_organisation
from samenspel.web.partners.forms import OrganisationForm
from samenspel.web.partners.models import Organisation, Sector


@requires(Function.SEE_PARTNERS)
def partners(request: Request) -> HttpResponse:
    rows = list(Organisation.objects.order_by("name"))
    found = [(sector, [row for row in rows if row.sector == sector]) for sector in Sector]
    sectors = [(sector.label, organisations) for sector, organisations in found if organisations]
    return render(request, "partners/list.html", {"sectors": sectors})


@requires(Function.KEEP_PARTNERS)
def new_partner(request: Request) -> HttpResponse:
    """Add an organisation; from a session one goes back to that session."""
    form = OrganisationForm(request.POST or None)
    back = _safe(request, request.GET.get("terug", ""))
    if request.method == "POST" and form.is_valid():
        data = {**form.cleaned_data, "sector": Sector(form.cleaned_data["sector"])}
        add_organisation(**data, by=request.actor)
        return redirect(back or "partners")
    return render(request, "partners/new.html", {"form": form, "back": back})


def _safe(request: Request, address: str) -> str:
    """An address of ours, from its first slash on; a bare word would be the name of a page."""
    ours = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if ours and address.startswith("/") else ""
