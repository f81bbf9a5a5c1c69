"""First names of people, by which capitalised words are told to be somebody, and who "she" may be."""

import functools
from typing import Literal

import msgspec

from servanda.lexicon import loader

Gender = Literal["f", "m", ""]


class _GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of women, of men, and those given to ``either``; none that is an ordinary word or a place as well.

    They are many: each list is one string with spaces between the names, which loads in a tenth of the time.
    """

    feminine: str
    masculine: str
    either: str


def gender_of_name(word: str) -> Gender | None:
    """Return the gender that a first name shows ("Paul-Antoine" that of "Paul"), None where a word is none."""
    names = _given_names()
    return names.get(word) if word in names or "-" not in word else names.get(word.partition("-")[0])


@functools.cache
def _given_names() -> dict[str, Gender]:
    """Return the first names of all languages, each with the gender that it shows."""
    names = loader.load("given_names.toml", _GivenNames)
    return {
        **dict.fromkeys(names.either.split(), ""),
        **dict.fromkeys(names.feminine.split(), "f"),
        **dict.fromkeys(names.masculine.split(), "m"),
    }
