"""Every text of a case is sealed, or says why not. Walks the models, so a new column is seen."""

from django.apps import apps
from django.db import models

from samenspel.web.cases import models as cases
from samenspel.web.maps import models as maps
from samenspel.web.vault.fields import SealedText

CASE_APPS = {"cases", "maps"}
PLAIN_COLUMNS = cases.PLAIN_COLUMNS | maps.PLAIN_COLUMNS
TEXT = (models.CharField, models.TextField, models.JSONField, models.BinaryField)


def text_columns() -> dict[str, models.Field]:
    return {
        f"{model.__name__}.{field.name}": field
        for app in CASE_APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, TEXT) and not field.is_relation
    }


def test_every_text_column_of_a_case_is_sealed_or_gives_a_reason() -> None:
    plain = {name for name, field in text_columns().items() if not isinstance(field, SealedText)}
    assert plain - set(PLAIN_COLUMNS) == set()


def test_no_reason_is_given_for_a_column_that_is_gone_or_sealed() -> None:
    plain = {name for name, field in text_columns().items() if not isinstance(field, SealedText)}
    assert set(PLAIN_COLUMNS) - plain == set()


def test_the_walk_sees_the_sealed_columns() -> None:
    sealed = {name for name, field in text_columns().items() if isinstance(field, SealedText)}
    assert {"Case.question", "Case.client_number", "Closing.note"} <= sealed
    assert {"MapEdit.body", "MapSnapshot.document", "MapProposal.body"} <= sealed
