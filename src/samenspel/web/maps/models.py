"""Tables of the family map. A map is its edits in order; the rest makes opening it fast.

What people said is in the bodies and snapshots only, sealed under the key of the case. Ids of
people are random, made by who draws, and mean nothing without a body.
"""

import uuid
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models

from samenspel.family import Side
from samenspel.web.accounts.models import User
from samenspel.web.cases.models import Case
from samenspel.web.vault.fields import SealedText

PLAIN_COLUMNS: dict[str, str] = {
    "MapEdit.side": "code list",
    "MapEdit.way": "code list; undo looks for it",
    "MapEdit.said": "a digest with the key of the case; a retry is known by it",
    "MapEdit.redacted": "code list: why a body was emptied",
    "MapPlacement.shown": "a digest with the key of this server",
    "MapPlacement.made_from": "a digest with the key of this server",
    "MapPin.thing": "a random id; who it is stands in the sealed edits",
}
"""Text columns that are not sealed, each with the reason. A test fails for one that is missing."""


class Way(models.TextChoices):
    """How an edit came about; undo and redo of one author follow from it."""

    DONE = "done", "done"
    UNDONE = "undone", "undone"
    REDONE = "redone", "redone"


class Redacted(models.TextChoices):
    """Why the body of an edit was emptied for good."""

    ASKED = "asked", "asked"  # the person it is about asked for it
    MISTAKE = "mistake", "mistake"  # it was about somebody else
    EXPIRED = "expired", "expired"


class Map(models.Model):
    """The family map of one case. The row is the lock under which its edits get their numbers.

    `redactions` counts how often a body was emptied: what was kept of the map before is void.
    """

    case = models.OneToOneField(Case, models.CASCADE, related_name="map")
    last_number = models.PositiveIntegerField(default=0)
    redactions = models.PositiveIntegerField(default=0)
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"map of {self.case_id}"

    @property
    def sealing_key(self) -> UUID:
        return self.case.key_id


class PartOfMap(models.Model):
    class Meta:
        abstract = True

    @property
    def sealing_key(self) -> UUID:
        found: Map = self.map  # type: ignore[attr-defined]  # every part has one
        return found.case.key_id


class MapEdit(PartOfMap):
    """An envelope with a sealed body. Added, never changed; only redacting empties a body.

    `edit_id` is made by who draws, so that a retry is known again; `said` is a digest of what was
    sent with it (`same_again.py`). `undoes` is the number of the edit that this one takes back or
    brings back.
    """

    map = models.ForeignKey(Map, models.CASCADE, related_name="edits")
    number = models.PositiveIntegerField()
    edit_id = models.UUIDField()
    at = models.DateTimeField()
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=[(side.value, side.value) for side in Side])
    way = models.CharField(max_length=6, choices=Way.choices, default=Way.DONE)
    undoes = models.PositiveIntegerField(null=True)
    said = models.CharField(max_length=64, blank=True, default="")
    schema = models.PositiveSmallIntegerField()
    body = SealedText(null=True)
    redacted = models.CharField(max_length=10, choices=Redacted.choices, blank=True)

    class Meta:
        ordering: ClassVar = ["map", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "number"], name="one_edit_per_number"),
            models.UniqueConstraint(fields=["map", "edit_id"], name="one_edit_per_id"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["map", "author", "-number"], name="edits_of_an_author"),
        ]

    def __str__(self) -> str:
        return f"edit {self.number} of {self.map_id}"


class MapSnapshot(PartOfMap):
    """The map after an edit, so that opening it replays few. `rest` is what was taken back."""

    map = models.ForeignKey(Map, models.CASCADE, related_name="snapshots")
    number = models.PositiveIntegerField()
    document = SealedText()
    rest = SealedText(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "number"], name="one_snapshot_per_number")
        ]

    def __str__(self) -> str:
        return f"map {self.map_id} after edit {self.number}"


class MapPlacement(PartOfMap):
    """Where everybody stands in a drawing, after edit `number`.

    `shown` is a digest of to whom, in which look; `made_from` of all that was drawn.
    """

    map = models.ForeignKey(Map, models.CASCADE, related_name="placements")
    number = models.PositiveIntegerField()
    shown = models.CharField(max_length=64)
    made_from = models.CharField(max_length=64)
    document = SealedText()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["map", "shown", "made_from"], name="one_placement_of_the_same"
            )
        ]

    def __str__(self) -> str:
        return f"placement of map {self.map_id} after edit {self.number}"


class JointMoment(models.Model):
    """'Now we draw together': begun by somebody of the circle, over by itself or when ended.

    Who takes part sees each other, and what is added in it is for the whole circle.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    map = models.ForeignKey(Map, models.CASCADE, related_name="moments")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    until = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-begun_at", "-id"]

    def __str__(self) -> str:
        return f"moment {self.public_id}"

    def holds_at(self, at: datetime) -> bool:
        return self.begun_at <= at < self.until


class MapVisit(models.Model):
    """Up to which edit somebody has seen the map, for 'what changed since last time'.

    `before` is how far they were when the visit of now began: each page they open moves `number`.
    """

    map = models.ForeignKey(Map, models.CASCADE, related_name="visits")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    before = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "user"], name="one_visit_per_user")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} saw {self.map_id} up to {self.number}"


class MapPin(models.Model):
    """Somebody was put a little to the side by hand, and stays there: x in units of the drawing."""

    map = models.ForeignKey(Map, models.CASCADE, related_name="pins")
    thing = models.CharField(max_length=36)
    x = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "thing"], name="one_pin_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.thing} at {self.x:g}"


class MapProposal(PartOfMap):
    """What a file would add, waiting for a yes. After an hour nobody reads it; then it is swept."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    map = models.ForeignKey(Map, models.CASCADE, related_name="proposals")
    made_by = models.ForeignKey(User, models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    body = SealedText()

    def __str__(self) -> str:
        return f"proposal {self.public_id}"
