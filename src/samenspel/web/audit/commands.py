"""`samenspel audit verify` and `samenspel audit anchor`."""

import sys

from django.utils import timezone

from samenspel.web.audit.models import AuditRow, AuditSegment
from samenspel.web.audit.verify import anchor, broken_links


def verify() -> int:
    """0 when every chain holds, 1 with the first broken link of each that does not."""
    broken = list(broken_links())
    for link in broken:
        sys.stdout.write(f"broken: {link}\n")
    chains = AuditSegment.objects.values("chain").distinct().count()
    sys.stdout.write(f"{AuditRow.objects.count()} rows in {chains} chains, {len(broken)} broken\n")
    return 1 if broken else 0


def anchor_now() -> int:
    sys.stdout.write(anchor(at=timezone.now()) + "\n")
    return 0
