"""How much a plain word tells of the relation of a passage (CODEBOOK E7), as learnt from labelled passages.

Written by ``benchmarks/leanings.py``, which says from what; nobody writes these numbers by hand.
"""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language

Leaning = tuple[int, int, int, int, int, int]  # to progress, completes, delays, contradicts, restates, context


class Leanings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the words of one language lean to, in thousandths, by the stem of the word.

    ``always`` is what any text leans to.
    """

    always: Leaning
    words: dict[str, Leaning]


def leanings(language: Language) -> Leanings:
    """Return what the words of a language lean to."""
    return loader.load(f"{language}/leanings.toml", Leanings)
