"""Gestures: what a hand does at the table, in the words of a form, and the edit that it means.

A page and a socket send the same fields; a gesture needs no model of the family in the browser.
What it means is worked out here, on the map as its author sees it. New ids follow from the id of
the edit, so a retry says the same again.

    gesture = gesture_of({"do": ["add_child"], "of": [yara], "name": ["Noor"]})
    body_of(gesture, seen, edit_id=..., by=mother, audience=CIRCLE, today=today)  # Say((...,))
"""

from samenspel.family.gestures.beside import Beside, beside_of
from samenspel.family.gestures.dates import read_date
from samenspel.family.gestures.meaning import body_of, new_id, new_person_of, new_thing_of
from samenspel.family.gestures.reading import GESTURES, gesture_of
from samenspel.family.gestures.steps import Redo, Restore, Undo
from samenspel.family.gestures.table import Gesture
from samenspel.family.gestures.wrong import GestureError

__all__ = [
    "GESTURES",
    "Beside",
    "Gesture",
    "GestureError",
    "Redo",
    "Restore",
    "Undo",
    "beside_of",
    "body_of",
    "gesture_of",
    "new_id",
    "new_person_of",
    "new_thing_of",
    "read_date",
]
