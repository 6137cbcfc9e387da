"""Signing in, taking a code into use, keeping accounts."""

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.web.accounts.models import District, Team, User
from samenspel.web.accounts.roles import Role
from samenspel.web.base.forms import Form, KeyedName, dress
from samenspel.web.base.slugs import key_of
from samenspel.web.partners.models import Organisation


class SignInForm(LoginForm):
    """allauth's form in our clothes."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Sign-in name or e-mail address")
        _in_our_clothes(self)


class OtherPasswordForm(ChangePasswordForm):
    """The same for choosing another password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("The password you have now")
        self.fields["password1"].label = _("The new password")
        self.fields["password2"].label = _("The new password once more")
        _in_our_clothes(self)


def _in_our_clothes(form: forms.Form) -> None:
    """No placeholders, no links to pages that we do not have."""
    form.label_suffix = ""
    form.use_required_attribute = False
    for field in form.fields.values():
        field.help_text = ""
        field.widget.attrs.pop("placeholder", None)
        dress(field)


class JoinForm(Form):
    code = forms.CharField(
        label=_("Your code"),
        max_length=20,
        help_text=_("The ten letters and digits that somebody gave you."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        help_text=_("At least 12 characters. A short sentence is easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class AccountForm(Form):
    """A new account for somebody who works with families or figures."""

    name = forms.CharField(label=_("Name"), max_length=120)
    username = forms.CharField(
        label=_("Sign-in name or e-mail address"), max_length=120, help_text=_("The work e-mail.")
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[choice for choice in Role.choices if choice[0] != Role.FAMILY_MEMBER],
        widget=forms.CheckboxSelectMultiple,
    )
    team = forms.ModelChoiceField(
        label=_("Team"), queryset=Team.objects.all(), required=False, empty_label=_("None")
    )
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("None"),
    )

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"].strip()
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(
                _("Somebody has this sign-in name already. Choose another.")
            )
        return username


class DistrictForm(Form):
    name = KeyedName(label=_("Name of the district"), max_length=80)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if District.objects.filter(key=key_of(name)).exists():
            raise forms.ValidationError(_("There is a district with this name already."))
        return name


class TeamForm(Form):
    name = forms.CharField(label=_("Name of the team"), max_length=80)
    district = forms.ModelChoiceField(
        label=_("District"), queryset=District.objects.all(), empty_label=_("Choose…")
    )


class RolesForm(Form):
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
