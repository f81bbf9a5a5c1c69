"""Numbers written in digits, with the marks that official prose puts into them."""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from servanda.reading.numbers.rounding import step_of

# The text is folded, so every no-break or narrow space is a plain one. Switzerland groups with an apostrophe.
DIGITS = re.compile(r"[0-9]{1,3}(?:[ '][0-9]{3}){1,6}(?! ?[0-9])(?:[.,][0-9]+)*|[0-9]+(?:[.,][0-9]+)*|[.,][0-9]+")
_MARK = re.compile(r"[ '.,]")
_MEXICAN = frozenset("',")  # "1'200,000": an apostrophe for the millions, a comma for the thousands
_LONGEST = 18  # digits; what is longer is an identifier, not a number


class Digits(msgspec.Struct, frozen=True, gc=False):
    """A number in digits: where it ends, its value, and the unit of its last digit that counts.

    The value is None where digits stand but make no number ("1.2.3"). ``marked`` numbers have a mark in them.
    """

    end: int
    value: Decimal | None
    step: Decimal
    marked: bool


def read_digits(folded: str, start: int, end: int, mark: str) -> Digits | None:
    """Read the digits that begin at ``start``, in a text whose decimal mark is ``mark``; None where none begin."""
    match = DIGITS.match(folded, start, end)
    if match is None:
        return None
    raw = match[0]
    if raw.isdecimal():
        value = Decimal(raw) if len(raw) <= _LONGEST else None
        return Digits(match.end(), value, step_of(raw, 0), marked=False)
    parts = split_marks(raw, mark)
    if parts is None or len(raw) > _LONGEST * 4 // 3:
        return Digits(match.end(), None, Decimal(1), marked=True)
    whole, decimals = parts
    return Digits(match.end(), Decimal(f"{whole or 0}.{decimals}"), step_of(whole, len(decimals)), marked=True)


def split_marks(raw: str, mark: str) -> tuple[str, str] | None:
    """Return the whole digits and the decimals of a number with marks, or None where they make no number.

    The last mark is decimal if it differs from those before it, if it is the text's decimal mark, or if no group of
    three digits follows it. All others must group, in Mexico with an apostrophe for the millions ("1'200,000").

    >>> split_marks("1.234,5", "."), split_marks("41.700", ","), split_marks("5,5", "."), split_marks("1.2.3", ".")
    (('1234', '5'), ('41700', ''), ('5', '5'), None)
    """
    groups = _MARK.split(raw)
    marks = _MARK.findall(raw)
    decimals = ""
    if marks and marks[-1] in ".," and marks.count(marks[-1]) == 1:
        alone = len(marks) == 1
        thousands = set(marks) == _MEXICAN and _group(groups)
        if not thousands and (not alone or marks[-1] == mark or not _group(groups)):
            decimals = groups.pop()
            marks.pop()
    if (len(set(marks)) > 1 and set(marks) != _MEXICAN) or (marks and not _group(groups)):
        return None
    return "".join(groups), decimals


def _group(groups: Sequence[str]) -> bool:
    """Whether digits stand in groups of three, or in the Indian way (12,34,567)."""
    first, *middle, last = groups
    if len(last) != 3 or first.startswith("0"):
        return False
    return (1 <= len(first) <= 3 and all(len(group) == 3 for group in middle)) or (
        1 <= len(first) <= 2 and bool(middle) and all(len(group) == 2 for group in middle)
    )
