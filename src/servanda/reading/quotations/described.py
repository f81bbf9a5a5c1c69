"""Speakers whom a text only describes: "a person close to the talks said", « selon l'entourage du ministre »."""

import re

from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue

_ARTICLE = r"(?:the|an?|one|his|her|its|their|le|la|les|un|une|des|son|sa|ses|leur|el|los|las|una|su|sus) |l['’]"
_CLAUSE_BEGINS = r"(?:^|[,;:.\"] ?|\b(?:that|but|and|while|que|mais|et|pero|y|mientras) |\bqu['’])"
_BEFORE = re.compile(rf"{_CLAUSE_BEGINS}(?:{_ARTICLE})(?P<words>[^,;:.\"()]{{2,50}})$", re.IGNORECASE)
_SOMEBODY = rf" (?:{_ARTICLE})(?P<words>[^,;:.\"«»“”()\n]{{2,50}})"
_AFTER = re.compile(_SOMEBODY, re.IGNORECASE)
# "dijo a este diario el asambleísta": whom the words were said to, then who said them.
_AFTER_TO_WHOM = re.compile(rf" (?:a|à|to|ante|en|au|aux|in) [^\W\d_]+(?: [^\W\d_]+){{0,2}}?{_SOMEBODY}", re.IGNORECASE)
_ASIDE = re.compile(r" ?, [^,]{1,40},$")
# Where a description that follows its verb ends: words of place, time and circumstance, and relative pronouns.
_ENDS = re.compile(
    r" (?:in|at|on|during|after|before|who|which|to|as|when|while|by|dans|en|à|au|lors|qui|avant|après|pendant|durante"
    r"|tras|ante|al|mientras|quien|que|ayer|hier|hoy|today|yesterday)\b.*",
    re.IGNORECASE,
)


def described_before(text: str, start: int, end: int) -> Naming | None:
    """Return who is described right before a verb at ``end``, from an article at the head of the clause on."""
    clause = text[max(start, end - 120) : end].rstrip(" ")
    clause = _ASIDE.sub("", clause)
    match = _BEFORE.search(clause)
    if match is None:
        return None
    return _described(text, max(start, end - 120) + match.start("words"), match["words"])


def described_after(text: str, start: int, end: int) -> Naming | None:
    """Return who is described right after a verb of saying or "according to", which ends at ``start``."""
    match = _AFTER.match(text, start, end) or _AFTER_TO_WHOM.match(text, start, end)
    return None if match is None else _described(text, match.start("words"), _ENDS.sub("", match["words"]))


def _described(text: str, start: int, words: str) -> Naming | None:
    words = words.rstrip()
    if not words or words.count(" ") > 6:
        return None
    return Naming(start, start + len(words), "described", ActorValue(text[start : start + len(words)], None, None))
