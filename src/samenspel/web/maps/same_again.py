"""Whether an edit that comes again is the same: a digest of what was sent, never the words.

It has the key of the case, so that nobody without that key can try names on it; without the key
of a case nothing is left of it.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence

PURPOSE = b"samenspel: the same edit again"


def digest(fields: Mapping[str, Sequence[str]], key: bytes) -> str:
    """`key` is that of the case. The order of the fields says nothing; that of answers does."""
    sent = {name: list(values) for name, values in fields.items() if values}
    own_key = hmac.digest(key, PURPOSE, hashlib.sha256)
    text = json.dumps(sent, sort_keys=True)
    return hmac.new(own_key, text.encode(), hashlib.sha256).hexdigest()
