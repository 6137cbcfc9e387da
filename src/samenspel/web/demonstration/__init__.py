"""The demonstration pilot: invented people and families, the counts of a published evaluation.

`data/` holds the micro data, `loader.py` plays it through the same actions that people use.
"""
