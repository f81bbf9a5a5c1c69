"""What the columns of findings hold."""

import msgspec

from servanda.reconciling.finding import AnyFinding


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
