"""Contributions as bars: from what was announced to what was paid or delivered. Stages are never added together."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal

from servanda.register.contribution import Contribution, Transaction, TransactionStage

_BEFORE: tuple[TransactionStage, ...] = ("announced", "planned", "authorised", "committed", "contract_value")
_AFTER: tuple[TransactionStage, ...] = ("disbursed", "delivered_value")


@dataclasses.dataclass(frozen=True)
class Bar:
    """A contribution and how much of it was paid or delivered.

    ``full`` is the largest amount of the first stage that is known, ``reached`` the sum of the last; ``share`` is the
    second in the first, in percent, None where they cannot be compared. ``children`` are contained in its total
    (CODEBOOK M5).
    """

    contribution: Contribution
    full: Transaction | None
    reached: Decimal | None
    reached_stage: TransactionStage | None
    share: int | None
    children: tuple["Bar", ...] = ()


def bars(contributions: Iterable[Contribution]) -> list[Bar]:
    """Return a bar for every contribution that is not part of another."""
    every = tuple(contributions)
    return [_bar(one, every) for one in every if one.part_of is None]


def _bar(contribution: Contribution, every: tuple[Contribution, ...]) -> Bar:
    full = _largest(contribution.transactions)
    stage, reached = _reached(contribution.transactions, full.unit if full else None)
    share = None
    if full is not None and full.amount:
        share = round(100 * (reached or Decimal(0)) / full.amount)
    children = tuple(_bar(one, every) for one in every if one.part_of == contribution.id)
    return Bar(contribution, full, reached, stage, share, children)


def _largest(transactions: Iterable[Transaction]) -> Transaction | None:
    every = list(transactions)
    for stage in _BEFORE:
        if at_stage := [one for one in every if one.stage == stage]:
            return max(at_stage, key=lambda one: one.amount)
    return None


def _reached(transactions: Iterable[Transaction], unit: str | None) -> tuple[TransactionStage | None, Decimal | None]:
    every = list(transactions)
    for stage in _AFTER:
        amounts = [one.amount for one in every if one.stage == stage and one.unit == unit]
        if amounts:
            return stage, sum(amounts, Decimal(0))
    return None, None
