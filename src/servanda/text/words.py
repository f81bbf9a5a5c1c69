"""Words, and their normal form: what two renditions of the same sentence have in common."""

import re
import unicodedata
from collections.abc import Iterator

_MARKS = "\u0300-\u036f\u00ad"  # combining accents and the soft hyphen belong to the word that they stand in
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every word of ``text[start:end]``: a run of letters and digits."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end()


def normalise(word: str) -> str:
    """Return a word's normal form: compatibility composed (NFKC), case folded, without soft hyphens.

    >>> normalise("Co\u00adopE\u0301ration")
    'coopération'
    """
    return unicodedata.normalize("NFKC", word.replace("\u00ad", "")).casefold()
