"""What GEDCOM 5.5.1 and FamilySearch GEDCOM 7 share: characters, lines, dates, names, structures.

The doors are `samenspel.formats.gedcom5`, `gedcom7` and `gedzip`.
"""
