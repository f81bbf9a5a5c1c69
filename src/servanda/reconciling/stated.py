"""What a passage states, by value and not by words: "half" is 50 %, "two years" is 24 months, "ten" is 10."""

import datetime
import functools
import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import Date, Duration, Mention, Money, Percent, Quantity, Rank, Recurrence
from servanda.reading.numerals import Numeral, find_numerals
from servanda.reading.times.durations import INSIDE
from servanda.reconciling import lengths, rates
from servanda.reconciling.clock import TimeOfDay
from servanda.reconciling.coded import IN_DAYS, times_a_year
from servanda.reconciling.days import meant, of_each_year, same_limit
from servanda.reconciling.patterns import any_of
from servanda.reconciling.terms import unit_name

Measure = Literal["money", "number", "duration", "recurrence", "date", "time"]

_HUNDRED = Decimal(100)
DOLLAR = "dol"  # the unit of an amount in dollars that does not say whose
CENTS = re.compile(r"[^\W\d] cents\b")  # hundreds in French, or the coin: "sept cents par euro"
_ONE_POINT = Decimal(1)  # of a hundred: "a third" and 33 %
_HALF = Decimal("0.5")
_FORTNIGHT = {"P15D": "P14D"}  # in French and Spanish words two weeks are fifteen days
_YEARS = range(1800, 2200)
_BEFORE = 20  # characters in which the word before a number stands
_YEAR = re.compile(r"\d{4}")
_MOST_PARTS, _ROUNDING = 12, Fraction(1, 1000)  # of a share that may be said in words


class Stated(NamedTuple):
    """A number, amount, length of time, rhythm or day at ``text[start:end]``, as a mention states it.

    ``values`` are the forms that equal it ("0.5" and "50" for a half), and both ends of a range: two of one measure are
    the same where they share one. ``numbers`` are its numerals: where another version has them, it may well say the
    same in words that were read otherwise. ``unit`` is the currency where it is stated, or what is counted; ``day`` is
    set for dates, and ``meant`` is the day that the words before make of it; ``mention`` is set where the reader made
    one. ``rates`` are the times a year that a rhythm may mean, ``on_days`` the days on which it falls, and ``counted``
    is where a number before it begins; ``days`` is the length of a time, ``share`` a share in per cent.
    """

    start: int
    end: int
    mention: Mention | None
    measure: Measure
    values: frozenset[str]
    numbers: frozenset[Decimal]
    unit: str | None = None
    day: Date | None = None
    rates: frozenset[Decimal] = frozenset()
    counted: int | None = None
    days: Decimal | None = None
    share: Decimal | None = None
    meant: Date | None = None
    on_days: frozenset[str] = frozenset()

    def same(self, other: "Stated") -> bool:
        """Whether the same is stated."""
        if self.measure != other.measure:
            if {self.measure, other.measure} == {"time", "duration"}:
                return self.days == other.days
            amounts = {self.measure, other.measure} == {"money", "number"}  # "crowns" may be no currency to a reader
            return amounts and not (self.share or other.share) and not self.values.isdisjoint(other.values)
        if self.on_days and other.on_days:
            return not self.on_days.isdisjoint(other.on_days)
        if self.share is not None and other.share is not None:
            return abs(self.share - other.share) < _ONE_POINT
        return not self.values.isdisjoint(other.values) or self._same_time(other)

    def _same_time(self, other: "Stated") -> bool:
        """Whether a day, a length of time or a rhythm is the same, however it is told."""
        if self.day is not None and other.day is not None:
            return same_limit(self.day, self.meant, other.day, other.meant) or self._same_day_of_year(other)
        if self.days is not None and other.days is not None:
            return lengths.near(self.days, other.days, one_unit=self.unit == other.unit)
        return rates.near(self.rates, other.rates)

    def _same_day_of_year(self, other: "Stated") -> bool:
        """Whether two days are the same but for a year that one does not say: readers may find another for each."""
        days = [one.day.start for one in (self, other) if one.day is not None and one.day.granularity == "day"]
        told = (one.mention is not None and _YEAR.search(one.mention.quote) for one in (self, other))
        return len(days) == 2 and not all(told) and f"{days[0]:%m-%d}" == f"{days[1]:%m-%d}"


def stated(mention: Mention, folded: str, language: Language, spoken: datetime.date | None) -> Stated | None:
    """Return what a mention states, None where it is an actor, a quotation or a commitment.

    ``spoken`` is the day that the document speaks from.
    """
    numbers = frozenset(numeral.value for numeral in find_numerals(folded, mention.start, mention.end, language))
    measure: Measure = "number"
    unit: str | None = None
    rate, days, share, on_days = frozenset[Decimal](), None, None, frozenset[str]()
    match mention.value:
        case Money(amount=number, currency=currency, currency_basis=basis) as money:
            measure, values, numbers = "money", _ends(number, money), numbers | {number}
            if number < 1:  # "cinquante centimes" may be fifty of something that the text does not name
                values |= forms(number * _HUNDRED)
            bare = DOLLAR if DOLLAR in unaccented(folded[mention.start : mention.end]) else None
            unit = currency if basis == "stated" else bare
        case Quantity(number=number, unit=counted) as quantity:
            values, numbers = _share(number) | _ends(number, quantity), numbers | {number}
            unit = unit_name(counted, language) if counted else None
            share = number * _HUNDRED if 0 < number < 1 else None
            values |= _as_cents(mention.quote, number)
        case Percent(number=number) as percent:
            values, numbers, unit, share = _ends(number, percent), frozenset({number}), "%", number
        case Rank(number=number):
            values, numbers, unit = forms(number), numbers | {number}, "rank"
        case Duration() if mention.rule == INSIDE:
            return None  # the date or recurrence that counts it states it
        case Duration(iso=iso):
            fortnight = iso if any(map(str.isdigit, mention.quote)) else _FORTNIGHT.get(iso, iso)
            days = lengths.in_days(iso)
            measure, values = (
                "duration",
                frozenset(f"{length} days" for length in forms(days, lengths.in_days(fortnight))),
            )
            unit = "+".join(str(one) for _, one in lengths.parts(iso))  # the same however it was read
        case Recurrence(rrule=rule):
            measure, values, rate = "recurrence", frozenset({rule}), frozenset({times_a_year(rule)})
            on_days = of_each_year(mention, rule, folded, language)
        case Date() as day:
            measure, values = "date", _days(day, mention.quote, spoken)
        case _:
            return None
    date = mention.value if isinstance(mention.value, Date) else None
    limit = meant(date, folded, mention.start, language) if date is not None else None
    return Stated(
        mention.start, mention.end, mention, measure, values, numbers, unit, date, rate,
        days=days, share=share, meant=limit, on_days=on_days,
    )  # fmt: skip


def clock_time(time: TimeOfDay) -> Stated:
    """Return what a time of day states."""
    days = None if time.hours is None else time.hours * IN_DAYS["hour"]
    return Stated(time.start, time.end, None, "time", frozenset(map(str, time.minutes)), frozenset(), days=days)


def bare_number(numeral: Numeral, folded: str, language: Language) -> Stated:
    """Return what a number states that is part of no mention; "deux fois et demie" is "two and a half times"."""
    half = _and_a_half(language).match(folded, numeral.end)
    value, end = (numeral.value + _HALF, half.end()) if half else (numeral.value, numeral.end)
    share = value * _HUNDRED if 0 < value < 1 else None
    values = _share(value) | _as_cents(folded[numeral.start : end], value)
    return Stated(numeral.start, end, None, "number", values, frozenset({value}), share=share)


def _as_cents(quote: str, number: Decimal) -> frozenset[str]:
    """Return the number of cents that a number of hundreds in French may be: "sept cents (par euro)"."""
    return forms(number / _HUNDRED) if CENTS.search(quote) and number % _HUNDRED == 0 else frozenset()


def is_year(numeral: Numeral, folded: str, language: Language) -> bool:
    """Whether a number in words is that of a year: "the twelfth of March in the year two thousand and twenty-seven"."""
    before = folded[max(0, numeral.start - _BEFORE) : numeral.start].rstrip().rpartition(" ")[2].rpartition("'")[2]
    return before in counterparts(language).rhythms["year"] and numeral.value in _YEARS


@functools.cache
def _and_a_half(language: Language) -> re.Pattern[str]:
    return re.compile(rf" \w+ {any_of(dates(language).words.roles['and_a_half'])}")


def forms(*numbers: Decimal) -> frozenset[str]:
    """Return numbers as values are written."""
    return frozenset(f"{number.normalize():f}" for number in numbers)


def _ends(number: Decimal, value: Money | Quantity | Percent) -> frozenset[str]:
    """Return a number, or both ends of a range, whose number is its lower end."""
    return forms(number, value.high) if number == value.low else forms(number)


def _share(number: Decimal) -> frozenset[str]:
    """Return a count; for a share of one also its percentage and its parts: "half" is 50 %, "nine in ten" 9 and 10."""
    parts = Fraction(number).limit_denominator(_MOST_PARTS)
    if not 0 < number < 1 or abs(parts - Fraction(number)) > _ROUNDING:
        return forms(number)
    return forms(number, number * _HUNDRED, Decimal(parts.numerator), Decimal(parts.denominator)) - {"1"}


def _days(day: Date, quote: str, spoken: datetime.date | None) -> frozenset[str]:
    """Return the days of a date; of one that says no year also its day or month, and its distance from ``spoken``.

    Versions that give themselves different days still say the same with "today" or "14 May", and readers may find
    another year for "31 August" in each.
    """
    if _YEAR.search(quote):
        return frozenset({f"{day.start}/{day.end}"})
    days = {f"{day.start}/{day.end}"} if spoken is None else {f"{(day.start - spoken).days}..{(day.end - spoken).days}"}
    if day.start == day.end and any(map(str.isdigit, quote)):
        days.add(f"{day.start:%m-%d}")
    elif day.granularity == "month":
        days.add(f"{day.start:%m}")
    return frozenset(days)
