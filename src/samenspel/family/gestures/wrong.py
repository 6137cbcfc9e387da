"""Why a gesture is not understood, in words for who made it, with the field they stand at."""

from samenspel.family.language import marked, translator

NEEDED = marked("Choose who or what this is about.")
EMPTY = marked("Write something here.")
NOT_HERE = marked("This is no longer here. Look at the drawing again.")
CHOOSE_ONE = marked("Choose one of the list.")
ONLY_ONE = marked("Only one answer fits here.")
TOO_MANY = marked("At most {count} at a time. Do the rest after this.")
TOO_LONG = marked("This is too long; it can be {count} characters. Write it shorter.")
STRANGE_SIGN = marked("There is a sign in this text that cannot be shown. Write it again.")
NOT_ASKED = marked("“{field}” is not asked here. Load the page again.")
NOT_KNOWN = marked("This page is not up to date. Load it again.")
A_NUMBER = marked("Write a whole number, such as 2.")
END_FIRST = marked("The end comes before the start. Look at both dates.")


class GestureError(ValueError):
    """`field` is the name of the field in the form; "" when it is about the whole.

    `nameless` says the same where nobody may read a name.
    """

    def __init__(self, field: str, text: str, /, *, nameless: str = "", **values: object) -> None:
        self.field = field
        self._nameless = nameless
        self._text = text
        self._values = values
        super().__init__(f"{field}: {self.words('en')}")

    def words(self, lang: str) -> str:
        return translator(lang)(self._text, **self._values)

    def words_without_names(self, lang: str) -> str:
        return translator(lang)(self._nameless) if self._nameless else self.words(lang)
