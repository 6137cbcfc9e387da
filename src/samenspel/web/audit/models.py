"""Chains of audit rows, in yearly segments."""

import uuid
from typing import Any, ClassVar, NoReturn

from django.db import models

HOUSE_CHAIN = uuid.UUID(int=0)
"""The chain of everything that belongs to no case."""


class AuditSegment(models.Model):
    """One year of one chain. Its last hash opens the next year, so an expired year can go."""

    chain = models.UUIDField()
    year = models.PositiveSmallIntegerField()
    opening_hash = models.CharField(max_length=64)
    last_number = models.PositiveIntegerField(default=0)
    last_hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "year"], name="one_segment_per_chain_and_year")
        ]

    def __str__(self) -> str:
        return f"{self.chain} {self.year}"


class AuditRow(models.Model):
    """One act. Names after NEN 7513; written once and never changed."""

    segment = models.ForeignKey(AuditSegment, models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    event_id = models.UUIDField(default=uuid.uuid4)
    event_type_code = models.CharField(max_length=40)
    event_action_code = models.CharField(max_length=1)
    event_date_time = models.DateTimeField()
    event_outcome_indicator = models.CharField(max_length=2)
    user_id = models.CharField(max_length=36)
    role_id_code = models.CharField(max_length=200)
    network_access_point_id = models.CharField(max_length=64)
    participant_object_type = models.CharField(max_length=30)
    participant_object_id = models.CharField(max_length=36)
    participant_object_detail = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["segment", "number"], name="one_row_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.segment} #{self.number} {self.event_type_code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("audit rows are added, never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("audit rows are added, never removed")
