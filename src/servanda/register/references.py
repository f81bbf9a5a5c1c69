"""What a record refers to: which kind of thing each field names, and every reference within a value."""

import functools
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

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


def references(value: object, route: Route = (), only: str | None = None) -> Iterator[tuple[Route, str, str]]:
    """Give each reference within a value: where it stands, the kind it names, and the key.

    ``only`` keeps those of one kind: nothing is looked at that can name no such thing.
    """
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, (*route, index), only)
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, Dispute) and only in {None, value.kind}:
            yield (*route, "key"), value.kind, value.key
        for field, kind in _naming_fields(type(value), only):
            inner = getattr(value, field)
            if kind is not None and isinstance(inner, str):
                yield (*route, field), kind, inner
            elif kind is not None and isinstance(inner, tuple) and all(isinstance(item, str) for item in inner):
                for item in inner:
                    yield (*route, field), kind, item
            elif isinstance(inner, tuple | msgspec.Struct) and not isinstance(inner, _TEXTS):
                yield from references(inner, (*route, field), only)


@functools.cache
def _naming_fields(shape: type[msgspec.Struct], only: str | None) -> tuple[tuple[str, str | None], ...]:
    """Return the fields of a shape that may name something of a kind, or of any; each with the kind, or None.

    A register holds a hundred thousand records, and most of their fields are only words, days and figures.
    """
    made = []
    for field in msgspec.structs.fields(shape):
        # The state of a person's office may be anybody's.
        kind = None if field.name == "party" and issubclass(shape, Tenure) else REFERS.get(field.name)
        kind = kind if only in {None, kind} else None
        if kind is not None or any(_may_name(one, only) for one in _within(field.type)):
            made.append((field.name, kind))
    return tuple(made)


def _within(annotation: object) -> Iterator[object]:
    """Give a type, or what it is made of, to the last alternative and item."""
    parts = get_args(annotation)
    if not parts:
        yield annotation
    for part in parts:
        yield from _within(part)


def _may_name(shape: object, only: str | None) -> bool:
    """Say whether a value of a type may hold references: it is a shape of ours that does, or may be anything."""
    if not isinstance(shape, type):
        return shape is Any or isinstance(shape, TypeVar)
    if not issubclass(shape, msgspec.Struct) or issubclass(shape, _TEXTS):
        return False
    return issubclass(shape, Dispute) or bool(shape.__subclasses__()) or bool(_naming_fields(shape, only))
