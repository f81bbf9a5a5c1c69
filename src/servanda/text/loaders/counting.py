"""Numbers as lists count them: 3, c, C, iii, III."""

from typing import Literal

Style = Literal["1", "a", "A", "i", "I"]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_LARGEST_ROMAN = 3_999


def count(number: int, style: Style) -> str:
    """Return a number in a style; in digits where the style does not reach it.

    >>> count(4, "i"), count(3, "A"), count(27, "a")
    ('iv', 'C', '27')
    """
    if style in {"a", "A"} and 1 <= number <= _LETTERS:
        return chr(ord(style) + number - 1)
    if style in {"i", "I"} and 1 <= number <= _LARGEST_ROMAN:
        signs = []
        for value, sign in _ROMAN:
            times, number = divmod(number, value)
            signs.append(sign * times)
        roman = "".join(signs)
        return roman if style == "i" else roman.upper()
    return str(number)
