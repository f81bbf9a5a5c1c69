"""Find where in plain data a value stands that does not fit its type, also under keys that the type does not name.

msgspec tells the place, but writes ``[...]`` for whichever key of a dict led there. Such a key is found by halves: the
value is tried again with half of the keys, which costs little for one wrong key among thousands.
"""

import re
from typing import Any

import msgspec

from servanda.register.as_json import read_special

Route = tuple[str | int, ...]

_PLACE = re.compile(r" - at (?:`key` in )?`\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_ANY_KEY = "..."


def fault_place(value: Any, shape: Any, message: str) -> tuple[Route, str]:  # noqa: ANN401 any plain value and any type
    """Return the route to what ``message``, of a failed conversion to ``shape``, complains of, and the complaint."""
    place = _PLACE.search(message)
    if place is None:
        return (), message
    route: Route = ()
    told = "$"
    for match in _STEP.finditer(place["path"]):
        name, index = match.groups()
        told += match[0]
        if index != _ANY_KEY:
            route = (*route, name or int(index))
            continue
        value, key = _narrowed(value, shape, route, told)
        if key is None:
            break
        route = (*route, key)
    return route, _PLACE.sub("", message)


def _narrowed(value: Any, shape: Any, route: Route, told: str) -> tuple[Any, str | None]:  # noqa: ANN401 as above
    """Return the value with one key left in the dict at ``route``, the first under which it is wrong, and that key."""
    inside = value
    for step in route:
        inside = inside[step]
    if not isinstance(inside, dict):
        return value, None
    keys = list(inside)
    while len(keys) > 1:
        half = keys[: len(keys) // 2]
        wrong = _is_wrong(_replaced(value, route, {key: inside[key] for key in half}), shape, told)
        keys = half if wrong else keys[len(half) :]
    return _replaced(value, route, {key: inside[key] for key in keys}), keys[0]


def _is_wrong(value: Any, shape: Any, told: str) -> bool:  # noqa: ANN401 as above
    """Whether something under the place that msgspec writes as ``told`` does not fit."""
    try:
        msgspec.convert(value, shape, strict=False, dec_hook=read_special)
    except msgspec.ValidationError as error:
        place = _PLACE.search(str(error))
        return place is not None and f"${place['path']}".startswith(told)
    return False


def _replaced(value: Any, route: Route, inside: dict[str, Any]) -> Any:  # noqa: ANN401 as above
    """Return a value with another dict at ``route``; the rest is shared."""
    if not route:
        return inside
    step, *rest = route
    changed = value.copy()
    changed[step] = _replaced(value[step], tuple(rest), inside)
    return changed
