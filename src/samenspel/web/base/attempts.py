"""Trying an action from a form: a refusal becomes a message at the field, and nothing is lost."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.translation import gettext as _


def sent(request: HttpRequest, form: forms.BaseForm, action: Callable[[], Any]) -> bool:
    """True when the form was sent, is right, and the action went well."""
    return request.method == "POST" and form.is_valid() and attempt(form, action)


def attempt(form: forms.BaseForm, action: Callable[[], Any]) -> bool:
    """Run the action; put what it refuses in the form. True when it went well."""
    try:
        action()
    except ValidationError as refusal:
        form.add_error(None, _to_fields_of(form, refusal))
        return False
    except IntegrityError:
        form.add_error(None, _("Somebody did the same a moment ago. Look, and send it once more."))
        return False
    return True


def _to_fields_of(form: forms.BaseForm, refusal: ValidationError) -> ValidationError:
    """Errors of fields that this form does not have go to the top."""
    if not hasattr(refusal, "error_dict"):
        return refusal
    if set(refusal.error_dict) <= set(form.fields):
        return refusal
    return ValidationError(refusal.messages)
