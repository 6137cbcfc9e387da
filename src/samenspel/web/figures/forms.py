from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN
from samenspel.web.base.forms import DateField, Form, KeyedName
from samenspel.web.base.slugs import key_of
from samenspel.web.figures.models import Product
from samenspel.web.figures.national import CATEGORIES

NO_PRODUCT = {NO_HELP, NOT_KNOWN}
"""Answers that stand where a product's key stands."""


class ProductForm(Form):
    """A product of the municipality itself, or a combination that has one price."""

    name_nl = KeyedName(label=_("Name in Dutch"), max_length=120)
    name_en = forms.CharField(label=_("Name in English"), max_length=120)
    category = forms.ChoiceField(
        label=_("National category"),
        required=False,
        choices=[("", _("None: a combination")), *((code, nl) for code, nl, _en in CATEGORIES)],
    )

    def clean_name_nl(self) -> str:
        name: str = self.cleaned_data["name_nl"].strip()
        key = key_of(name)
        if key in NO_PRODUCT or Product.objects.filter(key=key).exists():
            raise forms.ValidationError(_("There is a product with this name already."))
        return name


class TariffForm(Form):
    product = forms.ModelChoiceField(
        label=_("Product"), queryset=Product.objects.all(), empty_label=_("Choose…")
    )
    low = forms.IntegerField(label=_("Low price, in whole euro"), min_value=0, max_value=1_000_000)
    high = forms.IntegerField(
        label=_("High price, in whole euro"), min_value=0, max_value=1_000_000
    )
    months = forms.IntegerField(
        label=_("Over how many months"), min_value=1, max_value=60, initial=12
    )
    source = forms.CharField(
        label=_("Where does this price come from?"),
        max_length=200,
        help_text=_("Whoever reads the figures sees this."),
    )
    valid_from = DateField(label=_("Valid from"))
