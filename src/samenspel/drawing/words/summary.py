"""A family in one or two sentences, for who hears the drawing read out."""

from collections import Counter

from samenspel.drawing.words.names import labels_of
from samenspel.drawing.words.order import levels_of
from samenspel.family.family import Family
from samenspel.family.language import say_list, translator
from samenspel.family.words import PersonKind


def summary(family: Family, lang: str, alias: bool = False) -> str:
    """'Family of Yara: 12 people in 3 generations, 2 homes and 3 organisations around them.'"""
    _ = translator(lang)
    counts = say_list(_counts(family, lang), lang)
    labels = labels_of(family.people, lang, alias)
    begins = [labels[person.id] for person in family.people if person.is_index]
    if begins:
        return _("Family of {names}: {counts}.", names=say_list(begins, lang), counts=counts)
    return _("Family: {counts}.", counts=counts)


def _counts(family: Family, lang: str) -> list[str]:
    _ = translator(lang)
    kinds = Counter(person.is_a for person in family.people)
    people = _.plural("{count} person", "{count} people", kinds[PersonKind.PERSON])
    rows = _generations(family)
    if rows > 1:
        people = _("{people} in {count} generations", people=people, count=rows)
    counts = [people]
    if pets := kinds[PersonKind.PET]:
        counts.append(_.plural("{count} pet", "{count} pets", pets))
    if homes := len(family.households):
        counts.append(_.plural("{count} home", "{count} homes", homes))
    if around := len(family.organisations):
        counts.append(
            _.plural(
                "{count} organisation around them", "{count} organisations around them", around
            )
        )
    return counts


def _generations(family: Family) -> int:
    return max((level.generation + 1 for level in levels_of(family).values()), default=0)
