"""What mentions, bare numbers and times of day state: "half" is 50 %, "two weeks" is 14 days, "ten" is 10."""

import datetime
import functools
import re
from decimal import Decimal
from fractions import Fraction

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented
from servanda.reading.mention import Date, Duration, Mention, Money, Percent, Quantity, Rank, Recurrence
from servanda.reading.numerals import Numeral, find_numerals
from servanda.reading.times.durations import INSIDE
from servanda.reconciling import lengths
from servanda.reconciling.clock import TimeOfDay
from servanda.reconciling.coded import IN_DAYS, times_a_year
from servanda.reconciling.days import meant, of_each_year, says_year
from servanda.reconciling.patterns import any_of
from servanda.reconciling.stated import Measure, Stated
from servanda.reconciling.terms import unit_name

_HUNDRED = Decimal(100)
DOLLAR = "dol"  # the unit of an amount in dollars that does not say whose
CENTS = re.compile(r"[^\W\d] cents\b")  # hundreds in French, or the coin: "sept cents par euro"
_HALF = Decimal("0.5")
_FORTNIGHT = {"P15D": "P14D"}  # in French and Spanish words two weeks are fifteen days
_YEARS = range(1800, 2200)
_BEFORE = 20  # characters in which the word before a number stands
_MOST_PARTS, _ROUNDING = 12, Fraction(1, 1000)  # of a share that may be said in words


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
    another year for "31 August" in each; and passages that have one of these in common are laid beside each other.
    """
    if says_year(quote):
        return frozenset({f"{day.start}/{day.end}"})
    days = {f"{day.start}/{day.end}"} if spoken is None else {f"{(day.start - spoken).days}..{(day.end - spoken).days}"}
    if day.start == day.end and any(map(str.isdigit, quote)):
        days.add(f"{day.start:%m-%d}")
    elif day.granularity == "month":
        days.add(f"{day.start:%m}")
    return frozenset(days)
