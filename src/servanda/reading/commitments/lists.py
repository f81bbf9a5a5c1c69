"""Lists after a lead-in: each item is one commitment, with the force of its lead-in (CODEBOOK I5)."""

import re
from typing import NamedTuple

from servanda.reading.commitments.force import strength
from servanda.reading.commitments.list_words import ARTICLE, announces, deed, section
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.subject_finder import subject_finder
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import Force
from servanda.text.document import Block

_GERUND = re.compile(r"[a-z]+ing\b")
_INFINITIVE = re.compile(
    r"(?:to [a-z]+|(?:de |d'|à )?[^\W\d_]+(?:er|ir|re|oir)\b|(?:a )?[^\W\d_]+(?:ar|er|ir)(?:se)?\b)"
)
_NOMINAL = re.compile(
    rf"{ARTICLE}[^\W\d_]+(?:tion|sion|ment|age|ance|ing|ción|sión|miento) (?:of|de|d'|du|des|del|by|para|pour)\b"
)
_FUTURE = re.compile(r"[^\W\d_]{3,}(?:rán?|ra|ront)\b")  # "Las partes: Integrarán un padrón"
_DOTTED = re.compile(r"\d+(?:\.\d+)*[.)]?$")
_SUBJECT_ALONE = 12  # words of a lead-in that is only a subject
_NAMED = frozenset({"agent", "collective", "instrument"})
_HEADING = 6  # words that a heading of a part of a list has at most
_OPENING = 30  # characters at the head of an item in which its money stands


class Lead(NamedTuple):
    """A lead-in: the force and subject that its items take; a neutral one has no verb of undertaking."""

    force: Force
    subject: Subject
    neutral: bool = False


def lead_in(sentence: Sentence, following: Block) -> Lead | None:
    """Return the lead-in that the sentence is, or None where what follows it undertakes nothing.

    A subject alone ("The agency:") leads in items that go on with its verb.
    """
    scan, language = sentence.scan, sentence.language
    start, end = sentence.start, sentence.end
    announced = announces(sentence)
    if announced is False or section(language).match(scan.folded, following.start):
        return None
    finder = subject_finder(language)
    for head in sentence.heads:
        holds = head.kind == "plan" and scan.text.endswith(":", start, sentence.block.end)  # "The plan provides for:"
        if holds or head.kind in {"undertake", "intend", "explore", "future", "fund"}:
            strong = strength(scan.folded, head, end, language)
            return Lead(strong.force, _or_all(finder.find(sentence, start, head.start), start))
    launched = (head.start for head in sentence.heads if head.kind == "launch")
    subject = finder.find(sentence, start, next(launched, end))
    if announced:
        part = scan.document.part_at(start)
        press = part is not None and part.authority == "press"
        return Lead("intended" if press else "firm", _or_all(subject, start), neutral=True)
    alone = len(scan.folded[start:end].split()) <= _SUBJECT_ALONE and subject.kind in _NAMED
    goes_on = scan.text[following.start].islower() or _FUTURE.match(scan.folded, following.start) is not None
    return Lead("firm", subject) if alone and goes_on else None


class Listing:
    """The list that is being read: its lead-in, and the form that its items share."""

    def __init__(self, lead: Lead) -> None:
        self.lead = lead
        self._form = ""
        self._numbered = False

    def takes(self, first: Sentence) -> bool:
        """Whether the block that begins with this sentence is an item: marked as one, or formed as those before it."""
        if first.scan.text[first.block.start : first.block.end].isupper():
            return False  # a heading: "I. ENERGY"
        form = "marked" if first.block.kind == "list_item" else _shape(first)
        if not self._form:
            self._form, self._numbered = form, _is_numbered(first.block)
        return bool(form) and form == self._form and (self._numbered or not _is_numbered(first.block))


def heads_part(first: Sentence, following: Block | None) -> bool:
    """Whether a numbered block of a few words stands over what follows: "II. Health", and then "a) Ghana will ..."."""
    block, text = first.block, first.scan.text
    if (
        following is None
        or block.kind != "list_item"
        or not block.marker[:1].isalnum()
        or _counts_alike(block.marker, following.marker)
    ):
        return False
    few = len(text[block.start : block.end].split()) <= _HEADING
    return few and not text.endswith((".", ";", ",", ":"), block.start, block.end)


def _counts_alike(one: str, other: str) -> bool:
    """Whether two markers may count the same things: "I." and "II.", but not "I." and "a)"."""
    return bool(other) and one[-1] == other[-1] and one[0].isdigit() == other[0].isdigit()


def _or_all(subject: Subject, start: int) -> Subject:
    """Return the subject of a lead-in, or all parties where it names none."""
    return subject if subject.kind in {"agent", "collective", "speaking"} else Subject(start, start, "collective")


def _shape(sentence: Sentence) -> str:
    """Return the grammatical shape of what may be an item, empty where it has none: items of one list share theirs."""
    folded, start, end = sentence.scan.folded, sentence.block.start, sentence.block.end
    if any(money.start - start <= 3 for money in within(sentence.money, start, start + _OPENING)):
        return "money"
    for name, pattern in (("gerund", _GERUND), ("nominal", _NOMINAL), ("infinitive", _INFINITIVE)):
        if (name != "gerund" or sentence.language == "en") and pattern.match(folded, start, end):
            return name
    return "nominal" if deed(sentence.language).match(folded, start, end) else ""


def _is_numbered(block: Block) -> bool:
    """Whether a number marks the block: "2.1", but no bullet and no letter."""
    return _DOTTED.match(block.marker) is not None
