"""Quantified targets: the share reached, and what it counts for (CODEBOOK V7)."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from servanda.register.indicator import Indicator

Reached = Literal["full", "substantial", "limited", "none"]

SUBSTANTIAL = Fraction(3, 4)
_RULES = ("V7",)


class Share(msgspec.Struct, frozen=True):
    """How much of a target was reached: ``share`` is 1 at the target, more above it, never below 0.

    ``substantial`` is the share from which it is called so. ``all_or_nothing`` flags a target short of which nothing
    is reached, whatever the share shown.
    """

    reached: Reached
    share: Fraction
    substantial: Fraction
    all_or_nothing: bool
    rules: tuple[str, ...] = _RULES

    @property
    def completion(self) -> str:
        """The grade of the completion scale (CODEBOOK V4)."""
        return {"full": "complete", "substantial": "substantial", "limited": "limited", "none": "not_started"}[
            self.reached
        ]

    @property
    def g7(self) -> str | None:
        """The grade of the G7 scale: partial is 0; None where nothing is reached, which only T2 may score."""
        return {"full": "+1", "substantial": "0", "limited": "0", "none": None}[self.reached]


def share_reached(
    value: Decimal,
    target: Decimal,
    *,
    baseline: Decimal = Decimal(0),
    all_or_nothing: bool = False,
    substantial: Fraction = SUBSTANTIAL,
) -> Share:
    """Return the share of the way from the baseline to the target, which may lie below it (less of something).

    Raises ValueError when the target is the baseline: there is nothing to reach.
    """
    way = Fraction(target) - Fraction(baseline)
    if way == 0:
        raise ValueError("the target is the baseline: there is nothing to reach")
    share = max((Fraction(value) - Fraction(baseline)) / way, Fraction(0))
    return Share(_reached(share, substantial, all_or_nothing=all_or_nothing), share, substantial, all_or_nothing)


def indicator_share(indicator: Indicator, value: Decimal, substantial: Fraction = SUBSTANTIAL) -> Share:
    """Return the share of an indicator's target that an observed value reaches.

    Without a baseline, one that is to rise starts from zero. Raises ValueError for one that is to fall: its share
    needs a baseline.
    """
    if indicator.baseline is None and indicator.direction == "down":
        raise ValueError(f"{indicator.id} is to fall and states no baseline to fall from")
    return share_reached(
        value,
        indicator.target.value,
        baseline=Decimal(0) if indicator.baseline is None else indicator.baseline.value,
        all_or_nothing=indicator.all_or_nothing,
        substantial=substantial,
    )


def _reached(share: Fraction, substantial: Fraction, *, all_or_nothing: bool) -> Reached:
    if share >= 1:
        return "full"
    if share == 0 or all_or_nothing:
        return "none"
    return "substantial" if share >= substantial else "limited"
