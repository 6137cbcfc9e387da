from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.web.base.forms import Form
from samenspel.web.partners.models import Organisation, Sector


class OrganisationForm(Form):
    name = forms.CharField(label=_("Name of the organisation"), max_length=120)
    sector = forms.ChoiceField(label=_("Sector"), choices=Sector.choices, widget=forms.RadioSelect)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if Organisation.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("This organisation is in the list already."))
        return name
