"""Read YAML into typed values, refusing what the type does not know, with the file and the line.

Every scalar is taken as the characters written and converted by the type that expects it, so ``NO`` stays Norway and
``1.10`` stays itself. Anchors and tags are not part of plan data.
"""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from servanda.register.as_json import read_special

Data = TypeVar("Data")
Route = tuple[str | int, ...]

_PLACE = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_KEY = re.compile(r"unknown field `(?P<key>[^`]*)`")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


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
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as error:
        raise PlanError(f"{path}: the file is missing; add it to the plan folder") from error
    except UnicodeDecodeError as error:
        raise PlanError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlanError(f"{path}:{line}: not YAML: {error.problem}") from error
    lines: dict[Route, int] = {}
    return (_plain(node, (), lines, path) if node is not None else []), lines


def convert(value: Any, shape: type[Data], path: Path, lines: dict[Route, int]) -> Data:  # noqa: ANN401 any plain value
    """Return a plain value as ``shape``. Raises PlanError with file and line when it does not fit."""
    try:
        return msgspec.convert(value, shape, strict=False, dec_hook=read_special)
    except msgspec.ValidationError as error:
        message = str(error)
        place = _PLACE.search(message)
        route = _route(place["path"]) if place else ()
        if (key := _KEY.search(message)) is not None:
            route = (*route, key["key"])
            message = f"unknown key {key['key']!r}; remove it or correct its spelling"
        else:
            message = _PLACE.sub("", message)
        raise PlanError(f"{path}:{line_of(route, lines)}: {message} ({_readable(route)})") from error


def line_of(route: Route, lines: dict[Route, int]) -> int:
    """Return the line of a place in a file, or of the nearest thing around it."""
    while route and route not in lines:
        route = route[:-1]
    return lines.get(route, 1)


def _plain(node: yaml.Node, route: Route, lines: dict[Route, int], path: Path) -> Any:  # noqa: ANN401 any plain value
    lines.setdefault(route, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*route, index), lines, path) for index, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, child in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise PlanError(f"{path}:{line}: a key must be a word")
            if key.value in mapping:
                raise PlanError(f"{path}:{line}: the key {key.value!r} stands twice; keep one")
            lines[*route, key.value] = line
            mapping[key.value] = _plain(child, (*route, key.value), lines, path)
        return mapping
    if node.tag == "tag:yaml.org,2002:null":
        return None
    return node.value


def _route(path: str) -> Route:
    steps: list[str | int] = []
    for key, index in _STEP.findall(path):
        if index == "...":
            break
        steps.append(key or int(index))
    return tuple(steps)


def _readable(route: Route) -> str:
    return (
        "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")
        or "the whole file"
    )
