"""Case codes: random, pronounceable, without meaning. `berk-417` says nothing about anybody."""

import secrets
from collections.abc import Callable

WORDS = """
abeel acacia akelei alsem amandel anemoon anijs appel aster balsem bamboe berk beuk biet boekweit
braam brem buxus ceder cipres clivia dahlia dille distel dragon duindoorn eik els erwt es esdoorn
fijnspar framboos fresia gagel gember gerst ginkgo guldenroede haver hazelaar heide hibiscus hop
hulst hyacint iep iris jasmijn jeneverbes kamille kamperfoelie kardoen kastanje kers kervel klaver
klimop klaproos koriander krokus kruisbes kweepeer larix laurier lavas lavendel lijsterbes
linde lis lupine maanzaad magnolia maretak meidoorn melisse mirte mispel moerbei munt narcis
nootmuskaat olijf olm oregano peer peterselie pimpernel pioen populier primula pruim rabarber radijs
ratelpopulier reseda ridderspoor robinia rogge rozemarijn salie sering sleedoorn spar sneeuwbes
taxus tijm tulp valeriaan varen venkel viooltje vlas vlier vuurdoorn walnoot wede wilg wolfsmelk
zilverspar zonnehoed zuring
""".split()

TRIES_PER_LENGTH = 6


def new_code(is_taken: Callable[[str], bool]) -> str:
    """A code that is not taken yet; one digit longer when the short ones get full."""
    digits = 3
    while True:
        for _ in range(TRIES_PER_LENGTH):
            code = f"{secrets.choice(WORDS)}-{_number(digits)}"
            if not is_taken(code):
                return code
        digits += 1


def _number(digits: int) -> int:
    smallest: int = 10 ** (digits - 1)
    return smallest + secrets.randbelow(9 * smallest)
