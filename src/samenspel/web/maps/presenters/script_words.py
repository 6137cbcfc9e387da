"""The texts that the script of the page needs; it finds them in the page, as JSON."""

from django.utils.translation import gettext as _


def script_words() -> dict[str, str]:
    return {
        "offline": _("No connection. You just keep drawing; we will send it later."),
        "waiting_one": _("One addition is still waiting."),
        "waiting_many": _("{count} additions are still waiting."),
        "back": _("The connection is back. Everything has been sent."),
        "frozen": _(
            "The map is closed for now. You can read along; "
            "drawing comes back when a worker opens it."
        ),
        "thawed": _("The map is open again."),
        "moment_begun": _("{who} began drawing together."),
        "moment_over": _(
            "We no longer draw together. What you add now is yours and your worker's."
        ),
        "gone": _("This map is no longer shared with you."),
        "slow": _("One moment, please …"),
        "too_long": _("This is too long. Write it shorter."),
        "taken_back": _("Taken back: {why}"),
        "not_sent": _("This could not be sent. Try it again."),
        "told": _("{who}: {what}"),
        "told_many": _("{count} changes by {who}"),
        "somebody": _("Somebody"),
        "here": _("Drawing along now"),
        "looks_at": _("{who} looks at {what}"),
        "name": _("Name (may stay empty)"),
        "put": _("Draw"),
        "stop": _("Cancel"),
        "close": _("I have read this"),
        "today": _("today"),
        "zoom_in": _("Larger"),
        "zoom_out": _("Smaller"),
        "zoom_fit": _("The whole drawing"),
        "done": _("Done"),
        "mode_band_1": _("Tap who the tie begins with."),
        "mode_band_2": _("Tap the other one."),
        "mode_huis": _("Tap everybody who lives here. Then choose Done."),
        "mode_gebeurtenis": _("Tap whom it happened to."),
        "mode_hulp": _("Tap whom the help is for."),
        "mode_pijl_1": _("Tap the organisation."),
        "mode_pijl_2": _("Tap whom it is directed to: somebody, or a home."),
        "mode_count_one": _("One chosen"),
        "mode_count_many": _("{count} chosen"),
        "mode_left": _("Stopped."),
        "moved": _("{name} stands a little elsewhere now."),
    }
