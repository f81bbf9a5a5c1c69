"""Regions and large cities: who reads that a ship left Veracruz knows that it left Mexico."""

import msgspec

from servanda.lexicon import loader


class _Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    places: dict[str, tuple[str, ...]]


def places() -> dict[str, tuple[str, ...]]:
    """Return the names of regions and cities by state (ISO 3166-1 alpha-2)."""
    return loader.load("places.toml", _Places).places
