"""Read a place in an order: "140th of 180", "troisième", "puesto 140 de 180"."""

import re

import msgspec

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.amounts.words_around import words_around

_MARKS = " \"'(•·–-"  # what may open a sentence or an item
_ENDS = frozenset(".;:!?\n")
_CLOSES = re.compile(r"[.,:;)\n]| ?[-–]")
_NEAR = 6  # characters
_SUPERLATIVE = re.compile(r"-[a-z]{3,}est\b")
_WORD_AFTER = re.compile(r"[ -]([^\W\d_]+)")


def is_rank(stretch: Stretch, counted: Counted, previous: Counted | None) -> bool:
    """Whether a number is a place in an order.

    An ordinal is none in "third party" and the like, in "Article premier", at the head of a sentence or heading
    ("First, ..."), nor right after the number before it: "los dos primeros". Figures say a place wherever they stand.
    """
    known = words_around(stretch.language)
    if counted.kind != "rank":
        return counted.bare and stretch.word_before(counted.start) in known.rank_nouns
    labelled = stretch.word_before(counted.start) in known.labels
    if counted.numeral.words and (labelled or _opens_sentence(stretch, counted)):
        return False
    following = _WORD_AFTER.match(stretch.folded, counted.end, stretch.end)
    if (following is not None and following[1] in known.not_ranks) or (
        previous is not None and counted.start - 1 == previous.end
    ):
        return False
    return stretch.word_before(counted.start) not in known.not_ranked


def _opens_sentence(stretch: Stretch, counted: Counted) -> bool:
    """Whether an ordinal only orders what is said: "First, ...", "SEGUNDO.- ...", "Primero" alone on its line.

    In small letters and alone, as in a cell of a table, it is a place.
    """
    before = stretch.folded[max(stretch.start, counted.start - _NEAR) : counted.start].rstrip(_MARKS)
    if before and before[-1] not in _ENDS:
        return False
    alone = counted.end == stretch.end and stretch.text[counted.start].isupper()
    return alone or _CLOSES.match(stretch.folded, counted.end, stretch.end) is not None


def as_rank(stretch: Stretch, counted: Counted, total: Counted | None) -> Counted:
    """Return the place that a number is, with how many places there are if the next number tells.

    A superlative that is one word with it belongs to it: "third-largest".
    """
    if total is None:
        most = _SUPERLATIVE.match(stretch.folded, counted.end, stretch.end)
        end = most.end() if most is not None else counted.end
        return msgspec.structs.replace(counted, kind="rank", rule="rank", end=end)
    return msgspec.structs.replace(counted, kind="rank", rule="rank_of", end=total.numeral.end, of=total.value)


def is_total(stretch: Stretch, rank: Counted, total: Counted) -> bool:
    """Whether the next number says how many places there are: "(140th) of 180 countries"."""
    between = stretch.folded[rank.end : total.start]
    joined = words_around(stretch.language).total.fullmatch(between)
    return joined is not None and total.kind == "quantity" and total.value >= rank.value
