"""The kinds of line in a drawing: how wide, how dashed, in which ink.

Meaning sits in the shape and the dashes; a colour only ever repeats it.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    """`dash` is SVG's stroke-dasharray; `fill` names an ink for what the line encloses."""

    width: float = 2.0
    dash: str = ""
    ink: str = "ink"
    fill: str = ""
    round_ends: bool = False


DOTS = "3 8"
FOSTER_DOTS = "0 7"

STROKES: dict[str, Line] = {
    "plain": Line(),
    "thin": Line(1.25),
    "hair": Line(1.25, ink="line-strong"),
    "axis": Line(1.5, ink="line-strong"),
    "card": Line(1, ink="line"),
    "leader": Line(1.25, ink="ink-2"),
    "halo": Line(12, ink="ground"),
    # Symbols
    "cross": Line(1.5),
    "not_known": Line(2, "4 4", fill="ground"),
    "solid": Line(0, ink="", fill="ink"),
    "paper": Line(2, fill="ground"),
    "honey": Line(1.5, fill="honey"),
    "selection": Line(0, ink="", fill="selection"),
    # Bonds
    "married": Line(),
    "living_together": Line(2, "11 6"),
    "relationship": Line(2, "4 5"),
    "secret": Line(2, "4 3 4 10"),
    "bond_unsaid": Line(1.25),
    "slash": Line(),
    # Descent
    "birth": Line(),
    "adopted": Line(2, "4 4"),  # alongside a solid line
    "foster": Line(2.75, FOSTER_DOTS, round_ends=True),
    "step": Line(2, "9 5"),
    "donor": Line(2, "9 4 1.5 4"),
    "surrogate": Line(2, fill="ground"),  # with a ring in it
    "guardian": Line(1.25),  # two of them
    "parentage_unknown": Line(2, "4 4"),
    # What happens between people
    "band": Line(8, ink="line"),
    "band_edges": Line(10.5, ink="line-strong"),
    "returning": Line(2, "16 5 3 5"),
    "pattern": Line(1.5, "12 4 2 4 2 4"),
    # Houses and what stands around
    "house": Line(1.5, "7 5", ink="house-line", fill="house"),
    "organisation": Line(1.25, ink="line-strong", fill="ground"),
    # Involvement: how often, and whether it is there now
    "now_and_then": Line(2),
    "weekly": Line(3),
    "daily": Line(4.5),
    "waiting": Line(2, "9 6"),
    "strong": Line(6.5),
    # The timeline: bars with ends that are sure or not, marks of what happened
    "bar": Line(1.25, ink="line-strong"),
    "bar_home": Line(1.5, ink="house-line"),
    "bar_help": Line(1.5),
    "bar_event": Line(1.5),
    "bar_maybe": Line(1.5, "4 4", ink="ink-2"),
    "bar_ground": Line(0, ink="", fill="ground"),
    "bar_home_ground": Line(0, ink="", fill="house"),
    "bar_help_ground": Line(0, ink="", fill="ground"),
    "bar_event_ground": Line(0, ink="", fill="ground"),
    "today": Line(3, ink="honey"),
    "event_certain": Line(2, fill="ground"),
    "event_likely": Line(2, "6 3", fill="ground"),
    "event_unsure": Line(2, "2 3", fill="ground"),
}
for _n in range(1, 7):
    STROKES[f"sector_{_n}"] = Line(0, ink="", fill=f"k{_n}")

_TIES = {
    "tie": Line(),
    "tie_thin": Line(1.25),
    "tie_dots": Line(2.5, DOTS),
    "tie_dashes": Line(1.5, "4 4"),
    "tie_head": Line(2, fill="ink"),
    "tie_open_head": Line(2, fill="ground"),
    "tie_bead": Line(0, ink="", fill="ink"),
}
STRENGTHS = {1: ("_light", 0.75), 2: ("", 1.0), 3: ("_strong", 1.6)}
for _name, _line in _TIES.items():
    for _suffix, _factor in STRENGTHS.values():
        STROKES[_name + _suffix] = replace(_line, width=_line.width * _factor)
