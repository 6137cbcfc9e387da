"""What forms that draw need of a template."""

from uuid import uuid4

from django import template

register = template.Library()


@register.simple_tag
def edit_id() -> str:
    """A new id for what a form draws, so that sending it twice draws it once."""
    return str(uuid4())
