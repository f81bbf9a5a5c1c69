import datetime
from collections.abc import Callable

import pytest

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Mention
from servanda.reading.scan import Scan
from servanda.reading.times import read_times
from servanda.text.document import Block, Document

DAY = datetime.date(2025, 9, 18)  # a Thursday


def scan(text: str, language: Language = "en", day: datetime.date | None = DAY, country: str | None = None) -> Scan:
    """Return a text of one paragraph, said on a day in a country."""
    block = Block("paragraph", 0, len(text), language)
    document = Document("x", "", "text/plain", text, (block,), language, country=country)
    return Scan(document, Vocabulary(), day)


def mentions(
    text: str, language: Language = "en", day: datetime.date | None = DAY, country: str | None = None
) -> list[Mention]:
    """Return what is read in one paragraph."""
    return read_times(scan(text, language, day, country))


def shown(mention: Mention) -> str:
    """Return the value of a mention in one line: a date as its days, a duration or recurrence as its rule."""
    value = mention.value
    return getattr(value, "iso", None) or getattr(value, "rrule", None) or f"{value.start} {value.end}"


@pytest.fixture
def times() -> Callable[..., list[tuple[str, str]]]:
    """Return a function that reads a text and gives quotes with values."""

    def read(text: str, language: Language = "en", **known: object) -> list[tuple[str, str]]:
        return [(mention.quote, shown(mention)) for mention in mentions(text, language, **known)]

    return read


@pytest.fixture
def read() -> Callable[..., list[Mention]]:
    """Return a function that reads a text into mentions."""
    return mentions
