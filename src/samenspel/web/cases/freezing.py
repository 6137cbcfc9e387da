"""When the counterfactual freezes, and which version of it the figures use.

Frozen at the first of: the first introduction with the file, the first own effort dated after the
first talk, closing, opening + 14 days. Computed from what is there; no job writes it. Once passed
it is a fact: an act that could move it later first remembers it (`remember`). What was judged
once the outcome could be known is no longer a prediction, so the version that counts is the last
one made before that moment.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from samenspel.web.cases.choices import EffortKind
from samenspel.web.cases.models import Case, CounterfactualVersion, Effort

LATEST = timedelta(days=14)


def freezes_at(case: Case) -> datetime:
    """The moment from which an amendment needs a reason; it may lie ahead."""
    return min(_moments(case))


def is_frozen(case: Case, *, at: datetime) -> bool:
    return freezes_at(case) <= at


def remember(case: Case, *, at: datetime) -> None:
    """Keep a freeze that has passed, before something changes that it was computed from."""
    frozen = freezes_at(case)
    if frozen <= at and frozen != case.froze_at:
        case.froze_at = frozen
        case.save(update_fields=["froze_at"])


def version_for_figures(case: Case) -> CounterfactualVersion:
    """The last version from before the freeze; the first one when all came after it."""
    versions: Sequence[CounterfactualVersion] = list(case.counterfactuals.all())
    frozen = freezes_at(case)
    before = [version for version in versions if version.made_at < frozen]
    return before[-1] if before else versions[0]


def _moments(case: Case) -> Iterator[datetime]:
    if case.froze_at is not None:
        yield case.froze_at
    yield case.opened_at + LATEST
    for closing in case.closings.all():
        yield max(_start_of(closing.closed_on), case.opened_at)
    for introduction in case.introductions.all():
        yield max(introduction.introduced_at, _start_of(introduction.meeting.held_on))
    for effort in case.efforts.all():
        if _begins_the_work(case, effort):
            yield _start_of(effort.started_on)


def _begins_the_work(case: Case, effort: Effort) -> bool:
    """Own effort on or after the day of the first talk, when that day is known."""
    own = effort.kind == EffortKind.OWN
    return own and case.first_talk_on is not None and effort.started_on >= case.first_talk_on


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
