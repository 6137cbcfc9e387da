"""The closed lists of the family map in words: one table per list, every value its own words.

The tables hold English; `translator` gives them in the language of the reader. A tie has two
sentences: between two, and from the first to the second.
"""

from samenspel.family.language import N_
from samenspel.family.statements import Reach
from samenspel.family.words import (
    Certainty,
    ContextKind,
    EventKind,
    Flow,
    Gender,
    Impact,
    Involvement,
    Parentage,
    PatternKind,
    PersonKind,
    Rhythm,
    Sex,
    Stage,
    Strength,
    TieKind,
    Topic,
    Twinship,
)

# --- People ---------------------------------------------------------------------------------------

# Who has no name: 'someone B'.
NAMELESS = {
    PersonKind.PERSON: N_("someone {letter}"),
    PersonKind.PET: N_("animal {letter}"),
    PersonKind.UNBORN: N_("unborn child {letter}"),
    PersonKind.MISCARRIAGE: N_("miscarried child {letter}"),
    PersonKind.STILLBIRTH: N_("stillborn child {letter}"),
    PersonKind.TERMINATION: N_("ended pregnancy {letter}"),
}
PERSON = {
    PersonKind.PERSON: N_("on the map"),
    PersonKind.PET: N_("pet"),
    PersonKind.UNBORN: N_("not born yet"),
    PersonKind.MISCARRIAGE: N_("miscarriage"),
    PersonKind.STILLBIRTH: N_("stillborn"),
    PersonKind.TERMINATION: N_("pregnancy ended"),
}
GENDER = {
    Gender.MAN: N_("man"),
    Gender.WOMAN: N_("woman"),
    Gender.NONBINARY: N_("non-binary"),
    Gender.OTHER: N_("another gender"),
    Gender.RATHER_NOT: N_("would rather not say which gender"),
}
YOUNG = {Gender.MAN: N_("boy"), Gender.WOMAN: N_("girl")}
SEX = {
    Sex.MALE: N_("male at birth"),
    Sex.FEMALE: N_("female at birth"),
    Sex.INTERSEX: N_("intersex at birth"),
    Sex.RATHER_NOT: N_("would rather not say the sex at birth"),
}
NOT_KNOWN = {
    Topic.PARENTS: N_("Not known: who the parents of {who} are"),
    Topic.FATHER: N_("Not known: who the father of {who} is"),
    Topic.MOTHER: N_("Not known: who the mother of {who} is"),
    Topic.SIBLINGS: N_("Not known: whether {who} has brothers or sisters"),
    Topic.PARTNERS: N_("Not known: whether {who} has or had a partner"),
    Topic.CHILDREN: N_("Not known: whether {who} has children"),
    Topic.BIRTH: N_("Not known: when {who} was born"),
    Topic.DEATH: N_("Not known: whether or when {who} died"),
    Topic.HOME: N_("Not known: where {who} lives"),
}

# --- Bonds and children ---------------------------------------------------------------------------

STAGE = {
    Stage.RELATIONSHIP: N_("in a relationship"),
    Stage.SECRET: N_("in a secret relationship"),
    Stage.LIVING_TOGETHER: N_("living together"),
    Stage.REGISTERED: N_("in a registered partnership"),
    Stage.MARRIED: N_("married"),
    Stage.LIVING_APART: N_("living in two homes"),
    Stage.ENDED: N_("no longer together"),
    Stage.DIVORCED: N_("divorced"),
    Stage.WIDOWED: N_("widow or widower"),
    Stage.RECONCILED: N_("together again"),
}
CHILD = {
    Parentage.BIRTH: N_("born child"),
    Parentage.ADOPTED: N_("adopted"),
    Parentage.FOSTER: N_("foster child"),
    Parentage.STEP: N_("stepchild"),
    Parentage.GUARDIAN: N_("under guardianship"),
    Parentage.DONOR: N_("with a donor"),
    Parentage.SURROGATE: N_("with a surrogate mother"),
    Parentage.UNKNOWN: N_("in a way that is not known"),
}
CHILD_OF = {
    Parentage.BIRTH: N_("born child of {parents}"),
    Parentage.ADOPTED: N_("adopted by {parents}"),
    Parentage.FOSTER: N_("foster child of {parents}"),
    Parentage.STEP: N_("stepchild of {parents}"),
    Parentage.GUARDIAN: N_("under the guardianship of {parents}"),
    Parentage.DONOR: N_("with {parents} as donor"),
    Parentage.SURROGATE: N_("with {parents} as surrogate mother"),
    Parentage.UNKNOWN: N_("child of {parents} in a way that is not known"),
}
TWINS = {
    Twinship.IDENTICAL: N_("{names} are {twins}, identical"),
    Twinship.FRATERNAL: N_("{names} are {twins}, not identical"),
    Twinship.UNKNOWN: N_("{names} are {twins}; whether identical is not known"),
}
BORN_TOGETHER = {2: N_("twins"), 3: N_("triplets"), 4: N_("quadruplets")}

# --- How it feels ---------------------------------------------------------------------------------

TIE_BETWEEN = {
    TieKind.CLOSE: N_("{first} and {second} are close"),
    TieKind.VERY_CLOSE: N_("{first} and {second} are very close"),
    TieKind.FUSED: N_("{first} and {second} have grown into one"),
    TieKind.DISTANT: N_("{first} and {second} are distant from each other"),
    TieKind.INDIFFERENT: N_("{first} and {second} are indifferent to each other"),
    TieKind.CONFLICT: N_("{first} and {second} often clash"),
    TieKind.HOSTILE: N_("{first} and {second} are hostile to each other"),
    TieKind.CLOSE_HOSTILE: N_("{first} and {second} are close and clash"),
    TieKind.CUT_OFF: N_("{first} and {second} have no more contact"),
    TieKind.REPAIRED: N_("{first} and {second} are in touch again"),
    TieKind.FOCUSED_ON: N_("{first} and {second} are focused on each other"),
    TieKind.CARES_FOR: N_("{first} and {second} care for each other"),
    TieKind.PHYSICAL_ABUSE: N_("There is physical abuse between {first} and {second}"),
    TieKind.SEXUAL_ABUSE: N_("There is sexual abuse between {first} and {second}"),
    TieKind.EMOTIONAL_ABUSE: N_("There is emotional abuse between {first} and {second}"),
    TieKind.NEGLECT: N_("{first} and {second} neglect each other"),
    TieKind.CONTROLLING: N_("{first} and {second} control each other"),
    TieKind.TRUST: N_("{first} and {second} trust each other"),
    TieKind.DISTRUST: N_("{first} and {second} distrust each other"),
    TieKind.NEVER_MET: N_("{first} and {second} have never met"),
}
TIE_FROM = {
    TieKind.CLOSE: N_("{first} feels close to {second}"),
    TieKind.VERY_CLOSE: N_("{first} feels very close to {second}"),
    TieKind.FUSED: N_("{first} has grown into one with {second}"),
    TieKind.DISTANT: N_("{first} keeps a distance from {second}"),
    TieKind.INDIFFERENT: N_("{first} is indifferent to {second}"),
    TieKind.CONFLICT: N_("{first} often clashes with {second}"),
    TieKind.HOSTILE: N_("{first} is hostile to {second}"),
    TieKind.CLOSE_HOSTILE: N_("{first} feels close to {second} and clashes"),
    TieKind.CUT_OFF: N_("{first} broke off contact with {second}"),
    TieKind.REPAIRED: N_("{first} got in touch with {second} again"),
    TieKind.FOCUSED_ON: N_("{first} is focused on {second}"),
    TieKind.CARES_FOR: N_("{first} cares for {second}"),
    TieKind.PHYSICAL_ABUSE: N_("There is physical abuse by {first} of {second}"),
    TieKind.SEXUAL_ABUSE: N_("There is sexual abuse by {first} of {second}"),
    TieKind.EMOTIONAL_ABUSE: N_("There is emotional abuse by {first} of {second}"),
    TieKind.NEGLECT: N_("{first} neglects {second}"),
    TieKind.CONTROLLING: N_("{first} controls {second}"),
    TieKind.TRUST: N_("{first} trusts {second}"),
    TieKind.DISTRUST: N_("{first} distrusts {second}"),
    TieKind.NEVER_MET: N_("{first} has never met {second}"),
}
TIE_STRENGTH = {1: N_("a little"), 2: N_("clearly"), 3: N_("very strongly")}
PATTERN = {
    PatternKind.COALITION: N_("Coalition of {members}"),
    PatternKind.TRIANGLE: N_("Triangle of {members}"),
    PatternKind.REPEATING: N_("This returns every time with {members}"),
    PatternKind.OTHER: N_("Pattern of {members}"),
}

# --- Around the family ----------------------------------------------------------------------------

CONTEXT = {
    ContextKind.TEAM: N_("neighbourhood team"),
    ContextKind.SCHOOL: N_("school"),
    ContextKind.CHILDCARE: N_("childcare"),
    ContextKind.PROVIDER: N_("youth help"),
    ContextKind.GP: N_("family doctor"),
    ContextKind.HEALTH: N_("health care"),
    ContextKind.WORK: N_("work"),
    ContextKind.SPORT: N_("sport"),
    ContextKind.FAITH: N_("faith"),
    ContextKind.FRIENDS: N_("friends"),
    ContextKind.NEIGHBOURS: N_("neighbours"),
    ContextKind.SOCIAL_BASE: N_("support in the neighbourhood"),
    ContextKind.INSTITUTION: N_("institution"),
    ContextKind.JUSTICE: N_("law and safety"),
    ContextKind.MUNICIPALITY: N_("municipality"),
    ContextKind.OTHER: N_("another place"),
}
# What an organisation is called where names are not shown.
ORGANISATION = {
    ContextKind.TEAM: N_("a neighbourhood team"),
    ContextKind.SCHOOL: N_("a school"),
    ContextKind.CHILDCARE: N_("a childcare centre"),
    ContextKind.PROVIDER: N_("a provider of youth help"),
    ContextKind.GP: N_("a family doctor"),
    ContextKind.HEALTH: N_("a provider of health care"),
    ContextKind.WORK: N_("a workplace"),
    ContextKind.SPORT: N_("a sports club"),
    ContextKind.FAITH: N_("a faith community"),
    ContextKind.FRIENDS: N_("a group of friends"),
    ContextKind.NEIGHBOURS: N_("the neighbourhood"),
    ContextKind.SOCIAL_BASE: N_("a place of support in the neighbourhood"),
    ContextKind.INSTITUTION: N_("an institution"),
    ContextKind.JUSTICE: N_("an organisation for law and safety"),
    ContextKind.MUNICIPALITY: N_("a municipality"),
    ContextKind.OTHER: N_("an organisation"),
}
INVOLVEMENT = {
    Involvement.ACTIVE: N_("involved now"),
    Involvement.WAITING: N_("waiting to begin"),
    Involvement.ENDED: N_("has stopped"),
}
RHYTHM = {
    Rhythm.DAILY: N_("every day"),
    Rhythm.WEEKLY: N_("every week"),
    Rhythm.FORTNIGHTLY: N_("every two weeks"),
    Rhythm.MONTHLY: N_("every month"),
    Rhythm.NOW_AND_THEN: N_("now and then"),
    Rhythm.ONCE: N_("once"),
}
STRENGTH = {
    Strength.STRONG: N_("strong tie"),
    Strength.WEAK: N_("weak tie"),
    Strength.STRESSFUL: N_("tie with tension"),
    Strength.BROKEN: N_("broken tie"),
}
FLOW = {
    Flow.TO_FAMILY: N_("gives energy"),
    Flow.FROM_FAMILY: N_("costs energy"),
    Flow.BOTH: N_("gives and costs energy"),
}

# --- What happened --------------------------------------------------------------------------------

EVENT = {
    EventKind.LOSS: N_("loss"),
    EventKind.BIRTH: N_("birth"),
    EventKind.MOVE: N_("moving house"),
    EventKind.SCHOOL: N_("school"),
    EventKind.WORK: N_("work"),
    EventKind.MONEY: N_("money"),
    EventKind.HEALTH: N_("health"),
    EventKind.VIOLENCE: N_("violence"),
    EventKind.SEPARATION: N_("parting"),
    EventKind.TOGETHER: N_("coming together"),
    EventKind.PLACEMENT: N_("going to live away from home"),
    EventKind.JUSTICE: N_("police or court"),
    EventKind.FLIGHT: N_("flight"),
    EventKind.GOOD: N_("something that helped"),
    EventKind.OTHER: N_("something else"),
}
IMPACT = {
    Impact.LIFTING: N_("gave strength"),
    Impact.LIGHT: N_("light"),
    Impact.HEAVY: N_("heavy"),
    Impact.MIXED: N_("with mixed feelings"),
}
CERTAINTY = {
    Certainty.CERTAIN: N_("this is certain"),
    Certainty.LIKELY: N_("this is likely"),
    Certainty.UNSURE: N_("this is not certain"),
}
REACH = {
    Reach.CIRCLE: N_("for the whole circle"),
    Reach.PEOPLE: N_("only for those who are named"),
    Reach.PROFESSIONALS: N_("only for professionals"),
    Reach.SAFETY: N_("only for safety"),
    Reach.WORKERS: N_("only for the family worker and who said it"),
}
