"""Give a number its unit where the sentence has said it before: "30 million euros, of which 18 million in 2025"."""

import re

import msgspec

from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch

_MILLION = 1_000_000
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s")


def with_unit_before(stretch: Stretch, counted: Counted, model: Counted | None) -> Counted:
    """Return a number of millions without a unit with that of the last amount of millions, if its sentence goes on.

    Smaller numbers leave out other things than the last unit ("48 countries, of which 16 ..."): they stay bare.
    """
    if model is None or not counted.bare or counted.numeral.scale < _MILLION:
        return counted
    follows = stretch.folded[counted.end : counted.end + 4].startswith((" de ", " d'", " of "))
    if follows or _SENTENCE_END.search(stretch.folded, model.end, counted.start):
        return counted
    notation = model.notation
    if notation is not None:
        notation = msgspec.structs.replace(notation, start=counted.start, end=counted.end)
    return msgspec.structs.replace(
        counted, kind=model.kind, notation=notation, unit=model.unit, bare=False, rule=f"{model.kind}_elliptic"
    )


def is_model(counted: Counted) -> bool:
    """Whether later numbers of the sentence may leave out the unit of this amount."""
    return not counted.bare and counted.kind in {"money", "quantity"} and counted.numeral.scale >= _MILLION
