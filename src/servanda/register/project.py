"""Infrastructure: ports, rail, energy corridors and the like that the agreement names or that its texts propose."""

from decimal import Decimal
from typing import Literal

import msgspec

from servanda.register.wording import Names, Wording


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in decimal degrees (WGS 84)."""

    name: Names
    latitude: Decimal
    longitude: Decimal
    party: str | None = None


class Project(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A project or a stated priority; ``standing`` says how real it is."""

    id: str
    type: Literal["port", "rail", "energy", "road", "maritime_route", "telecoms", "water", "other"]
    name: Wording
    summary: Wording
    standing: Literal["priority", "proposed", "planned", "under_way", "complete"]
    documents: tuple[str, ...]
    commitments: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
