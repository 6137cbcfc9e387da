"""The closed lists of the family map as options of a form."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samenspel.drawing import svg
from samenspel.drawing.scene import Entry, Scene
from samenspel.drawing.signs.legend import HIGH, WIDE, entry
from samenspel.drawing.signs.ties import TIES
from samenspel.drawing.words import lists
from samenspel.family.language import marked, translator
from samenspel.family.words import (
    Certainty,
    ContextKind,
    Direction,
    EventKind,
    Gender,
    Impact,
    Involvement,
    Parentage,
    PersonKind,
    Rhythm,
    Stage,
    Topic,
)
from samenspel.web.maps.forms import Option
from samenspel.web.maps.seats import For, Seat

EMPTY = ""


def said(words: Mapping[StrEnum, str], lang: str) -> tuple[Option, ...]:
    """A table of `drawing.words.lists` in the language of the reader."""
    translate = translator(lang)
    return tuple(Option(one.value, _capital(translate(text))) for one, text in words.items())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def genders(lang: str) -> tuple[Option, ...]:
    return said({one: lists.GENDER[one] for one in Gender}, lang)


def genders_in_short(lang: str) -> tuple[Option, ...]:
    """For the four buttons around a person; the rest is said in the panel."""
    few = (Gender.WOMAN, Gender.MAN, Gender.NONBINARY)
    return said({one: lists.GENDER[one] for one in few}, lang)


def stages(lang: str) -> tuple[Option, ...]:
    return said({one: lists.STAGE[one] for one in Stage}, lang)


def parentages(lang: str) -> tuple[Option, ...]:
    return said({one: lists.CHILD[one] for one in Parentage}, lang)


def contexts(lang: str) -> tuple[Option, ...]:
    return said({one: lists.CONTEXT[one] for one in ContextKind}, lang)


def rhythms(lang: str) -> tuple[Option, ...]:
    return said({one: lists.RHYTHM[one] for one in Rhythm}, lang)


def statuses(lang: str) -> tuple[Option, ...]:
    return said({one: lists.INVOLVEMENT[one] for one in Involvement}, lang)


def events(lang: str) -> tuple[Option, ...]:
    return said({one: lists.EVENT[one] for one in EventKind}, lang)


def impacts(lang: str) -> tuple[Option, ...]:
    return said({one: lists.IMPACT[one] for one in Impact}, lang)


def certainties(lang: str) -> tuple[Option, ...]:
    return said({one: lists.CERTAINTY[one] for one in Certainty}, lang)


def kinds(lang: str) -> tuple[Option, ...]:
    words = {**lists.PERSON, PersonKind.PERSON: marked("person")}
    return said({one: words[one] for one in PersonKind}, lang)


def strengths(lang: str) -> tuple[Option, ...]:
    translate = translator(lang)
    return tuple(
        Option(str(one), _capital(translate(text))) for one, text in lists.TIE_STRENGTH.items()
    )


def ties(lang: str) -> tuple[Option, ...]:
    """The lines as they are drawn, with their words beside."""
    found = (entry(f"tie:{kind}", lang) for kind in TIES)
    return tuple(
        Option(kind.value, _capital(one.words), stroke(one))
        for kind, one in zip(TIES, found, strict=True)
    )


def stroke(one: Entry) -> SafeString:
    """The small drawing of an entry of the legend; the words stand beside it."""
    scene = Scene(one.items, (0.0, 0.0, WIDE, HIGH), "", "", "")
    drawn = svg.svg(scene, standalone=False, with_legend=False)
    inside = drawn[drawn.index("</desc>") + len("</desc>") :]
    head = f'<svg class="stroke" viewBox="0 0 {WIDE:g} {HIGH:g}" aria-hidden="true">'
    return mark_safe(head + inside)  # noqa: S308 (made by our own renderer, without any input)


def directions(first: str, second: str) -> tuple[Option, ...]:
    return (
        Option(Direction.BOTH.value, _("Both ways")),
        Option(Direction.FORTH.value, _("From %(first)s") % {"first": first}),
        Option(Direction.BACK.value, _("From %(first)s") % {"first": second}),
    )


def for_whom(seat: Seat) -> tuple[Option, ...]:
    """For whom something is said; the first counts when nothing is chosen."""
    words = {
        For.CIRCLE: _("The whole circle"),
        For.WORKERS: _("My family worker and I"),
        For.PROFESSIONALS: _("Professionals only"),
        For.MINE: _("Only I"),
        For.SAFETY: _("Safety: only family workers"),
    }
    return tuple(Option(one.value, words[one]) for one in seat.choices)


def topics() -> dict[str, str]:
    """What may not be known about somebody."""
    words = {
        Topic.PARENTS: _("Who the parents are"),
        Topic.FATHER: _("Who the father is"),
        Topic.MOTHER: _("Who the mother is"),
        Topic.SIBLINGS: _("Brothers and sisters"),
        Topic.PARTNERS: _("Partners"),
        Topic.CHILDREN: _("Children"),
        Topic.BIRTH: _("When this person was born"),
        Topic.DEATH: _("Whether or when this person died"),
        Topic.HOME: _("Where this person lives"),
    }
    return {one.value: text for one, text in words.items()}
