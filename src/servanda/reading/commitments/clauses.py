"""Where one clause of a sentence ends and the next begins, and where the object of a commitment ends."""

import functools
import re
from typing import Literal

from servanda.lexicon.commitments import commitment_words, expand
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Told
from servanda.reading.phrases import Phrases

Connection = Literal["inside", "shared", "apart"]

_OBJECT = 20  # characters of an object before anything can trail off after it
_SAYER = 60  # characters from the comma of ", the minister of ports said" to its verb
_SEMICOLON = re.compile(
    r";\s+(?:the|its|their|both|we|they|he|she|it|le|la|les|l'|leurs?|ils?|elles?|el|los|las|ambos|ambas|sus?)\b"
)
_TRAILING = " \t\n\u00a0.;:,!?…\"“”«»'’"
_CLOSERS = ")]"


@functools.cache
def _joins(language: Language) -> re.Pattern[str]:
    words = sorted(
        (form for entry in commitment_words(language).boundaries.joins for form in expand(entry)), key=len, reverse=True
    )
    return re.compile(rf";|:|,?\s(?:{'|'.join(map(re.escape, words))})\s|[.!?]\s")


@functools.cache
def _relatives(language: Language) -> re.Pattern[str]:
    words = sorted(commitment_words(language).boundaries.relatives, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_'])|(?<![^\W_])(?:qu'|d'où )")


def connect(folded: str, start: int, end: int, language: Language) -> tuple[Connection, int]:
    """Say how a head at ``end`` hangs together with the one before it, which ended at ``start``.

    ``inside``: it belongs to the object of the one before; ``shared``: it is a second verb of the same subject;
    ``apart``: a clause with a subject of its own. The offset is where its clause begins.
    """
    join = None
    for match in _joins(language).finditer(folded, start, end):
        join = match
    if join is None:
        return "inside", start
    # "and that it will" coordinates: the relative right after the join opens no clause of its own.
    again = _relatives(language).match(folded, join.end())
    if _relatives(language).search(folded, again.end() if again else join.end(), end):
        return "inside", start
    own = [word for word in re.findall(r"[^\W_]+", folded[join.end() : end]) if not _adverb(word, language)]
    return ("apart" if own else "shared"), join.end()


def clause_start(folded: str, start: int, end: int) -> int:
    """Return where the clause of the sentence's first head begins: after a semicolon or colon, else at the sentence."""
    cut = max(folded.rfind("; ", start, end), folded.rfind(": ", start, end))
    return start if cut < 0 else cut + 2


def in_relative(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether the words right before ``end`` are a relative pronoun: the head then describes what stands before."""
    last = None
    for match in _relatives(language).finditer(folded, start, end):
        last = match
    return last is not None and not re.search(r"[^\W_]{3,}", folded[last.end() : end])


def has_relative(folded: str, start: int, end: int, language: Language) -> bool:
    """Whether a relative pronoun stands between two places."""
    return _relatives(language).search(folded, start, end) is not None


def object_end(told: Told, start: int, end: int, language: Language) -> int:
    """Return where the object of a commitment that begins at ``start`` ends, no later than ``end``."""
    text, folded = told.scan.text, told.scan.folded
    for aside in commitment_words(language).boundaries.asides:
        cut = folded.find(aside, start + _OBJECT, end)
        if cut >= 0:
            end = cut
    for mark in (_apart(folded, start, end), _attribution(told, start, end, language)):
        end = mark if mark is not None else end
    while end > start and (text[end - 1] in _TRAILING or (text[end - 1] in _CLOSERS and not _opened(text, start, end))):
        end -= 1
    return end


def _apart(folded: str, start: int, end: int) -> int | None:
    """Return where a semicolon ends the clause: what follows has a subject of its own."""
    match = _SEMICOLON.search(folded, start + _OBJECT, end)
    return match.start() if match is not None else None


def _attribution(told: Told, start: int, end: int, language: Language) -> int | None:
    """Return where ", the minister said" begins."""
    folded = told.scan.folded
    for found in told.phrases(saying(language), start + _OBJECT, end):
        comma = folded.rfind(",", start + _OBJECT, found.start)
        if comma >= 0 and found.start - comma <= _SAYER and not _relatives(language).search(folded, comma, found.start):
            return comma
    return None


@functools.cache
def saying(language: Language) -> Phrases[str]:
    """Return the finder of a language's verbs of saying, made once."""
    return Phrases((form, "") for entry in commitment_words(language).boundaries.saying for form in expand(entry))


def _opened(text: str, start: int, end: int) -> bool:
    closer = text[end - 1]
    return text.count("(["[_CLOSERS.index(closer)], start, end) >= text.count(closer, start, end)


@functools.cache
def _light(language: Language) -> frozenset[str]:
    return commitment_words(language).chain.links | commitment_words(language).subjects.determiners


def _adverb(word: str, language: Language) -> bool:
    return word in _light(language) or word.endswith(("ly", "mente")) or (word.endswith("ment") and language == "fr")
