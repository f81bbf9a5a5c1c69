"""The words that go out with open data: headings of columns, and the few phrases of calendars, feeds and problems.

``{name}`` marks what a value takes the place of.
"""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``demonstration`` goes out with everything imaginary; ``over`` says for which days an amount is a total."""

    demonstration: str
    over: str


class CalendarPhrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles in a calendar. ``unconfirmed`` is a meeting that was announced and is not known to have been held."""

    name: str
    deadline: str
    held: str
    planned: str
    unconfirmed: str
    meeting_due: str
    decision: str
    round_opens: str
    round_closes: str
    term_ends: str


class FeedPhrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles in a feed; ``standing`` are the values of the official axis as a party says them."""

    name: str
    about: str
    reported: str
    meeting: str
    money: str
    standing: dict[str, str]
    stage: dict[str, str]


class ExportWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language. ``problems`` say what is wrong with a cell and what to do."""

    columns: dict[str, str]
    phrases: Phrases
    calendar: CalendarPhrases
    feed: FeedPhrases
    problems: dict[str, str]


def export_words(language: Language) -> ExportWords:
    """Return the words of open data in this language."""
    return loader.load(f"{language}/exports.toml", ExportWords)
