"""When the counterfactual freezes, and which version of it the figures use.

Frozen at the first of: the first introduction with the file, the first own effort dated after the
first talk, opening + 14 days. Computed from what is there; no job writes it. What was judged
once the outcome could be known is no longer a prediction, so the version that counts is the last
one made before that moment.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from samenspel.web.cases.choices import EffortKind
from samenspel.web.cases.models import Case, CounterfactualVersion

LATEST = timedelta(days=14)


def freezes_at(case: Case) -> datetime:
    """The moment from which an amendment needs a reason; it may lie ahead."""
    return min(_moments(case))


def is_frozen(case: Case, *, at: datetime) -> bool:
    return freezes_at(case) <= at


def version_for_figures(case: Case) -> CounterfactualVersion:
    """The last version from before the freeze; the first one when all came after it."""
    versions: Sequence[CounterfactualVersion] = list(case.counterfactuals.all())
    frozen = freezes_at(case)
    before = [version for version in versions if version.made_at < frozen]
    return before[-1] if before else versions[0]


def _moments(case: Case) -> Iterator[datetime]:
    yield case.opened_at + LATEST
    for introduction in case.introductions.all():
        yield max(introduction.introduced_at, _start_of(introduction.meeting.held_on))
    if case.first_talk_on is not None:
        for effort in case.efforts.all():
            if effort.kind == EffortKind.OWN and effort.started_on >= case.first_talk_on:
                yield _start_of(effort.started_on)


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
