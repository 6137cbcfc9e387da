"""Lines of GEDCOM and the structures they form.

The grammar of a line is one regular expression; the rest is what to do with lines that do not
keep to it. A line without level and tag continues the line above: programs that break a long note
leave those. A level that jumps is read as one below the line it stands under.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from samenspel.formats.limits import MAX_DEPTH, check_lines
from samenspel.formats.report import FormatError, Outcome

_LINE = re.compile(
    r"[ \t]*(\d{1,6})[ \t]+(?:@([^@\r\n]+)@[ \t]+)?([A-Za-z0-9_]+)(?:[ ](.*)|[ \t]*)", re.DOTALL
)
_POINTER = re.compile(r"@([^@#\s][^@]*)@\s*")
VOID = "VOID"
BREAKS = re.compile(r"\r\n?|\n")


class Node:
    """A structure: its tag, what it says or points to, and the structures below it."""

    __slots__ = ("children", "level", "number", "outcome", "pointer", "tag", "text", "xref")

    def __init__(
        self, tag: str, text: str = "", *, pointer: str = "", xref: str = "", number: int = 0
    ) -> None:
        self.tag = tag
        self.text = text
        self.pointer = pointer
        self.xref = xref
        self.number = number
        self.level = 0  # as the file says it; of use only while the lines are read
        self.children: list[Node] = []
        self.outcome: Outcome | None = None

    def all(self, tag: str) -> list["Node"]:
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> "Node | None":
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def add(self, *children: "Node") -> "Node":
        self.children.extend(children)
        return self

    def walk(self) -> list["Node"]:
        """This structure and all below it, in the order of the file."""
        if not self.children:
            return [self]
        found = []
        waiting = [self]
        while waiting:
            node = waiting.pop()
            found.append(node)
            if node.children:
                waiting.extend(reversed(node.children))
        return found


@dataclass
class Parsed:
    """`continued` holds the CONT and CONC lines with the structure whose text they are part of."""

    records: list[Node] = field(default_factory=list)
    continued: list[tuple[int, str, Node]] = field(default_factory=list)
    # line number, tag, code and values of a message
    mended: list[tuple[int, str, str, dict[str, str]]] = field(default_factory=list)


class _Builder:
    def __init__(self, doubled: bool) -> None:
        self.parsed = Parsed()
        self.stack: list[Node] = []
        self.owner: Node | None = None  # whose text is being continued
        self.parts: list[str] = []
        self.doubled = doubled

    def line(self, number: int, line: str) -> None:
        found = _LINE.fullmatch(line)
        if found is None:
            self._no_line(number, line)
            return
        level, xref, tag, text = found.groups()
        depth = int(level)
        if depth > MAX_DEPTH:
            raise FormatError("too_deep", line=number, level=depth, limit=MAX_DEPTH)
        stack = self.stack
        while stack and stack[-1].level >= depth:
            stack.pop()
        if tag in ("CONT", "CONC") and stack:
            self._continue(number, tag, text or "")
            return
        if not tag.isupper() and tag[0] != "_":
            tag = tag.upper()
            self._mend(number, tag, "capitals", value=tag)
        node = Node(tag, xref=xref or "", number=number)
        node.level = depth
        self._say(node, text or "")
        self._place(node, depth)

    def _say(self, node: Node, text: str) -> None:
        if "@" not in text:
            node.text = text
            return
        found = _POINTER.fullmatch(text)
        if found:
            node.pointer = found[1].strip()
        else:
            node.text = self._single(text)

    def _single(self, text: str) -> str:
        """5.5.1 doubles every @ of a text, 7 only the first of a line."""
        if self.doubled:
            return text.replace("@@", "@")
        return text[1:] if text.startswith("@@") else text

    def _place(self, node: Node, depth: int) -> None:
        stack = self.stack
        if not stack:
            if depth:
                self._mend(node.number, node.tag, "level")
            self.parsed.records.append(node)
        else:
            if stack[-1].level != depth - 1:
                self._mend(node.number, node.tag, "level")
            stack[-1].children.append(node)
        stack.append(node)

    def _continue(self, number: int, tag: str, text: str) -> None:
        owner = self.stack[-1]
        self._open(owner)
        if tag == "CONT":
            self.parts.append("\n")
        self.parts.append(self._single(text) if "@" in text else text)
        self.parsed.continued.append((number, tag, owner))

    def _open(self, owner: Node) -> None:
        if self.owner is owner:
            return
        self.close()
        self.owner = owner
        self.parts = [f"@{owner.pointer}@" if owner.pointer else owner.text]
        owner.pointer = ""

    def close(self) -> None:
        if self.owner is not None:
            self.owner.text = "".join(self.parts)
        self.owner = None

    def _no_line(self, number: int, line: str) -> None:
        if not line.strip():
            self._mend(number, "", "blank")
        elif not self.stack:
            raise FormatError("no_head", line=number)
        else:
            self._open(self.stack[-1])
            self.parts += ["\n", line]
            self._mend(number, "", "continued")

    def _mend(self, number: int, tag: str, code: str, **values: str) -> None:
        self.parsed.mended.append((number, tag, code, values))


def parse(lines: list[str], *, doubled: bool) -> Parsed:
    """`doubled`: every @ in a text stands twice, as 5.5.1 has it."""
    check_lines(len(lines))
    builder = _Builder(doubled)
    for number, line in enumerate(lines, 1):
        builder.line(number, line)
    builder.close()
    return builder.parsed


# --- Writing --------------------------------------------------------------------------------------

# What no GEDCOM and no XML may hold.
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 180  # characters; 5.5.1 allows 255 for a whole line


def render(records: Iterable[Node], *, doubled: bool) -> str:
    lines: list[str] = []
    for record in records:
        waiting = [(0, record)]
        while waiting:
            level, node = waiting.pop()
            lines.extend(_lines(level, node, doubled))
            waiting.extend((level + 1, child) for child in reversed(node.children))
    return "\n".join(lines) + "\n"


def _lines(level: int, node: Node, doubled: bool) -> Iterator[str]:
    start = f"{level} @{node.xref}@ {node.tag}" if node.xref else f"{level} {node.tag}"
    if node.pointer:
        yield f"{start} @{node.pointer}@"
        return
    doubled = doubled and not (node.tag == "DATE" and node.text.startswith("@#"))  # a calendar
    first, *rest = BREAKS.split(FORBIDDEN.sub("�", node.text))
    yield from _said(start, level + 1, first, doubled)
    for line in rest:
        yield from _said(f"{level + 1} CONT", level + 1, line, doubled)


def _said(start: str, below: int, text: str, doubled: bool) -> Iterator[str]:
    if not doubled:
        at = "@" if text.startswith("@") and not text.startswith("@#") else ""
        yield f"{start} {at}{text}" if text else start
        return
    first, *rest = _pieces(text)
    yield f"{start} {first.replace('@', '@@')}" if first else start
    for piece in rest:
        yield f"{below} CONC {piece.replace('@', '@@')}"


def _pieces(text: str) -> list[str]:
    """Pieces that fit on a line; cut inside a word, for many readers eat spaces at the edges."""
    pieces = []
    while len(text) > _LONGEST:
        cut = next(
            (at for at in range(_LONGEST, 1, -1) if not (text[at - 1] + text[at]).count(" ")),
            _LONGEST,
        )
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]
