"""Interim figures. Learning layer: case facts without identity, tariffs, baseline, definitions."""
