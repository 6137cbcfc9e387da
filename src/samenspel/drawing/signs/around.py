"""Signs and words for what stands around a family: how often, how strong, what kind.

The signs of sectors are in `symbols`, the kinds of line in `strokes`.
"""

from samenspel.family.language import marked
from samenspel.family.words import (
    ContextKind,
    EventKind,
    Flow,
    Involvement,
    Rhythm,
    Stage,
    Strength,
)

# The three widths of an arrow; a rhythm that was not said is drawn as the lightest.
RHYTHM_LINES: dict[Rhythm | None, str] = {
    None: "now_and_then",
    Rhythm.ONCE: "now_and_then",
    Rhythm.NOW_AND_THEN: "now_and_then",
    Rhythm.MONTHLY: "now_and_then",
    Rhythm.FORTNIGHTLY: "now_and_then",
    Rhythm.WEEKLY: "weekly",
    Rhythm.DAILY: "daily",
}
RHYTHM_WORDS = {
    Rhythm.DAILY: marked("every day"),
    Rhythm.WEEKLY: marked("every week"),
    Rhythm.FORTNIGHTLY: marked("every two weeks"),
    Rhythm.MONTHLY: marked("every month"),
    Rhythm.NOW_AND_THEN: marked("now and then"),
    Rhythm.ONCE: marked("once"),
}
STATUS_WORDS = {
    Involvement.WAITING: marked("waiting"),
    Involvement.ENDED: marked("stopped"),
}
STRENGTH_WORDS = {
    Strength.STRONG: marked("strong tie"),
    Strength.WEAK: marked("thin tie"),
    Strength.STRESSFUL: marked("tense tie"),
    Strength.BROKEN: marked("broken tie"),
}
FLOW_WORDS = {
    Flow.TO_FAMILY: marked("gives the family energy"),
    Flow.FROM_FAMILY: marked("takes energy from the family"),
    Flow.BOTH: marked("gives and takes energy"),
}

# What stands on a card when no name may be seen.
CONTEXT_WORDS = {
    ContextKind.TEAM: marked("neighbourhood team"),
    ContextKind.SCHOOL: marked("school"),
    ContextKind.CHILDCARE: marked("childcare"),
    ContextKind.PROVIDER: marked("youth help"),
    ContextKind.GP: marked("family doctor"),
    ContextKind.HEALTH: marked("health care"),
    ContextKind.WORK: marked("work"),
    ContextKind.SPORT: marked("sport"),
    ContextKind.FAITH: marked("faith"),
    ContextKind.FRIENDS: marked("friends"),
    ContextKind.NEIGHBOURS: marked("neighbours"),
    ContextKind.SOCIAL_BASE: marked("social base"),
    ContextKind.INSTITUTION: marked("institution"),
    ContextKind.JUSTICE: marked("law and safety"),
    ContextKind.MUNICIPALITY: marked("municipality"),
    ContextKind.OTHER: marked("other context"),
}

EVENT_WORDS = {
    EventKind.LOSS: marked("loss"),
    EventKind.BIRTH: marked("birth"),
    EventKind.MOVE: marked("moving house"),
    EventKind.SCHOOL: marked("school"),
    EventKind.WORK: marked("work"),
    EventKind.MONEY: marked("money"),
    EventKind.HEALTH: marked("health"),
    EventKind.VIOLENCE: marked("violence"),
    EventKind.SEPARATION: marked("separation"),
    EventKind.TOGETHER: marked("coming together"),
    EventKind.PLACEMENT: marked("living elsewhere"),
    EventKind.JUSTICE: marked("law"),
    EventKind.FLIGHT: marked("flight"),
    EventKind.GOOD: marked("something that helped"),
    EventKind.OTHER: marked("event"),
}

STAGE_WORDS = {
    Stage.RELATIONSHIP: marked("together with {name}"),
    Stage.SECRET: marked("secretly together with {name}"),
    Stage.LIVING_TOGETHER: marked("living together with {name}"),
    Stage.REGISTERED: marked("registered partner of {name}"),
    Stage.MARRIED: marked("married to {name}"),
    Stage.LIVING_APART: marked("living apart from {name}"),
    Stage.ENDED: marked("no longer together with {name}"),
    Stage.DIVORCED: marked("divorced from {name}"),
    Stage.WIDOWED: marked("widowed of {name}"),
    Stage.RECONCILED: marked("together again with {name}"),
}
