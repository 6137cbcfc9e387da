"""Our own drawing, as somebody who uses the package would make it; the only place that knows how.

The clock runs from the resolved family to the SVG: widths of labels, layout, genogram, SVG. It is
CPU time of this process, without the reading of the file.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from samenspel.drawing.genogram import genogram
from samenspel.drawing.genogram.labels import label_widths
from samenspel.drawing.json import drawing_json
from samenspel.drawing.layout import place
from samenspel.drawing.svg import svg
from samenspel.family import resolve
from samenspel.formats import read

ON = date(2025, 6, 1)


@dataclass(frozen=True)
class Ours:
    drawing: dict[str, Any]
    layout_ms: float
    milliseconds: float

    @property
    def quality(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.drawing["quality"]
        return found


def draw(gedcom: bytes, deadline: float = 10.0) -> Ours:
    family = resolve(read(gedcom, name="family.ged").map)
    began = time.process_time()
    widths = label_widths(family, on=ON, lang="nl", alias=False)
    placement = place(family, widths=widths, deadline=deadline)
    placed = time.process_time()
    assert svg(genogram(family, placement, on=ON, lang="nl", alias=False).scene)
    ended = time.process_time()
    return Ours(drawing_json(placement), (placed - began) * 1000, (ended - began) * 1000)


def draw_by_command(gedcom: bytes) -> dict[str, Any]:
    """The same through `samenspel draw --json`."""
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        file = Path(folder) / "family.ged"
        file.write_bytes(gedcom)
        command = [sys.executable, "-m", "samenspel.cli", "draw", str(file), "--json"]
        done = subprocess.run(command, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
