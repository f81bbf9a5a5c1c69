"""Read a share that names what is counted between its numbers: "four farms in ten", "un travailleur sur cinq"."""

import functools
import re
from decimal import Decimal
from fractions import Fraction

import msgspec

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words
from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around
from servanda.reading.numbers.parts import is_base
from servanda.reading.numbers.rounding import fraction_step, ratio, rounded

_ONE = Decimal(1)
_REACH = 40  # characters before the second number; "une entreprise canadienne sur " is shorter


def read_share(stretch: Stretch, first: Counted, base: Counted) -> Counted | None:
    """Return the share that two numbers make with what is counted between them, or None."""
    if first.kind != "quantity" or first.unit is None:
        return None
    if stretch.folded[first.end : base.start] != f" {words_around(stretch.language).group} ":
        return None
    return _share(first.start, first.value, base)


def read_share_of_one(stretch: Stretch, base: Counted) -> Counted | None:
    """Return the share of which a number is the second, after "one worker in", or None."""
    if not base.bare:
        return None
    joint = f" {words_around(stretch.language).group} "
    if not stretch.folded.endswith(joint, stretch.start, base.start):
        return None
    before = max(stretch.start, base.start - _REACH)
    one = _one_of(stretch.language).search(stretch.folded, before, base.start)
    return _share(one.start(), _ONE, base) if one is not None else None


def _share(start: int, above: Decimal, base: Counted) -> Counted | None:
    below = base.value
    if not base.bare or above >= below or above % 1 or below % 1 or not is_base(above, below):
        return None
    value, low, high = rounded(ratio(Fraction(int(above), int(below))), fraction_step(int(below)))
    return msgspec.structs.replace(
        base, start=start, value=value, low=low, high=high, bare=False, rule="quantity_share"
    )


@functools.cache
def _one_of(language: Language) -> re.Pattern[str]:
    ones = "|".join(number_words(language).ones.split())
    return re.compile(rf"(?<![^\W_])(?:{ones}) [^\W\d_]+ {words_around(language).group} $")
