"""Forms drawn the same way everywhere: label, help, control, mistake."""

from typing import Any

from django import forms
from django.forms.widgets import Input
from django.forms.renderers import DjangoTemplates

CONTROL_CLASS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.CheckboxInput, ""),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)


class Renderer(DjangoTemplates):
    """Adds `field.html` of ours; everything else as Django does it."""

    form_template_name = "base/form.html"
    field_template_name = "base/field.html"

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("base/"):
            from django.template.loader import get_template

            return get_template(template_name)
        return super().get_template(template_name)


class Form(forms.Form):
    """A form whose controls carry the classes of the design system."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field)


def dress(field: forms.Field) -> None:
    """Give a control the class of the design system that fits it."""
    widget = field.widget
    for kind, name in CONTROL_CLASS:
        if isinstance(widget, kind):
            own = widget.attrs.get("class", "")
            widget.attrs["class"] = f"{name} {own}".strip()
            return


class DateField(forms.DateField):
    """A day, chosen or typed; the browser's own control, so that a phone shows its calendar."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ("%Y-%m-%d", "%d-%m-%Y", "%d-%m-%y")  # type: ignore[assignment]
