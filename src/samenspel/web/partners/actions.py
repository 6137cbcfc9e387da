"""What changes the partners."""

from django.db import transaction

from samenspel.web.accounts.actor import Actor
from samenspel.web.audit.record import Act, record
from samenspel.web.partners.models import Organisation, Sector


@transaction.atomic
def add_organisation(*, name: str, sector: Sector, by: Actor) -> Organisation:
    organisation = Organisation.objects.create(name=name, sector=sector)
    record(
        Act.ORGANISATION_ADDED,
        by=by,
        object_type="organisation",
        object_id=organisation.public_id,
    )
    return organisation
