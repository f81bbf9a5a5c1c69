"""Verdicts: frozen guidelines, coders' scores, replies and disputes (CODEBOOK D1, V)."""

import datetime
from typing import Literal

import msgspec

from servanda.register.commitment import Guideline
from servanda.register.wording import Statement

Rubric = Literal["g7", "completion", "level"]


class FrozenGuideline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an evaluator will judge a commitment by, frozen before evidence is coded (CODEBOOK D1)."""

    id: str
    commitment: str
    evaluator: str
    guideline: Guideline
    frozen_on: datetime.date


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A coder's score of one commitment under one version of one rubric (CODEBOOK V8).

    ``party`` is whose delivery is scored; None where the parties are scored as one. ``score`` is the rubric's own word
    or number. ``coder`` tells two blind coders of one evaluator apart. ``replies_until`` is the last day for the
    parties to reply to a draft (CODEBOOK V9). ``differs`` says why the score is not what the codebook computes.
    """

    id: str
    commitment: str
    evaluator: str
    coder: str
    rubric: Rubric
    rubric_version: str
    score: str
    coded_on: datetime.date
    reasons: Statement
    confidence: Literal["low", "medium", "high"]
    party: str | None = None
    happenings: tuple[str, ...] = ()
    standing: Literal["coded", "draft", "final"] = "coded"
    replies_until: datetime.date | None = None
    differs: Statement | None = None


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A party's reply to a draft verdict (CODEBOOK V9). ``id`` is the verdict's and the party's, with a slash."""

    id: str
    verdict: str
    party: str
    text: Statement


class Ruling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One reviewer's answer to a dispute."""

    reviewer: str
    outcome: Literal["upheld", "rejected"]
    reason: Statement


class Dispute(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody contests a record. It is closed when two reviewers rule alike (CODEBOOK V9)."""

    id: str
    kind: str
    key: str
    by: str
    reason: Statement
    rulings: tuple[Ruling, ...] = ()
    standing: Literal["open", "upheld", "rejected"] = "open"
