"""Patterns made of the words of a lexicon."""

import functools
import re
from collections.abc import Iterable

from servanda.lexicon.directions import directions
from servanda.lexicon.forms import expand, longest_first
from servanda.lexicon.language import Language

_SHORT = {
    "[inf]": r"\w+(?:[aei]r|ír|re|oir)(?:se|l[aeo]s?)?\b",
    "[ger]": r"\w+ing\b",
    " …": r"(?: \w+){0,2}?",
}


def any_of(entries: Iterable[str]) -> str:
    """Return a pattern that matches any of the entries as whole words, the longest first.

    Entries are in the notation of ``forms.expand``; "[inf]" and "[ger]" stand for an infinitive and a gerund,
    "…" for up to two words.
    """
    written = longest_first({form for entry in entries for form in expand(entry)}).replace("\\ ", " ")
    for short, pattern in _SHORT.items():
        written = written.replace(re.escape(short).replace("\\ ", " "), pattern)
    return rf"(?<!\w){written}(?:(?<=')|(?!\w))"


@functools.cache
def of_direction(language: Language, which: str) -> re.Pattern[str]:
    """Return a pattern that matches the words of one list of ``directions``, by its name ("reducing")."""
    return re.compile(any_of(getattr(directions(language), which)))
