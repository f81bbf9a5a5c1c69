"""Read the actors of a text in one line of code."""

from collections.abc import Callable

import pytest

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.actors import read_actors
from servanda.reading.scan import Scan
from servanda.text.loaders import load_bytes


def scan(text: str, language: Language = "en", vocabulary: Vocabulary | None = None) -> Scan:
    """Return a text prepared for reading."""
    return Scan(load_bytes(text.encode(), name="x.txt", language=language), vocabulary or Vocabulary(), None)


@pytest.fixture(scope="session")
def prepare() -> Callable[..., Scan]:
    """Return a function that prepares a text for reading."""
    return scan


@pytest.fixture
def named() -> Callable[..., list[tuple[str, str | None]]]:
    """Return a function that reads who is named in a text: the words, and the id or else the name."""

    def read(text: str, language: Language = "en", vocabulary: Vocabulary | None = None) -> list[tuple[str, str]]:
        actors = read_actors(scan(text, language, vocabulary))
        return [(actor.quote, actor.value.id or actor.value.name) for actor in actors]

    return read
