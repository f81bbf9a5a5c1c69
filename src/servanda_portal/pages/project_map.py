"""Where projects are: places on a map of land and borders, in an equirectangular projection true at their middle.

``static/world.svg`` holds the land: x is longitude, y is latitude downwards, in tenths of a degree.
"""

import dataclasses
import math

from servanda.register.project import Project
from servanda_portal.queries.register import Register

_TENTHS = 10
_MARGIN = 0.3  # of the stretch of the places, on each side
_LEAST = 420.0  # tenths of a degree: no map is closer than that
_WIDE, _TALL = 1.9, 1.15  # a map is at most so much wider than tall, and at least


@dataclasses.dataclass(frozen=True)
class Pin:
    """A numbered place of a project, as SVG writes it."""

    number: int
    x: str
    y: str
    label_y: str


@dataclasses.dataclass(frozen=True)
class Map:
    """A piece of the world with pins: its window, how much it is narrowed, the size of a pin, and sea routes as lines.

    ``numbers`` are those of the projects that stand on it, by their id.
    """

    box: str
    narrowed: str
    radius: str
    size: str
    pins: list[Pin]
    routes: list[str]
    numbers: dict[str, int]


def project_map(found: Register) -> Map | None:
    """Return the map of a register's projects; None where none has a place, or where the places are imaginary."""
    placed = [one for one in found.plan.projects if one.places]
    if found.agreement.demonstration or not placed:
        return None
    latitudes = [float(place.latitude) for one in placed for place in one.places]
    narrowed = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    points = {one.id: _points(one, narrowed) for one in placed}
    left, top, width, height = _window([point for each in points.values() for point in each])
    radius = width / 40
    numbers = {one.id: number for number, one in enumerate(placed, 1)}
    pins = [
        Pin(numbers[identity], f"{x:.1f}", f"{y:.1f}", f"{y + radius * 0.4:.1f}")
        for identity, each in points.items()
        for x, y in each
    ]
    routes = [
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points[one.id])
        for one in placed
        if one.type == "maritime_route" and len(one.places) > 1
    ]
    box = f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}"
    return Map(box, f"{narrowed:.4f}", f"{radius:.1f}", f"{radius * 1.15:.1f}", pins, routes, numbers)


def _points(project: Project, narrowed: float) -> list[tuple[float, float]]:
    return [(_TENTHS * float(one.longitude) * narrowed, -_TENTHS * float(one.latitude)) for one in project.places]


def _window(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a map with every point well inside."""
    across, down = [x for x, _y in points], [y for _x, y in points]
    width = max((max(across) - min(across)) * (1 + 2 * _MARGIN), _LEAST)
    height = max((max(down) - min(down)) * (1 + 2 * _MARGIN), _LEAST)
    width, height = max(width, height * _TALL), max(height, width / _WIDE)
    return (max(across) + min(across) - width) / 2, (max(down) + min(down) - height) / 2, width, height
