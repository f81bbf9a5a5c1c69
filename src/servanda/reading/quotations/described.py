"""Speakers whom a text only describes: "a person close to the talks said", « selon l'entourage du ministre »."""

import functools
import re
from typing import NamedTuple

from servanda.lexicon.people import is_person
from servanda.lexicon.speech import SpeechWords
from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue

_CLAUSE_BEGINS = r"(?:^|[,;:.\"] ?|\b(?:that|but|and|while|que|mais|et|pero|y|mientras) |\bqu['’])"
_ASIDE = re.compile(r" ?, [^,]{1,40},$")
# Where a description that follows its verb ends: words of place, time and circumstance, and relative pronouns.
_ENDS = re.compile(
    r" (?:in|at|on|during|after|before|who|which|to|as|when|while|by|dans|en|à|au|lors|qui|avant|après|pendant|durante"
    r"|tras|ante|al|mientras|quien|que|ayer|hier|hoy|today|yesterday)\b.*",
    re.IGNORECASE,
)


class _Patterns(NamedTuple):
    """Where somebody described stands: before a verb, after it, and after those to whom it was said."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    after_to_whom: re.Pattern[str]  # "dijo a este diario el asambleísta"


def described_before(text: str, start: int, end: int, words: SpeechWords) -> Naming | None:
    """Return who is described right before a verb at ``end``, from an article at the head of the clause on."""
    clause = text[max(start, end - 120) : end].rstrip(" ")
    clause = _ASIDE.sub("", clause)
    match = _patterns(words.articles).before.search(clause)
    if match is None:
        return None
    somebody = match["words"].split(" ")
    while somebody and somebody[-1] in words.auxiliaries:
        somebody.pop()
    return _described(text, max(start, end - 120) + match.start("words"), " ".join(somebody), words)


def described_after(text: str, start: int, end: int, words: SpeechWords) -> Naming | None:
    """Return who is described right after a verb of saying or "according to", which ends at ``start``."""
    patterns = _patterns(words.articles)
    match = patterns.after.match(text, start, end) or patterns.after_to_whom.match(text, start, end)
    return None if match is None else _described(text, match.start("words"), _ENDS.sub("", match["words"]), words)


def described_at(text: str, start: int, words: SpeechWords) -> Naming | None:
    """Return the person described where a sentence begins: "The old fisher listened to her"."""
    opens = _opening((*words.definite, *words.indefinite)).match(text, start)
    if opens is None:
        return None
    somebody = opens["words"].split(" ")
    while somebody and not is_person(somebody[-1].lower(), words.language):
        somebody.pop()
    return _described(text, opens.start("words"), " ".join(somebody), words)


@functools.cache
def _opening(articles: tuple[str, ...]) -> re.Pattern[str]:
    article = "|".join(articles)
    return re.compile(rf"(?:{article})(?: |['’])(?P<words>[^\W\d_]+(?: [a-zà-ÿœ-]+){{0,2}})", re.IGNORECASE)


@functools.cache
def _patterns(articles: tuple[str, ...]) -> _Patterns:
    article = "|".join(f"{each[:-1]}['’]" if each.endswith("'") else f"{each} " for each in articles)
    somebody = rf" (?:{article})(?P<words>[^,;:.\"«»“”()—–\n]{{2,50}})"
    before_whom = r" (?:a|à|to|ante|en|au|aux|in|devant|auprès d(?:e|es|u)) (?:(?:la|le|les|el|los|the) |l['’])?"
    to_whom = rf"{before_whom}[^\W\d_]+(?: [^\W\d_]+){{0,2}}?{somebody}"
    before = rf"{_CLAUSE_BEGINS}(?:{article})(?P<words>[^,;:.\"()]{{2,50}})$"
    return _Patterns(*(re.compile(pattern, re.IGNORECASE) for pattern in (before, somebody, to_whom)))


def _described(text: str, start: int, words: str, known: SpeechWords) -> Naming | None:
    words = words.rstrip()
    if not words or words.count(" ") > 6 or words.split(" ", 1)[0].lower() in known.prepositions:
        return None
    return Naming(start, start + len(words), "described", ActorValue(text[start : start + len(words)], None, None))
