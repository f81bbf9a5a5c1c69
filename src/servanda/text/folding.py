"""Fold a text for matching: lower case, plain quotes, dashes and spaces, and the same length.

Because every character folds to exactly one character, an offset in the folded text is the same offset in the
original: the offset map is the identity, and the original is never changed.
"""

_PLAIN = {
    "'": "‘’‚‛′ʼ`´",
    '"': "“”„‟″«»‹›",
    "-": "‐‑‒–—―−",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
_PAIRS = [(odd, plain) for plain, odds in _PLAIN.items() for odd in odds]


def fold(text: str) -> str:
    """Return the text folded for matching, with every offset unchanged.

    >>> fold("L’État verse 5,5 M$")
    "l'état verse 5,5 m$"
    """
    plain = text
    for odd, same in _PAIRS:
        # Some fifty searches for one character take a tenth of the time of str.translate.
        if odd in plain:
            plain = plain.replace(odd, same)
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    # Few characters ("İ") have a lower case of two: they stay as they are.
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)
