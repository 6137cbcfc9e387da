"""What the page of the learning agenda shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.web.accounts.models import District
from samenspel.web.agenda.models import Category, LearningQuestion
from samenspel.web.base.paging import Page, page_of
from samenspel.web.base.request import Request, text_in
from samenspel.web.meetings.models import LearningCycle


@dataclass(frozen=True)
class AgendaPage:
    page: Page
    cycles: Sequence[LearningCycle]
    districts: Sequence[District]
    categories: Sequence[Category]
    cycle: str
    district: str
    category: str


def agenda_page(request: Request) -> AgendaPage:
    """Questions, filtered by what stands in the address; nonsense there filters nothing away."""
    questions = LearningQuestion.objects.select_related("category", "cycle", "district")
    cycle, district = text_in(request.GET, "cyclus"), text_in(request.GET, "stadsdeel")
    category = text_in(request.GET, "categorie")
    if cycle.isdecimal():
        questions = questions.filter(cycle__number=cycle[:4])
    if district:
        questions = questions.filter(district__key=district)
    if category:
        questions = questions.filter(category__key=category)
    return AgendaPage(
        page=page_of(request, questions),
        cycles=list(LearningCycle.objects.all()),
        districts=list(District.objects.filter(questions__isnull=False).distinct()),
        categories=list(Category.objects.all()),
        cycle=cycle,
        district=district,
        category=category,
    )
