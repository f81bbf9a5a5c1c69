"""Find deadlines: "by the end of 2026", "d'ici le 30 septembre 2028", "within six months"."""

import bisect
import datetime
import operator
import re
from collections.abc import Sequence
from decimal import Decimal

from servanda.lexicon.language import Language
from servanda.reading.mention import Date, Duration, Mention
from servanda.reading.scan import Scan
from servanda.reading.times.cues import deadline_cues
from servanda.reading.times.distances import moved
from servanda.reading.times.durations import Length
from servanda.reading.times.limits import without_end_of
from servanda.reading.times.periods import PART_OF_PERIOD

_START, _BEGINNING = operator.attrgetter("start"), operator.itemgetter(0)
_CONTEXT = 40  # characters around a mention in which a cue may stand; the longest has 28
_CLAUSE = 100  # characters in which a clause leads to its date: "by the time the code takes effect on"
_ACT = 80  # characters after a duration in which the act is named from which it counts
# "within three years, from 16 percent": what follows is no day from which it counts.
_CHANGE = re.compile(r"\s?,\s?(?:from|de|desde|des)\s[0-9]")
# "within three months of the approval of this document": the day of the text itself.
_OWN_DAY = re.compile(
    r"\s?(?:of|from|after|following|siguientes a|siguientes|posteriores a|despues de|desde"
    r"|contados a partir de|suivant|apres|a compter de|a partir de|de|qui suivent)"
    r"\s(?:the\s|la\s|l'|el\s|le\s)?(?:date\sof\s)?"
    r"(?:(?:signature|signing|adoption|approval|date|firma|aprobacion|adopcion|suscripcion|fecha|approbation)"
    r"\s?(?:of\s|de\s|du\s|del\s)(?:la\s)?)?(?:this|the present|este|esta|presente|present|cette|ce|cet)\b"
)
_ISO_PARTS = re.compile(r"(\d+)([YMWD])")


def find_deadline(scan: Scan, start: int, end: int, times: Sequence[Mention]) -> Date | None:
    """Return the first deadline in ``text[start:end]``: a date, or a duration from the document's day, with its cue.

    ``times`` are the mentions of ``read_times``, in order. "Before 2030" ends on the day before; "before the end of
    2026" and "before 15 December 2026" on the last day named. A duration that starts at something else ("within 90 days
    of signature") has no date yet and is none.
    """
    first = bisect.bisect_left(times, start, key=_START)
    for mention in times[first:]:
        if mention.end > end:
            break
        date = deadline(scan, mention)
        if date is not None:
            return date
    return None


def deadline(scan: Scan, mention: Mention) -> Date | None:
    """Return the deadline that a date or duration is, or None where no word around it makes it one."""
    lead = _plain(scan, max(0, mention.start - _CONTEXT), mention.start)
    if mention.rule == PART_OF_PERIOD:
        lead = without_end_of(lead)
    rest = _plain(scan, mention.end, mention.end + _CONTEXT)
    cues = deadline_cues(_language(scan, mention.start))
    value = mention.value
    led = lead.rstrip().endswith(cues.closing)
    if isinstance(value, Date):
        if led and cues.before.search(lead):
            return _before(value, mention.rule)
        if (led and (cues.by.search(lead) or cues.within.search(lead))) or cues.after.match(rest):
            return value
        if cues.clause.search(_plain(scan, max(0, mention.start - _CLAUSE), mention.start)):
            return value
    if led and isinstance(value, Duration) and cues.within.search(lead):
        counted = cues.counted_from.match(rest) is not None and _CHANGE.match(rest) is None
        if not counted or _OWN_DAY.match(_plain(scan, mention.end, mention.end + _ACT)):
            return _from(scan.day, value)
    return None


def is_start(scan: Scan, mention: Mention) -> bool:
    """Whether a date begins something that goes on: "from 2029", "à compter de mai"."""
    lead = _plain(scan, max(0, mention.start - _CONTEXT), mention.start)
    return deadline_cues(_language(scan, mention.start)).start.search(lead) is not None


def _before(date: Date, rule: str) -> Date:
    """Return what "before" such a date means: a day and a named part end with it, a longer period before it begins."""
    if date.granularity == "day" or rule == PART_OF_PERIOD:
        return date
    last = date.start - datetime.timedelta(days=1)
    return Date(last, last, "day")


def _from(day: datetime.date | None, duration: Duration) -> Date | None:
    length = Length({letter: Decimal(count) for count, letter in _ISO_PARTS.findall(duration.iso)})
    last = moved(day, length, 1) if day is not None and length.iso == duration.iso else None
    return None if day is None or last is None else Date(day, last, "interval")


def _plain(scan: Scan, start: int, end: int) -> str:
    return scan.plain[start:end].replace("\n", " ")


def _language(scan: Scan, offset: int) -> Language:
    index = bisect.bisect_right(scan.stretches, offset, key=_BEGINNING) - 1
    start, end, language = scan.stretches[index]
    return language if start <= offset < end else scan.document.language
