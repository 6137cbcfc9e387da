"""Who did what, when, from where: append-only rows in chains that show tampering.

Field names follow NEN 7513 and BIO2 8.15.01. A case has a chain of its own; what has no case
shares one. No case content and no secrets stand in it. See docs/decisions/0003-audit.md.
"""
