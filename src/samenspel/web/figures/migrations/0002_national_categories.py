"""Puts the national iJw categories in the list of products."""

from django.db import migrations

from samenspel.web.figures.national import CATEGORIES, NATIONAL_PREFIX

AFTER_OWN_PRODUCTS = 100


def add(apps, schema_editor):
    products = apps.get_model("figures", "Product").objects.using(schema_editor.connection.alias)
    for position, (code, name_nl, name_en) in enumerate(CATEGORIES, start=AFTER_OWN_PRODUCTS):
        products.update_or_create(
            key=f"{NATIONAL_PREFIX}{code}",
            defaults={
                "name_nl": name_nl,
                "name_en": name_en,
                "category": code,
                "own": False,
                "position": position,
            },
        )


def leave(apps, schema_editor):
    """Products may be in use, so going back leaves them."""


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_initial")]
    operations = [migrations.RunPython(add, leave)]
