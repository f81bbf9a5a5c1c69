"""Words beside a date or duration that make it the last moment of something."""

import functools
import re
from typing import NamedTuple

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.reading.times.vocabulary import any_of, spelled


class Cues(NamedTuple):
    """Patterns over plain text: five that end where a date or duration begins, and two that begin where it ends.

    ``closing`` is what the words end with that the first three match.
    """

    by: re.Pattern[str]
    before: re.Pattern[str]
    within: re.Pattern[str]
    clause: re.Pattern[str]
    start: re.Pattern[str]
    after: re.Pattern[str]
    counted_from: re.Pattern[str]
    closing: tuple[str, ...]


@functools.cache
def deadline_cues(language: Language) -> Cues:
    """Return the cues of a language."""
    words = dates(language).deadlines
    the = [*map(spelled, dates(language).words.roles["the"])]
    articles = any_of(the)
    leading = map(spelled, (*words.by, *words.before, *words.within))

    def before(listed: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"{any_of(map(spelled, listed))}\s?(?:{articles}\s?)?$")

    def behind(listed: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"\s?,?\s?{any_of(map(spelled, listed))}")

    return Cues(
        by=before(words.by),
        before=before(words.before),
        within=before(words.within),
        clause=re.compile(rf"{any_of(map(spelled, words.clauses))} [^;.]*$"),
        start=before(words.starts),
        after=behind(words.after),
        counted_from=behind(words.counted_from),
        closing=tuple({*the, *(phrase.rpartition(" ")[2] for phrase in leading)}),
    )
