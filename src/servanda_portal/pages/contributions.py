"""Contributions as bars: from what was announced to what was paid or delivered. Stages are never added together."""

import dataclasses
from collections.abc import Iterable, Mapping
from decimal import Decimal

from servanda.register.contribution import Contribution, Transaction, TransactionStage

_BEFORE: tuple[TransactionStage, ...] = ("announced", "planned", "authorised", "committed", "contract_value")
_AFTER: tuple[TransactionStage, ...] = ("disbursed", "delivered_value")


@dataclasses.dataclass(frozen=True)
class Bar:
    """A contribution and how much of it was paid or delivered.

    ``full`` is the largest amount at the first stage that is known, ``reached`` the sum at the last, in ``unit``;
    ``share`` is the second in the first, in percent, None where they cannot be compared. ``children`` are contained in
    its total (CODEBOOK M5).
    """

    contribution: Contribution
    full: Transaction | None
    reached: Decimal | None
    stage: TransactionStage | None
    unit: str | None
    share: int | None
    children: tuple["Bar", ...] = ()


def bars(contributions: Iterable[Contribution]) -> list[Bar]:
    """Return a bar for every contribution that is not part of another."""
    parts: dict[str | None, list[Contribution]] = {}
    for one in contributions:
        parts.setdefault(one.part_of, []).append(one)
    return [_bar(one, parts) for one in parts.get(None, ())]


def _bar(contribution: Contribution, parts: Mapping[str | None, list[Contribution]]) -> Bar:
    full = _largest(contribution.transactions)
    stage, unit, reached = _reached(contribution.transactions, full.unit if full else None)
    share = round(100 * (reached or Decimal(0)) / full.amount) if full is not None and full.amount else None
    children = tuple(_bar(one, parts) for one in parts.get(contribution.id, ()))
    return Bar(contribution, full, reached, stage, unit, share, children)


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
