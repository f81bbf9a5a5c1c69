"""Contributions in money or in kind. Stages never mix (CODEBOOK M1); kind is counted in its own units (CODEBOOK M4)."""

from decimal import Decimal
from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.wording import Wording

TransactionStage = Literal[
    "announced", "planned", "authorised", "committed", "disbursed", "contract_value", "delivered_value"
]
CurrencyBasis = Literal["stated", "donor", "publisher", "assumed"]


class Transaction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An amount at one stage on one day, with its sources (CODEBOOK M3). ``unit`` is ISO 4217, or a unit in kind."""

    stage: TransactionStage
    amount: Decimal
    unit: str
    documents: tuple[str, ...]
    date: Period | None = None
    basis: CurrencyBasis = "stated"
    note: Wording | None = None


class Contribution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one party gives. ``part_of`` is the contribution whose stated total contains it (CODEBOOK M5)."""

    id: str
    type: Literal["money", "in_kind"]
    name: Wording
    purpose: Wording
    provider: str
    transactions: tuple[Transaction, ...]
    implementers: tuple[str, ...] = ()
    beneficiaries: Wording | None = None
    commitments: tuple[str, ...] = ()
    part_of: str | None = None
