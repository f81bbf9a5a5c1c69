"""Fill the slots of a commitment from what stands in its clause: promisors, deadline, money, completeness."""

from collections.abc import Sequence

from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.told import within
from servanda.reading.deadlines import find_deadline, is_start
from servanda.reading.mention import Commitment, Completeness, Date, Mention, Recurrence, mention
from servanda.reading.scan import Scan

_SET = frozenset(("day", "week", "month", "quarter", "half", "season", "year"))


def fill(draft: Draft, promisors: tuple[str, ...], parent: str | None) -> Mention:
    """Return the draft as a mention, with every slot that its clause fills."""
    sentence, scan = draft.sentence, draft.sentence.scan
    times = within(sentence.times, draft.clause, draft.end)
    recurrence = _recurrence(times)
    deadline = (
        (find_deadline(scan, draft.clause, draft.end, times) if times else None)
        or _in_parentheses(draft)
        or (_scheduled(scan, times, recurrence) if times else None)
        or _noted(draft)
    )
    money = tuple([amount.id for amount in within(sentence.money, draft.start, draft.end)])
    verb_end = min(max(draft.strength.verb_end, draft.start), draft.end)
    value = Commitment(
        promisors=promisors,
        force=draft.strength.force,
        stage=draft.strength.stage,
        action=scan.text[draft.start : verb_end].strip(),
        object=scan.text[verb_end : draft.end].strip(),
        deadline=deadline,
        recurrence=recurrence,
        money=money,
        completeness=_completeness(draft, times, promisors, deadline),
        spoken=sentence.quotation_at(draft.start) is not None,
        parent=parent,
    )
    return mention("commitment", scan.text, draft.start, draft.end, draft.rule, value)


def _recurrence(times: Sequence[Mention]) -> str | None:
    """Return the first rule of how often something is done."""
    for time in times:
        if isinstance(time.value, Recurrence):
            return time.value.rrule
    return None


def _scheduled(scan: Scan, times: Sequence[Mention], recurrence: str | None) -> Date | None:
    """Return the one later day, month or year for which something is set: "will open in May 2027", not "from 2027"."""
    later = [time for time in times if isinstance(time.value, Date)]
    date = later[0].value if len(later) == 1 else None
    if recurrence is not None or not isinstance(date, Date) or date.granularity not in _SET:
        return None
    ahead = scan.day is None or date.start > scan.day
    return date if ahead and not is_start(scan, later[0]) else None


def _noted(draft: Draft) -> Date | None:
    """Return the date that is noted after it: "Deadline: 31 May 2027"."""
    if not draft.notes:
        return None
    dates = (time.value for note in draft.notes if note.tells != "owner" for time in note.sentence.times)
    return next((date for date in dates if isinstance(date, Date)), None)


def _in_parentheses(draft: Draft) -> Date | None:
    """Return the date that an item of a list of actions ends with: "Translate the manual (30 September 2025)"."""
    if draft.rule != "commitment.item":
        return None
    opened = draft.sentence.scan.folded.rfind("(", draft.start, draft.end)
    dates = (time.value for time in within(draft.sentence.times, opened, draft.end) if opened >= 0)
    return next((date for date in dates if isinstance(date, Date)), None)


def _completeness(
    draft: Draft, times: Sequence[Mention], promisors: tuple[str, ...], deadline: Date | None
) -> Completeness:
    """Mark which of deliverable, target, timeframe and owner the words state (CODEBOOK I6)."""
    target = bool(within(draft.sentence.amounts, draft.start, draft.end))
    new = bool(within(draft.sentence.novelty, draft.start, draft.end))
    timed = deadline is not None or bool(times)
    return Completeness(deliverable=target or new, target=target, timeframe=timed, owner=bool(promisors))
