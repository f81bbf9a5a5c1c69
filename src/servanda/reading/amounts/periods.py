"""Read how often an amount of money falls due: "a year", "par mois", "anuales"."""

import functools

from servanda.lexicon.currencies import currency_words
from servanda.lexicon.language import Language
from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Neighbours, Stretch


def read_period(stretch: Stretch, counted: Counted) -> str | None:
    """Return the period just after an amount, as an ISO 8601 duration."""
    return _periods(stretch.language).opening(stretch.after(counted.end))


@functools.cache
def _periods(language: Language) -> Neighbours:
    return Neighbours(currency_words(language).periods)
