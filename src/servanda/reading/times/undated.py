"""Give dates without a year that of another date of the text, where the document speaks from no known day.

The date in a heading counts before all others ("Report, first half of 2026"), then the nearest. Only a date finer than
a year is near enough to tell: "compared with 2023" says nothing about the day beside it.
"""

import bisect
import datetime
from collections.abc import Sequence

from servanda.reading.mention import Date, Mention, mention
from servanda.reading.scan import Scan
from servanda.reading.times.grammar import Setting
from servanda.reading.times.missing_years import before, looks_ahead, resolved_beside
from servanda.reading.times.tokens import Token

_HEADINGS = frozenset({"title", "heading"})
_FIRST_BLOCKS = 12
_LONGEST = datetime.timedelta(days=200)  # of a date that tells the year of another: half a year and less


def with_years(scan: Scan, undated: Sequence[tuple[Token, Setting]], found: Sequence[Mention]) -> list[Mention]:
    """Return a mention for every date without a year (a token with a ``Partial``) whose year another date tells."""
    dates = [
        (other.start, other.end, other.value)
        for other in found
        if isinstance(other.value, Date) and other.value.end - other.value.start < _LONGEST
    ]
    if not dates:
        return []
    starts = [start for start, _, _ in dates]
    heading = _in_heading(scan, dates)
    read = []
    for token, setting in undated:
        after = bisect.bisect_left(starts, token.start)
        beside = dates[max(0, after - 1) : after + 1]
        place, _, other = min(beside, key=lambda date: max(date[0] - token.end, token.start - date[1]))
        ahead = looks_ahead(setting, place) and not looks_ahead(setting, token.start)
        if ahead and heading is None:  # "CORK, Oct 8 - Ghana will send water by September 2027": that lies after it
            date = before(token.value, other)
        else:
            date = resolved_beside(token.value, heading or other, setting, token.start)
        if date is not None:
            read.append(mention("date", scan.text, token.start, token.end, "date-beside", date))
    return read


def _in_heading(scan: Scan, dates: Sequence[tuple[int, int, Date]]) -> Date | None:
    """Return the first date in the headings with which the text opens."""
    headings = [block for block in scan.document.blocks[:_FIRST_BLOCKS] if block.kind in _HEADINGS]
    return next((date for start, _, date in dates if any(b.start <= start < b.end for b in headings)), None)
