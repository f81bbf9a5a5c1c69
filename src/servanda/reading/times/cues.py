"""Words beside a date or duration that make it the last moment of something."""

import functools
import re
from typing import NamedTuple

from servanda.lexicon.dates import dates
from servanda.lexicon.language import Language
from servanda.reading.times.vocabulary import any_of, spelled


class Cues(NamedTuple):
    """Patterns over plain text: three that end where a date or duration begins, and two that begin where it ends."""

    by: re.Pattern[str]
    before: re.Pattern[str]
    within: re.Pattern[str]
    after: re.Pattern[str]
    counted_from: re.Pattern[str]


@functools.cache
def deadline_cues(language: Language) -> Cues:
    """Return the cues of a language."""
    words = dates(language).deadlines
    articles = any_of(map(spelled, dates(language).words.roles["the"]))
    by, before, within, after, counted_from = (
        any_of(map(spelled, listed))
        for listed in (words.by, words.before, words.within, words.after, words.counted_from)
    )
    return Cues(
        *(re.compile(rf"{cue}\s?(?:{articles}\s?)?$") for cue in (by, before, within)),
        *(re.compile(rf"\s?,?\s?{cue}") for cue in (after, counted_from)),
    )
