"""Catching a learning question in one line, and ordering it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.models import District
from samenspel.web.agenda.models import Asker, Category, Status
from samenspel.web.agenda.names import suspicious_words
from samenspel.web.base.forms import Form, KeyedName
from samenspel.web.base.slugs import key_of
from samenspel.web.partners.models import Organisation


class CatchForm(Form):
    """One field. `sure` is sent by the second button, after the warning about a name."""

    text = forms.CharField(
        label=_("Learning question"),
        max_length=500,
        widget=forms.TextInput(attrs={"placeholder": _("How can we…"), "autocomplete": "off"}),
        error_messages={
            "required": _("Write the question in one line; ordering comes later."),
            "max_length": _("Make the question shorter: at most 500 characters."),
        },
    )
    asker = forms.ChoiceField(choices=Asker.choices, initial=Asker.TEAM, required=False)
    sure = forms.BooleanField(required=False)

    @property
    def names(self) -> list[str]:
        """Words that look like a name of a person, unless the writer is sure."""
        if self.cleaned_data.get("sure"):
            return []
        places = District.objects.values_list("name", flat=True)
        organisations = Organisation.objects.values_list("name", flat=True)
        return suspicious_words(
            self.cleaned_data["text"], known=[*places, *organisations, "Proeftuin", "Samenspel"]
        )


class CategoryForm(Form):
    name_nl = KeyedName(label=_("Name in Dutch"), max_length=120)
    name_en = forms.CharField(label=_("Name in English"), max_length=120)
    definition_nl = forms.CharField(label=_("Definition in Dutch"), max_length=500)
    definition_en = forms.CharField(label=_("Definition in English"), max_length=500)

    def clean_name_nl(self) -> str:
        name: str = self.cleaned_data["name_nl"].strip()
        if Category.objects.filter(key=key_of(name)).exists():
            raise forms.ValidationError(_("There is a category with this name already."))
        return name


class OrderForm(Form):
    text = forms.CharField(
        label=_("The question"),
        max_length=500,
        help_text=_("Sharpen it, or take a name out."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "one-voice"}),
    )
    category = forms.ModelChoiceField(
        label=_("Main category"),
        queryset=Category.objects.all(),
        required=False,
        empty_label=_("Not ordered yet"),
    )
    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
