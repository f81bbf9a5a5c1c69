"""Words of time: months, units, "next", "every", and the small words that join them to dates and durations."""

from typing import Literal

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language

Unit = Literal[
    "minute", "hour", "day", "workday", "week", "fortnight", "weekend", "month", "quarter", "semester", "half", "year"
]
LongUnit = Literal["lustrum", "decade", "century"]
Part = Literal["early", "middle", "late", "earlier", "later", "elapsed", "rest"]
Shift = Literal["last", "past", "previous", "this", "next", "coming", "following"]
SEASONS = ("spring", "summer", "autumn", "winter")
Season = Literal["spring", "summer", "autumn", "winter"]

Role = Literal[
    "the", "of", "of_or_from", "from", "to", "between", "and", "in", "after", "every", "times", "per", "one",
    "and_a_half", "and_a_quarter", "qualifier", "whole", "fiscal", "ago_before", "ago_after", "beginning_on",
    "to_date", "nothing",
]  # fmt: skip


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The time words of one language, in lower case; accents and the case of the text do not matter.

    ``months`` and ``weekdays`` are numbered from 1 (Monday is 1). ``short`` forms count only beside a day or a year,
    ``ordinary`` months ("may") only where a word of time leads to them. ``days`` is the distance from the document's
    day ("tomorrow" is 1); ``told_next`` and ``told_previous`` name the unit after or before a date told before ("the
    following week"). ``observances`` are days that the whole world or one state keeps, by month
    and day ("03-08"). Words of ``shifts`` choose a period beside it ("next year"); ``previous`` and ``following``
    not where an article shows that they count from a date told before. ``after_only`` are those that choose so only
    after their noun ("l'année dernière", but "la dernière année" is the last of several).
    ``parts`` are the parts of a period; ``parts_of`` those that need an "of", being verbs too ("start March 2"), and
    ``ending`` those that are verbs with a period for subject or object ("antes de que termine el año").
    ``recurrences`` are RFC 5545 rules with the words that say them; ``times`` the number of "once" and "twice".
    ``roles`` are the small words, by what they do between the others; ``nothing`` holds a word of time
    and is none ("Santo Domingo"). After ``clock`` hours are a time of day ("a las
    17 horas").
    """

    months: dict[str, tuple[str, ...]]
    months_short: dict[str, tuple[str, ...]]
    months_ordinary: tuple[str, ...]
    weekdays: dict[str, tuple[str, ...]]
    weekdays_short: dict[str, tuple[str, ...]]
    seasons: dict[Season, tuple[str, ...]]
    units: dict[Unit | LongUnit, tuple[str, ...]]
    days: dict[str, tuple[str, ...]]
    told_next: dict[Unit, tuple[str, ...]]
    told_previous: dict[Unit, tuple[str, ...]]
    observances: dict[str, tuple[str, ...]]
    shifts: dict[Shift, tuple[str, ...]]
    after_only: tuple[str, ...]
    parts: dict[Part, tuple[str, ...]]
    parts_of: frozenset[str]
    ending: frozenset[str]
    recurrences: dict[str, tuple[str, ...]]
    times: dict[str, tuple[str, ...]]
    roles: dict[Role, tuple[str, ...]]
    clock: tuple[str, ...]
    half_codes: str
    quarter_codes: str


class DeadlineWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a date or a duration the last moment of something.

    ``by`` runs to the end of what follows ("by 2030"), ``before`` to the day before it ("before 2030"), ``within``
    through a duration ("within 90 days"); ``after`` stands behind the date ("at the latest"), and ``clauses`` open a
    clause whose date it is ("by the time the code takes effect on 1 May 2026"). ``starts`` begin something that goes on
    ("from 2029"), which has no last moment there. ``counted_from`` are
    words after a duration that start it at something else than the document's day ("of signature"). ``future`` are
    words of a sentence that looks ahead, which puts its dates after the document's day; ``future_endings``, with their
    accents, are how its verbs end. ``told`` are verbs of what was said or done on a day that follows at once ("to open
    in May, the ministers said on Tuesday").
    """

    by: tuple[str, ...]
    before: tuple[str, ...]
    within: tuple[str, ...]
    after: tuple[str, ...]
    clauses: tuple[str, ...]
    starts: tuple[str, ...]
    counted_from: tuple[str, ...]
    future: tuple[str, ...]
    future_endings: tuple[str, ...]
    told: tuple[str, ...]


class YearWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around four digits that tell a year from another number.

    After ``numbers_before`` ("resolution", "about") and before ``numbers_after`` ("people", "km") four digits are no
    year, though they are after ``limits`` ("until at least"). ``attributive`` languages put a year before what it dates
    ("the 2030 targets"), before those that are ``dated`` mostly without an article ("below 2005 levels").
    """

    dated: frozenset[str]
    numbers_before: frozenset[str]
    numbers_after: frozenset[str]
    limits: tuple[str, ...]
    attributive: bool


class StatedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before the date that a text gives itself.

    ``published`` stands at its head ("Date:"), ``done`` at its end ("Done at Ottawa"), ``leading`` are small words
    right before the date.
    """

    published: tuple[str, ...]
    done: tuple[str, ...]
    leading: tuple[str, ...]


class AgeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a number of years somebody's age: before it ("aged"), or after its unit ("old")."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's file of time words."""

    words: DateWords
    deadlines: DeadlineWords
    years: YearWords
    ages: AgeWords
    stated: StatedWords


def dates(language: Language) -> Dates:
    """Return the time words of a language."""
    listed: Dates = loader.load(f"{language}/dates.toml", Dates)
    return listed
