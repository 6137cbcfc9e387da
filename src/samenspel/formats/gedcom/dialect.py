"""The two versions, as far as they differ in how a thing is said."""

from dataclasses import dataclass

from samenspel.family.dates import PartialDate
from samenspel.family.statements import Source
from samenspel.formats.gedcom import dates
from samenspel.formats.gedcom.lines import VOID, Node
from samenspel.formats.report import Outcome

SYSTEM = "SAMENSPEL"  # what HEAD.SOUR says of files that we wrote


@dataclass(frozen=True)
class Dialect:
    """`doubled`: every @ in a text stands twice."""

    name: str
    version: str
    doubled: bool
    phrase_tag: str

    @property
    def is_7(self) -> bool:
        return self.name == "gedcom7"


GEDCOM_5 = Dialect("gedcom5", "5.5.1", doubled=True, phrase_tag="_SAMPHRASE")
GEDCOM_7 = Dialect("gedcom7", "7.0", doubled=False, phrase_tag="PHRASE")


def take(node: Node) -> None:
    """This line is read."""
    node.outcome = Outcome.READ


# --- Dates ----------------------------------------------------------------------------------------


def date_node(tag: str, when: PartialDate, dialect: Dialect) -> Node:
    text, phrase = dates.render(when, version_7=dialect.is_7)
    node = Node(tag, text)
    return node.add(Node(dialect.phrase_tag, phrase)) if phrase else node


def date_of(node: Node, dialect: Dialect) -> dates.Said:
    """A phrase beside a date that needs one itself stays where it is, to be kept as it was."""
    take(node)
    said = dates.parse(node.text)
    phrase = node.first("PHRASE") or node.first("_SAMPHRASE")
    if phrase is None or said.when.phrase:
        return said
    take(phrase)
    when = said.when
    return dates.Said(PartialDate(when.precision, when.at, when.until, phrase.text))


# --- Who said it ----------------------------------------------------------------------------------

SAID_ON, CONVERSATION = "_SAMON", "_SAMCONVERSATION"
_OURS = {"PAGE", SAID_ON, CONVERSATION}


def source_node(source: Source, dialect: Dialect) -> Node:
    node = Node("SOUR", pointer=VOID) if dialect.is_7 else Node("SOUR", source.who)
    if dialect.is_7 and source.who:
        node.add(Node("PAGE", source.who))
    if source.on.is_known or source.on.phrase:
        node.add(date_node(SAID_ON, source.on, dialect))
    if source.conversation:
        node.add(Node(CONVERSATION, source.conversation))
    return node


def source_in_words(node: Node, dialect: Dialect) -> Source | None:
    """What a citation says when it points to no record; None when it does."""
    is_words = node.pointer == VOID if dialect.is_7 else not node.pointer
    if not is_words or not all(child.tag in _OURS for child in node.children):
        return None
    if any(below.tag != dialect.phrase_tag for child in node.children for below in child.children):
        return None
    return _source(node, dialect)


def _source(node: Node, dialect: Dialect) -> Source:
    take(node)
    page, on, conversation = (node.first(tag) for tag in ("PAGE", SAID_ON, CONVERSATION))
    for child in (page, conversation):
        if child is not None:
            take(child)
    who = page.text if dialect.is_7 and page else node.text
    when = date_of(on, dialect).when if on else Source().on
    return Source(who, when, conversation.text if conversation else "")
