"""`samenspel keys sweep`."""

import sys

from django.utils import timezone

from samenspel.web.cases.actions import sweep_keys


def sweep_orphans() -> int:
    sys.stdout.write(f"{sweep_keys(at=timezone.now())} keys without a case removed\n")
    return 0
