"""Districts and teams, accounts and the roles they were given."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.roles import Role

CODE_IS_VALID = timedelta(days=14)


class District(models.Model):
    """A part of the municipality (*stadsdeel*)."""

    key = models.SlugField(unique=True)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A neighbourhood team (*Sociaal Wijkteam*)."""

    name = models.CharField(_("name"), max_length=80)
    district = models.ForeignKey(District, models.PROTECT, related_name="teams")

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """Somebody with an account. A family member needs no e-mail address."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(_("sign-in name"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("team")
    )
    organisation = models.ForeignKey(
        "partners.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("organisation"),
    )
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("username"), name="one_account_per_sign_in_name")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        words = [word for word in self.name.split() if word[0].isupper()] or [self.username.upper()]
        return (words[0][0] + words[-1][0]) if len(words) > 1 else words[0][:2]

    def roles_at(self, moment: datetime) -> frozenset[Role]:
        return frozenset(Role(grant.role) for grant in self.grants.all() if grant.holds_at(moment))


class GrantQuerySet(models.QuerySet["RoleGrant"]):
    def holding_at(self, moment: datetime) -> "GrantQuerySet":
        ended = Q(until__isnull=False, until__lte=moment)
        return self.filter(since__lte=moment).exclude(ended)


class RoleGrant(models.Model):
    """A role that somebody has from a moment, until a moment. Rows are added, never removed."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = GrantQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "role"])]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"

    def holds_at(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)


class JoinCode(models.Model):
    """A one-time code, handed over in person, with which somebody takes an account into use."""

    user = models.OneToOneField(User, models.CASCADE, related_name="join_code")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"code of {self.user_id}"

    def is_valid_at(self, moment: datetime) -> bool:
        return self.used_at is None and moment < self.made_at + CODE_IS_VALID
