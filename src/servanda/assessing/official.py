"""The official axis: what each party has said of its own progress (CODEBOOK X, R3)."""

import datetime
from collections.abc import Iterable
from typing import Literal

import msgspec

from servanda.register.commitment import Commitment
from servanda.register.happening import PublishedPosition

OfficialValue = Literal["not_reported", "not_started", "in_progress", "obstructed", "reported_complete", "abandoned"]


class Official(msgspec.Struct, frozen=True):
    """What one party says; ``position`` is the statement it rests on, None where the party has said nothing."""

    party: str
    value: OfficialValue
    position: PublishedPosition | None
    rules: tuple[str, ...]


def assess_official(
    commitment: Commitment, parties: Iterable[str], positions: Iterable[PublishedPosition], day: datetime.date
) -> tuple[Official, ...]:
    """Return the latest position of each party that undertook the commitment, as at the day.

    A party that promised nothing here has nothing to report. Where only bodies of a party or all parties in common
    undertook it, every party is shown.
    """
    everyone = tuple(parties)
    bound = tuple(party for party in everyone if party in commitment.promisors) or everyone
    latest: dict[str, PublishedPosition] = {}
    for position in positions:
        if position.commitment != commitment.reference or position.date.start > day:
            continue
        known = latest.get(position.party)
        if known is None or known.date.end <= position.date.end:
            latest[position.party] = position
    return tuple(_official(party, latest.get(party)) for party in bound)


def _official(party: str, position: PublishedPosition | None) -> Official:
    if position is None:
        return Official(party, "not_reported", None, ("X", "R1"))
    return Official(party, position.standing, position, ("X", "R3"))
