"""Journeys of people through Samenspel, in a real browser. They run apart: `make journeys`."""
