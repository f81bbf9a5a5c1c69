"""Tell what counts years or hours and is no length of time: an age ("aged 58"), a time of day ("17:30 horas")."""

import functools
import re

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.reading.times.vocabulary import any_of, spelled

_BEFORE = 40  # characters before the number in which a name or a word of age stands
_AFTER = 24
_AGES = range(10, 120)  # "a plan, of 5 years," is no child
_MINUTES = re.compile(r"\d:$")
_TIME = re.compile(r"\d{1,2}[:.]\d\d")
_HOURS = 24
_OPENS = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:, (?:de )?| \()$")
_CLOSES = re.compile(r"[,.;)]")


def is_age(text: str, plain: str, start: int, end: int, language: Language) -> bool:
    """Whether the number at ``text[start:end]``, with or without its unit, is the age of somebody."""
    before, unit, after = _patterns(language)
    counted = unit.match(plain, end, end + _AFTER)
    if counted is not None and after.match(plain, counted.end(), end + _AFTER):
        return True
    if plain.startswith(" ", start - 1) and before.search(plain, max(0, start - _BEFORE), start):
        return True
    if not plain[start:end].isdecimal() or int(plain[start:end]) not in _AGES:
        return False
    closes = _CLOSES.match(plain, counted.end() if counted is not None else end)
    return closes is not None and _OPENS.search(text[max(0, start - _BEFORE) : start]) is not None


def is_time_of_day(plain: str, start: int, end: int, language: Language) -> bool:
    """Whether the number of hours at ``plain[start:end]`` is read off a clock: "17:30 horas", "à 17 heures"."""
    hour, (clock, unit) = plain[start:end], _clock(language)
    if unit.match(plain, end, end + _AFTER) is None:
        return False
    if _MINUTES.search(plain, max(0, start - 3), start) or (language != "en" and _TIME.fullmatch(hour)):
        return True
    on_the_hour = hour.isdecimal() and int(hour) <= _HOURS
    return on_the_hour and clock.search(plain, max(0, start - _BEFORE), start) is not None


@functools.cache
def _clock(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before an hour of the day, and its unit, after which nothing counts from it ("de route")."""
    words = dates(language).words
    clock = any_of(map(spelled, words.clock)) if words.clock else "(?!)"
    unit = any_of(map(spelled, words.units["hour"]))
    return re.compile(rf"{clock} $"), re.compile(rf" {unit}(?! (?:de|d'|of)\b)")


@functools.cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before an age, its unit, and what stands after it."""
    known = dates(language)
    before, unit, after = (
        any_of(map(spelled, words)) for words in (known.ages.before, known.words.units["year"], known.ages.after)
    )
    return re.compile(rf"{before} $"), re.compile(rf"[ -]{unit}"), re.compile(rf"[ -]{after}")
