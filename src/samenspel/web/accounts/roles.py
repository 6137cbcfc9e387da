"""The roles of product.md. A role gives functions (rights.py); it never opens a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    FAMILY_WORKER = "family_worker", _("Family worker")
    FACILITATOR = "facilitator", _("Facilitator")
    REFLEXIVE_MONITOR = "reflexive_monitor", _("Reflexive monitor")
    PROGRAMME_TEAM = "programme_team", _("Programme team")
    POLICY_OFFICER = "policy_officer", _("Policy officer")
    ADMINISTRATOR = "administrator", _("Administrator")
    PRIVACY_OFFICER = "privacy_officer", _("Privacy officer")
    PARTNER_PROFESSIONAL = "partner_professional", _("Partner professional")
    FAMILY_MEMBER = "family_member", _("Family member")
