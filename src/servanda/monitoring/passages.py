"""Cut a document into the passages that are judged: a paragraph, or up to three sentences of a long one."""

import functools
import re
from collections.abc import Sequence

from servanda.lexicon.language import Language
from servanda.text.sentences import sentences

_PARAGRAPH = re.compile(r"[^\n]+")
_LONG = 600  # characters; a paragraph longer than that is cut
_SENTENCES = 3
_LONGEST = 5_000  # characters of a passage: what is longer is no prose, and is cut anywhere


def passages(text: str, language: Language) -> list[tuple[int, int]]:
    r"""Return the start and end of every passage of a text, in order, without the space around.

    >>> passages("One.\n\n Two.  ", "en")
    [(0, 4), (7, 11)]
    """
    found: list[tuple[int, int]] = []
    for match in _PARAGRAPH.finditer(text):
        paragraph = match[0]
        start = match.start() + len(paragraph) - len(paragraph.lstrip())
        end = match.end() - len(paragraph) + len(paragraph.rstrip())
        if end - start <= _LONG:
            if end > start:
                found.append((start, end))
            continue
        spans = sentences(text, start, end, language)
        for first in range(0, len(spans), _SENTENCES):
            group = spans[first : first + _SENTENCES]
            found += _cut(group[0][0], group[-1][1])
    return found


def opening(text: str, spans: Sequence[tuple[int, int]], start: int, language: Language) -> str:
    """Return the first sentence of a document, for a passage that does not begin with it; else nothing."""
    first, end = spans[0]
    return "" if start == first else _first_sentence(text, first, end, language)


@functools.lru_cache(maxsize=1)  # all passages of a document ask for the same
def _first_sentence(text: str, start: int, end: int, language: Language) -> str:
    return next((text[begin:stop] for begin, stop in sentences(text, start, end, language)), "")


def _cut(start: int, end: int) -> list[tuple[int, int]]:
    return [(begin, min(begin + _LONGEST, end)) for begin in range(start, end, _LONGEST)]
