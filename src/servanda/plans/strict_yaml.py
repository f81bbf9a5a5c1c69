"""Read YAML into typed values, refusing what the type does not know, with the file and the line.

Every scalar is taken as the characters written and converted by the type that expects it, so ``NO`` stays Norway and
``1.10`` stays itself. Anchors, aliases and tags are not part of plan data, and nothing in it nests deeply: without them
no small file can become a large value.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from servanda.plans.fault_place import Route, fault_place
from servanda.register.as_json import read_special

Data = TypeVar("Data")

_DEEPEST = 32  # levels
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY = re.compile(r"unknown field `(?P<key>[^`]*)`")
_TYPES = re.compile(r"Expected `(?P<expected>[a-z]+)`, got `(?P<got>[a-z]+)`")
_WORDS = {
    "array": ("a list", "write [one, two], or a line with a dash for each"),
    "object": ("keys and values", "write each as key: value"),
    "str": ("text", "write words"),
    "int": ("a whole number", "write it in figures"),
    "null": ("nothing", "leave it empty"),
}


class PlanError(Exception):
    """Plan data that is not right; the message names the file, the line, and what to do."""


def read_yaml(path: Path, shape: type[Data]) -> Data:
    """Return the file's content as ``shape``.

    Raises PlanError, with file and line, when the file is missing or is not YAML, repeats a key, or does not fit.
    """
    value, lines = read_lines(path)
    return convert(value, shape, path, lines)


def read_lines(path: Path) -> tuple[Any, dict[Route, int]]:
    """Return the file's content as plain lists, dicts and strings, and the line on which each of them stands."""
    lines: dict[Route, int] = {}
    try:
        events = yaml.parse(path.read_text(encoding="utf-8"), Loader=_LOADER)
        value = _Builder(events, lines, path).document()
    except FileNotFoundError as error:
        raise PlanError(f"{path}: the file is missing; add it to the plan folder") from error
    except OSError as error:
        raise PlanError(f"{path}: {error.strerror}; put a file there that can be read") from error
    except UnicodeDecodeError as error:
        raise PlanError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlanError(f"{path}:{line}: not YAML: {error.problem}; correct it there or above") from error
    except yaml.reader.ReaderError as error:
        line = path.read_text(encoding="utf-8").count("\n", 0, error.position) + 1
        raise PlanError(f"{path}:{line}: not YAML: {error.reason}; take the character out") from error
    return value, lines


def convert(value: Any, shape: type[Data], path: Path, lines: dict[Route, int]) -> Data:  # noqa: ANN401 any plain value
    """Return a plain value as ``shape``. Raises PlanError with file and line when it does not fit."""
    try:
        return msgspec.convert(value, shape, strict=False, dec_hook=read_special)
    except msgspec.ValidationError as error:
        route, message = fault_place(value, shape, str(error))
        if (key := _KEY.search(message)) is not None:
            route = (*route, key["key"])
            message = f"unknown key {key['key']!r}; remove it or correct its spelling"
        raise PlanError(f"{path}:{line_of(route, lines)}: {_in_words(message)} ({_readable(route)})") from error


def line_of(route: Route, lines: dict[Route, int]) -> int:
    """Return the line of a place in a file, or of the nearest thing around it."""
    while route and route not in lines:
        route = route[:-1]
    return lines.get(route, 1)


class _Builder:
    """Plain values from what the parser tells, one event after the other."""

    def __init__(self, events: Iterator[yaml.Event], lines: dict[Route, int], path: Path) -> None:
        self._events = events
        self._lines = lines
        self._path = path

    def document(self) -> Any:  # noqa: ANN401 any plain value
        """Return the one document of the file; an empty list where it has none."""
        value: Any = []
        for number, event in enumerate(event for event in self._events if isinstance(event, yaml.DocumentStartEvent)):
            if number:
                raise self._error(event, "a second document begins (---); keep one in a file")
            value = self._value(next(self._events), ())
        return value

    def _value(self, event: yaml.Event, route: Route) -> Any:  # noqa: ANN401 any plain value
        self._lines.setdefault(route, _line(event))
        if len(route) > _DEEPEST:
            raise self._error(event, f"nests deeper than {_DEEPEST} levels; no plan data does")
        if isinstance(event, yaml.AliasEvent):
            raise self._error(event, f"an alias (*{event.anchor}) is no plan data; write out what it stands for")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            if event.anchor is not None:
                raise self._error(event, f"an anchor (&{event.anchor}) is no plan data; remove it, or quote the text")
            if event.tag is not None:
                raise self._error(event, f"a tag ({event.tag}) is no plan data; remove it, or quote the text")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(route)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(route)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in _NULL else event.value
        raise AssertionError("a value is an alias, a scalar, a sequence or a mapping")

    def _list(self, route: Route) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*route, len(found))))
        return found

    def _mapping(self, route: Route) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self._error(key, "a key must be a word")
            if key.value in mapping:
                raise self._error(key, f"the key {key.value!r} stands twice; keep one")
            self._lines[*route, key.value] = _line(key)
            mapping[key.value] = self._value(next(self._events), (*route, key.value))
        return mapping

    def _error(self, event: yaml.Event, message: str) -> PlanError:
        return PlanError(f"{self._path}:{_line(event)}: {message}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _in_words(message: str) -> str:
    """Return what msgspec says of types, as somebody says it who writes YAML."""
    match = _TYPES.fullmatch(message)
    if match is None or match["expected"] not in _WORDS:
        return message
    expected, advice = _WORDS[match["expected"]]
    return f"expected {expected}, found {_WORDS.get(match['got'], (match['got'],))[0]}; {advice}"


def _readable(route: Route) -> str:
    return (
        "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")
        or "the whole file"
    )
