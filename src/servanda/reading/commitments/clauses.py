"""Where one clause of a sentence ends and the next begins, and where the object of a commitment ends."""

import bisect
import functools
import itertools
import operator
import re
from collections.abc import Sequence
from typing import Literal

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, expand, longest_first
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Placed, Sentence, within

Span = tuple[int, int]
Connection = Literal["inside", "shared", "apart"]

_OBJECT = 20  # characters of an object before anything can trail off after it
_SAYER = 60  # characters from the comma of ", the minister of ports said" to its verb
_SEMICOLON = re.compile(
    r";\s+(?:the|its|their|both|we|they|he|she|it|le|la|les|l'|leurs?|ils?|elles?|el|los|las|ambos|ambas|sus?)\b"
)
_AND_THAT = re.compile(r",? (?:and that|et que|et qu'|y que) ?\b")
_AND_SAID = re.compile(r",? (?:and|et|y|e) (?:(?:has|have|also|a|ont|ha|han|también|[^\W_]+(?:ly|ment|mente)) )*$")
# "will spend 37 million: that is the sum which ...": what follows only comments.
_COMMENT = re.compile(
    r": (?:c'est|ce sont|il s'agit|that is|that's|it is|it's|this is|es|son|se trata|eso es|así lo|ainsi)\b"
)
_TRAILING = " \t\n\u00a0.;:,!?…\"“”«»'’"
_CLOSERS = ")]"
_NEXT_ITEM = re.compile(r"[;,] (?:and|or|et|ou|y|e|o|u)$")  # what links an item to the next one
_LINK = 6  # characters of the longest of them, with what stands before
_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = re.compile(r"[^\W_]{3,}")
_COMMA = re.compile(r", (?:(?:se|lo|la|los|las|le|les|en|y|lui|leur) |l'|s')?$")
_CLOSED = re.compile(r", (?:(?:se|lo|la|les?|los|las|y|en|lui|leur) |n'|s'|l')?$")
_OPENED = re.compile(r", (?:à |a |de |d'|dans |en |avec |con |to |of |in |with )?$")
_GAPPED = re.compile(r", (?:to |à |d'|de |a )")
_SET_IN = re.compile(r",[^,;.]{2,40}, ")
_SEVERAL = 2  # verbs in the future that may be joined
_BETWEEN = 30  # characters between two commas that part a verb from its question
_ARTICLE = 4  # characters of an article before a name
_CLITIC = 8  # characters from a comma to the verb after it


@functools.cache
def _joins(language: Language) -> re.Pattern[str]:
    words = longest_first(form for entry in commitment_words(language).boundaries.joins for form in expand(entry))
    return re.compile(rf"[;:.!?\s](?:(?<=[;:])|(?<=\s){words}(?:\s|, [^,;.]{{2,40}}, )|(?<=[.!?])\s)")


def find_joins(sentence: Sentence) -> list[Span]:
    """Return where clauses of a sentence may be joined: marks, and words like "and" with the space around them."""
    found = _joins(sentence.language).finditer(sentence.scan.folded, sentence.start, sentence.end)
    joins = [match.span() for match in found]
    commas = [*_commas(sentence), *_to_which(sentence)]
    return sorted([*joins, *commas]) if commas else joins


def _commas(sentence: Sentence) -> list[Span]:
    """Return the commas between verbs in the future that share a subject: "donnera ..., formera ... et enverra"."""
    commas: list[Span] = []
    if len([head for head in sentence.heads if head.verb]) < _SEVERAL:
        return commas
    describing = False  # "an agency, which will set standards, will publish ..." describes the agency all along
    for before, head in itertools.pairwise(sentence.heads):
        describing = describing or in_relative(sentence, sentence.start, before.start)
        if before.verb and head.verb and not describing and not within(sentence.relatives, before.end, head.start):
            first = max(before.end, head.start - _CLITIC)
            comma = _COMMA.search(sentence.scan.folded, first, head.start)
            if comma is not None:
                commas.append((comma.start(), comma.start() + 2))
    return commas


def _to_which(sentence: Sentence) -> list[Span]:
    """Return where somebody named adds to what was undertaken: "will open a fund, to which Ghana will contribute"."""
    actors = sentence.actors
    spans: list[Span] = []
    for match in _receiving(sentence.language).finditer(sentence.scan.folded, sentence.start, sentence.end):
        follows = _SET_IN.match(sentence.scan.folded, match.end())  # "to which, Ms Nes added, Ghana will"
        end = follows.end() if follows is not None else match.end()
        place = bisect.bisect_left(actors, end, key=operator.attrgetter("start"))
        if place < len(actors) and actors[place].start - end <= _ARTICLE:
            spans.append(match.span())
    return spans


def connect(sentence: Sentence, joins: Sequence[Span], start: int, end: int) -> tuple[Connection, int]:
    """Say how a head at ``end`` hangs together with the one before it, which ended at ``start``.

    ``inside``: it belongs to the object of the one before; ``shared``: it is a second verb of the same subject;
    ``apart``: a clause with a subject of its own. The offset is where its clause begins. ``joins`` are the sentence's.
    """
    last = bisect.bisect_right(joins, end, key=operator.itemgetter(1)) - 1
    if last < 0 or joins[last][0] < start:
        return "inside", start
    clause = joins[last][1]
    # "and that it will" coordinates: the relative right after the join opens no clause of its own.
    said = within(sentence.sayings, clause, end)  # nor does "and said that it will"
    if any(
        relative.start > clause
        and not any(one.start < relative.start <= one.end + 1 for one in said)
        and not _set_in(sentence, relative, end)
        for relative in within(sentence.relatives, clause, end)
        if not within(sentence.heads, relative.end, end)  # "and the diplomas that it awards will": it has its verb
    ):
        return "inside", start
    words = _WORD.findall(sentence.scan.folded, clause, end)
    return ("shared" if all(_adverb(word, sentence.language) for word in words) else "apart"), clause


def _set_in(sentence: Sentence, relative: Placed, end: int) -> bool:
    """Whether a relative clause stands between commas before the verb at ``end``: "Italy, which owns it, will"."""
    folded = sentence.scan.folded
    closed = _CLOSED.search(folded, max(relative.end, end - _CLITIC), end)
    return closed is not None and _OPENED.search(folded, max(0, relative.start - _CLITIC), relative.start) is not None


def clause_start(sentence: Sentence, end: int) -> int:
    """Return where the clause of the sentence's first head begins: after a semicolon or colon, else at the sentence.

    Not after a colon whose verb of saying has its subject before it: "Her colleague was more careful: said that".
    """
    folded, start = sentence.scan.folded, sentence.start
    cut = max(folded.rfind("; ", start, end), folded.rfind(": ", start, end)) + 2
    said = any(said.start == cut for said in sentence.sayings)
    return start if cut < start + 2 or said else cut


def in_relative(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words right before ``end`` are a relative pronoun: the head then describes what stands before."""
    relatives = within(sentence.relatives, start, end)
    if not relatives or _LONG_WORD.search(sentence.scan.folded, relatives[-1].end, end):
        return False
    last = relatives[-1].start  # "informó que se enviarán" describes nothing
    return not any(said.start < last <= said.end + 1 for said in within(sentence.sayings, start, end))


def object_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where the object of a commitment that begins at ``start`` ends, no later than ``end``."""
    text, earliest = sentence.scan.text, start + _OBJECT
    for aside in within(sentence.asides, earliest, end):
        if not _goes_on(sentence, start, aside.start, aside.end):
            end = aside.start
            break
    for mark in (
        _next_told(sentence, start, end),
        _comment(sentence, start, end),
        _apart(sentence, earliest, end),
        _attribution(sentence, earliest, end),
    ):
        end = mark if mark is not None else end
    link = _NEXT_ITEM.search(sentence.scan.folded, max(start, end - _LINK), end)
    end = link.start() if link is not None else end
    while end > start and (text[end - 1] in _TRAILING or (text[end - 1] in _CLOSERS and not _opened(text, start, end))):
        end -= 1
    return end


def _goes_on(sentence: Sentence, start: int, aside: int, end: int) -> bool:
    """Whether a question goes on after words between commas: "proponen evaluar, recién en 2029, si conviene"."""
    folded = sentence.scan.folded
    if folded[aside:end] not in {", si ", ", if "}:
        return False
    comma = folded.rfind(",", start, aside)
    return comma >= 0 and aside - comma <= _BETWEEN


def _apart(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where a semicolon ends the clause: what follows has a subject of its own."""
    if sentence.scan.folded.find("; ", start, end) < 0:
        return None
    match = _SEMICOLON.search(sentence.scan.folded, start, end)
    named = (
        sentence.scan.folded.rfind("; ", max(start, one.start - _ARTICLE - 2), one.start)
        for one in sentence.actors
        if not _GAPPED.match(sentence.scan.folded, one.end)  # "; Ghana, to train pilots" goes on with the same verb
    )
    marks = [mark for mark in (match.start() if match is not None else -1, *named) if start <= mark < end]
    return min(marks, default=None)


def _comment(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where a colon begins that only comments on what was said."""
    folded = sentence.scan.folded
    colon = folded.find(": ", start, end)
    return colon if colon >= 0 and _COMMENT.match(folded, colon, end) else None


def _next_told(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where what was told goes on with something else: "said Chile would pay and that the port was ready"."""
    if not within(sentence.sayings, sentence.start, start):
        return None
    joined = _AND_THAT.search(sentence.scan.folded, start, end)
    if joined is None or within(sentence.relatives, start, joined.start()):
        return None  # "would ensure that tolls fall and that" goes on with what it ensures
    return joined.start()


def _attribution(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where ", the minister said" begins."""
    for said in within(sentence.sayings, start, end):
        joined = _AND_SAID.search(sentence.scan.folded, start, said.start)
        if joined is not None:
            return joined.start()
        comma = sentence.scan.folded.rfind(",", start, said.start)
        if comma >= 0 and said.start - comma <= _SAYER and not within(sentence.relatives, comma, said.start):
            return comma
    return None


def _opened(text: str, start: int, end: int) -> bool:
    closer = text[end - 1]
    return text.count("(["[_CLOSERS.index(closer)], start, end) >= text.count(closer, start, end)


@functools.cache
def _receiving(language: Language) -> re.Pattern[str]:
    return re.compile(rf", {any_of(commitment_words(language).boundaries.receiving)}(?: |(?=,[^,;.]{{2,40}}, ))")


@functools.cache
def _light(language: Language) -> frozenset[str]:
    return commitment_words(language).chain.links | commitment_words(language).subjects.determiners


def _adverb(word: str, language: Language) -> bool:
    return word in _light(language) or word.endswith(("ly", "mente")) or (word.endswith("ment") and language == "fr")
