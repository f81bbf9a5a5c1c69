"""Read the quotations of a text in one line of code."""

from collections.abc import Callable

import pytest

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Mention
from servanda.reading.quotations import read_quotations
from servanda.reading.scan import Scan
from servanda.text.loaders import load_bytes


def quotations(text: str, language: Language = "en") -> list[Mention]:
    """Return the quotations of a text."""
    scan = Scan(load_bytes(text.encode(), name="x.txt", language=language), Vocabulary(), None)
    return read_quotations(scan)


@pytest.fixture(scope="session")
def read_all() -> Callable[..., list[Mention]]:
    """Return a function that reads the quotations of a text."""
    return quotations


@pytest.fixture
def said() -> Callable[..., list[tuple[str, str | None]]]:
    """Return a function that gives the words in marks, each with the name of its speaker."""

    def read(text: str, language: Language = "en") -> list[tuple[str, str | None]]:
        return [
            (mention.quote, mention.value.speaker.name if mention.value.speaker else None)
            for mention in quotations(text, language)
            if mention.value.direct
        ]

    return read


@pytest.fixture
def reported() -> Callable[..., list[tuple[str, str | None]]]:
    """Return a function that gives the clauses reported without marks, each with the name of its speaker."""

    def read(text: str, language: Language = "en") -> list[tuple[str, str | None]]:
        return [
            (mention.quote, mention.value.speaker.name)
            for mention in quotations(text, language)
            if not mention.value.direct
        ]

    return read
