"""The XML of GraphML, read with a guard: no DOCTYPE, no entities, no depth, bounded in all.

What comes out is what a graph has: nodes and edges with their data, by the names of the keys.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from samenspel.formats.limits import (
    MAX_ATTRIBUTE,
    MAX_XML_DEPTH,
    MAX_XML_ELEMENTS,
    check_size,
)
from samenspel.formats.report import FormatError

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


@dataclass
class Thing:
    """A node or an edge (then with its ends)."""

    number: int
    id: str
    source: str = ""
    target: str = ""
    data: dict[str, str] = field(default_factory=dict)


@dataclass
class Graph:
    nodes: list[Thing] = field(default_factory=list)
    edges: list[Thing] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)  # line, element


class _Guard:
    """Handlers for expat; what may not be in the file ends the reading at once."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.keys: dict[str, str] = {}
        self.path: list[str] = []
        self.thing: Thing | None = None
        self.key = ""
        self.text: list[str] = []
        self.elements = 0
        self.graphs = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.said
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse

    def refuse(self, *_: object) -> None:
        raise FormatError("xml_doctype", line=self.parser.CurrentLineNumber)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._check(attributes)
        name = tag.rpartition(":")[2]
        if not self.path and name != "graphml":
            raise FormatError("xml_root", tag=name[:80])
        self.path.append(name)
        self.graphs += name == "graph"
        self._open(name, attributes)

    def _check(self, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MAX_XML_ELEMENTS:
            raise FormatError("xml_elements", limit=MAX_XML_ELEMENTS)
        if len(self.path) >= MAX_XML_DEPTH:
            raise FormatError("xml_deep", limit=MAX_XML_DEPTH)
        if any(len(value) > MAX_ATTRIBUTE for value in attributes.values()):
            raise FormatError("xml_attribute", limit=MAX_ATTRIBUTE)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        number = self.parser.CurrentLineNumber
        match name:
            case "key":
                own = attributes.get("id", "")
                self.keys[own] = attributes.get("attr.name", own)
            case "node":
                self.thing = Thing(number, attributes.get("id", ""))
                self.graph.nodes.append(self.thing)
            case "edge":
                source, target = attributes.get("source", ""), attributes.get("target", "")
                self.thing = Thing(number, attributes.get("id", ""), source, target)
                self.graph.edges.append(self.thing)
            case "data":
                key = attributes.get("key", "")
                self.key, self.text = self.keys.get(key, key), []
            case "graphml" | "graph" | "default" | "desc":
                pass
            case _:
                self.graph.skipped.append((number, name))

    def said(self, text: str) -> None:
        if self.path[-1] == "data":
            self.text.append(text)

    def end(self, tag: str) -> None:
        name = self.path.pop()
        if name == "data" and self.thing is not None:
            self.thing.data[self.key] = "".join(self.text)
        elif name in ("node", "edge"):
            self.thing = None


def read(data: bytes) -> Graph:
    check_size(data)
    guard = _Guard()
    try:
        guard.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise FormatError("xml", line=error.lineno) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError("xml_encoding") from None
    if not guard.graphs:
        raise FormatError("no_graph")
    return guard.graph
