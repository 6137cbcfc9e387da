"""The code lists of a case, with the words that people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel import evaluation


class Kind(models.TextChoices):
    """Kind and reason in one answer: a new question, or an existing case and why."""

    NEW = "new", _("A new question")
    REINDICATION = "reindication", _("Existing: an extension is asked for")
    STUCK = "stuck", _("Existing: we are stuck")
    DOUBT = "doubt", _("Existing: doubt whether the help fits")


class AskedBy(models.TextChoices):
    PARENT = "parent", _("Parent")
    YOUTH = "youth", _("Youth")
    SCHOOL = "school", _("School")
    GP = "gp", _("GP")
    CERTIFIED_INSTITUTION = "certified_institution", _("Certified institution")
    YOUTH_DOCTOR = "youth_doctor", _("Youth doctor")
    PROVIDER = "provider", _("Youth-help provider")
    UNKNOWN = "unknown", _("Not known yet")


class Theme(models.TextChoices):
    SCHOOL = "school", _("School")
    NOT_AT_SCHOOL = "not_at_school", _("Hardly or not at school")
    EMOTIONS = "emotions", _("Emotions")
    ANXIETY = "anxiety", _("Anxiety")
    SENSORY = "sensory", _("Stimuli")
    SEPARATION = "separation", _("Separation")
    SAFETY = "safety", _("Safety")
    PARENTING = "parenting", _("Bringing up")
    GAMING = "gaming", _("Gaming")
    GRIEF = "grief", _("Loss")
    GIFTEDNESS = "giftedness", _("Giftedness")
    MONEY_HOUSING = "money_housing", _("Money and housing")


class Certainty(models.TextChoices):
    SURE = evaluation.Certainty.SURE.value, pgettext_lazy("how sure", "Sure")
    PROBABLY = evaluation.Certainty.PROBABLY.value, pgettext_lazy("how sure", "Probably")
    GUESS = evaluation.Certainty.GUESS.value, pgettext_lazy("how sure", "A guess")


class CircleRole(models.TextChoices):
    WORKER = "worker", _("Worker")
    PARTNER = "partner", _("Partner professional")
    PARENT = "parent", _("Parent or carer")
    YOUTH = "youth", _("Youth")
    SUPPORTER = "supporter", _("Supporter or JIM")


FAMILY_ROLES = {CircleRole.PARENT, CircleRole.YOUTH, CircleRole.SUPPORTER}


class Purpose(models.TextChoices):
    """Why somebody is in the circle."""

    SUPPORT = "support", _("Supports the family")
    CONSULT = "consult", _("Thinks along for a while")
    OWN_FILE = "own_file", _("It is about their own family")


class ConsentBy(models.TextChoices):
    PARENTS = "parents", _("Parents or guardian")
    YOUTH = "youth", _("The youth")
    BOTH = "both", _("Parents and youth")


class ConsentHow(models.TextChoices):
    SPOKEN = "spoken", _("Spoken, in a talk")
    WRITTEN = "written", _("In writing")


class ConsentPurpose(models.TextChoices):
    """What a consent is for. A consent for one thing is no consent for another."""

    LEARNING_SESSION = "learning_session", _("To be discussed in a learning session")
    EXPORT = "export", _("To take the drawing along")


class EffortKind(models.TextChoices):
    OWN = evaluation.EffortKind.OWN.value, _("Own effort of the team")
    SPECIALIST = evaluation.EffortKind.SPECIALIST.value, _("With a specialist of the pilot")
    SCHOOL = evaluation.EffortKind.SCHOOL.value, _("A solution with school")
    SOCIAL_BASE = evaluation.EffortKind.SOCIAL_BASE.value, _("Support from the neighbourhood")
    REFERRAL = (
        evaluation.EffortKind.REFERRAL.value,
        _("Specialised help"),
    )
    PAID_BY_PARENTS = evaluation.EffortKind.PAID_BY_PARENTS.value, _("Parents pay themselves")
    GP_REFERRAL = evaluation.EffortKind.GP_REFERRAL.value, _("Referred by the GP")
    REFERRED_AGAIN = evaluation.EffortKind.REFERRED_AGAIN.value, _("Referred again")


class Talks(models.TextChoices):
    UNDER_5 = evaluation.Talks.UNDER_5.value, _("Fewer than 5 talks")
    FROM_5_TO_10 = evaluation.Talks.FROM_5_TO_10.value, _("5 to 10 talks")
    OVER_10 = evaluation.Talks.OVER_10.value, _("More than 10 talks")


class ClosingReason(models.TextChoices):
    FINISHED = evaluation.ClosingReason.FINISHED.value, _("Stopped, it is good as it is")
    MOVED_AWAY = evaluation.ClosingReason.MOVED_AWAY.value, _("Moved to another municipality")
    WITHDRAWN = evaluation.ClosingReason.WITHDRAWN.value, _("The family withdrew the question")
