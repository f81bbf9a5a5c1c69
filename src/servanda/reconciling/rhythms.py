"""How often: rhythms compared with each other, and with the words that say them in passing ("hourly", "annuel")."""

import functools
import re
from decimal import Decimal

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.mention import Recurrence
from servanda.reading.phrases import Phrases
from servanda.reconciling.stated import Stated

_RULE = re.compile(r"FREQ=(\w+)(?:;INTERVAL=(\d+))?")
_DAYS = {
    "HOURLY": Decimal("0.04"),
    "DAILY": Decimal(1),
    "WEEKLY": Decimal(7),
    "MONTHLY": Decimal("30.4"),
    "YEARLY": Decimal(365),
}
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


def days(one: Stated) -> Decimal:
    """Return about how many days lie between two times of a rhythm."""
    frequency, interval = _parts(one)
    return _DAYS.get(frequency, Decimal(0)) * interval


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
