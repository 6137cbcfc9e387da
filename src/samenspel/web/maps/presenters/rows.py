"""One line of the panel: what was said about one thing, by whom and when, and what to do with it.

Accounts that contradict each other stand under each other, each with its source; the drawing
uses one, and somebody may choose another.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.family import (
    CIRCLE,
    UNKNOWN,
    Id,
    Reach,
    Side,
    Statement,
)
from samenspel.web.base.templatetags.samenspel import day
from samenspel.web.maps.forms import Field, GestureForm
from samenspel.web.maps.presenters.says import say_otherwise
from samenspel.web.maps.presenters.table import Table
from samenspel.web.maps.presenters.values import label_of, value_of


@dataclass(frozen=True)
class Account:
    """`words` is what was said, `source` by whom and when, `drawn` who drew it.

    `for_whom` is empty when the whole circle may know it.
    """

    id: Id
    words: str
    source: str
    drawn: str
    for_whom: str
    is_drawn: bool
    is_struck: bool
    struck: str
    forms: tuple[GestureForm, ...]


@dataclass(frozen=True)
class Row:
    """`href` leads to the panel of what it is about; `form` says it in other words."""

    label: str
    value: str
    source: str
    accounts: tuple[Account, ...]
    form: GestureForm | None = None
    href: str = ""

    @property
    def differs(self) -> bool:
        """Whether there is more than one account that counts."""
        return len({one.words for one in self.accounts if not one.is_struck}) > 1

    @property
    def is_struck(self) -> bool:
        return all(one.is_struck for one in self.accounts)


def source_of(one: Statement, table: Table) -> str:
    """Who said it, in which talk, when: 'Moeder, huisbezoek, 31 maart 2026'; or nothing."""
    voice, source = table.voice, one.source
    return voice.joined(
        voice.free(source.who),
        voice.free(source.conversation),
        voice.date(source.on) if source.on != UNKNOWN else "",
    )


def drawn_by(one: Statement, table: Table) -> str:
    who = table.voice.account(one.by.account)
    drawn = {"who": who, "day": day(one.at)}
    return _("Drawn by %(who)s, %(day)s") % drawn if who else _("Drawn on %(day)s") % drawn


def for_whom(one: Statement, table: Table) -> str:
    """In words, when not the whole circle may know it."""
    match one.audience.reach:
        case Reach.CIRCLE:
            return ""
        case Reach.PROFESSIONALS:
            return _("professionals only")
        case Reach.SAFETY:
            return _("safety only")
        case Reach.WORKERS if _is_mine(one, table):
            return _("you and the family worker")
        case Reach.WORKERS:
            return _("not the whole circle")
    others = one.audience.people - {one.by.account}
    if not others:
        return _("only you")
    return _("you and the family worker") if _is_mine(one, table) else _("not the whole circle")


def _is_mine(one: Statement, table: Table) -> bool:
    return one.by.account == table.seat.account


# --- Lines ----------------------------------------------------------------------------------------


def row(statements: Iterable[Statement], table: Table, label: str = "", href: str = "") -> Row:
    """What was said about one thing; the account that is drawn comes first."""
    said = sorted(statements, key=lambda one: (not one.counts, one.id not in table.used))
    first = said[0]
    differs = len({one.fact for one in said if one.counts}) > 1
    return Row(
        label=label or label_of(first.fact, table),
        value=value_of(first.fact, table),
        source=source_of(first, table),
        accounts=tuple(_account(one, table, differs) for one in said),
        form=say_otherwise(first.fact, first.id, table) if table.may_draw else None,
        href=href,
    )


def _account(one: Statement, table: Table, differs: bool) -> Account:
    return Account(
        id=one.id,
        words=value_of(one.fact, table),
        source=source_of(one, table),
        drawn=drawn_by(one, table),
        for_whom=for_whom(one, table),
        is_drawn=one.id in table.used,
        is_struck=not one.counts,
        struck=_struck(one, table),
        forms=tuple(_deeds(one, table, differs)) if table.may_draw else (),
    )


def _struck(one: Statement, table: Table) -> str:
    if one.retracted is None:
        return ""
    who = table.voice.account(one.retracted.by.account)
    reason = "" if table.asked.alias else table.voice.free(one.retracted.reason)
    return table.voice.joined(
        _("struck out by %(who)s") % {"who": who} if who else _("struck out"), reason
    )


def _deeds(one: Statement, table: Table, differs: bool) -> Iterable[GestureForm]:
    """What may be done with an account; what would be refused is not offered."""
    about = (("statement", one.id),)
    if one.retracted:
        if _may_bring_back(one, table):
            yield _tap("reinstate", _("Let it count again"), about)
        return
    if differs and one.id not in table.used:
        yield _tap("choose", _("Use this one"), about)
    if _is_mine(one, table):
        if one.audience != CIRCLE and not table.seat.joint:
            yield _tap("share", _("Share it with the circle"), about)
        yield _tap("withdraw", _("Take back"), about)
    elif table.seat.side is Side.FAMILY or one.by.side is not Side.FAMILY:
        why = Field("reason", _("Why?"))
        yield GestureForm("strike", _("Strike out"), (why,), about, tells=False, look="quiet")


def _may_bring_back(one: Statement, table: Table) -> bool:
    by = one.retracted.by if one.retracted else one.by
    is_family = table.seat.side is Side.FAMILY
    return is_family or by.side is not Side.FAMILY or by.account == table.seat.account


def _tap(do: str, button: str, hidden: tuple[tuple[str, str], ...]) -> GestureForm:
    return GestureForm(do, button, hidden=hidden, tells=False, look="quiet")
