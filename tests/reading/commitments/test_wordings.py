"""The many wordings of press and release prose that undertake something, and those that undertake nothing.

A line of ``wordings/LANGUAGE.txt`` is "IE: sentence" (who undertakes), "?: sentence" (it does not show who) or
"none: sentence"; "# sentence" opens the texts of the lines below it.
"""

import pathlib
from collections.abc import Iterator

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes

FOLDER = pathlib.Path(__file__).resolve().parent / "wordings"
FEWEST = 35


def _cases() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        opening = ""
        for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
            if line.startswith("# "):
                opening = line.removeprefix("# ")
            else:
                expected, _, sentence = line.partition(": ")
                yield path.stem, opening, expected, sentence


CASES = list(_cases())


def _promisors(language, opening, sentence):
    document = load_bytes(f"{opening}\n\n{sentence}\n".encode(), name="story.txt", language=language)
    return [
        mention.value.promisors
        for mention in read(document).mentions
        if isinstance(mention.value, Commitment) and mention.start > len(opening) and mention.value.parent is None
    ]


@pytest.mark.parametrize(("language", "opening", "expected", "sentence"), [case for case in CASES if case[2] != "none"])
def test_an_undertaking_is_found_in_many_words(language, opening, expected, sentence):
    found = _promisors(language, opening, sentence)

    assert found
    assert expected == "?" or set(found[0]) == set(expected.split(","))


@pytest.mark.parametrize(("language", "opening", "expected", "sentence"), [case for case in CASES if case[2] == "none"])
def test_what_undertakes_nothing_is_left_alone(language, opening, expected, sentence):
    assert not _promisors(language, opening, sentence)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_language_has_wordings_of_both_kinds(language):
    kinds = [case[2] == "none" for case in CASES if case[0] == language]
    assert min(kinds.count(True), kinds.count(False)) >= FEWEST
