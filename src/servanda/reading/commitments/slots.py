"""Fill the slots of a commitment from what stands in its clause: promisors, deadline, money, completeness."""

import re

from servanda.lexicon.commitments import commitment_words
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.told import Told
from servanda.reading.deadlines import find_deadline
from servanda.reading.mention import Commitment, Completeness, Date, Duration, Mention, Recurrence, mention

_SET = frozenset(("day", "week", "month", "quarter", "half", "season"))  # a year or a stretch is when, not by when


def fill(told: Told, draft: Draft, promisors: tuple[str, ...], parent: str | None) -> Mention:
    """Return the draft as a mention, with every slot that its clause fills."""
    scan = told.scan
    times = told.within(told.times, draft.clause, draft.end)
    recurrence = next((time.value.rrule for time in times if isinstance(time.value, Recurrence)), None)
    deadline = (
        (find_deadline(scan, draft.clause, draft.end, times) if times else None)
        or _in_parentheses(told, draft)
        or _scheduled(told, times, recurrence)
    )
    money = tuple(amount.id for amount in told.within(told.money, draft.start, draft.end))
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
        completeness=_completeness(told, draft, times, promisors, deadline),
        spoken=told.quotation_at(draft.start) is not None,
        parent=parent,
    )
    return mention("commitment", scan.text, draft.start, draft.end, draft.rule, value)


def _scheduled(told: Told, times: list[Mention], recurrence: str | None) -> Date | None:
    """Return the one later day, month, quarter or half for which something is set: "will open in May 2027"."""
    day = told.scan.day
    later = [time.value for time in times if isinstance(time.value, Date)]
    if day is None or recurrence is not None or len(later) != 1:
        return None
    return later[0] if later[0].start > day and later[0].granularity in _SET else None


def _in_parentheses(told: Told, draft: Draft) -> Date | None:
    """Return the date that an item of a list of actions ends with: "Translate the manual (30 September 2025)"."""
    opened = told.scan.folded.rfind("(", draft.start, draft.end)
    if draft.rule != "commitment.item" or opened < 0:
        return None
    dates = (time.value for time in told.within(told.times, opened, draft.end))
    return next((date for date in dates if isinstance(date, Date)), None)


def _completeness(
    told: Told, draft: Draft, times: list[Mention], promisors: tuple[str, ...], deadline: Date | None
) -> Completeness:
    """Mark which of deliverable, target, timeframe and owner the words state (CODEBOOK I6)."""
    words = set(re.findall(r"[^\W_]+", told.scan.folded[draft.start : draft.end]))
    target = bool(told.within(told.amounts, draft.start, draft.end))
    new = not words.isdisjoint(commitment_words(draft.block.language).left.novelty)
    timed = any(isinstance(time.value, Date | Duration | Recurrence) for time in times)
    return Completeness(
        deliverable=target or new, target=target, timeframe=deadline is not None or timed, owner=bool(promisors)
    )
