"""GraphML, in the manner of Network Canvas: nodes and edges with a `type`, and keys by name.

People, households, organisations and unions are nodes. What is said between two of them is an
edge. Every other fact is a node of its own, with edges to whom it is about, named after the
field: `twins.children`. What is known of a person alone stands on the node as well, where other
programs look for it.
"""

from samenspel.formats.graphml.reading import parse
from samenspel.formats.graphml.writing import render

__all__ = ["parse", "render"]
