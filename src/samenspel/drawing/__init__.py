"""Drawings of a family: genogram, systemogram, timeline, and the same facts in words.

`layout.place` finds where everybody stands, with proof of how good that is; `genogram`,
`systemogram` and `timeline` make a `Scene` of it; `svg` and `paper` make that a file; `words`
tells it all. Nothing is imported here, so that words do not wait for a solver.
"""
