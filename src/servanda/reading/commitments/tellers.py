"""Find who tells of something after it was said: "will be opened, the Dutch minister confirmed"."""

import re
from collections.abc import Sequence

from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import Mention

_SAYER = 40  # characters from the comma to the verb of saying, or to who agrees
_REST = 70  # characters after that verb, to the end of the sentence
_REPORTS = re.compile(r" (?:that|que|qu')\b")


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
        if comma >= 0 and verb.start - comma <= _SAYER and not within(sentence.relatives, comma, verb.start):
            return comma, end
    return None


def telling_actors(sentence: Sentence, start: int) -> Sequence[Mention]:
    """Return the actors named as telling what began at ``start``."""
    place = teller(sentence, start)
    return within(sentence.actors, *place) if place is not None else ()


def is_vouched_for(sentence: Sentence, start: int) -> bool:
    """Whether the parties themselves, or who acts for one, tell it."""
    place = teller(sentence, start)
    if place is None:
        return False
    if any(said.label == "collective" for said in within(sentence.subjects, *place)):
        return True
    cast = sentence.scan.cast
    return any(cast.party_at(actor.start, actor.end) for actor in within(sentence.actors, *place))
