"""Texts in three languages for the tests of this folder, read without a plan."""

import functools
from pathlib import Path

from servanda.reading.mention import Reading
from servanda.reading.reader import dated, read
from servanda.text.document import Document
from servanda.text.loaders import load_bytes

LANGUAGES = ("en", "fr", "es")
SOLAR = {
    language: (Path(__file__).parent / "versions" / f"solar.{language}.txt").read_text(encoding="utf-8")
    for language in LANGUAGES
}


@functools.cache
def version(language: str, text: str) -> tuple[Document, Reading]:
    """Return a text as a document named by its language, with its reading."""
    document = dated(load_bytes(text.encode(), name=language, language=language))
    return document, read(document)


def versions(texts: dict[str, str]) -> list[tuple[Document, Reading]]:
    """Return the versions of a text."""
    return [version(language, text) for language, text in texts.items()]


def planted(language: str, old: str, new: str) -> list[tuple[Document, Reading]]:
    """Return the three versions of the solar memorandum, one of them with other words."""
    assert SOLAR[language].count(old) == 1, (language, old)
    return versions(SOLAR | {language: SOLAR[language].replace(old, new)})
