"""What changes accounts: making them, giving and ending roles, taking a code into use."""

from collections.abc import Collection, Iterable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samenspel.web.accounts.actor import Actor
from samenspel.web.accounts.codes import digest_of, new_code
from samenspel.web.accounts.models import District, JoinCode, RoleGrant, Team, User
from samenspel.web.accounts.roles import Role
from samenspel.web.audit.record import Act, record
from samenspel.web.base.slugs import key_of
from samenspel.web.partners.models import Organisation


@transaction.atomic
def add_district(*, name: str, by: Actor) -> District:
    """A new part of the municipality. Its key, made of its name, stays when the name changes."""
    district = District.objects.create(key=key_of(name), name=name)
    record(Act.DISTRICT_ADDED, by=by, object_type="district", object_id=district.key)
    return district


@transaction.atomic
def add_team(*, name: str, district: District, by: Actor) -> Team:
    team = Team.objects.create(name=name, district=district)
    record(Act.TEAM_ADDED, by=by, object_type="team", object_id=str(team.pk))
    return team


@transaction.atomic
def make_account(
    *,
    username: str,
    name: str,
    roles: Iterable[Role],
    by: Actor,
    email: str = "",
    team: Team | None = None,
    organisation: Organisation | None = None,
) -> tuple[User, str]:
    """A new account and the one-time code with which its owner chooses a password."""
    user = User(username=username, name=name, email=email, team=team, organisation=organisation)
    user.set_unusable_password()
    user.save()
    record(Act.ACCOUNT_MADE, by=by, object_type="account", object_id=user.public_id)
    for role in roles:
        grant_role(user, role, by=by)
    return user, make_join_code(user, by=by)


@transaction.atomic
def grant_role(user: User, role: Role, *, by: Actor) -> None:
    """Give a role from now on; nothing happens to who has it already."""
    if role in user.roles_at(by.at):
        return
    RoleGrant.objects.create(user=user, role=role, since=by.at, granted_by=by.user)
    record(
        Act.ROLE_GRANTED,
        by=by,
        object_type="account",
        object_id=user.public_id,
        detail={"role": role.value},
    )


@transaction.atomic
def change_roles(user: User, wanted: Collection[Role], *, by: Actor) -> None:
    """Give and end roles until somebody has just these. Nobody changes their own, so that an
    administrator cannot become more, and cannot lock everybody out."""
    if by.user == user:
        raise ValidationError(_("You cannot change your own roles. Ask another administrator."))
    now = user.roles_at(by.at)
    for role in sorted(set(wanted) - now):
        grant_role(user, role, by=by)
    for role in sorted(now - set(wanted)):
        end_role(user, role, by=by)


@transaction.atomic
def end_role(user: User, role: Role, *, by: Actor) -> None:
    """End a role from now on."""
    ended = RoleGrant.objects.holding_at(by.at).filter(user=user, role=role).update(until=by.at)
    if ended:
        record(
            Act.ROLE_ENDED,
            by=by,
            object_type="account",
            object_id=user.public_id,
            detail={"role": role.value},
        )


@transaction.atomic
def make_join_code(user: User, *, by: Actor) -> str:
    """A fresh code; an older one of the same account stops working."""
    code = new_code()
    JoinCode.objects.update_or_create(
        user=user, defaults={"digest": digest_of(code), "made_at": by.at, "used_at": None}
    )
    record(Act.CODE_MADE, by=by, object_type="account", object_id=user.public_id)
    return code


def validate_password_of(user: User, password: str) -> None:
    """Refuse a weak password at its field; the owner's own name is weak too."""
    try:
        validate_password(password, user)
    except ValidationError as refusal:
        raise ValidationError({"password": refusal.messages}) from None


@transaction.atomic
def take_into_use(*, code: str, password: str, by: Actor) -> User:
    """Use a code once, to choose a password. `by` is nobody yet: only the moment and the place."""
    row = (
        JoinCode.objects.select_for_update()
        .select_related("user")
        .filter(digest=digest_of(code), user__is_active=True)
        .first()
    )
    if row is None or not row.is_valid_at(by.at):
        raise ValidationError(
            {"code": _("This code does not work (any more). Ask who gave it to you for a new one.")}
        )
    validate_password_of(row.user, password)
    row.used_at = by.at
    row.save(update_fields=["used_at"])
    row.user.set_password(password)
    row.user.save(update_fields=["password"])
    owner = Actor.of(row.user, at=by.at, origin=by.origin)
    record(Act.CODE_USED, by=owner, object_type="account", object_id=row.user.public_id)
    return row.user
