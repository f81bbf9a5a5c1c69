"""What differs between the calendars of countries: the order of dates in figures, and the seasons."""

import msgspec

from servanda.lexicon import loader


class Calendars(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Countries by ISO 3166-1 alpha-2.

    In English, ``month_first`` countries write 5 December 2025 as 12/05/2025, and ``both_ways`` countries do either;
    every other country puts the day first. In ``southern`` countries spring begins in September.
    """

    month_first: frozenset[str]
    both_ways: frozenset[str]
    southern: frozenset[str]


def calendars() -> Calendars:
    """Return the calendars of the countries that do not follow the rule."""
    listed: Calendars = loader.load("calendars.toml", Calendars)
    return listed
