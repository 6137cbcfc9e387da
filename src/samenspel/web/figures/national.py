"""The national product categories of iJw 3.2 (JZ020) that are in use for new decisions.

31-38 are the forms of help of 2015, and 51 and 52 the mental-health codes before 54: only old
messages hold those.
"""

CATEGORIES: tuple[tuple[str, str, str], ...] = (
    ("40", "Persoonlijke verzorging", "Personal care"),
    ("41", "Dagbehandeling", "Day treatment"),
    ("42", "Vervoer", "Transport"),
    ("43", "Verblijf met behandeling", "Residential stay with treatment"),
    ("44", "Verblijf zonder behandeling", "Residential stay without treatment"),
    ("45", "Ambulante jeugdhulp", "Ambulatory youth help"),
    ("46", "Crisishulp", "Crisis help"),
    ("47", "Jeugdreclassering", "Youth probation"),
    ("48", "Jeugdbescherming", "Child protection"),
    ("49", "Preventief justitieel kader", "Preventive judicial measures"),
    ("50", "Maatwerkarrangement", "Tailored arrangement"),
    ("53", "Kindergeneeskunde", "Paediatrics"),
    ("54", "Jeugd-ggz", "Youth mental health care"),
    ("55", "Landelijk ingekochte zorg", "Nationally purchased care"),
)

MENTAL_HEALTH = "54"

NATIONAL_PREFIX = "ijw-"
"""Keys of the national list: `ijw-45`; a municipality's own products have other keys."""
