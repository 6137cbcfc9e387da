"""Sealing: texts of a case are stored encrypted, under a key per case that lives elsewhere.

Losing the key is erasing the text, in every copy of the data there is. The key store is a
database of its own (`KEYSTORE_URL`); see docs/decisions/0002-sealing.md.
"""
