"""What the columns of findings and comparisons hold."""

import msgspec

from servanda.reconciling.change_finding import Change
from servanda.reconciling.finding import AnyFinding
from servanda.reconciling.gap_finding import LanguageGap


class QuotedMention(msgspec.Struct, frozen=True):
    """A mention that a finding rests on, with the words around it; ``mention`` is its JSON (``codec.decode_mention``).

    ``document`` is the id under which the plan cites it.
    """

    document: str
    id: str
    before: str
    quote: str
    after: str
    start: int
    mention: msgspec.Raw


class QuotedFinding(msgspec.Struct, frozen=True):
    """A finding with everything that it rests on, in the order of its mentions."""

    finding: AnyFinding
    mentions: tuple[QuotedMention, ...]


class LaidGap(msgspec.Struct, frozen=True):
    """A language gap, the row in which it stands, and the JSON of its mentions by the id of their document."""

    finding: LanguageGap
    row: int
    mentions: dict[str, tuple[msgspec.Raw, ...]]


class Versions(msgspec.Struct, frozen=True):
    """Language versions side by side: in each row, for each document in turn, which of its blocks stand there."""

    documents: tuple[str, ...]
    rows: tuple[tuple[tuple[int, ...], ...], ...]
    gaps: tuple[LaidGap, ...]


class Changes(msgspec.Struct, frozen=True):
    """What a later text made of the commitments of an earlier one; both by the id under which the plan cites them."""

    earlier: str
    later: str
    changes: tuple[Change, ...]
