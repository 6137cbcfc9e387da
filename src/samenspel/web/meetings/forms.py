"""Planning cycles and meetings."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.web.accounts.models import District
from samenspel.web.base.forms import DateField, Form
from samenspel.web.meetings.models import MeetingKind


class MeetingForm(Form):
    kind = forms.ChoiceField(
        label=_("What kind of meeting?"),
        choices=MeetingKind.choices,
        widget=forms.RadioSelect,
        initial=MeetingKind.LEARNING_SESSION,
    )
    district = forms.ModelChoiceField(
        label=_("In which district?"),
        queryset=District.objects.all(),
        required=False,
        empty_label=_("Not in one district"),
    )
    held_on = DateField(label=pgettext_lazy("of a meeting", "On which day?"))


class CycleForm(Form):
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99)
    starts_on = DateField(label=_("First day"))
    ends_on = DateField(label=_("Last day"))
