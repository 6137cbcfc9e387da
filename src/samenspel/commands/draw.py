"""`samenspel draw`: one family from a file as a picture, as words, or as the placed drawing."""

import argparse
from datetime import date

from samenspel.commands.answer import Refused, today
from samenspel.commands.files import print_bytes, put, read_text
from samenspel.commands.reading import family_map
from samenspel.commands.views import Views, Wish
from samenspel.drawing.placement import Placement
from samenspel.family import DateError, PartialDate, Precision, map_at
from samenspel.family.language import Translator, say_date, translator

KINDS = ("svg", "pdf", "png", "json", "txt")


def run(arguments: argparse.Namespace) -> int:
    kind, view = kind_and_view(arguments)
    views = views_asked(arguments)
    if arguments.out or not arguments.json:
        put(views.content(view, kind), arguments.out, arguments.lang)
    if arguments.json:
        print_bytes(views.placed_json.encode())
    return 0


def views_asked(arguments: argparse.Namespace) -> Views:
    day = None if arguments.at is None else day_of(arguments.at, arguments.lang)
    now = family_map(arguments.file, arguments.lang)
    views = Views(map_at(now, day) if day else now, day or today(), wish_of(arguments))
    if not views.family.people:
        raise Refused(_nobody(arguments))
    return views


def wish_of(arguments: argparse.Namespace) -> Wish:
    return Wish(
        arguments.lang,
        arguments.alias,
        _previous(arguments),
        arguments.deadline,
        arguments.siblings or "loose",
    )


# --- What was asked -------------------------------------------------------------------------------


def kind_and_view(arguments: argparse.Namespace) -> tuple[str, str]:
    """What is written and what of; the one follows from the other when it is not said."""
    _ = translator(arguments.lang)
    kind = _kind(arguments, _)
    view = arguments.view or ("words" if kind == "txt" else "genogram")
    if (kind == "txt") != (view == "words"):
        raise Refused(_("Words go into a .txt, and only words: change --view or the name."))
    if view != "genogram" and (kind == "json" or arguments.json):
        raise Refused(_("Only the genogram can be given as JSON: leave out --view."))
    return kind, view


def _kind(arguments: argparse.Namespace, _: Translator) -> str:
    if arguments.out is None:
        return "txt" if arguments.view == "words" else "svg"
    kind: str = arguments.out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        endings = ", ".join(f".{kind}" for kind in KINDS)
        raise Refused(_("{file}: give it one of {endings}.", file=arguments.out, endings=endings))
    return kind


def day_of(text: str, lang: str) -> date:
    """The day itself, or the last one of the month or the year."""
    try:
        at = PartialDate.parse(text)
    except DateError:
        at = PartialDate()
    if at.precision is not Precision.ON or at.latest is None:
        _ = translator(lang)
        raise Refused(_("--at {text}: write it as 2019, 2019-04 or 2019-04-14.", text=text))
    return at.latest


def _nobody(arguments: argparse.Namespace) -> str:
    _ = translator(arguments.lang)
    if arguments.at is not None:
        at = PartialDate.parse(arguments.at)
        said = say_date(at, arguments.lang)
        if at.at and at.at.day:
            return _("Nobody was there yet on {at}: take another day.", at=said)
        return _("Nobody was there yet in {at}: take another day.", at=said)
    return _("Nobody stands in {file} yet: begin with who lives at home.", file=arguments.file)


def _previous(arguments: argparse.Namespace) -> Placement | None:
    if arguments.previous is None:
        return None
    from samenspel.drawing.json import NotADrawing, parse

    try:
        return parse(read_text(arguments.previous, arguments.lang))
    except NotADrawing as error:
        _ = translator(arguments.lang)
        message = _(
            "{file} is no drawing that `samenspel draw --json` wrote.", file=arguments.previous
        )
        raise Refused(message) from error
