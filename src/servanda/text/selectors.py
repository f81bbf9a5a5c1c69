"""Find a passage again: by its words, or, where its words may not be stored, by their hash.

The quote selector follows the W3C Web Annotation model (exact, prefix, suffix). The hash selector keeps the number of
words and the SHA-256 of the normalised words joined by single spaces; a window of that many words slides over a
document until the hash is the same. It survives other spaces, quotation marks, dashes, case and line breaks, and words
that a line end divides: a text with such words is searched as it stands, and again with all of them joined.
"""

import hashlib
import itertools
from collections.abc import Iterable

import msgspec

from servanda.text.words import join_divided, normalise, words

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
    return HashSelector(len(normal), hashlib.sha256(" ".join(normal).encode()).hexdigest())


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
    """Find many hash selectors in one text; each word count costs one walk over its words."""
    found: dict[HashSelector, set[tuple[int, int]]] = {selector: set() for selector in selectors}
    by_count: dict[int, dict[bytes, HashSelector]] = {}
    for selector in found:
        by_count.setdefault(selector.words, {})[bytes.fromhex(selector.sha256)] = selector
    spans = list(words(text))
    joined = join_divided(text, spans)
    for variant in [spans] if len(joined) == len(spans) else [spans, joined]:
        normal = [normalise(text[start:end]).encode() for start, end in variant]
        content = b" ".join(normal)
        ends = list(itertools.accumulate(len(word) + 1 for word in normal))  # one more than where each word ends
        begins = [0, *ends]
        for count, wanted in by_count.items():
            for first, (begin, end) in enumerate(zip(begins, ends[count - 1 :], strict=False)):
                match = wanted.get(hashlib.sha256(content[begin : end - 1]).digest())
                if match is not None:
                    found[match].add((variant[first][0], variant[first + count - 1][1]))
    return {selector: sorted(places) for selector, places in found.items()}
