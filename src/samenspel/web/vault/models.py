"""The key store's only table."""

import uuid

from django.db import models


class CaseKey(models.Model):
    """A key of 32 bytes, itself encrypted ("wrapped") with the installation's wrapping key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField()
    wrapped_by = models.CharField(max_length=16, db_index=True)
    made_at = models.DateTimeField()
