"""Find who tells of something after it was said: "will be opened, the Dutch minister confirmed"."""

import re

from servanda.reading.commitments.told import Sentence, within
from servanda.reading.parties import parties_among

_SAYER = 40  # characters from the comma to the verb of saying, or to who agrees
_REST = 70  # characters after that verb, to the end of the sentence
_REPORTS = re.compile(r" (?:that|que|qu')\b")

_AND = re.compile(r", (?:and|but|while|et|mais|tandis|y|e|pero|mientras) ")


def teller(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Return where the words lie that end a sentence and say who told it, None where nobody did.

    "..., the company said", "..., ont convenu les deux parties".
    """
    folded, end = sentence.scan.folded, sentence.end
    if folded.rfind(",", max(start, end - _SAYER - _REST), end) < 0:
        return None
    said = sentence.sayings[-1] if sentence.sayings and sentence.sayings[-1].start > start else None
    agreed = next((head for head in reversed(sentence.heads) if head.kind == "undertake" and head.start > start), None)
    for verb in (said, agreed):
        if verb is None or end - verb.end > _REST or _REPORTS.match(folded, verb.end):
            continue
        comma = folded.rfind(",", start, verb.start)
        if verb is agreed and _AND.match(folded, comma):
            continue  # "..., and Norway will abolish its fee": that agrees to nothing
        if comma >= 0 and verb.start - comma <= _SAYER and not within(sentence.relatives, comma, verb.start):
            return comma, end
    return None


def telling_party(sentence: Sentence, start: int) -> tuple[str, ...]:
    """Return the one party whose people told what began at ``start``; empty where nobody did, or several."""
    place = teller(sentence, start)
    parties = parties_among(within(sentence.actors, *place), sentence.scan) if place is not None else ()
    return parties if len(parties) == 1 else ()


def is_vouched_for(sentence: Sentence, start: int) -> bool:
    """Whether the parties themselves, or who acts for one, tell it."""
    place = teller(sentence, start)
    if place is None:
        return False
    if any(said.label == "collective" for said in within(sentence.subjects, *place)):
        return True
    return bool(parties_among(within(sentence.actors, *place), sentence.scan))
