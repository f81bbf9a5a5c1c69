"""What a later text made of the commitments of an earlier one: the findings of kind ``change``."""

from typing import Literal

import msgspec

from servanda.reconciling.finding import Finding
from servanda.reconciling.gap_finding import Span

ChangeKind = Literal["kept", "reworded", "strengthened", "weakened", "dropped", "new"]
Effect = Literal["stronger", "weaker", "neutral"]
Aspect = Literal["force", "deadline", "start", "target", "duration", "recurrence", "promisor", "condition", "scope"]


class Difference(msgspec.Struct, frozen=True, order=True):
    """One aspect in which two wordings of a commitment differ, and the words of each; empty where it has none.

    A firmer force, an earlier deadline or start, a higher target (a lower one, where it is to come down) and a shorter
    rhythm are ``stronger``, and so are a wider scope and an aspect that was not there before, unless it is a condition;
    the opposite is ``weaker``. A change that could be either is ``neutral``.
    """

    aspect: Aspect
    effect: Effect
    earlier: tuple[Span, ...]
    later: tuple[Span, ...]


class ChangeDetail(msgspec.Struct, frozen=True):
    """``earlier`` and ``later`` are the words of the commitment in the two documents, None where it is not there.

    ``strengthened`` and ``weakened`` where all differences that count go one way; ``reworded`` where none counts, or
    they go both ways; ``kept`` where the words are the same.
    """

    change: ChangeKind
    earlier: Span | None
    later: Span | None
    differences: tuple[Difference, ...]


class Change(Finding, frozen=True, tag="change"):
    """A commitment of an earlier text and what a later one makes of it. ``slot`` is the same as ``detail.change``.

    A text that drops a commitment does not withdraw it (CODEBOOK I8).
    """

    detail: ChangeDetail
