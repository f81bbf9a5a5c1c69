"""What a mention measures, in one form for money, counts, shares and days: an interval on a line, with its unit."""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.reading.mention import Date, Mention, Money, Percent, Quantity
from servanda.reconciling.finding import Amounts, Days, Interval
from servanda.reconciling.terms import is_content, unit_head, unit_name

MeasuredKind = Literal["money", "quantity", "percent", "date"]

_FINE = {"day", "week", "month"}  # what is coarser than a month is a period, not the day of a happening
_LARGE = 10_000  # a bare number of this size after money counts money


class Measured(msgspec.Struct, frozen=True):
    """A value on a line: ``low`` belongs to it, ``high`` does not; days count as their ordinals.

    ``unit`` is a currency, "%", or one name for what is counted in the three languages, None where the text does not
    say; ``written`` is the same for people, the noun as it stands. ``amount`` is the number as stated, ``exact`` where
    nothing qualifies it. ``certain`` is false where the text leaves the currency open and something around it gave it;
    ``telling`` of a count of what every text has: countries, leaders, years.
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


def measured(mention: Mention, language: Language, money: Measured | None) -> Measured | None:
    """Return what a mention measures, None where it is nothing that can be compared.

    ``money`` is what stands before it in its paragraph: a large bare number after it counts the same money ("30.7
    million euros, of which 18.2 million").
    """
    match mention.value:
        case Date() as date:
            return _day(date)
        case Money() as value:
            measure = _number("money", value.currency, value.amount, value)
            return msgspec.structs.replace(measure, period=value.period, certain=value.currency_basis == "stated")
        case Percent() as value:
            return _number("percent", "%", value.number, value)
        case Quantity() as value:
            return _count(value, language, money)
        case _:
            return None


def _day(value: Date) -> Measured | None:
    if value.granularity not in _FINE:
        return None
    first, after = Decimal(value.start.toordinal()), Decimal(value.end.toordinal() + 1)
    return Measured("date", None, None, first, first, after, exact=True)


def _count(value: Quantity, language: Language, money: Measured | None) -> Measured:
    if value.unit is not None:
        noun = unit_head(value.unit, language)
        measure = _number("quantity", unit_name(value.unit, language), value.number, value)
        return msgspec.structs.replace(measure, telling=is_content(noun, language), written=noun)
    if money is not None and value.number >= _LARGE:
        return msgspec.structs.replace(_number("money", money.unit, value.number, value), certain=money.certain)
    return _number("quantity", None, value.number, value)


def _number(kind: MeasuredKind, unit: str | None, amount: Decimal, value: Money | Quantity | Percent) -> Measured:
    exact = value.qualifier is None
    return Measured(kind, unit, None, amount, value.low, value.high, exact, written=unit)


def interval(kind: MeasuredKind, low: Decimal, high: Decimal) -> Interval:
    """Return an interval of the line as a finding tells it."""
    if kind == "date":
        return Days(datetime.date.fromordinal(int(low)), datetime.date.fromordinal(int(high) - 1))
    return Amounts(low, high)
