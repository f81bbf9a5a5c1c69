"""The official axis: what each party has said of its own progress (CODEBOOK X, R3, V5)."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from servanda.assessing.bearers import bearers
from servanda.register.commitment import Commitment
from servanda.register.happening import PublishedPosition
from servanda.register.reporting import Report
from servanda.register.standing import Cause

OfficialValue = Literal["not_reported", "not_started", "in_progress", "obstructed", "reported_complete", "abandoned"]


class Official(msgspec.Struct, frozen=True):
    """What one party says.

    It rests on a published statement (``position``) or on a report of its own (``report``); on neither where the
    party has said nothing. ``cause`` is why something is ``abandoned`` (CODEBOOK V5), ``obstacle`` the id of what is
    in the way of something ``obstructed``, where the report names it.
    """

    party: str
    value: OfficialValue
    position: PublishedPosition | None
    rules: tuple[str, ...]
    report: Report | None = None
    cause: Cause | None = None
    obstacle: str | None = None


def assess_official(
    commitment: Commitment,
    parties: Iterable[str],
    positions: Iterable[PublishedPosition],
    day: datetime.date,
    reports: Iterable[Report] = (),
) -> tuple[Official, ...]:
    """Return the latest statement of each party that answers for the commitment, as at the day.

    A party that promised nothing here has nothing to report. Of a position and a report of one day the report counts:
    it is the party's own.
    """
    latest: dict[str, tuple[datetime.date, bool, PublishedPosition | Report]] = {}
    for said, start, end in _statements(commitment.reference, positions, reports):
        dated = (end, isinstance(said, Report), said)
        if start <= day and (said.party not in latest or latest[said.party][:2] <= dated[:2]):
            latest[said.party] = dated
    return tuple(
        _official(party, latest[party][2] if party in latest else None) for party in bearers(commitment, parties)
    )


def _statements(
    reference: str, positions: Iterable[PublishedPosition], reports: Iterable[Report]
) -> Iterator[tuple[PublishedPosition | Report, datetime.date, datetime.date]]:
    """Yield what was said of a commitment, with the first and last day on which it was."""
    for position in positions:
        if position.commitment == reference:
            yield position, position.date.start, position.date.end
    for report in reports:
        if report.commitment == reference:
            yield report, report.date, report.date


def _official(party: str, said: PublishedPosition | Report | None) -> Official:
    if said is None:
        return Official(party, "not_reported", None, ("X", "R1"))
    report = said if isinstance(said, Report) else None
    position = None if isinstance(said, Report) else said
    cause: Cause | None = None
    rules: tuple[str, ...] = ("X", "R3")
    if said.standing == "abandoned":
        cause, rules = (report.cause if report else None) or "unknown", (*rules, "V5")
    return Official(party, said.standing, position, rules, report, cause, report.obstacle if report else None)
