"""What of a passage is about which commitment, where it bears on several: each is told by sentences of its own."""

from collections.abc import Sequence

from servanda.monitoring.lookup import Lookup
from servanda.monitoring.rule import Match, points
from servanda.text.sentences import sentences


def shares(title: str, passage: str, matches: Sequence[Match], lookup: Lookup) -> list[tuple[str, str]]:
    """Return the title and the sentences of a passage that are about each of its matches.

    A sentence is about the match that has most points in it, or about all that have as many; one in which none has any
    goes on with what the sentence before is about. The title is about all for which it has points, or about all. What
    has no sentence of its own has the whole passage.
    """
    if len(matches) < 2:
        return [(title, passage)] * len(matches)
    headed = _leading(title, matches, lookup)
    own: list[list[str]] = [[] for _ in matches]
    about = frozenset(range(len(matches)))
    for start, end in sentences(passage, 0, len(passage), lookup.language):
        sentence = passage[start:end]
        about = _leading(sentence, matches, lookup) or about
        for number in about:
            own[number].append(sentence)
    return [
        (title if number in headed or not headed else "", " ".join(told) or passage) for number, told in enumerate(own)
    ]


def _leading(text: str, matches: Sequence[Match], lookup: Lookup) -> frozenset[int]:
    said = lookup.said(text)
    counts = [points(said, match.profile) for match in matches]
    most = max(counts)
    return frozenset(number for number, count in enumerate(counts) if count == most and most)
