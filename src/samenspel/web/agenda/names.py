"""Does a text look as if it names a person? A warning, never a block.

Simple on purpose: a capital in the middle of a sentence, a word that is a frequent first name,
digits that could be a date of birth or a citizen number. It misses names
and it warns for nothing; the writer decides.
"""

import re
from collections.abc import Collection

FREQUENT_NAMES = frozenset(
    """
    aisha ali amira anna anne bart bas bram britt daan daniel daphne emma esra eva fatima femke
    finn floor fleur hanna hassan iris isa jan jasmijn jasper jayden jesse johan joris julia kevin
    kim klaas lars laura lieke linda lisa lotte lucas luuk maaike mark marieke mark mehmet merel
    mila milan mohamed mohammed naomi nina noah noor olivia omar peter petra piet pim rick robin
    ruben sam samira sanne sara sarah saskia sem sophie stijn sven tess thijs thomas tim tom wim
    yara yasmin yusuf zoe
    """.split()
)
SENTENCE = re.compile(r"(?<=[.!?:;“”\"‘’])\s+")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
NUMBER_LIKE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{8,9}\b")


def suspicious_words(text: str, *, known: Collection[str] = ()) -> list[str]:
    """The words that may point at a person; `known` are names of places and organisations."""
    fine = {word.lower() for name in known for word in WORD.findall(name)}
    found = list(NUMBER_LIKE.findall(text))
    for sentence in SENTENCE.split(text.strip()):
        found += _in_sentence(WORD.findall(sentence), fine)
    return list(dict.fromkeys(found))


def _in_sentence(words: list[str], fine: set[str]) -> list[str]:
    found = []
    for position, word in enumerate(words):
        if word.lower() in fine or _is_abbreviation(word) or not word[0].isupper():
            continue
        if position > 0 or word.lower() in FREQUENT_NAMES:
            found.append(word)
    return found


def _is_abbreviation(word: str) -> bool:
    """SWT, GGZ, IB'er: two capitals to begin with."""
    return len(word) > 1 and word[:2].isupper()
