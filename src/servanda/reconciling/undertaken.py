"""What a text undertakes, to be matched with what another version of it undertakes.

Besides its commitments these are the sentences that put something in the future and were left out as description,
mostly because nothing tells whether who acts is one of the parties ("The immigration services will ..."). They tell
nothing alone, but a commitment that stands in such a sentence of the other text was not dropped.
"""

from collections.abc import Iterator
from typing import NamedTuple

from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.deadlines import find_deadline
from servanda.reading.mention import ActorValue, Commitment, Completeness, Date, Mention, mention
from servanda.reading.scan import Scan
from servanda.reconciling.differing_force import commitments, futures
from servanda.reconciling.versions import Segment, Version
from servanda.reconciling.wording import Wording

_END_STOPS = ".;:!? "
_TIMES = {"date", "duration"}


class Undertaken(NamedTuple):
    """What a text undertakes: its wording, what it says and who is to do it, and its place in the text from 0 to 1."""

    wording: Wording
    said: frozenset[str]
    subject: frozenset[str]
    place: float

    @property
    def clause(self) -> frozenset[str]:
        """All that it says, whoever is the subject: the passive turns a sentence round."""
        return self.said | self.subject


def undertaken(version: Version) -> list[Undertaken]:
    """Return what a text undertakes, in order."""
    left_out = {one.start: one.end for one in version.reading.excluded if one.reason == "description"}
    scan = Scan(version.document, Vocabulary(), version.document.date)
    found = []
    for block in version.blocks:
        for sentence in version.sentences(block):
            begin = sentence.start
            read = list(commitments(version, [sentence]))
            passed = _passed(version, sentence, scan) if not read and left_out.get(begin) == sentence.end else ()
            for one in (*read, *passed):
                if isinstance(one.value, Commitment):
                    said = _terms(version, block.block, one.start, one.end)
                    subject = _terms(version, block.block, begin, one.start)
                    wording = Wording(version, one, one.value, begin, bool(read))
                    found.append(Undertaken(wording, said, subject, one.start / max(1, len(version.document.text))))
                    begin = one.end
    return found


def _passed(version: Version, sentence: Segment, scan: Scan) -> Iterator[Mention]:
    """Yield what a sentence puts in the future, as a commitment would be read."""
    text = version.document.text
    end = sentence.start + len(text[sentence.start : sentence.end].rstrip(_END_STOPS))
    for head in futures(version, [sentence])[:1]:
        times = [one for one in version.within(sentence.start, sentence.end) if one.kind in _TIMES]
        yield mention(
            "commitment", text, head.start, end, "future", _commitment(find_deadline(scan, sentence.start, end, times))
        )


def _commitment(deadline: Date | None) -> Commitment:
    nothing = Completeness(deliverable=False, target=False, timeframe=deadline is not None, owner=False)
    return Commitment((), "firm", "new", "", "", deadline, None, (), nothing, spoken=False)


def _terms(version: Version, block: int, start: int, end: int) -> frozenset[str]:
    """Return what a passage shares with its counterpart; its force, which may change, is no part of it.

    An actor counts by id and not by its words besides: the partner is named everywhere.
    """
    terms = version.segment(block, start, end).terms
    for one in version.within(start, end):
        if isinstance(one.value, ActorValue) and one.value.id is not None:
            terms -= {term for term in version.segment(block, one.start, one.end).terms if term[0] != "@"}
    return frozenset(term for term in terms if term[0] != "!")
