"""Read what qualifies an amount: "more than", "jusqu'à", "al menos", "or more"."""

from typing import cast

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around
from servanda.reading.mention import Qualifier

_NONE = "none"  # the phrases that look like a qualifier: "en plus de"


def read_qualifier(stretch: Stretch, counted: Counted) -> Qualifier | None:
    """Return the qualifier just before an amount, or just after it, or in the numeral itself ("une trentaine")."""
    known = words_around(stretch.language)
    meaning = known.before.ending(stretch.before(counted.start))
    if meaning is None:
        meaning = known.after.opening(stretch.after(counted.end))
    if meaning is None and counted.numeral.about:
        meaning = "about"
    return None if meaning == _NONE else cast("Qualifier | None", meaning)
