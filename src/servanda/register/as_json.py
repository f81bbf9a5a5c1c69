"""The register's values as JSON and back: the one place that knows how."""

from typing import Any, TypeVar

import msgspec

from servanda.register.period import Period

Data = TypeVar("Data")


def to_json(value: object) -> bytes:
    """Write a value of the register as JSON, its keys in order."""
    return msgspec.json.encode(value, enc_hook=write_special, order="sorted")


def to_plain(value: object) -> Any:  # noqa: ANN401 dicts, lists, text, whole numbers, booleans and None
    """Return a value of the register as what JSON can say: decimals and days are text."""
    return msgspec.to_builtins(value, enc_hook=write_special)


def from_json(data: bytes | str | msgspec.Raw, shape: type[Data]) -> Data:
    """Read a value of the register. Raises msgspec.ValidationError when it has another shape."""
    return msgspec.json.decode(data, type=shape, dec_hook=read_special)


def from_plain(value: object, shape: type[Data]) -> Data:
    """Take a value of the register from plain JSON values. Raises msgspec.ValidationError."""
    return msgspec.convert(value, shape, dec_hook=read_special)


def write_special(value: object) -> str:
    """Write what msgspec does not know."""
    if isinstance(value, Period):
        return value.written
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


def read_special(shape: type, value: object) -> Any:  # noqa: ANN401 what the shape says
    """Read what msgspec does not know. Raises ValueError, which msgspec reports with its place."""
    if shape is Period:
        return Period(str(value))
    raise NotImplementedError(shape)
