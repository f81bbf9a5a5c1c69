"""The library's values as JSON and back: one place that knows how."""

import hashlib
from typing import Any, TypeVar

import msgspec

from servanda.reading import mention
from servanda.register.as_json import read_special, write_special

Data = TypeVar("Data")

VALUES: dict[str, type[Any]] = {
    "money": mention.Money,
    "quantity": mention.Quantity,
    "percent": mention.Percent,
    "rank": mention.Rank,
    "date": mention.Date,
    "duration": mention.Duration,
    "recurrence": mention.Recurrence,
    "actor": mention.ActorValue,
    "quotation": mention.Quotation,
    "commitment": mention.Commitment,
}


class _Mention(msgspec.Struct):
    """A mention whose value waits until its kind is known: the kind says what shape it has."""

    id: str
    kind: mention.Kind
    start: int
    end: int
    quote: str
    rule: str
    value: msgspec.Raw


class _Reading(msgspec.Struct):
    mentions: tuple[_Mention, ...]
    excluded: tuple[mention.Excluded, ...]
    issues: tuple[mention.Issue, ...]
    reader: str


def encode(value: Any) -> str:  # noqa: ANN401 any value of the library
    """Return a value of the library as JSON."""
    return msgspec.json.encode(value, enc_hook=write_special, order="deterministic").decode()


def decode(body: str, shape: type[Data]) -> Data:
    """Return the value that ``encode`` wrote. Raises msgspec.ValidationError when it has another shape."""
    return msgspec.json.decode(body, type=shape, dec_hook=read_special)


def decode_reading(body: str) -> mention.Reading:
    """Return a reading; each mention's value has the shape that its kind says."""
    raw = decode(body, _Reading)
    return mention.Reading(tuple(_valued(one) for one in raw.mentions), raw.excluded, raw.issues, raw.reader)


def decode_mention(body: str | bytes | msgspec.Raw) -> mention.Mention:
    """Return one mention."""
    return _valued(msgspec.json.decode(body, type=_Mention))


def _valued(raw: _Mention) -> mention.Mention:
    value = _DECODERS[raw.kind].decode(raw.value)
    return mention.Mention(raw.id, raw.kind, raw.start, raw.end, raw.quote, raw.rule, value)


def digest(*values: Any) -> str:  # noqa: ANN401 any values of the library
    """Return the SHA-256, in hexadecimal, of the values' JSON."""
    return hashlib.sha256(encode(values).encode()).hexdigest()


_DECODERS = {kind: msgspec.json.Decoder(shape) for kind, shape in VALUES.items()}
