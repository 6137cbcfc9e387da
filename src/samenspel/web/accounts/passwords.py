"""Password rules, said in our own words."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """Length is what counts; no rules about capitals and digits."""

    def get_error_message(self) -> str:
        return _("Too short. Use at least %(n)s characters; a short sentence works well.") % {
            "n": self.min_length
        }

    def get_help_text(self) -> str:
        return _("At least %(n)s characters. A short sentence is easy to remember.") % {
            "n": self.min_length
        }
