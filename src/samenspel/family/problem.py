"""What cannot be in a family, and what is unlikely: a code, the people, and words that help."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samenspel.family.facts import Id
from samenspel.family.language import marked, translator


class Code(StrEnum):
    """`_IMPOSSIBLE` and `_UNLIKELY` hold the words; a code is in one of them."""

    REFERS_TO_NOTHING = "refers_to_nothing"
    ABOUT_NOBODY = "about_nobody"
    STAGE_NEEDS_TWO = "stage_needs_two"
    HOUSEHOLD_IS_EMPTY = "household_is_empty"
    BOND_JOINS_NOBODY = "bond_joins_nobody"
    THIRD_PARTNER = "third_partner"
    PARENT_NOT_PARTNER = "parent_not_partner"
    OWN_ANCESTOR = "own_ancestor"
    TWINS_APART = "twins_apart"
    DEATH_BEFORE_BIRTH = "death_before_birth"
    PARENT_NOT_OLDER = "parent_not_older"
    BORN_LONG_AFTER_DEATH = "born_long_after_death"
    BORN_AFTER_DEATH = "born_after_death"
    TOO_MANY_BIRTH_PARENTS = "too_many_birth_parents"
    TWINS_BORN_APART = "twins_born_apart"
    BOND_AFTER_DEATH = "bond_after_death"
    BOND_BEFORE_BIRTH = "bond_before_birth"
    NOT_BORN = "not_born"
    HOME_AFTER_DEATH = "home_after_death"
    HOME_BEFORE_BIRTH = "home_before_birth"
    TIE_TO_ONESELF = "tie_to_oneself"
    SUPPORTS_ONESELF = "supports_oneself"
    STRENGTH_OUT_OF_RANGE = "strength_out_of_range"
    FEWER_THAN_NONE = "fewer_than_none"
    SHARED_ID = "shared_id"
    PARENT_VERY_YOUNG = "parent_very_young"
    PARENT_VERY_OLD = "parent_very_old"
    CARER_YOUNGER = "carer_younger"
    PARTNERS_FAR_APART = "partners_far_apart"
    BOND_VERY_YOUNG = "bond_very_young"
    VERY_OLD = "very_old"
    BORN_IN_FUTURE = "born_in_future"
    SIBLINGS_CLOSE = "siblings_close"
    TWINS_DAYS_APART = "twins_days_apart"
    FOR_FEWER = "for_fewer"


_IMPOSSIBLE = {
    Code.REFERS_TO_NOTHING: marked(
        "This is about somebody or something that is not in the drawing. Draw that first."
    ),
    Code.ABOUT_NOBODY: marked("Say who this is about."),
    Code.STAGE_NEEDS_TWO: marked("Draw both partners before you say what there is between them."),
    Code.HOUSEHOLD_IS_EMPTY: marked("Say who lives in this home."),
    Code.BOND_JOINS_NOBODY: marked(
        "A bond joins at least two people: two partners, or a parent and a child. Draw them both."
    ),
    Code.THIRD_PARTNER: marked("This bond already has two partners. Draw a new bond for {first}."),
    Code.PARENT_NOT_PARTNER: marked(
        "{second} is not a partner in this bond. Draw {first} as a child of a bond of {second}."
    ),
    Code.OWN_ANCESTOR: marked(
        "{first} would be their own ancestor. Look again whose child {first} is."
    ),
    Code.TWINS_APART: marked(
        "Twins are children of the same bond, and belong to one set of twins. "
        "Draw them as children of one bond first."
    ),
    Code.DEATH_BEFORE_BIRTH: marked(
        "{first} would have died before being born. Look at both dates again."
    ),
    Code.PARENT_NOT_OLDER: marked(
        "{first} would be a parent of {second} and is not older. Look at both dates of birth."
    ),
    Code.BORN_LONG_AFTER_DEATH: marked(
        "{second} would be born more than ten months after {first} died. Look at both dates."
    ),
    Code.BORN_AFTER_DEATH: marked(
        "{second} would be born after {first}, the mother, died. Look at both dates."
    ),
    Code.TOO_MANY_BIRTH_PARENTS: marked(
        "{first} would have more than two parents by birth. "
        "Say of one of them: adopted, foster, step, donor or surrogate."
    ),
    Code.TWINS_BORN_APART: marked(
        "{first} and {second} would be twins, born months apart. Look at both dates of birth."
    ),
    Code.BOND_AFTER_DEATH: marked(
        "This would be between {first} and {second} after one of them died. Look at the dates."
    ),
    Code.BOND_BEFORE_BIRTH: marked(
        "This would be between {first} and {second} before one of them was born. Look at the dates."
    ),
    Code.NOT_BORN: marked(
        "{first} is not born, and cannot be a partner or a parent. Draw {first} as a person."
    ),
    Code.HOME_AFTER_DEATH: marked(
        "{first} would come to live here after their death. Look at both dates."
    ),
    Code.HOME_BEFORE_BIRTH: marked(
        "{first} would have lived here before being born. Look at both dates."
    ),
    Code.TIE_TO_ONESELF: marked("A line goes from one to another. Choose who it goes to."),
    Code.SUPPORTS_ONESELF: marked("{first} cannot be their own supporter. Choose somebody else."),
    Code.STRENGTH_OUT_OF_RANGE: marked("Choose 1, 2 or 3 for how strong the line is."),
    Code.FEWER_THAN_NONE: marked("Write how many more children there are, or leave it open."),
    Code.SHARED_ID: marked("Two different things have the same number. Give one its own."),
}

_UNLIKELY = {
    Code.PARENT_VERY_YOUNG: marked(
        "{first} was younger than twelve when {second} was born. Is that right?"
    ),
    Code.PARENT_VERY_OLD: marked("{first} was very old when {second} was born. Is that right?"),
    Code.CARER_YOUNGER: marked(
        "{first} cares for {second} as a parent, and is younger. Is that right?"
    ),
    Code.PARTNERS_FAR_APART: marked(
        "{first} and {second} are more than sixty years apart. Is that right?"
    ),
    Code.BOND_VERY_YOUNG: marked(
        "{first} was younger than twelve when this bond began. Is that right?"
    ),
    Code.VERY_OLD: marked("{first} would be older than 115. Is that right?"),
    Code.BORN_IN_FUTURE: marked(
        "{first} would be born later than today. Is {first} an unborn child?"
    ),
    Code.SIBLINGS_CLOSE: marked(
        "{first} and {second} are born less than eight months apart. Are they twins?"
    ),
    Code.TWINS_DAYS_APART: marked(
        "{first} and {second} are twins, born more than three days apart. Is that right?"
    ),
    Code.FOR_FEWER: marked("Not everybody may know about {first}. This is only for those who may."),
}

_PLACES = ("first", "second", "third")


@dataclass(frozen=True)
class Problem:
    """`people` in the order the words name them; `where` is the bond or home it is about."""

    code: Code
    people: tuple[Id, ...] = ()
    where: Id = ""
    names: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_certain(self) -> bool:
        """It cannot be; otherwise it is unlikely."""
        return self.code in _IMPOSSIBLE

    def named(self, names: Mapping[Id, str]) -> "Problem":
        found = tuple(names.get(person, "") for person in self.people)
        return Problem(self.code, self.people, self.where, found)

    def words(self, lang: str) -> str:
        """What is the matter, and what to do."""
        _ = translator(lang)
        somebody = _("somebody without a name")
        names = [name or somebody for name in self.names[: len(_PLACES)]]
        names += [somebody] * (len(_PLACES) - len(names))
        text = _(
            _IMPOSSIBLE.get(self.code) or _UNLIKELY[self.code],
            **dict(zip(_PLACES, names, strict=True)),
        )
        return text[:1].upper() + text[1:]
