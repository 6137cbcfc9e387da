"""The interim figures, their rows and export, and the tariff table."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.evaluation import Outcome
from samenspel.web.accounts.access import requires
from samenspel.web.accounts.rights import Function
from samenspel.web.audit.record import Act, record
from samenspel.web.base.attempts import sent
from samenspel.web.base.paging import page_of
from samenspel.web.base.request import Request
from samenspel.web.figures.actions import add_product, set_tariff
from samenspel.web.figures.forms import ProductForm, TariffForm
from samenspel.web.figures.interim import interim_figures
from samenspel.web.figures.models import CaseFact, Product, Tariff
from samenspel.web.figures.presenters import figures_page
from samenspel.web.figures.words import ANSWER_WORDS, OUTCOME_WORDS


@requires(Function.SEE_FIGURES)
def figures(request: Request) -> HttpResponse:
    record(Act.FIGURES_SEEN, by=request.actor, object_type="figures", object_id="interim")
    shown = figures_page(interim_figures(timezone.localdate(request.actor.at)), request.actor)
    return render(request, "figures/interim.html", {"shown": shown})


@requires(Function.SEE_EXACT_FIGURES)
def figures_json(request: Request) -> HttpResponse:
    """The exact figures as a file, for who may see them exactly."""
    record(Act.FIGURES_EXPORTED, by=request.actor, object_type="figures", object_id="interim")
    response = JsonResponse(interim_figures(timezone.localdate(request.actor.at)).as_json())
    response["Content-Disposition"] = 'attachment; filename="samenspel-cijfers.json"'
    return response


@requires(Function.SEE_ROWS)
def rows(request: Request) -> HttpResponse:
    """The closed cases behind the numbers: facts without identity."""
    record(Act.ROWS_SEEN, by=request.actor, object_type="figures", object_id="closed")
    closed = CaseFact.objects.exclude(outcome="").select_related("district")
    page = page_of(request, closed.order_by("closed", "fact_id"))
    products = {product.key: str(product) for product in Product.objects.all()}
    for fact in page.rows:
        fact.answer_words = ANSWER_WORDS.get(fact.counterfactual) or products[fact.counterfactual]
        fact.outcome_words = OUTCOME_WORDS[Outcome(fact.outcome)]
    return render(request, "figures/rows.html", {"page": page})


@requires(Function.SET_TARIFFS)
def tariffs(request: Request) -> HttpResponse:
    form = TariffForm(request.POST or None)
    if sent(request, form, lambda: set_tariff(**form.cleaned_data, by=request.actor)):
        messages.success(request, _("The price is in the table."))
        return redirect("tariffs")
    rows = Tariff.objects.select_related("product")
    return render(request, "figures/tariffs.html", {"form": form, "tariffs": rows})


@requires(Function.SET_TARIFFS)
def new_product(request: Request) -> HttpResponse:
    form = ProductForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_product(**form.cleaned_data, by=request.actor)
        return redirect("tariffs")
    return render(request, "figures/new_product.html", {"form": form})
