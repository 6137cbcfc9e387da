from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.web.base.forms import DateField, Form
from samenspel.web.figures.models import Product


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
