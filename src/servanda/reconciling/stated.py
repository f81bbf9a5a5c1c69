"""A number, an amount, a length of time, a rhythm or a day, by value and not by words: whether two are the same."""

from decimal import Decimal
from typing import Literal, NamedTuple

from servanda.reading.mention import Date, Mention
from servanda.reconciling import lengths, rates
from servanda.reconciling.days import same_limit, says_year

Measure = Literal["money", "number", "duration", "recurrence", "date", "time"]

_ONE_POINT = Decimal(1)  # of a hundred: "a third" and 33 %


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

    @property
    def told(self) -> tuple[object, ...]:
        """All that decides what is the same as this: what states it again, at another place, has it too."""
        return *self._replace(start=0, end=0, mention=None, counted=None), self.tells_year

    @property
    def tells_year(self) -> bool:
        """Whether its words have a year in figures."""
        return self.mention is not None and says_year(self.mention.quote)

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
        told = self.tells_year and other.tells_year
        return len(days) == 2 and not told and f"{days[0]:%m-%d}" == f"{days[1]:%m-%d}"
