"""Contributions as bars: from what was announced to what was paid or delivered. Stages are never added together."""

import dataclasses
import functools
from collections.abc import Iterable, Mapping
from decimal import Decimal

from servanda.register.contribution import Contribution, Transaction, TransactionStage

_BEFORE: tuple[TransactionStage, ...] = ("announced", "planned", "authorised", "committed", "contract_value")
_AFTER: tuple[TransactionStage, ...] = ("disbursed", "delivered_value")


@dataclasses.dataclass(frozen=True)
class Bar:
    """A contribution and how much of it was paid or delivered; ``children`` are contained in its total (CODEBOOK M5).

    What is counted of it is counted when it is shown: a page shows few of many.
    """

    contribution: Contribution
    children: tuple["Bar", ...] = ()

    @functools.cached_property
    def full(self) -> Transaction | None:
        """The largest amount at the first stage that is known."""
        return _largest(self.contribution.transactions)

    @functools.cached_property
    def _last(self) -> tuple[TransactionStage | None, str | None, Decimal | None]:
        return _reached(self.contribution.transactions, self.full.unit if self.full else None)

    @property
    def stage(self) -> TransactionStage | None:
        """The last stage that has amounts."""
        return self._last[0]

    @property
    def unit(self) -> str | None:
        """In what ``reached`` is counted."""
        return self._last[1]

    @property
    def reached(self) -> Decimal | None:
        """The sum at the last stage."""
        return self._last[2]

    @property
    def share(self) -> int | None:
        """``reached`` in ``full``, in percent; None where they cannot be compared."""
        full = self.full
        return round(100 * (self.reached or Decimal(0)) / full.amount) if full is not None and full.amount else None


def bars(contributions: Iterable[Contribution]) -> list[Bar]:
    """Return a bar for every contribution that is not part of another."""
    parts: dict[str | None, list[Contribution]] = {}
    for one in contributions:
        parts.setdefault(one.part_of, []).append(one)
    return [_bar(one, parts) for one in parts.get(None, ())]


def _bar(contribution: Contribution, parts: Mapping[str | None, list[Contribution]]) -> Bar:
    return Bar(contribution, tuple(_bar(one, parts) for one in parts.get(contribution.id, ())))


def _largest(transactions: Iterable[Transaction]) -> Transaction | None:
    every = list(transactions)
    for stage in _BEFORE:
        if at_stage := [one for one in every if one.stage == stage]:
            return max(at_stage, key=lambda one: one.amount)
    return None


def _reached(
    transactions: Iterable[Transaction], unit: str | None
) -> tuple[TransactionStage | None, str | None, Decimal | None]:
    """Return the last stage that has amounts in the unit (in any one, where none was announced), and their sum."""
    every = list(transactions)
    for stage in _AFTER:
        at_stage = [one for one in every if one.stage == stage and unit in {None, one.unit}]
        if at_stage:
            chosen = at_stage[0].unit
            return stage, chosen, sum((one.amount for one in at_stage if one.unit == chosen), Decimal(0))
    return None, None, None
