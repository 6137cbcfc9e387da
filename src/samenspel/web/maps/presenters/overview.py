"""What stands beside the drawing: the selection, a form, or what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from samenspel.drawing.sheet.look import View
from samenspel.family import CIRCLE, Side, Topic
from samenspel.family.checklist import Open, open_items
from samenspel.web.maps.forms import GestureForm, Option, filled_in, resent
from samenspel.web.maps.presenters import lists
from samenspel.web.maps.presenters.adding import ADDING, Adding
from samenspel.web.maps.presenters.noticed import Noticed, noticed
from samenspel.web.maps.presenters.page import Opened
from samenspel.web.maps.presenters.panel import panel_of
from samenspel.web.maps.presenters.parts import Panel
from samenspel.web.maps.presenters.rows import Row
from samenspel.web.maps.presenters.table import Table

MOST_OPEN = 7
"""A card shows seven things; the rest comes when these are answered."""


@dataclass(frozen=True)
class Item:
    """A gentle question; `form` answers that it is not known."""

    words: str
    href: str
    form: GestureForm | None


@dataclass(frozen=True)
class Beside:
    """One of `adding`, `panel` and the overview.

    `lost` is what was sent, was refused, and has no form here any more.
    """

    panel: Panel | None = None
    adding: Adding | None = None
    noticed: Noticed | None = None
    open: tuple[Item, ...] = ()
    share: GestureForm | None = None
    lost: GestureForm | None = None
    error: str = ""
    heading: str = ""
    intro: str = ""
    for_whom: tuple[Option, ...] = ()
    names: tuple[str, ...] = ()

    def refused(self, sent: QueryDict, words: str, at_field: str) -> "Beside":
        """The same with everything that was typed in its form, and why it was not drawn."""
        filled = self._filled(sent, words, at_field)
        if filled != self:
            return replace(filled, error=words)
        lost = resent(sent, _("Send again"), words, _labels())
        return replace(self, lost=lost, error=words)

    def _filled(self, sent: QueryDict, words: str, at_field: str) -> "Beside":
        def again(forms: tuple[GestureForm, ...]) -> tuple[GestureForm, ...]:
            return filled_in(forms, sent, words, at_field)

        def again_in(row: Row) -> Row:
            form = again((row.form,))[0] if row.form else None
            accounts = (replace(one, forms=again(one.forms)) for one in row.accounts)
            return replace(row, form=form, accounts=tuple(accounts))

        adding, panel = self.adding, self.panel
        return replace(
            self,
            adding=adding and replace(adding, forms=again(adding.forms)),
            panel=panel
            and replace(
                panel,
                rows=tuple(map(again_in, panel.rows)),
                details=tuple(map(again_in, panel.details)),
                voices=tuple(map(again_in, panel.voices)),
                places=again(panel.places),
                taps=again(panel.taps),
                more=again(panel.more),
            ),
        )


def _labels() -> Mapping[str, str]:
    """Of the fields in which people write; the rest goes along unseen."""
    return {
        "name": _("Name"),
        "text": _("In their own words"),
        "words": _("What happened?"),
        "help": _("What help?"),
        "face": _("Who comes, by name"),
        "role": _("As what"),
        "share": _("How much"),
        "worked": _("What worked?"),
        "did_not_work": _("What did not work?"),
        "reason": _("Why?"),
        "birth": _("Born"),
        "on": _("When"),
        "start": _("Since"),
        "end": _("Until"),
        "said_by": _("Said by"),
        "said_on": _("When it was said"),
        "said_in": _("In which talk"),
    }


def beside(opened: Opened, table: Table) -> Beside:
    plain = Beside(for_whom=lists.for_whom(table.seat), names=table.names)
    asked = table.asked
    if asked.form in ADDING and table.may_draw:
        return replace(plain, adding=ADDING[asked.form](table))
    panel = panel_of(asked.chosen, table) if asked.chosen else None
    return replace(plain, panel=panel) if panel else _overview(plain, table)


def _overview(plain: Beside, table: Table) -> Beside:
    is_around = table.asked.view is View.SYSTEMOGRAM or table.asked.big
    return replace(
        plain,
        noticed=noticed(table) if is_around else None,
        open=tuple(_items(table)) if not table.asked.big else (),
        share=_share(table),
        heading=_("Choose somebody") if table.persons else _("A blank sheet"),
        intro=_intro(table),
    )


def _intro(table: Table) -> str:
    if not table.persons:
        return _("Draw who lives at home. Names may stay empty, and nothing has to be complete.")
    return _("Tap somebody in the drawing to see what was said, and by whom.")


def _items(table: Table) -> list[Item]:
    found = open_items(table.seen) if table.persons else ()
    return [_item(one, table) for one in found[:MOST_OPEN]]


def _item(one: Open, table: Table) -> Item:
    form = "huis" if one.topic is Topic.HOME else ""
    href = table.asked.address(chosen=one.person, form=form, who=(one.person,) if form else ())
    return Item(
        words=one.words(table.lang, table.of(one.person)),
        href=href,
        form=_not_known(one) if table.may_draw else None,
    )


def _not_known(one: Open) -> GestureForm:
    hidden = (("kind", "not_known"), ("person", one.person), ("topic", one.topic.value))
    return GestureForm("say", _("We don't know"), (), hidden, tells=False, look="quiet")


def _share(table: Table) -> GestureForm | None:
    """For who drew by themself what the circle does not see yet."""
    if table.seat.side is not Side.FAMILY or table.seat.joint or not table.may_draw:
        return None
    own = (one for one in table.seen if one.by.account == table.seat.account and one.counts)
    if all(one.audience == CIRCLE for one in own):
        return None
    return GestureForm(
        "share", _("Share it with the circle"), (), (), tells=False, look="secondary"
    )
