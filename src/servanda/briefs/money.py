"""Contributions by stage: stages and currencies stand beside each other and never mix (CODEBOOK M1, M5)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import get_args

import msgspec

from servanda.register.contribution import Contribution, TransactionStage

STAGES: tuple[TransactionStage, ...] = get_args(TransactionStage)
# What was paid or handed over adds up; what was only said is the same money each time that it is said (M2).
DONE = frozenset({"disbursed", "delivered_value"})


class Amount(msgspec.Struct, frozen=True):
    """An amount in one unit (ISO 4217, or a unit in kind) at one stage."""

    stage: TransactionStage
    unit: str
    value: Decimal


class Funds(msgspec.Struct, frozen=True):
    """A contribution with one amount for each stage and unit; ``parts`` are contained in it and not added (M5)."""

    contribution: Contribution
    amounts: tuple[Amount, ...]
    parts: tuple["Funds", ...] = ()

    def every(self) -> Iterable["Funds"]:
        """Give this contribution and all that it contains."""
        yield self
        for part in self.parts:
            yield from part.every()


def funds(contributions: Iterable[Contribution]) -> tuple[Funds, ...]:
    """Return the contributions that are not part of another, with those that are part of them."""
    every = tuple(contributions)
    present = {one.id for one in every}
    return tuple(_funds(one, every) for one in every if one.part_of not in present)


def totals(every: Iterable[Funds]) -> tuple[Amount, ...]:
    """Return the sum for each stage and unit, counting a part only where its whole states no such amount."""
    sums: dict[tuple[TransactionStage, str], Decimal] = {}
    for one in every:
        for amount in _with_parts(one):
            key = amount.stage, amount.unit
            sums[key] = sums.get(key, Decimal(0)) + amount.value
    return _in_order(sums)


def _funds(contribution: Contribution, every: tuple[Contribution, ...]) -> Funds:
    sums: dict[tuple[TransactionStage, str], Decimal] = {}
    for one in contribution.transactions:
        known = sums.get((one.stage, one.unit), Decimal(0))
        sums[one.stage, one.unit] = known + one.amount if one.stage in DONE else max(known, one.amount)
    return Funds(
        contribution, _in_order(sums), tuple(_funds(one, every) for one in every if one.part_of == contribution.id)
    )


def _with_parts(one: Funds) -> tuple[Amount, ...]:
    own = {(amount.stage, amount.unit) for amount in one.amounts}
    return one.amounts + tuple(amount for amount in totals(one.parts) if (amount.stage, amount.unit) not in own)


def _in_order(sums: dict[tuple[TransactionStage, str], Decimal]) -> tuple[Amount, ...]:
    ordered = sorted(sums.items(), key=lambda pair: (STAGES.index(pair[0][0]), pair[0][1]))
    return tuple(Amount(stage, unit, value) for (stage, unit), value in ordered)
