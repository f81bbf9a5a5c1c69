"""Find the cues of a relation in what is told of a commitment, each turned round where its clause denies it."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from servanda.lexicon.forms import expand, longest_first
from servanda.lexicon.language import Language
from servanda.lexicon.relations import relation_words
from servanda.monitoring.shares import Told
from servanda.reading.phrases import PhraseBook
from servanda.register.happening import Relation
from servanda.text.folding import fold, spaced

# The last eight are settled by what stands beside them.
Cue = Relation | Literal["late", "undone", "rises", "falls", "begins", "works", "ends", "signs"]
Cues = tuple[tuple[Cue, int, str], ...]
_Hit = tuple[int, int, Cue]  # start, end

_LABELS: tuple[Cue, ...] = (
    "contradicts", "delays", "signs", "ends", "completes", "restates", "works", "begins", "progress", "context", "late",
    "rises", "falls",
)  # fmt: skip
_TURNED: dict[Cue, Cue | None] = {
    "completes": "delays",
    "progress": "delays",
    "delays": "progress",
    "contradicts": "restates",
    "begins": "delays",
    "works": "delays",
    "signs": "delays",
    "ends": "restates",
    "rises": "falls",
    "falls": "rises",
    "restates": None,
    "context": None,
    "late": None,
    "undone": None,
}
_DENIED: dict[Cue, Cue] = {"delays": "restates", "contradicts": "restates", "falls": "restates"}
_REACH = 28  # characters before a cue in which a word turns it round
_NEXT = 12  # characters between a negation and what it turns round, where it is a cue itself
_AHEAD = 60  # characters after what will not be in which a time says that it is only not then
_CLAUSE = re.compile(r"[.;:,!?]")
_SENTENCE = re.compile(r"[.;!?]")


def cues(told: Sequence[Told], language: Language) -> Cues:
    """Return the cues of what is told of a commitment: relation, how much it counts, words.

    Where no expression is known that tells anything, the grammar does: what has not been is late, what is so from now
    on is done, and what somebody says will be is said again.
    """
    found = tuple((bears, count, words) for text, count in told for bears, words in _said(text, language))
    return found or tuple((bears, count, words) for text, count in told for bears, words in _plain(text, language))


@functools.lru_cache(maxsize=64)  # all matches of a passage share its sentences
def _said(text: str, language: Language) -> tuple[tuple[Cue, str], ...]:
    return tuple(_found(fold(text), language))


@functools.lru_cache(maxsize=64)
def _is_built(folded: str, language: Language) -> bool:
    """Whether the grammar of a text may tell anything: one pass for all patterns, each of which is slow."""
    return _words(language).built.search(folded) is not None


@functools.lru_cache(maxsize=64)
def _plain(text: str, language: Language) -> tuple[tuple[Cue, str], ...]:
    words, folded = _words(language), fold(text)
    if not _is_built(folded, language):
        return ()
    plain: tuple[tuple[Cue, re.Pattern[str]], ...] = (
        ("delays", words.unmade), ("completes", words.lasting), ("restates", words.foretold)
    )  # fmt: skip
    return tuple((bears, match[0]) for bears, pattern in plain for match in pattern.finditer(folded))


def _found(folded: str, language: Language) -> Iterator[tuple[Cue, str]]:
    words = _words(language)
    found = words.book.find(folded, spaced(folded))
    # An appeal that is thrown out stands in nobody's way any more. Few texts speak of a burden: the pattern is slow.
    weighed = [*_weighed(words, folded)] if found["burdens"] else []
    hits: list[_Hit] = [(hit.start, hit.end, hit.label) for hit in found["cues"]]
    hits = [hit for hit in hits if not any(start <= hit[0] < end for start, end, _ in weighed)]
    hits = sorted([*hits, *weighed])
    # What a cue says already ("will no longer need") is not undone besides.
    gone = [
        match
        for match in (words.undone.finditer(folded) if _is_built(folded, language) else ())
        if not any(start < match.end() and match.start() < end for start, end, _ in hits)
    ]
    for hit, following in itertools.zip_longest(hits, hits[1:]):
        if following and _only_negates(hit, following, folded, words):
            continue
        start, end, _ = hit
        bears = _turned(hit, folded, hits, [match.end() for match in gone], words)
        if bears is not None:
            yield bears, folded[start:end]
    for match in gone:
        after = _CLAUSE.split(folded[match.end() : match.end() + _AHEAD])[0]
        yield ("delays" if words.when.search(after) else "undone"), match[0]


def _weighed(words: "_Words", folded: str) -> Iterator[_Hit]:
    """Yield where a burden is taken away, and where one is laid on that was not there."""
    eased = [match.span() for match in words.eased.finditer(folded)]
    yield from ((start, end, "completes") for start, end in eased)
    for match in words.laid_on.finditer(folded):
        if not any(start < match.end() and match.start() < end for start, end in eased):
            yield (*match.span(), "contradicts")


def _only_negates(hit: _Hit, following: _Hit, folded: str, words: "_Words") -> bool:
    """Whether a cue turns the bad news behind it round: "not a single postponed match" is no delay by any word."""
    return (
        following[2] in ("delays", "contradicts")
        and words.negation.match(folded, hit[0]) is not None
        and hit[1] <= following[0] <= hit[1] + _NEXT
        and words.negation.search(_before(folded, following[0])) is not None
    )


def _turned(hit: _Hit, folded: str, hits: Sequence[_Hit], gone: Sequence[int], words: "_Words") -> Cue | None:
    """Return how a cue bears after what stands before it: denied, still to come, or negated."""
    start, end, label = hit
    before = _before(folded, start)
    if words.denial.search(_SENTENCE.split(folded[:start])[-1]):
        return _DENIED.get(label, _TURNED[label])
    if label in ("completes", "signs") and words.future.search(before):
        return None
    # "N'est toujours pas" is one negation, which the cue tells itself.
    if not words.negation.search(folded, start, end) and _is_negated(start - len(before), before, hits, words):
        return None if any(0 <= start - over < len(before) for over in gone) else _TURNED[label]
    # What is stopped until something else happens is not given up.
    if label == "contradicts" and words.until.search(_CLAUSE.split(folded[end : end + _AHEAD])[0]):
        return "delays"
    return "progress" if label == "completes" and words.partly.search(folded) else label


def _is_negated(begin: int, before: str, hits: Sequence[_Hit], words: "_Words") -> bool:
    """Whether the words before a cue, which begin there, negate it.

    What says itself that something is done ("no longer needs to open its books") negates nothing behind it, nor does
    what only sets one thing against another ("once and not twice").
    """
    if not words.negation.search(before):
        return False
    done = [(start, end) for start, end, label in hits if label == "completes"]
    done += [(begin + match.start(), begin + match.end()) for match in words.contrast.finditer(before)]
    return any(
        not any(start <= begin + match.start() < end for start, end in done)
        for match in words.negation.finditer(before)
    )


def _before(folded: str, start: int) -> str:
    """Return the words before a cue, in its clause; none is cut in two ("un" is no "n")."""
    begin = max(0, start - _REACH)
    if begin:
        begin = folded.find(" ", begin, start) + 1 or start
    return _CLAUSE.split(folded[begin:start])[-1]


class _Words:
    """The words of one language, ready to be found."""

    def __init__(self, language: Language) -> None:
        words = relation_words(language)
        cues = [(fold(form), bears) for bears in _LABELS for entry in getattr(words, bears) for form in expand(entry)]
        burdens = [(fold(form), None) for entry in words.burdens for form in expand(entry)]
        self.book = PhraseBook({"cues": cues, "burdens": burdens})
        self.negation, self.denial, self.when = any_word(words.negations), any_word(words.denials), any_word(words.when)
        self.future, self.until = any_word(words.future), any_word(words.until)
        self.contrast, self.partly = any_word(words.contrasts), any_word(words.partly)
        self.undone = re.compile("|".join(words.undone))
        self.unmade, self.lasting = re.compile("|".join(words.unmade)), re.compile("|".join(words.lasting))
        self.foretold = re.compile("|".join(words.foretold))
        self.built = re.compile("|".join((*words.undone, *words.unmade, *words.lasting, *words.foretold)))
        burden, lifts, lifted = (any_word(of).pattern for of in (words.burdens, words.lifts, words.lifted))
        self.eased = re.compile(rf"{lifts}[^.;:,!?]{{1,30}}?{burden}|{burden}[^.;:,!?]{{1,25}}?{lifted}")
        imposes, imposed = any_word(words.imposes).pattern, any_word(words.imposed).pattern
        self.laid_on = re.compile(rf"{imposes}[^.;:,!?]{{1,30}}?{burden}|{burden}[^.;:,!?]{{1,25}}?{imposed}")


@functools.cache
def _words(language: Language) -> _Words:
    return _Words(language)


def any_word(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of any of these words and phrases, the longest first."""
    forms = {fold(form) for word in words for form in expand(word)}
    return re.compile(rf"(?<!\w){longest_first(forms)}(?!\w)")
