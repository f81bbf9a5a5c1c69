"""The shapes of bodies, as JSON Schema made from the very types that are read and written: nothing to keep in step."""

import functools
from fractions import Fraction
from typing import Any, get_args

import msgspec

from servanda.reading import mention
from servanda.register.period import Period
from servanda_portal.codec import VALUES

_REF = "#/components/schemas/{name}"
_PERIOD = {
    "type": "string",
    "description": "A day, month, quarter, half or year, or two with a slash.",
    "examples": ["2026-03-31", "2026-03", "2026-Q4", "2026-H2", "2026", "2025-11-27/2025-11-28"],
}
_FRACTION = {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$", "examples": ["1/3", "-1"]}
# Where two rooms use one word, that of the register goes by its name alone.
_NAMES = {
    "servanda.register.": "",
    "servanda.reading.": "Read",
    "servanda.reconciling.": "Found",
    "servanda.assessing.": "Assessed",
}


def _of_kind(kind: str, value: type[Any]) -> type[msgspec.Struct]:
    """Return the shape of mentions of one kind: the kind says what shape the value has."""
    fields = [("id", str), ("start", int), ("end", int), ("quote", str), ("rule", str), ("value", value)]
    return msgspec.defstruct(f"{kind.title()}Mention", fields, tag_field="kind", tag=kind, frozen=True)


_MENTIONS = {kind: _of_kind(kind, value) for kind, value in VALUES.items()}
AnyMention: Any = functools.reduce(lambda one, other: one | other, _MENTIONS.values())  # type: ignore[arg-type,return-value]


def told_mention(one: mention.Mention) -> Any:  # noqa: ANN401 one of AnyMention
    """Return a mention in the shape of its kind."""
    return _MENTIONS[one.kind](one.id, one.start, one.end, one.quote, one.rule, one.value)


def encode(value: object) -> bytes:
    """Write any answer as JSON: keys in order, decimals and days as text, so that the same answer is the same bytes."""
    return msgspec.json.encode(value, enc_hook=_write, order="sorted")


def components(shapes: list[Any]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the schemas of shapes, and those of everything that they hold, by name."""
    refs, found = msgspec.json.schema_components(shapes, schema_hook=_schema, ref_template=_REF)
    names = {name: _short(name) for name in found}
    told = msgspec.json.encode([list(refs), found]).decode()
    for name, short in names.items():
        if name != short:
            told = told.replace(f'"{_REF.format(name=name)}"', f'"{_REF.format(name=short)}"')
    refs, found = msgspec.json.decode(told)
    return refs, {names[name]: _tidied(schema) for name, schema in sorted(found.items())}


def variants(shape: Any) -> tuple[Any, ...]:  # noqa: ANN401 a union of shapes, or one of them
    """Return the shapes of a union."""
    return get_args(shape) or (shape,)


def _short(name: str) -> str:
    """Return a component's name without its room."""
    for room, prefix in _NAMES.items():
        if name.startswith(room):
            return prefix + name.rpartition(".")[2]
    return name


def _tidied(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose description stands in whole lines."""
    if "description" in schema:
        schema["description"] = " ".join(schema["description"].split())
    return schema


def _schema(shape: type) -> dict[str, Any]:
    if shape is Period:
        return _PERIOD
    if shape is Fraction:
        return _FRACTION
    raise NotImplementedError(shape)


def _write(value: object) -> str:
    if isinstance(value, Period):
        return value.written
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(f"no JSON for {type(value).__name__}")
