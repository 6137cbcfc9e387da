"""The one way into a family map and out of it: what is wanted goes in, maps come out.

outcomes = write([Wanted(...), ...])    # one transaction for all of them
loaded = load(case)                     # .family_map, before `seen_by`
since(case_id, number)                  # what was drawn after an edit
as_of(case, number)                     # the map after an edit
redact(case, edit_id, reason, by)       # empty a body for good
"""

import logging
from collections.abc import Sequence

from django.db import InterfaceError, OperationalError, connections, transaction

from samenspel.web.maps.batch import draw
from samenspel.web.maps.loading import Loaded, as_of, load, since
from samenspel.web.maps.redacting import redact
from samenspel.web.maps.refusing import NOT_STORED, in_language
from samenspel.web.maps.wanted import Outcome, Wanted

__all__ = ["Loaded", "as_of", "load", "redact", "since", "write"]

log = logging.getLogger(__name__)

AWAY = (OperationalError, InterfaceError)
"""The database is not there; nothing says anything about the edits, so they may come again."""


def write(wanted: Sequence[Wanted]) -> list[Outcome]:
    """What came of each, in order, all in one transaction; when that breaks, each alone.

    Raises when the database is away: what was sent may be sent again.
    """
    if not wanted:
        return []
    try:
        return _together(wanted)
    except AWAY:
        _let_go()
        raise
    except Exception as error:
        _tell(error)
    return [_alone(one) for one in wanted]


def _together(wanted: Sequence[Wanted]) -> list[Outcome]:
    with transaction.atomic():
        return draw(wanted)


def _alone(wanted: Wanted) -> Outcome:
    try:
        return _together([wanted])[0]
    except AWAY:
        _let_go()
        raise
    except Exception as error:
        _tell(error)
        return Outcome(wanted, refused=in_language(NOT_STORED))


def _let_go() -> None:
    """Of connections that no longer work, so that the next time gets new ones."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()


def _tell(error: Exception) -> None:
    """Only what kind it was: its text may hold what people said."""
    log.error("edits of a map could not be stored: %s", type(error).__qualname__)
