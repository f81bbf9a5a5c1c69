"""One value, one run of bytes: RFC 8785, the JSON Canonicalization Scheme.

Narrower than the standard, so that every value reads back as itself in any language: there are no floats (an amount is
a decimal in a string), whole numbers stay within 2**53 - 1 on both sides of zero, and nesting ends at ``DEEPEST``. Text
is kept as it is: RFC 8785 does not normalise Unicode, so two spellings of one letter are two texts.
"""

import json
import re
from typing import Any, NoReturn

import msgspec
import rfc8785

from servanda.ledger.errors import CanonicalError

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

DEEPEST = 64
_LARGEST = 2**53 - 1
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# A character beyond U+FFFF, which in a key is sorted otherwise by UTF-16; a number that may be beyond the largest.
_NEEDS_CARE = re.compile(rb"[\xf0-\xff]|[0-9]{16}")


def canonical_bytes(value: object) -> bytes:
    """Write a value of dicts with text keys, lists or tuples, text, whole numbers, booleans and None.

    Raises CanonicalError, with the path to what cannot be written.

    >>> canonical_bytes({"b": 1, "a": ["\u20ac", None]}).decode()
    '{"a":["€",null],"b":1}'
    """
    quickly = _write_quickly(value)
    return _write_with_care(value) if quickly is None else quickly


def read_canonical(data: bytes) -> Json:
    """Read bytes that are exactly the canonical bytes of their value.

    Raises CanonicalError for anything else: not JSON, a key given twice, another order of keys, a space.
    """
    quickly = _read_quickly(data)
    return _read_with_care(data) if quickly is None else quickly[0]


def _write_quickly(value: object) -> bytes | None:
    """Return the bytes of a value that surely reads back from them as itself; None where care is needed."""
    try:
        data = _ENCODER.encode(value)
    except (TypeError, ValueError, RecursionError):
        return None
    return data if _read_quickly(data) == (value,) else None


def _write_with_care(value: object) -> bytes:
    _refuse_what_does_not_fit(value, ())
    return rfc8785.dumps(value)  # type: ignore[arg-type]  # checked on the line above


def _read_quickly(data: bytes) -> tuple[Json] | None:
    """Return the value of bytes that are surely canonical; None where ``_read_with_care`` has to say.

    Plain bytes that msgspec writes back the same, with sorted keys, are those of RFC 8785 (a property test says so).
    """
    if data.count(b"{") + data.count(b"[") > DEEPEST or _NEEDS_CARE.search(data):
        return None
    try:
        value = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, CanonicalError):
        return None
    return (value,) if _ENCODER.encode(value) == data else None


def _read_with_care(data: bytes) -> Json:
    try:
        value: Json = json.loads(
            data.decode(),
            object_pairs_hook=_object,
            parse_float=_refuse_float,
            parse_constant=_refuse_float,
            parse_int=_integer,
        )
    except UnicodeDecodeError as error:
        raise CanonicalError(f"byte {error.start} is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise CanonicalError(f"character {error.pos} is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise CanonicalError(f"nested deeper than {DEEPEST} levels") from error
    written = _write_with_care(value)
    if written != data:
        place = next((i for i, (a, b) in enumerate(zip(written, data, strict=False)) if a != b), len(written))
        raise CanonicalError(f"byte {place} is not as RFC 8785 writes it")
    return value


def _refuse_what_does_not_fit(value: object, path: tuple[object, ...]) -> None:
    fault = _fault(value)
    if fault is None and len(path) > DEEPEST:
        fault = f"is nested deeper than {DEEPEST} levels"
    if fault is not None:
        raise CanonicalError(f"${''.join(f'[{step!a}]' for step in path)} {fault}")
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            _refuse_what_does_not_fit(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_what_does_not_fit(item, (*path, key))


def _fault(value: object) -> str | None:
    """Say what keeps a value from having canonical bytes, whatever it contains."""
    match value:
        case None | bool() | list() | tuple():
            return None
        case str():
            return "holds half of a surrogate pair, which UTF-8 cannot write" if _LONE_SURROGATE.search(value) else None
        case int():
            return None if -_LARGEST <= value <= _LARGEST else "is beyond 2**53 - 1; write the number as text"
        case float():
            return "is a float; write a decimal as text"
        case dict():
            return next((fault for key in value if (fault := _key_fault(key))), None)
        case _:
            return f"is {type(value).__name__}, which JSON does not have"


def _key_fault(key: object) -> str | None:
    if not isinstance(key, str):
        return f"has a key that is not text: {key!r:.80}"
    return f"has the key {key!a:.80}, which UTF-8 cannot write" if _LONE_SURROGATE.search(key) else None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise CanonicalError(f"the key {twice!a} is given twice")
    return fields


def _integer(digits: str) -> int:
    # Counted first: Python refuses to convert very long runs of digits, with an error of its own.
    if len(digits) > len(str(-_LARGEST)):
        raise CanonicalError(f"a number of {len(digits)} digits is beyond 2**53 - 1")
    return int(digits)


def _refuse_float(written: str) -> NoReturn:
    raise CanonicalError(f"{written[:40]} is not a whole number; the ledger writes decimals as text")


_DECODER = msgspec.json.Decoder(float_hook=_refuse_float)
_ENCODER = msgspec.json.Encoder(order="sorted")
