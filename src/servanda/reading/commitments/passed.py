"""Tell what is not undertaken now: it is asked, denied, done long ago or told of as gone (CODEBOOK I2)."""

import functools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, beginning
from servanda.lexicon.language import Language
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import Date, Reason

_VOWS = frozenset({"undertake", "intend", "explore", "fund", "launch", "plan", "bind", "impersonal", "passive"})
_OPENS = 16  # characters at the head of a clause in which a day stands for all of it: "In May 2021, "
_SOON = 12  # characters after a verb in which the day of its act stands: "pledged in 2021"
_AUXILIARY = 12  # characters before a head in which its auxiliary stands
_AWAITED = re.compile(r"(?:must still|doi(?:t|vent) (?:encore|toujours)|deben? (?:aún|todavía))\b")  # by others
_DUTIES = ("must", "doi(t|vent)", "deben?")  # with which it begins
_WAS = re.compile(r"(?:was|were) |[^\W_]+(?:aba|aban|ía|ían|ait|aient)\b")
_MONTH = 31  # days after which a day is long past


def passed(sentence: Sentence, head: Head, start: int, end: int) -> Reason | None:
    """Return why what is said is not undertaken now: it is asked, denied or long done."""
    folded = sentence.scan.folded
    if folded.endswith("?", start, end) or (head.kind in _VOWS and _denied(folded, head, sentence.language)):
        return "description"
    before = max(0, head.start - _AUXILIARY)
    marked = _marks(sentence.language).search(folded, min(start, before), head.end) is not None
    if marked and (_AWAITED.match(folded, head.start) or _asked(sentence.language).search(folded, start, head.start)):
        return "description"
    long_past = marked and _had(sentence.language).search(folded, before, head.end) is not None
    long_past = long_past or (head.kind in _VOWS and _long_ago(sentence, start, head))
    return "past" if long_past or (head.kind in {"launch", "fund"} and _past(sentence, start, end)) else None


def was_planned(folded: str, head: Head) -> bool:
    """Whether a plan or a thought is told in the past: "was considering", "envisageait"; of today where reported."""
    return head.kind in {"intend", "explore"} and _WAS.match(folded, head.start) is not None


def _denied(folded: str, head: Head, language: Language) -> bool:
    """Whether a word right before the head denies it: "have not agreed to", "no se acordó", "n'ont pas convenu"."""
    before = folded[max(0, head.start - 8) : head.start].replace("'", "' ").split()
    if before[-1:] == ["se"]:
        before.pop()  # "no se prevén"
    return not commitment_words(language).left.negation.isdisjoint(before[-1:])


def _long_ago(sentence: Sentence, start: int, head: Head) -> bool:
    """Whether a verb of undertaking stands with a day well before the document's: "In 2021 they pledged to"."""
    opens = _past_day(sentence, start, min(head.end, start + _OPENS))
    return opens or _past_day(sentence, head.start, head.end + _SOON)


def _past(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the clause tells of something long done: it says so, or names a day well before the document's."""
    return "past" in sentence.reasons(start, end) or _past_day(sentence, start, end)


def _past_day(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch names a day well before the document's."""
    day = sentence.scan.day
    if day is None or not sentence.times:
        return False
    dates = [mention.value for mention in within(sentence.times, start, end) if isinstance(mention.value, Date)]
    return any(date.end < day and (day - date.end).days > _MONTH for date in dates)


@functools.cache
def _marks(language: Language) -> re.Pattern[str]:
    """Return any of the words with which the three patterns begin that tell what is awaited, asked or gone."""
    left = commitment_words(language).left
    return re.compile(beginning((*left.asked, *left.had, *_DUTIES)))


@functools.cache
def _asked(language: Language) -> re.Pattern[str]:
    """Return what opens a question: "whether Ghana will keep its word", "reste à savoir si Dakar tiendra parole"."""
    words = any_of(commitment_words(language).left.asked)
    return re.compile(rf"\b{words}(?: |(?<=')(?=[^\W_]))(?:[^\W_]+(?:['-][^\W_]+)* ){{0,5}}(?:[^\W_]+')?$")


@functools.cache
def _had(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(commitment_words(language).left.had)}\b")
