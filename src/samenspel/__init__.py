"""Samenspel: the digital workplace of a proeftuin in Dutch youth help."""

__version__ = "0.1.0"
