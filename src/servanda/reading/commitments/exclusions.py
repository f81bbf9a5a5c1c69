"""Why a sentence is no commitment (CODEBOOK I2), by the words that show it."""

import functools

from servanda.lexicon.commitments import commitment_words, expand
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Told
from servanda.reading.mention import Reason
from servanda.reading.phrases import Phrases

_ORDER: tuple[Reason, ...] = ("boilerplate", "welcome", "ceremony", "wish", "past", "shared_value")


@functools.cache
def exclusion_finder(language: Language) -> Phrases[Reason]:
    """Return the finder of the words that leave a sentence out, made once for each language."""
    left = commitment_words(language).left
    return Phrases(
        (phrase.lower(), reason) for reason in _ORDER for entry in getattr(left, reason) for phrase in expand(entry)
    )


def reasons(told: Told, start: int, end: int, language: Language) -> list[Reason]:
    """Return the reasons to leave this stretch out, in the order of the text."""
    return [found.label for found in told.phrases(exclusion_finder(language), start, end)]
