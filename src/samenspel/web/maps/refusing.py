"""Why something is not drawn, in words, in the language of who asks later."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

Words = Callable[[str], str]

NO_SUCH_PAGE = _("This page does not exist")
MAY_NOT_DRAW = _("You can look at this drawing, and not draw in it.")
CLOSED = _("This question is closed. Open it again first, then you can go on.")
FROZEN = _("Drawing has been put on hold. A worker can let you go on.")
NOTHING_TO_TAKE_BACK = _("There is nothing of yours to take back.")
NOTHING_TO_BRING_BACK = _("There is nothing of yours to bring back.")
NOT_UNDERSTOOD = _("We could not read this. Look at the drawing and try it again.")
NOT_STORED = _("This could not be stored, and nothing was changed. Try it again later.")
FOR_YOU_AND_WORKER = _(
    "You no longer draw together. Only you and your worker see this, until you share it."
)
NO_LONGER_TOGETHER = _("You no longer draw together.")
ONLY_FOR_THE_CIRCLE = _(
    "At the table everything is for the whole circle. Draw on your own to keep it to yourself."
)
NOT_FOR_THESE = _("You cannot say it for these people only. Choose again who may know it.")
SENT_OTHERWISE = _("This was sent before with other words. Send it again.")


class Refused(Exception):
    """`gone`: the sender may not be here any more."""

    def __init__(self, words: "str | Promise | Words", *, gone: bool = False) -> None:
        super().__init__("refused")
        self.words: Words = words if callable(words) else in_language(words)
        self.gone = gone


def in_language(words: str | Promise) -> Words:
    def said(lang: str) -> str:
        with override(lang):
            return str(words)

    return said
