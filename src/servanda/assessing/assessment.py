"""An assessment: the three axes of a commitment on one day, and the groups in which a plan is told."""

import datetime
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeVar

import msgspec

from servanda.assessing.assumed_dates import assumed_date
from servanda.assessing.bearers import bearers
from servanda.assessing.evidence import Evidence, PartyEvidence, assess_evidence
from servanda.assessing.expiry import NO_WINDOWS, Windows
from servanda.assessing.official import Official, assess_official
from servanda.assessing.schedule import Schedule, assess_schedule
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.notes import Search
from servanda.register.reporting import Report
from servanda.register.standing import Standing

Group = Literal["delivered", "under_way", "reaffirmed", "without_evidence", "contrary", "not_reviewable"]

Said = TypeVar("Said", PublishedPosition, Report)

CODEBOOK = "servanda-codebook/1"
_GROUPS: dict[str, Group] = {
    "not_reviewable": "not_reviewable", "not_searched": "without_evidence", "none_found": "without_evidence",
    "step_1": "reaffirmed", "step_2": "under_way", "step_3": "under_way", "step_4": "under_way",
    "delivered": "delivered", "delivered_late": "delivered", "exceeded": "delivered", "contrary": "contrary",
}  # fmt: skip


class Assessment(msgspec.Struct, frozen=True):
    """Official, evidence and schedule, as the codebook computes them for ``day``. They are never averaged.

    ``parties`` is the evidence for each party that answers for the commitment, in the order of the agreement.
    """

    commitment: str
    day: datetime.date
    official: tuple[Official, ...]
    evidence: Evidence
    schedule: Schedule
    parties: tuple[PartyEvidence, ...] = ()
    codebook: str = CODEBOOK

    @property
    def group(self) -> Group:
        """The group of the evidence axis in which a plan is summed up; a stale step counts as its step."""
        if self.evidence.value == "stale":
            return "under_way" if self.evidence.step > 1 else "reaffirmed"
        return _GROUPS[self.evidence.value]

    @property
    def late(self) -> bool:
        """Whether a stated date has passed without delivery, or was met late."""
        return self.schedule.value in {"overdue", "met_late"}


def assess(
    agreement: Agreement,
    commitments: Iterable[Commitment],
    *,
    happenings: Sequence[Happening],
    positions: Sequence[PublishedPosition],
    searches: Sequence[Search],
    documents: Mapping[str, CitedDocument],
    day: datetime.date,
    reports: Sequence[Report] = (),
    standings: Mapping[str, Standing] | None = None,
    windows: Windows = NO_WINDOWS,
) -> dict[str, Assessment]:
    """Return the assessment of every commitment, by its reference, as at the day.

    ``standings`` hold the deadlines that commitments were adopted with: lateness counts against those, however often
    they were revised (CODEBOOK T3). ``windows`` say how long progress stays fresh in each domain (CODEBOOK T5).
    """
    bearing: dict[str, dict[str, Happening]] = {}
    apart: set[str] = set()
    for happening in happenings:
        for link in happening.bearings:
            bearing.setdefault(link.commitment, {})[happening.id] = happening
            if link.party is not None:
                apart.add(link.commitment)
    said, reported = _by_commitment(positions), _by_commitment(reports)
    searched: dict[str, list[Search]] = {}
    for search in searches:
        for reference in search.commitments:
            searched.setdefault(reference, []).append(search)
    everyone = tuple(party.id for party in agreement.parties)
    assessments = {}
    for current in commitments:
        commitment = _as_adopted(current, (standings or {}).get(current.reference))
        evidence_of = functools.partial(
            assess_evidence,
            commitment,
            signed=agreement.signed,
            happenings=bearing.get(commitment.reference, {}).values(),
            searches=searched.get(commitment.reference, ()),
            documents=documents,
            day=day,
            window=windows.of(commitment),
        )
        evidence = evidence_of()
        assessments[commitment.reference] = Assessment(
            commitment.reference,
            day,
            assess_official(
                commitment,
                everyone,
                said.get(commitment.reference, ()),
                day,
                reported.get(commitment.reference, ()),
            ),
            evidence,
            assess_schedule(commitment, assumed_date(commitment, agreement, documents), evidence, day),
            tuple(
                # Where no action is one party's own, all that was done was done by each.
                PartyEvidence(party, evidence_of(party=party) if commitment.reference in apart else evidence)
                for party in bearers(commitment, everyone)
            ),
        )
    return assessments


def _by_commitment(statements: Iterable[Said]) -> dict[str, list[Said]]:
    """Return what was said by the commitment that it is about, so that nothing is looked through twice."""
    found: dict[str, list[Said]] = {}
    for statement in statements:
        found.setdefault(statement.commitment, []).append(statement)
    return found


def _as_adopted(commitment: Commitment, standing: Standing | None) -> Commitment:
    """Return the commitment with the deadline that it was adopted with (CODEBOOK T3)."""
    if standing is None or standing.original is None:
        return commitment
    return msgspec.structs.replace(commitment, deadline=standing.original)
