"""`samenspel audit verify` and `samenspel audit anchor`."""

import sys

from django.utils import timezone

from samenspel.web.audit.models import AuditRow, AuditSegment
from samenspel.web.audit.verify import anchor, anchors_that_do_not_hold, broken_links


def verify() -> int:
    """0 when every chain and every anchor holds; else 1, and the first broken link of each."""
    broken = [str(link) for link in broken_links()]
    broken += [f"the log is not what it was at {line}" for line in anchors_that_do_not_hold()]
    for link in broken:
        sys.stdout.write(f"broken: {link}\n")
    chains = AuditSegment.objects.values("chain").distinct().count()
    sys.stdout.write(f"{AuditRow.objects.count()} rows in {chains} chains, {len(broken)} broken\n")
    return 1 if broken else 0


def anchor_now() -> int:
    sys.stdout.write(anchor(at=timezone.now()) + "\n")
    return 0
