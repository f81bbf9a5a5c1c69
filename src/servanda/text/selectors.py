"""Find a passage again: by its words, or, where its words may not be stored, by their hash.

The quote selector follows the W3C Web Annotation model (exact, prefix, suffix). The hash selector keeps the number of
words and the SHA-256 of the normalised words joined by single spaces; a window of that many words slides over a
document until the hash is the same. It survives other spaces, quotation marks, dashes, case and line breaks.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from servanda.text.words import normalise, words

_CONTEXT = 32  # characters of prefix and suffix, as Hypothesis and the W3C examples use


class QuoteSelector(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The exact words, with the characters before and after that tell one occurrence from another."""

    quote: str
    prefix: str = ""
    suffix: str = ""


class HashSelector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many words the passage has, and the SHA-256 (hexadecimal) of its normalised words."""

    words: int
    sha256: str


Selector = QuoteSelector | HashSelector


class Passage(msgspec.Struct, frozen=True):
    """A stretch of a document, and how to find it again."""

    document: str
    start: int
    end: int
    selector: Selector


def quote_selector(text: str, start: int, end: int) -> QuoteSelector:
    """Return the quote selector of ``text[start:end]``."""
    return QuoteSelector(text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT])


def hash_selector(text: str, start: int, end: int) -> HashSelector:
    """Return the hash selector of ``text[start:end]``.

    Raises ValueError when the stretch holds no word.
    """
    normal = [normalise(text[first:last]) for first, last in words(text, start, end)]
    if not normal:
        raise ValueError(f"no words between {start} and {end}: nothing to find again")
    return HashSelector(len(normal), _digest(normal))


def find(text: str, selector: Selector) -> list[tuple[int, int]]:
    """Return every stretch of the text that the selector fits, in order.

    A quote whose prefix and suffix fit somewhere is found only there; otherwise everywhere that its words stand.
    """
    if isinstance(selector, HashSelector):
        return find_hashes(text, [selector])[selector]
    places = []
    start = text.find(selector.quote)
    while start >= 0 and selector.quote:
        places.append((start, start + len(selector.quote)))
        start = text.find(selector.quote, start + 1)
    certain = [
        (start, end)
        for start, end in places
        if text.endswith(selector.prefix, 0, start) and text.startswith(selector.suffix, end)
    ]
    return certain or places


def find_hashes(text: str, selectors: Iterable[HashSelector]) -> dict[HashSelector, list[tuple[int, int]]]:
    """Find many hash selectors in one text; each word count costs one walk over the text."""
    found: dict[HashSelector, list[tuple[int, int]]] = {selector: [] for selector in selectors}
    spans = list(words(text))
    normal = [normalise(text[start:end]) for start, end in spans]
    for count in sorted({selector.words for selector in found}):
        wanted = {selector.sha256: selector for selector in found if selector.words == count}
        for first in range(len(normal) - count + 1):
            selector = wanted.get(_digest(normal[first : first + count]))
            if selector is not None:
                found[selector].append((spans[first][0], spans[first + count - 1][1]))
    return found


def _digest(normal_words: list[str]) -> str:
    return hashlib.sha256(" ".join(normal_words).encode()).hexdigest()
