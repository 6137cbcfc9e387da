"""How far two partial dates are apart, as far as that is certain."""

from datetime import date, timedelta

from samenspel.family.dates import PartialDate


def years(count: int) -> timedelta:
    return timedelta(days=count * 365.25)


def is_certainly_within(first: PartialDate, second: PartialDate, span: timedelta) -> bool:
    """Whether the second certainly came less than this after the first, or before it."""
    if first.earliest is None or second.latest is None:
        return False
    return second.latest - first.earliest < span


def is_certainly_beyond(first: PartialDate, second: PartialDate, span: timedelta) -> bool:
    """Whether the second certainly came more than this after the first."""
    if first.latest is None or second.earliest is None:
        return False
    return second.earliest - first.latest > span


def is_same_day(first: PartialDate, second: PartialDate) -> bool:
    """Both are known to the day, and it is the same one."""
    return (
        first.earliest is not None
        and first.earliest == first.latest
        and (first.earliest, first.latest) == (second.earliest, second.latest)
    )


def before_day(when: PartialDate, day: date, span: timedelta) -> bool:
    """Whether the day is certainly more than this after the date."""
    return when.latest is not None and day - when.latest > span
