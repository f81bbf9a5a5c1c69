"""Who has the floor in a transcript: "Foreign Minister Roth: ..." and the paragraphs after it."""

import bisect
import operator
import re

from servanda.reading.scan import Scan

_LEAD = 40  # characters before a speaker's name at the head of a turn: the longest title
_BLOCKS = 4  # blocks at the head of an interview in which it says who is interviewed
_ANSWER = re.compile(r"(?:a|r|answer|réponse|respuesta)\s?[.:] ")
_QUESTION = re.compile(r"(?:q|p|question|pregunta)\s?[.:] ")
_FEWEST = 2  # turns of a transcript


class Turns:
    """The turns of one document: where each begins, and the party of who speaks, None where it is not known."""

    def __init__(self, scan: Scan) -> None:
        """Find the turns. One colon after a name makes no transcript."""
        parties = {
            naming.end: naming.party
            for naming in scan.cast.namings
            if naming.value.type in {"person", "office"} and scan.folded.startswith(":", naming.end)
        }
        turns = [
            (block.start, party)
            for block in scan.document.blocks
            for colon in [scan.folded.find(":", block.start, min(block.end, block.start + 2 * _LEAD))]
            if colon >= 0 and (party := parties.get(colon)) is not None
        ]
        self._turns = turns if len(turns) >= _FEWEST else _answers(scan)

    def party_at(self, offset: int) -> str | None:
        """Return the party of whoever has the floor at an offset."""
        place = bisect.bisect_right(self._turns, offset, key=operator.itemgetter(0)) - 1
        return self._turns[place][1] if place >= 0 else None


def _answers(scan: Scan) -> list[tuple[int, str | None]]:
    """Return the turns of an interview: its answers are those of who is presented at its head."""
    blocks = scan.document.blocks
    if sum(_ANSWER.match(scan.folded, block.start) is not None for block in blocks) < _FEWEST:
        return []
    head = blocks[min(_BLOCKS, len(blocks)) - 1].end
    presented = (naming.party for naming in scan.cast.namings if naming.start < head and naming.party and naming.role)
    party = next(presented, None)
    return [
        (block.start, party if _ANSWER.match(scan.folded, block.start) else None)
        for block in blocks
        if party is not None and (_ANSWER.match(scan.folded, block.start) or _QUESTION.match(scan.folded, block.start))
    ]
