"""Read words that a text reports without quotation marks: "Nes said that the ports will open"."""

import functools
import itertools
import re
from collections.abc import Iterator

from servanda.lexicon.language import Language
from servanda.lexicon.speech import speech_words
from servanda.reading.cast.naming import Naming
from servanda.reading.quotations.speakers import Speakers

_THAT = {  # at most 70 characters after the verb, as in "said on Monday in Oslo that"
    "en": re.compile(r"(?P<between>[^.;:\"()]{0,70}?)\bthat "),
    "fr": re.compile(r"(?P<between>[^.;:\"()]{0,70}?)\bqu(?:e |')"),
    "es": re.compile(r"(?P<between>[^.;:\"()]{0,70}?)\bque "),
}
_OPENS = {"en": "that ", "fr": "qu", "es": "que "}
_FEWEST = 2  # spaces between the words of a clause


def read_reported(speakers: Speakers, folded: str) -> Iterator[tuple[int, int, Naming, str]]:
    """Yield reported clauses, at most one a sentence: start, end, speaker and rule. A clause ends with its sentence."""
    told = -1
    for verb, following in itertools.pairwise([*speakers.sayings, (len(folded), len(folded))]):
        if verb[0] < told:
            continue
        start, end, language = speakers.sentence(verb[0])
        clause = _clause(speakers, folded, verb, start, min(end, following[0]), end, language)
        if clause is not None:
            yield clause
            told = end
    for source in speakers.sources:
        start, end, language = speakers.sentence(source[0])
        clause = _according(speakers, folded, source, start, end)
        if clause is not None:
            yield clause


def _clause(
    speakers: Speakers,
    folded: str,
    verb: tuple[int, int],
    start: int,
    reach: int,
    end: int,
    language: Language,
) -> tuple[int, int, Naming, str] | None:
    words = speech_words(language)
    opens = folded.find(_OPENS[language], verb[1], reach) >= 0
    that = _THAT[language].match(folded, verb[1], reach) if opens else None
    if that is not None and not _reports(speakers, folded, verb, that["between"], language):
        return None
    begin = that.end() if that is not None else None
    if folded[verb[0] : verb[1]] in words.bare and folded.startswith(" ", verb[1]):
        first = folded[verb[1] : reach].split(maxsplit=1)[:1]
        if first and first[0][0].isalnum() and first[0] not in words.prepositions and first[0] not in words.that:
            begin = verb[1] + 1
    if begin is None:
        return None
    if that is not None:
        naming = speakers.subject_of(verb, start, end, words)
    else:
        naming = speakers.before(verb[0], start, words)
    return None if naming is None else _to_the_end(folded, begin, end, naming, "reported")


def _reports(speakers: Speakers, folded: str, verb: tuple[int, int], between: str, language: Language) -> bool:
    """Whether the "that" after a verb opens what was said, by the words between them.

    It does not in "so that" and the like, nor where it is a relative pronoun: after one comma (", dijo Paz, que ha
    venido a ..."), or after an article whose noun is not who speaks ("announced a plan that will ...").
    """
    said = between.rstrip()
    if said.endswith(_other_that(language)) or said.count(",") == 1:
        return False
    first, addressing = said.split(maxsplit=1)[:1], speech_words(language).addressing
    if not first or folded[verb[0] : verb[1]] in addressing or first[0].partition("'")[0] not in _articles(language):
        return True
    naming = speakers.next(verb[1])
    return naming is not None and speakers.only_determiners(verb[1], naming.start)


@functools.cache
def _other_that(language: Language) -> tuple[str, ...]:
    return tuple(f" {word}" for word in speech_words(language).other_that)


@functools.cache
def _articles(language: Language) -> frozenset[str]:
    return frozenset(article.rstrip("'") for article in speech_words(language).articles)


def _according(
    speakers: Speakers, folded: str, source: tuple[int, int], start: int, end: int
) -> tuple[int, int, Naming, str] | None:
    naming = speakers.source(source, end)
    if naming is None or folded[start : source[0]].strip(' "'):
        return None
    comma = folded.find(", ", naming.end, end)
    if comma < 0 or folded.startswith('"', comma + 2):  # a direct quotation, which is read as such
        return None
    return _to_the_end(folded, comma + 2, end, naming, "according")


def _to_the_end(folded: str, start: int, end: int, naming: Naming, rule: str) -> tuple[int, int, Naming, str] | None:
    """Return the clause to the end of its sentence without its full stop, or to where it introduces words in marks."""
    introduces = folded.find(': "', start, end)
    end = introduces if introduces >= 0 else end
    while end > start and folded[end - 1] in '.!?…" ':
        end -= 1
    return (start, end, naming, rule) if folded.count(" ", start, end) >= _FEWEST else None
