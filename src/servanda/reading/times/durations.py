"""Lengths of time: "three years", "90 days", "un año y medio".

Half a year said in words is six months ("two and a half years" is P30M); other parts stay decimals ("3.5 years" is
P3.5Y). "A few weeks" have no length.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from servanda.lexicon.dates import LongUnit, Unit
from servanda.reading.mention import Date
from servanda.reading.times.grammar import Found, Made, rule
from servanda.reading.times.no_lengths import is_age, is_time_of_day
from servanda.reading.times.tokens import Token

INSIDE = "duration-inside"  # the rule of a length that a date or a recurrence counts
_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_DATE_LETTERS, _TIME_LETTERS = "YMWD", "hm"  # of ISO 8601; small letters stand for those that follow its T
_WRITTEN: dict[Unit | LongUnit, tuple[int, str]] = {
    "minute": (1, "m"),
    "hour": (1, "h"),
    "day": (1, "D"),
    "workday": (1, "D"),
    "week": (1, "W"),
    "fortnight": (2, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "semester": (6, "M"),
    "year": (1, "Y"),
    "lustrum": (5, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
_OF_A_NUMBER = frozenset({"de", "d'"})  # "une dizaine d'années", "un millón de años"
_LEADS_TO_ONE = frozenset("ifGqFTbp")


class Length(msgspec.Struct, frozen=True, gc=False):
    """How many of each ISO 8601 unit, by its letter. A length is not ``exact`` where it is a limit ("more than")."""

    parts: dict[str, Decimal]
    exact: bool = True

    @property
    def iso(self) -> str:
        """The length in ISO 8601; weeks beside other units become days, because there they stand alone.

        >>> Length({"Y": Decimal(2), "M": Decimal(6)}).iso, Length({"W": Decimal(2), "D": Decimal(2)}).iso
        ('P2Y6M', 'P16D')
        """
        parts = dict(self.parts)
        if "W" in parts and len(parts) > 1:
            parts["D"] = parts.pop("W") * 7 + parts.get("D", 0)
        date = "".join(f"{parts[letter]:f}{letter}" for letter in _DATE_LETTERS if letter in parts)
        time = "".join(f"{parts[letter]:f}{letter.upper()}" for letter in _TIME_LETTERS if letter in parts)
        return f"P{date}T{time}" if time else f"P{date}"


def _counted(found: Found) -> Made | None:
    """Read a count and its unit: "ninety (90) days", "three-year", "una treintena de días"."""
    again, link = found.value("again"), found.word("of")
    if (again is not None and again != found.value("count")) or (link and link not in _OF_A_NUMBER):
        return None
    if _is_age_or_time(found):
        return None
    count = Decimal(found.value("count"))
    extra = {"H": _HALF, "I": _QUARTER}.get(found.kind("more"), Decimal(0))
    in_words = not found.word("count")[0].isdigit()
    return _length(found, count + extra, in_words=in_words)


def _is_age_or_time(found: Found) -> bool:
    """Whether the count is somebody's age or a time of day."""
    setting, count = found.setting, found.token("count")
    if count is None:
        return False
    if found.value("unit") == "year":
        return is_age(setting.text, setting.plain, count.start, count.end, setting.language)
    return is_time_of_day(setting.plain, count.start, count.end, setting.language)


def inside(whole: Token, tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the length that a date or recurrence counts: "three years" of "the next three years".

    ``tokens`` are those of its stretch, before the rules. A distance ("two years ago") is a day and no length.
    """
    if isinstance(whole.value, Date) and whole.value.granularity != "interval":
        return
    for count, unit in itertools.pairwise(tokens):
        if count.start < whole.start or unit.end > whole.end or unit.kind != "U" or count.kind not in {"d", "n"}:
            continue
        written = _WRITTEN.get(unit.value)
        number = Decimal(count.value) * (written[0] if written else 0)
        if number > 1 and written is not None and number == number.to_integral_value():
            yield Token("L", count.start, unit.end, Length({written[1]: number.to_integral_value()}))


def _one(found: Found) -> Made | None:
    """Read "a year", where a word before it leads to a length of time ("within a year") or a half follows."""
    extra = {"H": _HALF, "I": _QUARTER}.get(found.kind("more"), Decimal(0))
    if not extra and found.kind_before not in _LEADS_TO_ONE and found.token("limit") is None:
        return None
    return _length(found, 1 + extra, in_words=True)


def _whole(found: Found) -> Made | None:
    """Read "all month", "toute l'année"."""
    return None if found.word("unit").endswith("s") and found.english else _length(found, Decimal(1), in_words=True)


def _half_a_unit(found: Found) -> Made | None:
    """Read "half a year"."""
    return _length(found, _HALF, in_words=True) if found.value("half") == "half" else None


def _length(found: Found, count: Decimal, *, in_words: bool) -> Made | None:
    written = _WRITTEN.get(found.value("unit"))
    if written is None or count <= 0:
        return None
    if found.value("unit") == "quarter" and found.after[:1] in {"f", "G"}:  # "three quarters of the budget"
        return None
    amount, letter = count * written[0], written[1]
    if letter == "Y" and in_words and amount % 1 == _HALF:
        amount, letter = amount * 12, "M"
    number = amount.to_integral_value() if amount == amount.to_integral_value() else amount.normalize()
    return Made("L", Length({letter: number}, exact=found.token("limit") is None))


def _together(found: Found) -> Made | None:
    """Join "two years and six months"; the smaller unit comes second."""
    first: Length = found.value("first")
    second: Length = found.value("second")
    order = _DATE_LETTERS + _TIME_LETTERS
    if max(map(order.index, first.parts)) >= min(map(order.index, second.parts)):
        return None
    return Made("L", Length(first.parts | second.parts, first.exact and second.exact))


def _several_lengths(_: Found) -> Made:
    """Two numbers for one length ("3 to 5 years") are no one value: nothing is read."""
    return Made("?", None)


RULES = (
    rule("duration-range", r"B? [dn] [&T~-] [dn] -? (?=U)", _several_lengths),
    rule(
        "duration",
        r"(?P<limit>q)? (?P<count>[dnyY]) (?: \( (?P<again>[dn]) \) )? -? (?P<of>[fG])? (?P<unit>U) (?P<more>[HI])?",
        _counted,
    ),
    rule("duration", r"(?P<limit>q)? k -? (?P<unit>U) (?P<more>[HI])?", _one),
    rule("duration", r"(?P<half>U) k (?P<unit>U)", _half_a_unit),
    rule("duration-whole", r"v (?P<unit>U)", _whole),
    rule("duration", r"(?P<first>L) ,? &? (?P<second>L)", _together),
    rule("duration", r"(?P<first>L) ,? &? (?P<second>L)", _together),  # "a year, two months and ten days"
)
