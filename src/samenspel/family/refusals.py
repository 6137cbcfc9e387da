"""Why an edit is not carried out, in words that say what to do."""

from collections.abc import Iterable
from enum import StrEnum

from samenspel.family.facts import Id
from samenspel.family.language import marked, translator
from samenspel.family.problem import Problem


class Reason(StrEnum):
    CANNOT_BE = "cannot_be"
    NOT_HERE = "not_here"
    ID_TAKEN = "id_taken"
    PARTLY_DONE = "partly_done"
    AUDIENCE_WITHOUT_YOU = "audience_without_you"
    AUDIENCE_NOT_ALIKE = "audience_not_alike"
    CONTRADICTS_OTHER_KIND = "contradicts_other_kind"
    NOT_YOURS = "not_yours"
    FAMILY_SAID_IT = "family_said_it"
    FAMILY_RETRACTED_IT = "family_retracted_it"
    NOT_YOUR_CHOICE = "not_your_choice"
    STRUCK_OUT = "struck_out"


_WORDS = {
    Reason.CANNOT_BE: marked("This cannot be."),
    Reason.NOT_HERE: marked("This is no longer here. Look at the drawing again."),
    Reason.ID_TAKEN: marked("Something else already has this number. Say it again."),
    Reason.PARTLY_DONE: marked("A part of this was already done. Look again and do the rest."),
    Reason.AUDIENCE_WITHOUT_YOU: marked(
        "You would not see this yourself. Choose who may know it, with yourself among them."
    ),
    Reason.AUDIENCE_NOT_ALIKE: marked(
        "This is about somebody whom others may know of. "
        "Choose the same people, or keep it to yourself."
    ),
    Reason.CONTRADICTS_OTHER_KIND: marked(
        "This is about something else than what it contradicts. Say it apart."
    ),
    Reason.NOT_YOURS: marked(
        "Somebody else said this. You can strike it out, or say it in your own words beside it."
    ),
    Reason.FAMILY_SAID_IT: marked(
        "The family said this. Say what you see beside it; both stay in the drawing."
    ),
    Reason.FAMILY_RETRACTED_IT: marked(
        "The family struck this out. Only the family can let it count again."
    ),
    Reason.NOT_YOUR_CHOICE: marked("Somebody else chose this. Choose yourself what is drawn."),
    Reason.STRUCK_OUT: marked("This was struck out. Choose an account that still counts."),
}


class Refusal(Exception):
    """`people` is who it is about; `problems` what cannot be, when that is the reason."""

    def __init__(self, code: Reason, problems: Iterable[Problem] = ()) -> None:
        self.code = code
        self.problems = tuple(problems)
        super().__init__(self.words("en"))

    @property
    def people(self) -> tuple[Id, ...]:
        return tuple(dict.fromkeys(who for problem in self.problems for who in problem.people))

    def words(self, lang: str) -> str:
        if self.problems:
            return " ".join(problem.words(lang) for problem in self.problems)
        return translator(lang)(_WORDS[self.code])
