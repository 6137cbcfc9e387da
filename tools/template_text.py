"""Find text in Django templates that people read and that no translation reaches.

The template's own tags are masked; what is left is read as HTML. Text that is shown, and
attributes that are shown or spoken, may then hold no letters. What must stay as it is (a name, a
command) stands in `ALLOWED`, or in an element with the attribute `translate="no"`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from django.template.base import Lexer, Token, TokenType

ALLOWED = ("Samenspel", "English", "Nederlands")
ALLOWED_WORDS = re.compile(rf"\b({'|'.join(ALLOWED)})\b")

SHOWN_ATTRIBUTES = {
    "title",
    "alt",
    "placeholder",
    "label",
    "aria-label",
    "aria-description",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "hx-confirm",
    "hx-prompt",
}
# Arguments of template tags, such as {% include "…" with title="…" %}, that end up on the page.
SHOWN_ARGUMENTS = {
    "alt",
    "button",
    "caption",
    "description",
    "heading",
    "help",
    "hint",
    "label",
    "legend",
    "message",
    "placeholder",
    "summary",
    "text",
    "title",
}
UNSEEN_ELEMENTS = {"script", "style"}
VOID_ELEMENTS = {
    *("area", "base", "br", "col", "embed", "hr", "img"),
    *("input", "link", "meta", "source", "track", "wbr"),
}

TRANSLATED_BLOCK = re.compile(r"blocktrans(late)?$")
# A block such as {% block main_class %}, which fills an attribute of the page it extends.
ATTRIBUTE_BLOCK = re.compile(r"block \w*(class|id|url|attributes)$")
TRANSLATED = re.compile(r"(block)?trans(late)?\b")
# Filters that put their own argument on the page.
TEXT_FILTER = re.compile(r"""\|(?:default|default_if_none|yesno|pluralize):(["'])(.*?)\1""")
ARGUMENT = re.compile(r"""(\w+)=(["'])(.*)\2$""", re.DOTALL)


class Untranslated(NamedTuple):
    line: int
    text: str


def untranslated(template: str) -> list[Untranslated]:
    """Every text of the template that gettext does not see, in the order of the page."""
    tokens = list(Lexer(template).tokenize())
    reader = _Reader()
    reader.feed("".join(_masked(tokens)))
    reader.close()
    return sorted([*reader.found, *_literal_arguments(tokens)])


def _masked(tokens: list[Token]) -> Iterator[str]:
    """The template as HTML of the same lines, without what is dynamic or translated."""
    closing = ""
    for token in tokens:
        if closing:
            if token.token_type == TokenType.BLOCK and _name(token) == closing:
                closing = ""
            else:
                yield "\n" * token.contents.count("\n")
        elif closing := _closing_tag(token):
            yield "0"
        else:
            yield _mask(token)


def _closing_tag(token: Token) -> str:
    """The tag that ends a block whose whole content is to be left out."""
    if token.token_type != TokenType.BLOCK:
        return ""
    name = _name(token)
    leave_out = (
        name == "comment" or TRANSLATED_BLOCK.match(name) or ATTRIBUTE_BLOCK.match(token.contents)
    )
    return f"end{name}" if leave_out else ""


def _name(token: Token) -> str:
    return token.contents.split(maxsplit=1)[0]


def _mask(token: Token) -> str:
    if token.token_type == TokenType.TEXT:
        return token.contents
    if token.token_type == TokenType.VAR:
        # A value: something without letters, so that an attribute keeps a value.
        texts = (text for _, text in TEXT_FILTER.findall(token.contents))
        return "0" + html.escape(" ".join(texts))
    return " "


def _literal_arguments(tokens: list[Token]) -> Iterator[Untranslated]:
    for token in tokens:
        if token.token_type != TokenType.BLOCK or TRANSLATED.match(token.contents):
            continue
        for part in token.split_contents():
            argument = ARGUMENT.match(part)
            if argument and argument[1] in SHOWN_ARGUMENTS and _needs_translation(argument[3]):
                yield Untranslated(token.lineno or 0, argument[3])


def _needs_translation(text: str) -> bool:
    return any(letter.isalpha() for letter in ALLOWED_WORDS.sub("", text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Untranslated] = []
        self._open: list[tuple[str, bool]] = []  # element, and whether its text is left alone

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        left_alone = values.get("translate") == "no" or self._left_alone()
        if not left_alone:
            self._read_attributes(tag, values)
        if tag not in VOID_ELEMENTS:
            self._open.append((tag, left_alone or tag in UNSEEN_ELEMENTS))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:
            last = len(names) - 1 - names[::-1].index(tag)
            del self._open[last:]

    def handle_data(self, data: str) -> None:
        if not self._left_alone():
            first_text = len(data) - len(data.lstrip())
            self._report(data, skipped_lines=data[:first_text].count("\n"))

    def _left_alone(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _read_attributes(self, tag: str, values: dict[str, str]) -> None:
        for name, value in values.items():
            if name in SHOWN_ATTRIBUTES or _is_shown_value(tag, name, values):
                self._report(value)

    def _report(self, text: str, skipped_lines: int = 0) -> None:
        if _needs_translation(text):
            line, _ = self.getpos()
            self.found.append(Untranslated(line + skipped_lines, " ".join(text.split())))


def _is_shown_value(tag: str, name: str, values: dict[str, str]) -> bool:
    """The text on an <input> button, and the description that a search engine shows."""
    if tag == "input" and name == "value":
        return values.get("type") in {"submit", "button", "reset"}
    return tag == "meta" and name == "content" and values.get("name") == "description"
