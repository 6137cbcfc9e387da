"""The closed lists of the family map: what a person, bond, parentage, tie or context can be.

Their values are stored, so a value is never renamed; a new one is added at the end of its list.
"""

from enum import StrEnum


class PersonKind(StrEnum):
    PERSON = "person"
    PET = "pet"
    UNBORN = "unborn"
    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillbirth"
    TERMINATION = "termination"


class Gender(StrEnum):
    """How somebody knows themself. Nothing stated means: not said."""

    MAN = "man"
    WOMAN = "woman"
    NONBINARY = "nonbinary"
    OTHER = "other"
    RATHER_NOT = "rather_not"


class Sex(StrEnum):
    """Sex at birth."""

    MALE = "male"
    FEMALE = "female"
    INTERSEX = "intersex"
    RATHER_NOT = "rather_not"


class Stage(StrEnum):
    """What happened between two partners; a bond goes from stage to stage."""

    RELATIONSHIP = "relationship"
    SECRET = "secret"  # noqa: S105 (a bond that others do not know of)
    LIVING_TOGETHER = "living_together"
    REGISTERED = "registered"
    MARRIED = "married"
    LIVING_APART = "living_apart"  # still a couple, or not yet divorced, in two homes
    ENDED = "ended"  # a relationship or living together that stopped
    DIVORCED = "divorced"  # also the end of a registered partnership
    WIDOWED = "widowed"
    RECONCILED = "reconciled"


class Parentage(StrEnum):
    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"
    STEP = "step"
    GUARDIAN = "guardian"
    DONOR = "donor"
    SURROGATE = "surrogate"
    UNKNOWN = "unknown"


class Twinship(StrEnum):
    IDENTICAL = "identical"
    FRATERNAL = "fraternal"
    UNKNOWN = "unknown"


class TieKind(StrEnum):
    CLOSE = "close"
    VERY_CLOSE = "very_close"
    FUSED = "fused"
    DISTANT = "distant"
    INDIFFERENT = "indifferent"
    CONFLICT = "conflict"
    HOSTILE = "hostile"
    CLOSE_HOSTILE = "close_hostile"
    CUT_OFF = "cut_off"
    REPAIRED = "repaired"
    FOCUSED_ON = "focused_on"
    CARES_FOR = "cares_for"
    PHYSICAL_ABUSE = "physical_abuse"
    SEXUAL_ABUSE = "sexual_abuse"
    EMOTIONAL_ABUSE = "emotional_abuse"
    NEGLECT = "neglect"
    CONTROLLING = "controlling"
    TRUST = "trust"
    DISTRUST = "distrust"
    NEVER_MET = "never_met"


class Direction(StrEnum):
    BOTH = "both"
    FORTH = "forth"  # from the first actor to the second
    BACK = "back"


class PatternKind(StrEnum):
    COALITION = "coalition"
    TRIANGLE = "triangle"
    REPEATING = "repeating"  # something that returns in every generation
    OTHER = "other"


class ContextKind(StrEnum):
    """The kinds of organisations and contexts around a family."""

    TEAM = "team"  # the neighbourhood team
    SCHOOL = "school"
    CHILDCARE = "childcare"
    PROVIDER = "provider"  # of youth help or other specialised help
    GP = "gp"
    HEALTH = "health"
    WORK = "work"
    SPORT = "sport"
    FAITH = "faith"
    FRIENDS = "friends"
    NEIGHBOURS = "neighbours"
    SOCIAL_BASE = "social_base"
    INSTITUTION = "institution"
    JUSTICE = "justice"  # certified institution, child protection, police, school attendance
    MUNICIPALITY = "municipality"
    OTHER = "other"


class Involvement(StrEnum):
    ACTIVE = "active"
    WAITING = "waiting"
    ENDED = "ended"


class Rhythm(StrEnum):
    """How often there is contact. Nothing stated means: not said."""

    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    NOW_AND_THEN = "now_and_then"
    ONCE = "once"


class Strength(StrEnum):
    """Of a line in the ecomap."""

    STRONG = "strong"
    WEAK = "weak"
    STRESSFUL = "stressful"
    BROKEN = "broken"


class Flow(StrEnum):
    """Where the energy goes."""

    TO_FAMILY = "to_family"
    FROM_FAMILY = "from_family"
    BOTH = "both"


class EventKind(StrEnum):
    LOSS = "loss"
    BIRTH = "birth"
    MOVE = "move"
    SCHOOL = "school"
    WORK = "work"
    MONEY = "money"
    HEALTH = "health"
    VIOLENCE = "violence"
    SEPARATION = "separation"
    TOGETHER = "together"
    PLACEMENT = "placement"
    JUSTICE = "justice"
    FLIGHT = "flight"
    GOOD = "good"  # something that helped
    OTHER = "other"


class Impact(StrEnum):
    LIFTING = "lifting"
    LIGHT = "light"
    HEAVY = "heavy"
    MIXED = "mixed"


class Certainty(StrEnum):
    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Topic(StrEnum):
    """What was asked about a person and answered with 'we don't know'."""

    PARENTS = "parents"
    FATHER = "father"
    MOTHER = "mother"
    SIBLINGS = "siblings"
    PARTNERS = "partners"
    CHILDREN = "children"
    BIRTH = "birth"
    DEATH = "death"
    HOME = "home"
