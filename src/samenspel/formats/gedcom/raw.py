"""What has no place in the family map, kept word for word in a note, and put back on writing.

The label of such a note is the path of tags: `INDI.OCCU` is a whole structure, `INDI.BIRT+` is
what stood below a birth besides its date, `INDI.BIRT+2` below the second birth, `@S1@ SOUR` a
whole record, `HEAD` what the file says of itself. Labels of what belongs to nobody, or is of use to
programs only, begin with `file:`. The text is what the structure said; the lines
below it follow with their level, counted from the structure itself.
"""

import re
from collections.abc import Iterator, Mapping

from samenspel.formats.gedcom import dates
from samenspel.formats.gedcom.lines import Node
from samenspel.formats.report import Outcome
from samenspel.formats.said import FROM_FILE

PATH = re.compile(r"(INDI|FAM)\.([A-Z0-9_]+)(?:(\+)(\d*))?")
RECORD = re.compile(r"(?:@([^@\s]+)@ )?([A-Z0-9_]+)")
# Ties that could not be used, numbers and stamps of programs, and how a name is written.
_OF_PROGRAMS = frozenset(
    "HUSB WIFE CHIL FAMS FAMC CHAN CREA RIN RFN AFN REFN UID _UID EXID SUBM ANCI DESI RESN OBJE"
    " NAME+".split()
)
_LINE = re.compile(r"([1-9]\d?) ([A-Za-z0-9_]+)(?: (.*))?", re.DOTALL)
_POINTER = re.compile(r"@([^@#\s][^@]*)@")
_POINTERS = re.compile(r"(?<![^\s])@([^@#\s][^@\n]*)@(?![^\s])")


def as_text(node: Node) -> str:
    if not node.children:
        return _all_said(node)
    lines: list[str] = []
    waiting = [(0, node)]
    while waiting:
        level, one = waiting.pop()
        first, *rest = _said(one).split("\n")
        lines.append(_line(level, one.tag, first) if level else first)
        lines.extend(_line(level + 1, "CONT", line) for line in rest)
        waiting.extend((level + 1, child) for child in reversed(one.children))
    return "\n".join(lines)


def _all_said(node: Node) -> str:
    first, *rest = _said(node).split("\n")
    return "\n".join([first, *(_line(1, "CONT", line) for line in rest)])


def _line(level: int, tag: str, said: str) -> str:
    return f"{level} {tag} {said}" if said else f"{level} {tag}"


def _said(node: Node) -> str:
    if node.pointer:
        return f"@{node.pointer}@"
    return f"@{node.text}" if node.text.startswith("@") else node.text


def from_text(tag: str, text: str) -> Node | None:
    """The structure that such a text tells of; None when it is just text."""
    first, *lines = text.split("\n")
    node = _node(tag, first)
    stack = [node]
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None or int(found[1]) > len(stack):
            return None
        del stack[int(found[1]) :]
        if found[2] == "CONT":
            stack[-1].text += "\n" + (found[3] or "")
            continue
        below = _node(found[2], found[3] or "")
        stack[-1].children.append(below)
        stack.append(below)
    return node if as_text(node) == text else None


def _node(tag: str, said: str) -> Node:
    found = _POINTER.fullmatch(said)
    if found:
        return Node(tag, pointer=found[1])
    return Node(tag, said[1:] if said.startswith("@") else said)


def pointers(text: str) -> Iterator[str]:
    return (found[1] for found in _POINTERS.finditer(text)) if "@" in text else iter(())


def repointed(text: str, ids: Mapping[str, str]) -> str:
    if "@" not in text or all(ids.get(one, one) == one for one in pointers(text)):
        return text
    return _POINTERS.sub(lambda found: f"@{ids.get(found[1], found[1])}@", text)


# --- Labels ---------------------------------------------------------------------------------------


def label_of(path: str, about: str) -> str:
    """The label of a note, for what stood at this path in the file."""
    found = PATH.fullmatch(path)
    of_programs = found is not None and not _OF_PROGRAMS.isdisjoint(
        (found[2], f"{found[2]}{found[3] or ''}")
    )
    return f"{FROM_FILE}{path}" if of_programs or not about else path


def path_of(label: str, about: str) -> str:
    """The path that a label tells of; empty when it tells of none."""
    path = label.removeprefix(FROM_FILE)
    return path if label_of(path, about) == label else ""


# --- What is left over ----------------------------------------------------------------------------


def leftover(node: Node, text: str = "") -> Node | None:
    """The part of a structure that was read that nobody took; the tag alone where it was taken.

    What stood below lines that were read comes first: there it stands again when it is written.
    """
    below = sorted(node.children, key=lambda child: child.outcome in (None, Outcome.NOTE))
    left = [part for part in map(_part, below) if part is not None]
    if not left and not text:
        return None
    return Node(node.tag, text, pointer=node.pointer).add(*left)


def _part(node: Node) -> Node | None:
    if node.outcome is not None:
        return leftover(node) if node.children else None
    if not (node.text or node.pointer or node.children):
        node.outcome = Outcome.MENDED  # nothing is said
        return None
    keep(node)
    return node


def keep(node: Node) -> None:
    """All of it goes into a note."""
    for one in node.walk():
        if one.outcome is None:
            one.outcome = Outcome.NOTE


def merge(node: Node, extra: Node) -> None:
    """Put back what was left over: below the structure of the same tag, else beside it."""
    there: dict[tuple[str, str], list[Node]] = {}
    for below in reversed(node.children):
        there.setdefault((below.tag, below.pointer), []).append(below)
    for part in extra.children:
        same = there.get((part.tag, part.pointer))
        if same and part.children and not part.text:
            merge(same.pop(), part)
        else:
            node.children.append(part)


# --- Between the versions -------------------------------------------------------------------------

_SAME_IN_BOTH = frozenset(
    "ADDR ADR1 ADR2 ADR3 AGNC BAPM BARM BASM BLES BURI CAUS CENS CHR CHRA CITY CONF CREM CTRY DATE"
    " DSCR EDUC EMAIL EMIG FAX FCOM FACT GIVN GRAD IDNO IMMI NATI NATU NCHI NICK NMR NPFX NSFX OCCU"
    " ORDN PHON PLAC POST PROB PROP RELI RESI RETI SPFX SSN STAE SURN TITL TYPE WILL WWW"
    " BIRT DEAT MARR DIV EVEN NAME ENGA MARB MARC MARL MARS DIVF ANUL NOTE".split()
)


def is_same_in_both(node: Node) -> bool:
    """Says the same in GEDCOM 5.5.1 and 7."""
    return all(
        one.tag in _SAME_IN_BOTH
        and not one.pointer
        and "@" not in one.text
        and (one.tag != "DATE" or dates.is_standard(one.text))
        for one in node.walk()
    )
