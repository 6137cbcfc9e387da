"""Names: what a person is called, from `Lt. Anna "Annie" /de Vries/ jr.` and its parts."""

import re

from samenspel.formats.gedcom.lines import Node

PIECES = ("NPFX", "GIVN", "SPFX", "SURN", "NSFX")
_SLASH = re.compile(r"\s*/\s*")


def readable(payload: str) -> str:
    """Without the slashes that mark the surname."""
    return " ".join(_SLASH.sub(" ", payload).split())


def from_pieces(node: Node) -> str:
    """The name that the parts make, for a line that has only parts."""
    found = (node.first(tag) for tag in PIECES)
    return " ".join(" ".join(piece.text.split()) for piece in found if piece and piece.text.strip())


def name_of(node: Node) -> str:
    return readable(node.text) or from_pieces(node)
