"""Forms drawn the same way everywhere: label, help, control, mistake."""

from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input
from django.utils.translation import gettext_lazy as _

from samenspel.web.base.slugs import key_of

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)

CONTROL_CLASS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.CheckboxInput, ""),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)


class Renderer(TemplatesSetting):
    """Forms and fields from our own templates; widgets as Django draws them."""

    form_template_name = "base/form.html"
    field_template_name = "base/field.html"


class Form(forms.Form):
    """A form whose controls carry the classes of the design system.

    The server says what is missing, in words; the browser's own bubble would come first.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field)


def dress(field: forms.Field) -> None:
    """Give a control the class of the design system that fits it, and our own words."""
    widget = field.widget
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        one_of = isinstance(widget, forms.RadioSelect | forms.Select)
        field.error_messages["required"] = _("Choose one.") if one_of else _("Fill this in.")
    for kind, name in CONTROL_CLASS:
        if isinstance(widget, kind):
            own = widget.attrs.get("class", "")
            widget.attrs["class"] = f"{name} {own}".strip()
            return


class KeyedName(forms.CharField):
    """A name of which a key is made, so it needs a letter or digit that a key can have."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if not key_of(value):
            raise forms.ValidationError(self.error_messages["required"], code="required")


class DateField(forms.DateField):
    """A day, chosen or typed; the browser's own control, so that a phone shows its calendar.

    A day like 31-12-9999 is a slip or means "open", and cannot be reckoned with.
    """

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ("%Y-%m-%d", "%d-%m-%Y", "%d-%m-%y")

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day
