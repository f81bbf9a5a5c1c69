"""Whether a passage says a rhythm in passing, in a word of its own: "hourly", "annuel"."""

import functools
import re

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.mention import Recurrence
from servanda.reading.phrases import Phrases
from servanda.reconciling.stated import Stated

_RULE = re.compile(r"FREQ=(\w+)(?:;INTERVAL=(\d+))?")
_NAMES = {
    ("HOURLY", 1): "hour",
    ("DAILY", 1): "day",
    ("WEEKLY", 1): "week",
    ("MONTHLY", 1): "month",
    ("MONTHLY", 3): "quarter",
    ("MONTHLY", 6): "semester",
    ("MONTHLY", 12): "year",
    ("YEARLY", 1): "year",
}


def has_rhythm(folded: str, start: int, end: int, language: Language, one: Stated) -> bool:
    """Whether ``folded[start:end]`` has a word of a rhythm, or any word of time where ``one`` is none."""
    name = _NAMES.get(_parts(one))
    found = _rhythms(language).find(folded, start, end)
    return any(name is None or name == other.label for other in found)


def _parts(one: Stated) -> tuple[str, int]:
    value = one.mention.value if one.mention else None
    match = _RULE.match(value.rrule) if isinstance(value, Recurrence) else None
    return (match[1], int(match[2] or 1)) if match else ("", 0)


@functools.cache
def _rhythms(language: Language) -> Phrases[str]:
    return Phrases((word, name) for name, said in counterparts(language).rhythms.items() for word in said)
