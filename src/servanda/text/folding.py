"""Fold a text for matching: lower case, plain quotes, dashes and spaces, and the same length.

Because every character folds to exactly one character, an offset in the folded text is the same offset in the
original: the offset map is the identity, and the original is never changed.
"""

import codecs

_PLAIN = {
    "'": "‘’‚‛′ʼ`´",
    '"': "“”„‟″«»‹›",
    "-": "‐‑‒–—―−",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
_PAIRS = [(odd, plain) for plain, odds in _PLAIN.items() for odd in odds]
_ASCII_PAIRS = [(odd, plain) for odd, plain in _PAIRS if odd.isascii()]

_ACCENTED = {"a": "àáâãäåª", "c": "ç", "e": "èéêë", "i": "ìíîï", "n": "ñ", "o": "òóôõöº°", "u": "ùúûü", "y": "ýÿ"}

_SPACED = bytes(code if chr(code).isalnum() else ord(" ") for code in range(256))
_BARE = bytes(
    ord(next((bare for bare, accented in _ACCENTED.items() if chr(code) in accented), chr(code) if code < 128 else "?"))
    for code in range(256)
)
_LETTER = "ÿ"  # stands for every letter beyond Latin-1


def fold(text: str) -> str:
    """Return the text folded for matching, with every offset unchanged.

    >>> fold("L’État verse 5,5 M$")
    "l'état verse 5,5 m$"
    """
    plain = text
    for odd, same in _ASCII_PAIRS if text.isascii() else _PAIRS:
        # Some fifty searches for one character take a tenth of the time of str.translate.
        if odd in plain:
            plain = plain.replace(odd, same)
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    # Few characters ("İ") have a lower case of two: they stay as they are.
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)


def spaced(folded: str) -> str:
    """Return folded text with a space for every character that is no letter or digit, with every offset unchanged.

    A whole word has a space on either side in it, so that one search finds whole words only. A letter beyond Latin-1
    becomes some letter.

    >>> spaced("l'état (5%)")
    'l état  5  '
    """
    return folded.encode("latin-1", _BEYOND_LATIN).translate(_SPACED).decode("latin-1")


def plain(folded: str) -> bytes:
    """Return folded text as ASCII of the same length, without accents; any other character becomes "?".

    >>> plain("1ᵉʳ août")
    b'1er aout'
    """
    if "ᵉ" in folded:  # "1ᵉʳ"
        folded = folded.replace("ᵉ", "e").replace("ʳ", "r")
    return folded.encode("latin-1", "replace").translate(_BARE)


def _beyond_latin(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    beyond = error.object[error.start : error.end]
    return "".join(_LETTER if character.isalnum() else " " for character in beyond), error.end


_BEYOND_LATIN = "servanda-beyond-latin"
codecs.register_error(_BEYOND_LATIN, _beyond_latin)
