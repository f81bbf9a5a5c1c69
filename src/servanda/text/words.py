"""Words, and their normal form: what two renditions of the same sentence have in common."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_MARKS = "\u0300-\u036f\u00ad"  # combining accents and the soft hyphen belong to the word that they stand in
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_DIVISION = re.compile(r"(?:(?<=[^\W_])[-‐]|(?<=\u00ad))[^\S\n]*\n[^\S\n]*(?=[^\W\d_])")
_INSIDE = re.compile(rf"{_DIVISION.pattern}|\u00ad")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every word of ``text[start:end]``: a run of letters and digits."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end()


def join_divided(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the words that a hyphen, soft or plain, divides at a line end; the others stay as they are."""
    divided = {match.end() for match in _DIVISION.finditer(text) if text[match.end()].islower()}
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if start in divided and joined:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def normalise(word: str) -> str:
    """Return a word's normal form: compatibility composed (NFKC), case folded, without hyphens and line ends in it.

    >>> normalise("Co\u00adopE\u0301ration")
    'coopération'
    """
    whole = word if word.isalnum() else _INSIDE.sub("", word)
    return whole.lower() if whole.isascii() else unicodedata.normalize("NFKC", whole).casefold()
