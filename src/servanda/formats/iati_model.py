"""What IATI 2.03 can say of a register, as values: activities and organisations.

``iati_xml`` writes them and ``iati_reader`` reads them.
https://iatistandard.org/en/iati-standard/203/. Stages keep apart (CODEBOOK M1): each has a place of its own.
"""

import datetime
from decimal import Decimal
from typing import Literal, get_args

import msgspec

from servanda.register.contribution import TransactionStage
from servanda.register.wording import Names

Status = Literal["1", "2", "4"]  # ActivityStatus: identified, under way, closed
Role = Literal["1", "2", "4"]  # OrganisationRole: funding, accountable, implementing

# TransactionType. What is planned, authorised or contracted is no transaction of IATI's.
TRANSACTION_TYPES: dict[TransactionStage, str] = {
    "announced": "12",  # outgoing pledge
    "committed": "2",  # outgoing commitment
    "disbursed": "3",  # disbursement
    "delivered_value": "4",  # expenditure: spent on goods and services
}
# BudgetStatus: an authorisation binds nobody yet (indicative), a contract does (committed).
BUDGET_STATUSES: dict[TransactionStage, str] = {"authorised": "1", "contract_value": "2"}
# A planned amount is a planned-disbursement.

STAGES: tuple[TransactionStage, ...] = get_args(TransactionStage)


class IatiError(ValueError):
    """A file that is not what ``iati_xml`` writes; the message says what is missing or wrong."""


class Publisher(msgspec.Struct, frozen=True):
    """Who reports: ``ref`` is its IATI organisation identifier, ``type`` an OrganisationType.

    ``secondary``: it reports what others do, as an observer does.
    """

    ref: str
    type: str
    name: Names
    secondary: bool = False


class Participant(msgspec.Struct, frozen=True):
    """Who takes part, and as what."""

    ref: str
    role: Role
    type: str | None
    name: Names


class Coded(msgspec.Struct, frozen=True):
    """A code of our own (vocabulary 99) with its name: a pillar as sector, a commitment as tag."""

    code: str
    name: Names


class Amount(msgspec.Struct, frozen=True):
    """Money at one stage. Only what is planned spans days; the rest stands on its last day."""

    stage: TransactionStage
    amount: Decimal
    currency: str
    start: datetime.date
    end: datetime.date
    description: Names | None = None


class Count(msgspec.Struct, frozen=True):
    """What is given in kind, in its own unit and never priced (CODEBOOK M4): an indicator of a result."""

    stage: TransactionStage
    number: Decimal
    unit: str
    start: datetime.date
    end: datetime.date

    @property
    def reached(self) -> bool:
        """Whether it was given, or is only to be given."""
        return self.stage in {"disbursed", "delivered_value"}


class LinkedDocument(msgspec.Struct, frozen=True):
    """A cited document that can be opened."""

    address: str
    title: Names
    language: str
    date: datetime.date | None = None


class Position(msgspec.Struct, frozen=True):
    """A place in decimal degrees (WGS 84)."""

    name: Names
    latitude: Decimal
    longitude: Decimal


class Activity(msgspec.Struct, frozen=True):
    """A plan, one contribution to it, or one project; ``level`` is its depth below the plan, which is 1.

    A contribution that is part of another stands below it: sums are taken on one level only (CODEBOOK M5). Amounts come
    in the order of STAGES.
    """

    identifier: str
    level: int
    title: Names
    description: Names
    participants: tuple[Participant, ...]
    status: Status
    planned_start: datetime.date
    planned_end: datetime.date
    sector: Coded
    started: datetime.date | None = None
    places: tuple[Position, ...] = ()
    tags: tuple[Coded, ...] = ()
    amounts: tuple[Amount, ...] = ()
    counts: tuple[Count, ...] = ()
    documents: tuple[LinkedDocument, ...] = ()
    parent: str | None = None


class PlannedFor(msgspec.Struct, frozen=True):
    """What an organisation plans to give another."""

    recipient: str
    name: Names
    amount: Amount


class Organisation(msgspec.Struct, frozen=True):
    """A party or an institution that gives or carries out."""

    identifier: str
    name: Names
    planned: tuple[PlannedFor, ...] = ()


class Activities(msgspec.Struct, frozen=True):
    """A file of activities, as at a day."""

    publisher: Publisher
    day: datetime.date
    activities: tuple[Activity, ...]


class Organisations(msgspec.Struct, frozen=True):
    """A file of organisations, as at a day."""

    publisher: Publisher
    day: datetime.date
    organisations: tuple[Organisation, ...]
