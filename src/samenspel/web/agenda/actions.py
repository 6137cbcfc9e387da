"""What changes the learning agenda."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.models import District
from samenspel.web.agenda.models import Asker, Category, LearningQuestion, Status
from samenspel.web.audit.record import Act, record
from samenspel.web.base.slugs import key_of
from samenspel.web.meetings import actions as meetings
from samenspel.web.meetings.models import LearningCycle, Meeting


@transaction.atomic
def catch_question(
    text: str,
    *,
    asker: Asker,
    by: Actor,
    meeting: Meeting | None = None,
    district: District | None = None,
    cycle: LearningCycle | None = None,
) -> LearningQuestion:
    """Catch a question in one line. A meeting says which district, cycle and kind it is of.

    In a cycle that is closed the exact meeting is not kept, as it is dropped from the others.
    """
    closed = meeting is not None and meeting.cycle is not None and meeting.cycle.closed_at
    question = LearningQuestion.objects.create(
        text=text,
        asker=asker,
        meeting=None if closed else meeting,
        meeting_kind=meeting.kind if meeting else "",
        district=meeting.district if meeting else district,
        cycle=(meeting.cycle if meeting else cycle) or _cycle_of(by),
    )
    record(Act.QUESTION_CAUGHT, by=by, object_type="question")  # which one would give its moment
    return question


@transaction.atomic
def order_question(
    question: LearningQuestion,
    *,
    text: str,
    category: Category | None,
    status: Status,
    by: Actor,
) -> None:
    """Give a question its words, its main category and its status."""
    question.text, question.category, question.status = text, category, status
    question.save(update_fields=["text", "category", "status"])
    record(Act.QUESTION_ORDERED, by=by, object_type="question", object_id=question.public_id)


@transaction.atomic
def add_category(
    *, name_nl: str, name_en: str, definition_nl: str, definition_en: str, by: Actor
) -> Category:
    category = Category.objects.create(
        key=key_of(name_nl),
        name_nl=name_nl,
        name_en=name_en,
        definition_nl=definition_nl,
        definition_en=definition_en,
    )
    record(Act.CATEGORY_ADDED, by=by, object_type="category", object_id=category.key)
    return category


@transaction.atomic
def close_cycle(cycle: LearningCycle, *, by: Actor) -> None:
    """Close a cycle; from now on nobody can tell in which meeting a question was caught."""
    locked = LearningCycle.objects.select_for_update().get(pk=cycle.pk)
    if locked.closed_at is not None:
        raise ValidationError(_("This cycle is closed already."))
    LearningQuestion.objects.filter(cycle=locked).update(meeting=None)
    meetings.close_cycle(locked, by=by)


def _cycle_of(by: Actor) -> LearningCycle | None:
    """The cycle of today, else the last one that began."""
    today = timezone.localdate(by.at)
    return (
        LearningCycle.objects.containing(today)
        or LearningCycle.objects.filter(starts_on__lte=today).order_by("-starts_on").first()
    )
