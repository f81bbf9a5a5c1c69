"""How a passage bears on a commitment (CODEBOOK E7), by its cues, its figures, and its day."""

import datetime
import functools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from servanda.lexicon.forms import expand
from servanda.lexicon.language import Language
from servanda.lexicon.relations import relation_words
from servanda.monitoring.numbers import SMALLEST, numbers_in
from servanda.monitoring.profile import Profile
from servanda.monitoring.term import Term
from servanda.reading.phrases import Phrases
from servanda.register.happening import Relation
from servanda.text.folding import fold

Cue = Relation | Literal["late", "undone"]  # the last two are settled by what stands beside them
Cues = tuple[tuple[Cue, int, str], ...]

# Of cues that count the same the first in this order says how a passage bears.
_ORDER: tuple[Relation, ...] = ("contradicts", "delays", "completes", "restates", "progress", "context")
_TURNED: dict[Cue, Relation | None] = {
    "completes": "delays",
    "progress": "delays",
    "delays": "progress",
    "contradicts": "restates",
    "restates": None,
    "context": None,
    "late": None,
    "undone": None,
}
_IN_THE_TITLE, _IN_THE_PASSAGE, _AS_A_FIGURE = 3, 2, 2
_REACH = 28  # characters before a cue in which a word turns it round
_CLAUSE = re.compile(r"[.;:,!?]")
_FAR = Decimal("1.5")  # a figure beyond that many times the target counts something else


def cues(passage: str, title: str, language: Language) -> Cues:
    """Return the cues of a passage, and of the title where it stands with it: relation, how much it counts, words."""
    return (
        *((relation, _IN_THE_TITLE, words) for relation, words in _found(fold(title), language)),
        *((relation, _IN_THE_PASSAGE, words) for relation, words in _found(fold(passage), language)),
    )


def relation(
    found: Cues,
    passage: str,
    profile: Profile,
    language: Language,
    day: datetime.date | None,
    signed: datetime.date,
) -> tuple[Relation, tuple[str, ...]]:
    """Return the relation of a passage to a commitment, and the cues that gave it.

    What a document from before the signature tells is background (CODEBOOK T1). A cue in a negated clause is turned
    round. What was due before is delayed, unless it is there: lateness belongs to the schedule (T4). What will not be
    contradicts, unless the passage tells of a delay: it will be later. A figure that reaches the target of the
    commitment says that it is done, one below it that it is under way. What states no deliverable is never complete: a
    step of it is progress.
    """
    if day is not None and day < signed:
        return "context", ("before_signature",)
    counts: dict[Relation, int] = {}
    every = tuple(_settled((*found, *_figures(passage, profile.targets, language))))
    for bears, count, _ in every:
        counted = "progress" if bears == "completes" and profile.open_ended else bears
        counts[counted] = counts.get(counted, 0) + count
    if not counts:
        return "progress", ()
    most = max(counts.values())
    best = next(bears for bears in _ORDER if counts.get(bears) == most)
    same = {best, "completes"} if best == "progress" and profile.open_ended else {best}
    return best, tuple(dict.fromkeys(words for bears, _, words in every if bears in same))


def _settled(every: Cues) -> Iterator[tuple[Relation, int, str]]:
    said = {bears for bears, _, _ in every}
    for bears, count, words in every:
        if bears == "late":
            if "completes" not in said:
                yield "delays", count, words
        elif bears == "undone":
            yield ("delays" if said & {"delays", "late"} else "contradicts"), count, words
        else:
            yield bears, count, words


def _figures(passage: str, targets: Sequence[Term], language: Language) -> Iterator[tuple[Relation, int, str]]:
    """Compare parts with their wholes ("310 of the 400"); without any, what is stated with the targets.

    The target itself says nothing where a smaller figure stands beside it: it is only recalled.
    """
    parts, stated = _numbers(passage, language)
    yield from parts
    for target in () if parts else targets:
        wanted = Decimal(target[1:])
        reached = [number for number in stated if wanted <= number <= wanted * _FAR]
        below = [number for number in stated if wanted / 10 <= number < wanted]
        if reached and not (below and reached == [wanted]):
            yield "completes", _AS_A_FIGURE, str(reached[0])
        elif below:
            yield "progress", _AS_A_FIGURE, str(below[-1])


@functools.lru_cache(maxsize=16)  # all matches of a passage ask for the same
def _numbers(passage: str, language: Language) -> tuple[list[tuple[Relation, int, str]], list[Decimal]]:
    parts: list[tuple[Relation, int, str]] = []
    for match in _part(language).finditer(fold(passage)):
        part, whole = _number(match[1]), _number(match[2])
        if whole >= SMALLEST:
            parts.append(("completes" if part >= whole else "progress", _AS_A_FIGURE, match[0]))
    return parts, sorted(Decimal(number[1:]) for number in numbers_in(passage))


def _number(figure: str) -> Decimal:
    return max((Decimal(number[1:]) for number in numbers_in(figure)), default=Decimal(0))


@functools.cache
def _part(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(relation_words(language).of, key=len, reverse=True))
    return re.compile(rf"(?<![\w.,])(\d[\d.,]*) (?:{words}) (\d[\d.,]*)(?!\w)")


def _found(folded: str, language: Language) -> Iterator[tuple[Cue, str]]:
    phrases, negation, undone = _words(language)
    for hit in phrases.find(folded):
        before = _CLAUSE.split(folded[max(0, hit.start - _REACH) : hit.start])[-1]
        bears: Cue | None = _TURNED[hit.label] if negation.search(before) else hit.label
        if bears is not None:
            yield bears, folded[hit.start : hit.end]
    for match in undone.finditer(folded):
        yield "undone", match[0]


@functools.cache
def _words(language: Language) -> tuple[Phrases[Cue], re.Pattern[str], re.Pattern[str]]:
    words = relation_words(language)
    labels: tuple[Cue, ...] = (*_ORDER, "late")
    labelled = [(fold(form), bears) for bears in labels for entry in getattr(words, bears) for form in expand(entry)]
    negations = "|".join(re.escape(word) for word in sorted(words.negations, key=len, reverse=True))
    return Phrases(labelled), re.compile(rf"(?<!\w)(?:{negations})(?!\w)"), re.compile("|".join(words.undone))
