"""Indicators: what is counted, from which baseline to which target (CODEBOOK V7)."""

from decimal import Decimal
from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.wording import Wording


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value for a stretch of days."""

    value: Decimal
    when: Period


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something counted for commitments, in ``unit``. ``all_or_nothing``: short of the target nothing is reached."""

    id: str
    name: Wording
    unit: Wording
    target: Measure
    commitments: tuple[str, ...]
    baseline: Measure | None = None
    direction: Literal["up", "down"] = "up"
    all_or_nothing: bool = False
    documents: tuple[str, ...] = ()


class Observation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One counted value, with the documents that state it. ``party``: the one it counts for, where it is one's."""

    id: str
    indicator: str
    measure: Measure
    documents: tuple[str, ...]
    party: str | None = None
