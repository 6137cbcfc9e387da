"""What happens elsewhere and concerns who is at a map: the circle, a role, a case that closes.

The apps where it happens do not know the map; they only save their rows.
"""

from typing import Any
from uuid import UUID

from django.db.models.signals import post_save
from django.dispatch import receiver

from samenspel.web.accounts.models import RoleGrant, User
from samenspel.web.cases.models import Case, CircleMember
from samenspel.web.maps.news import Kind, News, tell


@receiver(post_save, sender=CircleMember)
def circle_changed(instance: CircleMember, **_: Any) -> None:
    tell(News(instance.case.public_id, 0, Kind.RIGHTS))


@receiver(post_save, sender=Case)
def case_changed(
    instance: Case, created: bool, update_fields: frozenset[str] | None, **_: Any
) -> None:
    """It closed, or opened again."""
    if not created and (update_fields is None or "state" in update_fields):
        tell(News(instance.public_id, 0, Kind.STATE))


@receiver(post_save, sender=RoleGrant)
def role_changed(instance: RoleGrant, created: bool, **_: Any) -> None:
    if not created:
        _tell_the_circles_of(instance.user_id)


@receiver(post_save, sender=User)
def account_changed(instance: User, **_: Any) -> None:
    if not instance.is_active:
        _tell_the_circles_of(instance.pk)


def _tell_the_circles_of(user: int) -> None:
    places = CircleMember.objects.filter(user=user)
    cases: set[UUID] = set(places.values_list("case__public_id", flat=True))
    tell(*(News(case, 0, Kind.RIGHTS) for case in sorted(cases)))
