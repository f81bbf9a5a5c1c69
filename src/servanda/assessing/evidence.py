"""The evidence axis: what accepted documents show, whatever a party says (CODEBOOK X, E2, E3, E5, T1, T4, T5)."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from servanda.assessing.expiry import WINDOW
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.happening import Bearing, Happening
from servanda.register.notes import Search

EvidenceValue = Literal[
    "not_reviewable", "not_searched", "none_found", "step_1", "step_2", "step_3", "step_4", "stale", "delivered",
    "delivered_late", "exceeded", "contrary",
]  # fmt: skip
Step = Literal[0, 1, 2, 3, 4, 5, 6]
Weighed = tuple[Happening, Bearing]

_STEPS: dict[Step, EvidenceValue] = {1: "step_1", 2: "step_2", 3: "step_3", 4: "step_4"}
_INDEPENDENT = frozenset({"wire", "press", "analysis", "advocacy"})  # tier D by CODEBOOK E2; copies are not independent


class Evidence(msgspec.Struct, frozen=True):
    """How far accepted documents show that a commitment got.

    ``step`` is the rung reached (CODEBOOK E3), ``since`` the last day of the happening that reached it, or, for
    ``none_found``, the last day that was searched. The value rests on ``happenings`` and ``searches``, which are ids.
    """

    value: EvidenceValue
    step: Step
    since: datetime.date | None
    happenings: tuple[str, ...]
    searches: tuple[str, ...]
    rules: tuple[str, ...]


class PartyEvidence(msgspec.Struct, frozen=True):
    """What accepted documents show of one party's part: what it did itself, and what all did together."""

    party: str
    evidence: Evidence


def assess_evidence(
    commitment: Commitment,
    *,
    signed: datetime.date,
    happenings: Iterable[Happening],
    searches: Iterable[Search],
    documents: Mapping[str, CitedDocument],
    day: datetime.date,
    window: datetime.timedelta = WINDOW,
    party: str | None = None,
) -> Evidence:
    """Return the value of the evidence axis as at the day, of the commitment or of one party's part in it.

    Only confirmed happenings from the day after signature on count (CODEBOOK T1). ``documents`` are the cited ones by
    id, to tell independent sources. ``window`` is how long progress stays fresh (CODEBOOK T5).
    """
    weighed = _weigh(commitment, happenings, signed, day)
    bound = commitment.promisors
    if party is not None:
        weighed = [pair for pair in weighed if pair[1].party in {None, party}]
        bound = (party,)
    ids = tuple(dict.fromkeys(happening.id for happening, _ in weighed))
    if not commitment.verifiable:
        return Evidence("not_reviewable", 0, None, ids, (), ("D2",))
    contrary = [happening.when.end for happening, bearing in weighed if bearing.relation == "contradicts"]
    climbing = [pair for pair in weighed if _step(pair[1]) > 0 and pair[1].relation != "contradicts"]
    answers = [happening.when.end for happening, bearing in climbing if bearing.relation in {"progress", "completes"}]
    if contrary and max(contrary) >= max(answers, default=datetime.date.min):
        return Evidence("contrary", 0, max(contrary), ids, (), ("E7", "X"))
    if not climbing:
        return _without(commitment, searches, day, ids)
    step = max(_step(bearing) for _, bearing in climbing)
    rules: tuple[str, ...] = ("E3",)
    if step >= 5:
        if _delivered(bound, climbing, documents):
            return _delivery(commitment, climbing, step, ids)
        step, rules = 4, ("E3", "E2")
    since = max(happening.when.end for happening, bearing in climbing if _step(bearing) >= step)
    fresh = max(happening.when.end for happening, _ in climbing)
    if day - fresh > window:
        return Evidence("stale", step, since, ids, (), (*rules, "T5"))
    return Evidence(_STEPS[step], step, since, ids, (), rules)


def _weigh(
    commitment: Commitment, happenings: Iterable[Happening], signed: datetime.date, day: datetime.date
) -> list[Weighed]:
    """Return the happenings that count for this commitment, with how each bears on it, in order of time."""
    pairs = [
        (happening, bearing)
        for happening in happenings
        if happening.certainty == "confirmed" and happening.when.end > signed and happening.when.start <= day
        for bearing in happening.bearings
        if bearing.commitment == commitment.reference and bearing.relation != "context"
    ]
    return sorted(pairs, key=lambda pair: (pair[0].when.end, pair[0].id))


def _without(commitment: Commitment, searches: Iterable[Search], day: datetime.date, ids: tuple[str, ...]) -> Evidence:
    # What was published up to a day may be searched later: the stretch that a search covers decides.
    made = [one for one in searches if commitment.reference in one.commitments and one.searched.end <= day]
    if not made:
        return Evidence("not_searched", 0, None, ids, (), ("E5",))
    last = max(search.searched.end for search in made)
    return Evidence("none_found", 0, last, ids, tuple(search.id for search in made), ("E5",))


def _delivered(bound: tuple[str, ...], climbing: list[Weighed], documents: Mapping[str, CitedDocument]) -> bool:
    """Whether all who undertook it delivered: by a tier A source, or a tier B and an independent one (CODEBOOK E2)."""
    complete = [pair for pair in climbing if _step(pair[1]) >= 5]
    if len(bound) < 2:
        return _proved(complete, documents)
    return all(_proved([pair for pair in complete if pair[1].party in {None, one}], documents) for one in bound)


def _proved(complete: list[Weighed], documents: Mapping[str, CitedDocument]) -> bool:
    tiers = {bearing.tier for _, bearing in complete}
    cited = {identity for happening, _ in complete for identity in happening.documents}
    independent = "D" in tiers or any(
        documents[identity].kind in _INDEPENDENT and documents[identity].copies is None
        for identity in cited
        if identity in documents
    )
    return "A" in tiers or ("B" in tiers and independent)


def _delivery(commitment: Commitment, climbing: list[Weighed], step: Step, ids: tuple[str, ...]) -> Evidence:
    reached = min(happening.when.end for happening, bearing in climbing if _step(bearing) >= 5)
    if commitment.deadline is not None and reached > commitment.deadline.period.end:
        return Evidence("delivered_late", step, reached, ids, (), ("E2", "E3", "T3", "T4"))
    return Evidence("exceeded" if step == 6 else "delivered", step, reached, ids, (), ("E2", "E3"))


def _step(bearing: Bearing) -> Step:
    """Return the rung that a bearing reaches; to restate is to reaffirm, which is the first (CODEBOOK E3)."""
    if bearing.step is not None:
        return bearing.step
    return 1 if bearing.relation == "restates" else 0
