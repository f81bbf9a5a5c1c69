"""A passage as words: folded to one byte a letter, phrases joined, split at everything else.

Folding to Latin-1 keeps every letter of the three languages and lets the rest run at the speed of memory.
"""

import unicodedata
from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick, MatchKind

_SOFT_HYPHEN = b"\xad"
SPACE = ord(" ")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789" + "".join(map(chr, (*range(0xDF, 0xF7), *range(0xF8, 0x100))))


def _table() -> bytes:
    """Return what each byte folds to: a letter to its lower case, a digit to itself, all else to a space."""
    table = bytearray(b" " * 256)
    for letter in _LETTERS:
        code = ord(letter)
        table[code] = code
        upper = letter.upper()
        if len(upper) == 1 and ord(upper) < 256:
            table[ord(upper)] = code
    return bytes(table)


_TABLE = _table()


def fold_words(text: str) -> bytes:
    """Return the words of a text in lower case, one byte a letter, with spaces between and around them.

    Accents stay, composed; "œ" is "oe"; a soft hyphen is nothing; what is no letter or digit of Latin-1 is a space.

    >>> fold_words("L’École du bœuf: 5,5").decode("latin-1")
    ' l école du boeuf  5 5 '
    """
    try:
        letters = text.encode("latin-1")
    except UnicodeEncodeError:
        text = unicodedata.normalize("NFC", text).replace("œ", "oe").replace("Œ", "oe")
        letters = text.encode("latin-1", "replace")
    return b" " + letters.translate(_TABLE, _SOFT_HYPHEN) + b" "


class Phrases:
    """Phrases that count as one word: what is inside them does not count for itself ("New Mexico" is no Mexico)."""

    def __init__(self, phrases: Iterable[bytes]) -> None:
        """Prepare for phrases as ``fold_words`` gives them, without the spaces around."""
        ordered = sorted(set(phrases))
        self._joined = [phrase.replace(b" ", b"_") for phrase in ordered]
        # With the space behind: words that only begin like a phrase do not hide a shorter one.
        self._finder = (
            BytesAhoCorasick([phrase + b" " for phrase in ordered], MatchKind.LeftmostLongest) if ordered else None
        )

    def split(self, folded: bytes) -> list[bytes]:
        """Return the words of a folded text; those of a phrase are joined by "_"."""
        if self._finder is None:
            return folded.split()
        pieces: list[bytes] = []
        done = 0
        for which, start, end in self._finder.find_matches_as_indexes(folded):
            if folded[start - 1] == SPACE:
                pieces += (folded[done:start], self._joined[which])
                done = end - 1
        if not pieces:
            return folded.split()
        return b"".join((*pieces, folded[done:])).split()
