"""What of a document is about which commitment of a passage, and how much each part tells of what becomes of it.

Where a passage bears on several commitments, each is told by sentences of its own. News say first what happened, and
what led to it later; the title says it once more.
"""

from collections.abc import Sequence

from servanda.monitoring.lookup import Lookup
from servanda.monitoring.rule import Match, points
from servanda.text.sentences import sentences

Told = tuple[str, int]  # words, and how much a cue in them counts

_TITLE, _FIRST, _SENTENCE = 4, 3, 2
_ASIDE = 1  # a sentence that is more about another commitment
_AFAR = 2  # the title and the first sentence of a document, for a passage further down


def shares(title: str, opening: str, passage: str, matches: Sequence[Match], lookup: Lookup) -> list[tuple[Told, ...]]:
    """Return the sentences that are about each of the matches of a passage, with the title.

    A sentence is about the match that has most points in it, or about all that have as many; one in which none has any
    goes on with what the sentence before is about. The title is about all for which it has points, or about all. What
    has no sentence of its own has the whole passage. ``opening`` is the document's first sentence where the passage
    stands further down, else empty: then it and the title are about what they share a term with.
    """
    if not matches:
        return []
    own = _sentences(passage, matches, lookup)
    if opening:
        afar = [(text, lookup.said(text).terms) for text in (title, opening) if text]
        before = [
            tuple((text, _AFAR) for text, terms in afar if any(map(match.profile.points.get, terms)))
            for match in matches
        ]
    else:
        headed = _most(_counts(title, matches, lookup))
        before = [
            ((title, _TITLE),) if title and (number in headed or not headed) else () for number in range(len(matches))
        ]
    return [(*first, *told) for first, told in zip(before, own, strict=True)]


def _sentences(passage: str, matches: Sequence[Match], lookup: Lookup) -> list[list[Told]]:
    cut = [passage[start:end] for start, end in sentences(passage, 0, len(passage), lookup.language)]
    own: list[list[Told]] = [[] for _ in matches]
    about = frozenset(range(len(matches)))
    for sentence in cut:
        counts = _counts(sentence, matches, lookup)
        about = _most(counts) or about
        for number, told in enumerate(own):
            if number in about:
                told.append((sentence, _SENTENCE if any(weight > _ASIDE for _, weight in told) else _FIRST))
            elif counts[number]:
                told.append((sentence, _ASIDE))
    return [told or [(sentence, _SENTENCE) for sentence in cut] for told in own]


def _counts(text: str, matches: Sequence[Match], lookup: Lookup) -> list[int]:
    said = lookup.said(text)
    return [points(said, match.profile) for match in matches]


def _most(counts: Sequence[int]) -> frozenset[int]:
    most = max(counts)
    return frozenset(number for number, count in enumerate(counts) if count == most and most)
