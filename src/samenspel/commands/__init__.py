"""The commands that need no application: draw, convert and check a family in a file."""
