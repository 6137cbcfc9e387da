"""`samenspel keys rotate`."""

import sys

from samenspel.web.vault.keys import rotate


def rotate_keys() -> int:
    sys.stdout.write(f"{rotate()} keys wrapped anew\n")
    return 0
