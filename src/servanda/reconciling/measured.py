"""What a mention measures, in one form for money, counts, shares and days: an interval on a line, with its unit."""

import datetime
import re
from decimal import Decimal
from typing import Literal

import msgspec

from servanda.lexicon.dates import Unit
from servanda.lexicon.language import Language
from servanda.reading.mention import Date, Duration, Mention, Money, Percent, Qualifier, Quantity, Recurrence
from servanda.reading.times import days
from servanda.reading.times.durations import INSIDE
from servanda.reading.times.periods import PART_OF_PERIOD
from servanda.reconciling import lengths
from servanda.reconciling.coded import IN_DAYS, times_a_year
from servanda.reconciling.finding import Amounts, Days, Interval
from servanda.reconciling.terms import (
    counts_anybody,
    counts_people,
    is_content,
    meaning,
    unit_head,
    unit_name,
    unit_noun,
)

MeasuredKind = Literal["money", "quantity", "percent", "rhythm", "date"]
# The kinds of mentions that measure.
COMPARED = frozenset(("money", "quantity", "percent", "date", "duration", "recurrence"))

_UNITS = {days: unit for unit, days in reversed(IN_DAYS.items())}  # of time
TIMES = frozenset(_UNITS.values())
# Units of which so many of the smaller are one of the larger: lengths are compared in the larger where they reach it.
_ONE_COUNT: tuple[tuple[Unit, Unit, Decimal], ...] = (
    ("year", "month", Decimal(12)),
    ("day", "hour", Decimal(24)),
    ("hour", "minute", Decimal(60)),
)
_LONGEST = 184  # days: a half of a year may be when something happens, what is longer is a period
_LARGE = 10_000
_WITHIN_A_DAY = "FREQ=HOURLY"
# How far below and above it, as a share of it, a number may lie that the text only states roughly.
_CLOSE, _OPEN = Decimal("0.05"), Decimal("0.1")
_ROUGHLY: dict[Qualifier, tuple[Decimal, Decimal]] = {
    "about": (_CLOSE, _CLOSE),
    "nearly": (_CLOSE, Decimal(0)),
    "up_to": (_CLOSE, Decimal(0)),
    "at_most": (_CLOSE, Decimal(0)),
    "less_than": (_CLOSE, Decimal(0)),
    "more_than": (Decimal(0), _OPEN),
    "at_least": (Decimal(0), _OPEN),
}
_EXACTLY = (Decimal(0), Decimal(0))
_IN_DIGITS = re.compile(r"\d[.,]\d")
_YEAR = re.compile(r"\d{4}")
_LEAP_DAY = (2, 29)


class Measured(msgspec.Struct, frozen=True):
    """A value on a line: ``low`` belongs to it, ``high`` does not; days count as their ordinals.

    ``unit`` is a currency, "%", or one name for what is counted in the three languages, None where the text does not
    say; ``written`` is the same for people, the noun as it stands, and ``named`` are the terms of what is counted, more
    than one for "health centres". ``amount`` is the number as stated, ``exact`` where it is no range and nothing
    qualifies it, of a day where it is told in figures. ``certain`` is false where the text leaves the currency or the
    year open and something around it gave it; ``telling`` of a count of what every text has: countries, leaders.
    ``people`` are counted by many nouns, of which some mean ``anybody``.
    """

    kind: MeasuredKind
    unit: str | None
    period: str | None
    amount: Decimal
    low: Decimal
    high: Decimal
    exact: bool
    certain: bool = True
    telling: bool = True
    written: str | None = None
    named: tuple[str, ...] = ()
    people: bool = False
    anybody: bool = False

    @property
    def stated_unit(self) -> str | None:
        """Return the unit, None for a currency that the text leaves open."""
        return self.unit if self.certain else None

    def times(self, number: Decimal) -> "Measured":
        """Return what is so many times as much."""
        amount, low, high = self.amount * number, self.low * number, self.high * number
        return msgspec.structs.replace(self, amount=amount, low=low, high=high)


def measured(mention: Mention, language: Language, money: Measured | None = None) -> Measured | None:
    """Return what a mention measures, None where it is nothing that can be compared.

    ``money`` is the last amount of money before it in its paragraph: a large bare number after it counts the same money
    ("65 million euros. Of this sum, 40 million ...").
    """
    match mention.value:
        case Date() | Duration() as value:
            return _time(value, mention, language)
        case Money() as value:
            measure = _number("money", value.currency, value.amount, value)
            return msgspec.structs.replace(measure, period=value.period, certain=value.currency_basis == "stated")
        case Recurrence() as value:
            return _rhythm(value)
        case Percent() as value:
            return _number("percent", "%", value.number, value)
        case Quantity() as value:
            unit = value.unit
            return _bare_number(value, mention, money) if unit is None else _counted(value, unit, mention, language)
    return None


def _counted(value: Quantity, unit: str, mention: Mention, language: Language) -> Measured:
    noun = unit_head(unit, language)
    measure = _number("quantity", unit_name(unit, language), value.number, value)
    telling = is_content(noun, language) or measure.unit in TIMES
    named = _named(mention.quote, noun, language) or (meaning(noun, language),)
    people, anybody = counts_people(noun, language), counts_anybody(noun, language)
    return msgspec.structs.replace(measure, telling=telling, written=noun, named=named, people=people, anybody=anybody)


def _named(quote: str, noun: str, language: Language) -> tuple[str, ...]:
    """Return the terms of what is counted, with the words that go with the noun: "118 health centres"."""
    words = (word for word in quote.lower().split() if word.isalpha())
    return tuple(meaning(word, language) for word in words if word == noun or is_content(word, language))


def _time(value: Date | Duration, mention: Mention, language: Language) -> Measured | None:
    """Return the days of a date, or a length of time as a count of one unit; None of "a year and two days".

    A year or more is told in years, an hour or more in hours: "18 months" is one and a half years.
    """
    if isinstance(value, Date):
        return _day(value, mention)
    parts = list(lengths.parts(value.iso))
    if mention.rule == INSIDE or not parts:
        return None
    written = re.split(r"[\s-]", mention.quote)[-1]
    for larger, smaller, times in _ONE_COUNT:
        units = {IN_DAYS[larger], IN_DAYS[smaller]}
        count = sum((number * (times if unit == IN_DAYS[larger] else 1) for number, unit in parts), Decimal(0))
        if units.issuperset(unit for _, unit in parts) and count >= times:
            noun = (
                written
                if len(parts) == 1 and parts[0][1] == IN_DAYS[larger]
                else unit_noun(larger, language) or written
            )
            return _lasting(larger, count / times, 1 / times, noun)
    if len(parts) > 1:
        return None
    ((number, unit),) = parts
    return _lasting(_UNITS[unit], number, Decimal(1), written)


def _lasting(unit: str, number: Decimal, step: Decimal, written: str) -> Measured:
    return Measured("quantity", unit, None, number, number, number + step, exact=True, written=written)


def _rhythm(value: Recurrence) -> Measured | None:
    """Return how many times a year something happens; None of what happens within a day."""
    if value.rrule.startswith(_WITHIN_A_DAY):
        return None
    times = times_a_year(value.rrule)
    return Measured("rhythm", None, None, times, times * (1 - _CLOSE), times * (1 + _CLOSE), exact=True)


def _day(value: Date, mention: Mention) -> Measured | None:
    if value.granularity == "year" and mention.rule == PART_OF_PERIOD:
        value = days.part(value, "late")  # "by the end of 2028"
    if (value.end - value.start).days >= _LONGEST:
        return None
    low, high = Decimal(value.start.toordinal()), Decimal(value.end.toordinal() + 1)
    certain = _YEAR.search(mention.quote) is not None
    exact = any(character.isdigit() for character in mention.quote)
    return Measured("date", None, None, low, low, high, exact=exact, certain=certain)


def in_nearest_year(measure: Measured, near: datetime.date) -> Measured:
    """Return a day or a month in the year that puts it nearest to another day; 29 February stays where it is."""
    first, length = datetime.date.fromordinal(int(measure.low)), measure.high - measure.low
    if (first.month, first.day) == _LEAP_DAY:
        return measure
    begins = (first.replace(year=near.year + years).toordinal() for years in (-1, 0, 1))
    begin = Decimal(min(begins, key=lambda day: abs(day - near.toordinal())))
    return msgspec.structs.replace(measure, amount=begin, low=begin, high=begin + length)


def _bare_number(value: Quantity, mention: Mention, money: Measured | None) -> Measured:
    if 0 < value.number < 1 and _IN_DIGITS.search(mention.quote) is None:
        return _share(value)
    if money is None or value.number < _LARGE:
        return _number("quantity", None, value.number, value)
    return msgspec.structs.replace(_number("money", money.unit, value.number, value), certain=money.certain)


def _share(value: Quantity) -> Measured:
    """Return a share told in words in per cent: "one in four", "the half"."""
    share = msgspec.structs.replace(value, number=value.number * 100, low=value.low * 100, high=value.high * 100)
    return _number("percent", "%", share.number, share)


def _number(kind: MeasuredKind, unit: str | None, amount: Decimal, value: Money | Quantity | Percent) -> Measured:
    is_range = value.low + value.high != 2 * amount  # what rounding leaves open lies evenly around the number
    exact = value.qualifier is None and not is_range
    below, above = _ROUGHLY[value.qualifier] if value.qualifier is not None else _EXACTLY
    low, high = min(value.low, amount - below * abs(amount)), max(value.high, amount + above * abs(amount))
    return Measured(kind, unit, None, amount, low, high, exact, written=unit)


def interval(kind: MeasuredKind, low: Decimal, high: Decimal) -> Interval:
    """Return an interval of the line as a finding tells it."""
    if kind == "date":
        return Days(datetime.date.fromordinal(int(low)), datetime.date.fromordinal(int(high) - 1))
    return Amounts(low, high)


def digits(value: Measured) -> int:
    """Return how many digits of a number count: the more, the less likely it is to be stated twice by chance."""
    return len(value.amount.normalize().as_tuple().digits)
