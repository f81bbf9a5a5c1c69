"""What a record refers to: which kind of thing each field names, and every reference within a value."""

from collections.abc import Iterator

import msgspec

from servanda.register.actors import Tenure
from servanda.register.verdict import Dispute
from servanda.register.wording import Names, Statement, Wording

Route = tuple[str | int, ...]

# ``actor`` is a party or an institution; ``party`` may also be a state that only a person's office names.
REFERS = {
    "document": "document", "documents": "document", "renders": "document", "copies": "document",
    "supersedes": "document",
    "commitment": "commitment", "commitments": "commitment", "parent": "commitment", "successors": "commitment",
    "predecessors": "commitment",
    "pillar": "pillar", "pillars": "pillar", "area": "area", "forum": "forum", "meeting": "meeting",
    "happening": "happening", "happenings": "happening", "part_of": "contribution", "indicator": "indicator",
    "round": "round", "obstacle": "obstacle", "verdict": "verdict", "evidence": "evidence",
    "institution": "actor", "implementers": "actor", "chairs": "actor", "promisors": "actor", "provider": "actor",
    "owner": "actor",
    "party": "party", "parties": "party",
}  # fmt: skip

# What is only words names nothing.
_TEXTS = (Wording, Names, Statement)


def references(value: object, route: Route = ()) -> Iterator[tuple[Route, str, str]]:
    """Give each reference within a value: where it stands, the kind it names, and the key."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, (*route, index))
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, Dispute):
            yield (*route, "key"), value.kind, value.key
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            # The state of a person's office may be anybody's.
            kind = None if field == "party" and isinstance(value, Tenure) else REFERS.get(field)
            if kind is not None and isinstance(inner, str):
                yield (*route, field), kind, inner
            elif kind is not None and isinstance(inner, tuple) and all(isinstance(item, str) for item in inner):
                for item in inner:
                    yield (*route, field), kind, item
            elif isinstance(inner, tuple | msgspec.Struct) and not isinstance(inner, _TEXTS):
                yield from references(inner, (*route, field))
