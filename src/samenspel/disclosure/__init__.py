"""What may be shown to whom: small numbers are protected before they leave the house.

The rules are constants with a reason, short enough to review in one sitting.
"""

from samenspel.disclosure.groups import (
    SMALLEST_GROUP,
    CoarseTable,
    Group,
    coarsen,
    protect_together,
)

__all__ = ["SMALLEST_GROUP", "CoarseTable", "Group", "coarsen", "protect_together"]
