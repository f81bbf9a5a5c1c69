"""A commitment as one text words it: the values that it states, and the words that lead to each."""

import datetime
import functools
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.directions import directions
from servanda.lexicon.language import Language
from servanda.reading.mention import Commitment, Date, Mention, Money, Percent, Quantity
from servanda.reconciling.days import same_day
from servanda.reconciling.gap_finding import Span
from servanda.reconciling.patterns import any_of, of_direction
from servanda.reconciling.stated import Stated
from servanda.reconciling.versions import Version
from servanda.text.words import words

_REACH = 40  # characters before a value in which the words stand that lead to it
_AT_LEAST = frozenset({"at_least", "more_than"})

TimeRole = Literal["deadline", "start", "lasting"]


class Wording(NamedTuple):
    """A commitment in one text; its clause begins at ``begin``. ``read`` is false where no reader took it for one."""

    version: Version
    mention: Mention
    value: Commitment
    begin: int
    read: bool = True

    @property
    def span(self) -> Span:
        """Where its words stand."""
        return Span(self.mention.start, self.mention.end)

    @property
    def language(self) -> Language:
        """The language of its text."""
        return self.version.document.language

    def stated(self) -> list[Stated]:
        """Return the values that it states, without ranks, the number of its parties and numbers spelled in passing."""
        collectives = counterparts(self.language).collectives
        return [
            one
            for one in self.version.stated(self.begin, self.mention.end, self.language)
            if not self._in_passing(one) and one.unit != "rank" and collectives.isdisjoint(self._words(one))
        ]

    def unread(self) -> set[Decimal]:
        """Return the numbers spelled in its words that are part of no value."""
        values = self.version.stated(self.begin, self.mention.end, self.language)
        return {number for one in values if self._in_passing(one) for number in one.numbers}

    def role(self, one: Stated) -> TimeRole | None:
        """Return what a date or a length of time is to the commitment, None where that is not clear."""
        deadline = self.value.deadline
        if self._led(one, "starting"):
            return "start"
        if one.day is not None:
            return "deadline" if deadline is not None and _is_due(one.day, deadline) else None
        if one.measure == "duration" and self._led(one, "within"):
            return "deadline"
        return "lasting" if self._led(one, "lasting") else None

    def ahead(self, values: Iterable[Stated]) -> list[Stated]:
        """Return the days to come on which something is done: neither bounds nor days of the past."""
        today = self.version.document.date
        days = (one for one in values if one.day is not None and self.role(one) is None)
        return [one for one in days if one.day is not None and (today is None or one.day.start > today)]

    def lower_is_stronger(self, one: Stated) -> bool:
        """Whether a number or a length of time is the stronger the lower it is.

        It is where something is to come down to it or to stay below it, and where it is the threshold from which a
        commitment holds for all ("every contract of more than 50,000 euros").
        """
        folded, (start, end) = self.version.folded, (self.begin, one.start)
        value = one.mention.value if one.mention else None
        qualifier = value.qualifier if isinstance(value, Money | Quantity | Percent) else None
        limited = qualifier in {"at_most", "less_than"} or self._led(one, "below")
        if of_direction(self.language, "whatever").search(folded, start, end) and (limited or qualifier in _AT_LEAST):
            return not limited
        reduced = of_direction(self.language, "reducing").search(folded, start, end) is not None
        return limited or (reduced and self._led(one, "down_to"))

    def _led(self, one: Stated, by: str) -> bool:
        """Whether one of these words stands before a value, with no more than an article between them."""
        return (
            _leading(self.language, by).search(self.version.folded[max(0, one.start - _REACH) : one.start]) is not None
        )

    def _in_passing(self, one: Stated) -> bool:
        return one.mention is None and self.version.folded[one.start : one.end].isalpha()

    def _words(self, one: Stated) -> set[str]:
        folded = self.version.folded
        return {folded[start:end] for start, end in words(folded, one.start, one.end)}


def _is_due(day: Date, deadline: Date) -> bool:
    """Whether a date is the deadline, or the day before it is: "before the summer of 2025"."""
    return same_day(day, deadline) or deadline.end == day.start - datetime.timedelta(days=1)


@functools.cache
def _leading(language: Language, which: str) -> re.Pattern[str]:
    return re.compile(rf"{any_of(getattr(directions(language), which))}\s?(?:\w{{1,4}}\s)?\Z")
