"""The forms of a case. Opening one has at most eight fields; "not known yet" is an answer."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.evaluation.facts import NO_HELP, NOT_KNOWN
from samenspel.web.accounts.models import District, User
from samenspel.web.base.forms import DateField, Form
from samenspel.web.base.templatetags.samenspel import day, month
from samenspel.web.cases.actions import Birth
from samenspel.web.cases.choices import (
    AskedBy,
    Certainty,
    CircleRole,
    ClosingReason,
    ConsentBy,
    ConsentHow,
    ConsentPurpose,
    EffortKind,
    Kind,
    Purpose,
    Talks,
    Theme,
)
from samenspel.web.cases.models import Case
from samenspel.web.figures.models import Product
from samenspel.web.meetings.models import Meeting

MOST_YOUTHS = 12
OLDEST = 23
BIRTH = re.compile(
    r"^(?:(?P<month>\d{1,2})[-/. ])?(?P<year>\d{4})$|^(?P<y>\d{4})[-/.](?P<m>\d{1,2})$"
)
SEPARATORS = re.compile(r"[,;\n]+")


class BirthsField(forms.CharField):
    """`5-2014, 2016` becomes two births; empty is one youth of whom it is not known yet."""

    def to_python(self, value: Any) -> list[Birth]:  # type: ignore[override]
        typed = [part.strip() for part in SEPARATORS.split(value or "") if part.strip()]
        if len(typed) > MOST_YOUTHS:
            raise forms.ValidationError(_("At most %(n)s youths in one case.") % {"n": MOST_YOUTHS})
        return [_birth(text) for text in typed]

    def validate(self, value: Any) -> None:
        """Nothing typed is an answer: not known yet."""

    def run_validators(self, value: Any) -> None:
        """The length of the text was never the question."""


def _birth(text: str) -> Birth:
    match = BIRTH.match(text)
    if match is None:
        raise forms.ValidationError(
            _("Write “%(text)s” as a year with four digits, or as month and year: 5-2014.")
            % {"text": text}
        )
    year = int(match["year"] or match["y"])
    month_text = match["month"] or match["m"]
    month = int(month_text) if month_text else None
    today = timezone.localdate()
    if month is not None and not 1 <= month <= 12:
        raise forms.ValidationError(
            _("A month is a number from 1 to 12. Look at “%(text)s”.") % {"text": text}
        )
    if (year, month or 1) > (today.year, today.month):
        raise forms.ValidationError(
            _("“%(text)s” is still to come. Write the year of birth, or leave it empty.")
            % {"text": text}
        )
    if year < today.year - OLDEST - 1:
        raise forms.ValidationError(
            _("“%(text)s” is too long ago: a case is about youths up to %(n)s. Look at the year.")
            % {"text": text, "n": OLDEST}
        )
    return Birth(year, month)


def counterfactual_choices() -> list[tuple[str, Any]]:
    """The municipality's own products first, then the national list, then the two other answers."""
    products = list(Product.objects.all())
    own = [(product.key, str(product)) for product in products if product.own]
    national = [(product.key, str(product)) for product in products if not product.own]
    others = [(NO_HELP, _("No specialised help")), (NOT_KNOWN, _("I don't know"))]
    return [*own, *others, *national]


class CounterfactualField(forms.ChoiceField):
    """One tap. The list is read when the form is made, because it is data."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("What would be used if this were no pilot?"))
        kwargs.setdefault("widget", forms.RadioSelect)
        kwargs.setdefault("template_name", "cases/counterfactual_field.html")
        super().__init__(choices=counterfactual_choices, **kwargs)


def certainty_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How sure are you?"),
        choices=Certainty.choices,
        widget=forms.RadioSelect,
        initial=Certainty.PROBABLY,
    )


class OpenCaseForm(Form):
    """Eight fields: kind with its reason is one, product with certainty is one."""

    question = forms.CharField(
        label=_("What is the question, literally?"),
        help_text=_("As they said it. No names: “he”, “our daughter”, “the class”."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "one-voice"}),
        error_messages={"required": _("Write down the question in their own words.")},
    )
    asked_by = forms.ChoiceField(
        label=_("Who asks?"),
        choices=AskedBy.choices,
        widget=forms.RadioSelect,
        initial=AskedBy.UNKNOWN,
    )
    district = forms.ModelChoiceField(
        label=_("District"), queryset=District.objects.all(), empty_label=None
    )
    kind = forms.ChoiceField(
        label=_("New, or existing?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.NEW,
    )
    births = BirthsField(
        label=_("Born in"),
        required=False,
        help_text=_("Year, or month and year. More youths: a comma between. Example: 5-2014, 2016"),
    )
    counterfactual = CounterfactualField(
        help_text=_("Your first judgement, before anybody knows how it ends. One tap."),
        error_messages={"required": _("Tap one answer. “I don't know” is also an answer.")},
    )
    certainty = certainty_field()
    themes = forms.MultipleChoiceField(
        label=_("What is it about?"),
        choices=Theme.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    client_number = forms.CharField(
        label=_("Number in the client administration"), required=False, max_length=40
    )


class FirstTalkForm(Form):
    first_talk_on = DateField(label=_("Day of the first talk"), required=False)
    family_question = forms.CharField(
        label=_("The question, as the family puts it now"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "one-voice"}),
    )


class AmendForm(Form):
    counterfactual = CounterfactualField()
    certainty = certainty_field()
    reason = forms.CharField(
        label=_("Why do you judge it differently?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PurposeField(forms.ChoiceField):
    """What a consent is for. One is always ticked; a form from before it was asked has none."""

    def clean(self, value: Any) -> ConsentPurpose:
        return ConsentPurpose(super().clean(value or ConsentPurpose.LEARNING_SESSION))


class ConsentForm(Form):
    """For all youths of the case at once, or for some of them."""

    purpose = PurposeField(
        label=_("What for?"),
        choices=ConsentPurpose.choices,
        widget=forms.RadioSelect,
        initial=ConsentPurpose.LEARNING_SESSION,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        youths = list(case.youths.all())
        field = self.fields["youths"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(youth.public_id), youth_words(youth)) for youth in youths]
        if len(youths) == 1:
            field.widget = field.hidden_widget()
        self.initial.setdefault("youths", [str(youth.public_id) for youth in youths])

    youths = forms.MultipleChoiceField(
        label=_("About whom?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tap at least one youth.")},
    )
    given_by = forms.ChoiceField(
        label=_("Who said yes?"), choices=ConsentBy.choices, widget=forms.RadioSelect
    )
    how = forms.ChoiceField(label=_("How?"), choices=ConsentHow.choices, widget=forms.RadioSelect)
    since = DateField(label=_("From"))
    until = DateField(label=_("Until and including"))


def youth_words(youth: Any) -> str:
    if youth.birth_year is None:
        return str(_("year of birth not known yet"))
    if youth.birth_month is None:
        return str(_("born in %(year)s") % {"year": youth.birth_year})
    born = date(youth.birth_year, youth.birth_month, 1)
    return str(_("born in %(year)s") % {"year": month(born)})


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return f"{day(meeting.held_on)} · {meeting.get_kind_display()}, {meeting.district}"


class IntroduceForm(Form):
    """In which session: the coming ones first, then those of the last weeks."""

    meeting = MeetingChoice(
        label=_("Into which session?"),
        queryset=Meeting.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a session, or ask the facilitator to plan one.")},
    )

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["meeting"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = meetings


class EffortForm(Form):
    kind = forms.ChoiceField(
        label=_("Which of these?"), choices=EffortKind.choices, widget=forms.RadioSelect
    )
    talks = forms.ChoiceField(
        label=_("How many talks?"),
        choices=Talks.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Only for own effort of the team. Not known yet? Leave it."),
    )
    budget_percent = forms.IntegerField(
        label=_("Share of the usual budget, in percent"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=_("Only for specialised help: 50 is half of what is usual."),
    )
    started_on = DateField(label=_("Since"))

    def clean(self) -> dict[str, Any]:
        """What belongs to another kind is dropped, so that it cannot contradict."""
        data = super().clean() or {}
        if data.get("kind") != EffortKind.OWN:
            data["talks"] = ""
        if data.get("kind") != EffortKind.REFERRAL:
            data["budget_percent"] = None
        return data


class CloseForm(Form):
    reason = forms.ChoiceField(
        label=_("How did it end?"), choices=ClosingReason.choices, widget=forms.RadioSelect
    )
    help_stopped = forms.BooleanField(
        label=_("Specialised help was running, and it has stopped"), required=False
    )
    closed_on = DateField(label=pgettext_lazy("of closing", "On which day?"))
    note = forms.CharField(
        label=_("What should be remembered, in their words?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "one-voice"}),
    )


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person: Any) -> str:
        where = person.organisation or person.team
        return f"{person.name} ({where})" if where else person.name


class AddPersonForm(Form):
    """A colleague or partner who has an account already."""

    user = PersonChoice(label=_("Who?"), queryset=User.objects.none(), empty_label=_("Choose…"))
    role = forms.ChoiceField(
        label=_("As what?"),
        choices=[
            (CircleRole.PARTNER.value, CircleRole.PARTNER.label),
            (CircleRole.WORKER.value, CircleRole.WORKER.label),
        ],
        widget=forms.RadioSelect,
    )
    purpose = forms.ChoiceField(
        label=_("What for?"),
        choices=[
            (Purpose.SUPPORT.value, Purpose.SUPPORT.label),
            (Purpose.CONSULT.value, Purpose.CONSULT.label),
        ],
        widget=forms.RadioSelect,
    )
    until = DateField(label=_("Until and including"), required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["user"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people


class AddFamilyForm(Form):
    """An account for somebody of the family, with a one-time code."""

    name = forms.CharField(
        label=_("How do you want to be called?"),
        max_length=120,
        help_text=_("A first name is enough. Outside the circle it is not shown."),
    )
    username = forms.CharField(label=_("Sign-in name"), max_length=120)
    role = forms.ChoiceField(
        label=_("As what?"),
        choices=[
            (role.value, role.label)
            for role in (CircleRole.PARENT, CircleRole.YOUTH, CircleRole.SUPPORTER)
        ],
        widget=forms.RadioSelect,
    )

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"].strip()
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(
                _("Somebody has this sign-in name already. Choose another.")
            )
        return username
