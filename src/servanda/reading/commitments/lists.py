"""Lists after a lead-in: each item is one commitment, with the force of its lead-in (CODEBOOK I5)."""

import functools
import re
from typing import NamedTuple

import msgspec

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.force import Strength, strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.subject_finder import subject_finder
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import Force
from servanda.text.document import Block

_ORDER: dict[Force, int] = {"firm": 0, "intended": 1, "exploratory": 2}
_GERUND = re.compile(r"[a-z]+ing\b")
_INFINITIVE = re.compile(
    r"(?:to [a-z]+|(?:de |d'|à )?[^\W\d_]+(?:er|ir|re|oir)\b|(?:a )?[^\W\d_]+(?:ar|er|ir)(?:se)?\b)"
)
_ARTICLE = r"(?:the |an? |la |les? |l'|une? |el |las |los )?"
_NOMINAL = re.compile(
    rf"{_ARTICLE}[^\W\d_]+(?:tion|sion|ment|age|ance|ing|ción|sión|miento) (?:of|de|d'|du|des|del|by|para|pour)\b"
)
_VERB = {"fr": r"(?!entre )(?:s')?[^\W\d_]{2,}(?:er|ir|oir|re)", "es": r"[^\W\d_]{2,}(?:ar|er|ir|ír)(?:se)?"}
# "Report on ports", "Taller de capacitación", but "Reducir de 72 a 24 horas".
_NO_OBJECT = r"(?:(?:of|for|on|in|and|to|is|will|du|del|et|y|e|pour|par|que|est|es|para|por)\b|(?:by|de|d')\b(?! ?\d))"
_LISTED = frozenset({"list_item", "table_cell"})
_KEY = re.compile(r"[^\W\d_][^\W_]*(?:[ '-][^\W_]+){0,3} ?: (?=\w)")
_TO = re.compile(r" to (\w+)")
_ARTICLE_LENGTH = 4
_THAT = re.compile(r"(?:that|que|qu')\b")
_DOTTED = re.compile(r"\d+(?:\.\d+)*[.)]?$")
_SUBJECT_ALONE = 12  # words of a lead-in that is only a subject
_NAMED = frozenset({"agent", "collective", "instrument"})
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
    if _refused(language).search(scan.folded, start, end) or _section(language).match(scan.folded, following.start):
        return None
    finder = subject_finder(language)
    for head in sentence.heads:
        if head.kind in {"undertake", "intend", "explore", "future", "fund"}:
            strong = strength(scan.folded, head, end, language)
            return Lead(strong.force, _or_all(finder.find(sentence, start, head.start), start))
    announced = (head.start for head in sentence.heads if head.kind == "launch")
    subject = finder.find(sentence, start, next(announced, end))
    if _neutral(language).search(scan.folded, start, end):
        part = scan.document.part_at(start)
        press = part is not None and part.authority == "press"
        return Lead("intended" if press else "firm", _or_all(subject, start), neutral=True)
    alone = len(scan.folded[start:end].split()) <= _SUBJECT_ALONE and subject.kind in _NAMED
    return Lead("firm", subject) if alone and scan.text[following.start].islower() else None


def plans(heading: Sentence) -> bool | None:
    """Whether a heading opens a plan or its measures; None where it says nothing of it."""
    start, end = heading.start, heading.end
    if _refused(heading.language).search(heading.scan.folded, start, end):
        return False
    return True if _neutral(heading.language).search(heading.scan.folded, start, end) else None


def _or_all(subject: Subject, start: int) -> Subject:
    """Return the subject of a lead-in, or all parties where it names none."""
    return subject if subject.kind in {"agent", "collective", "speaking"} else Subject(start, start, "collective")


def shape(sentence: Sentence) -> str:
    """Return the grammatical shape of what may be an item, empty where it has none: items of one list share theirs."""
    folded, start, end = sentence.scan.folded, sentence.block.start, sentence.block.end
    if any(money.start - start <= 3 for money in within(sentence.money, start, start + _OPENING)):
        return "money"
    for name, pattern in (("gerund", _GERUND), ("nominal", _NOMINAL), ("infinitive", _INFINITIVE)):
        if pattern.match(folded, start, end) and (sentence.language == "en") >= (name == "gerund"):
            return name
    return "nominal" if _deed(sentence.language).match(folded, start, end) else ""


def opens_with_action(sentence: Sentence) -> bool:
    """Whether the sentence opens with what is to be done: a noun of action ("Joint purchase of"), an item with a verb.

    "Train 40 pilots", "Former 40 pilotes", "Formar a 40 pilotos".
    """
    folded, language, start, end = sentence.scan.folded, sentence.language, item_start(sentence), sentence.end
    listed = sentence.block.kind in _LISTED or start > sentence.start
    if _deed(language).match(folded, start, end) or (listed and _to_do(language).match(folded, start, end)):
        return True
    return start > sentence.start and assigned(sentence, start) is not None


def item_start(sentence: Sentence) -> int:
    """Return where an item begins after a key word ("Ports: joint study of"), or where its sentence does."""
    folded, start = sentence.scan.folded, sentence.start
    key = _KEY.match(folded, start, sentence.end)
    if key is None or _refused(sentence.language).match(folded, start, key.end()):
        return start
    return key.end()


def assigned(sentence: Sentence, start: int) -> Subject | None:
    """Return whose task an item is that begins with who is to do it: "Chile to deepen the channel"."""
    actor = next(iter(within(sentence.actors, start, sentence.end)), None)
    if actor is None or actor.start - start > _ARTICLE_LENGTH or sentence.language != "en":
        return None
    party = sentence.scan.cast.party_at(actor.start, actor.end)
    to_do = _TO.match(sentence.scan.folded, actor.end, sentence.end)
    known = to_do is not None and to_do[1] in commitment_words("en").lists.verbs
    return Subject(actor.start, actor.end, "agent", (party,)) if party is not None and known else None


def is_measure(block: Block) -> bool:
    """Whether the marker says that the block is one of several measures: "Action 3."."""
    return block.marker[:1].isalpha() and any(map(str.isdigit, block.marker)) and block.kind == "list_item"


def is_numbered(block: Block) -> bool:
    """Whether a number marks the block: "2.1", but no bullet and no letter."""
    return _DOTTED.match(block.marker) is not None


def item_strength(sentence: Sentence, start: int, lead: Lead) -> Strength:
    """Return the force of an item: its lead-in's, or a weaker one where its own verbs are weaker."""
    folded, language = sentence.scan.folded, sentence.language
    if sentence.heads and _THAT.match(folded, start, sentence.end):  # "that Chile will consider ..."
        start = sentence.heads[0].start
    own = strength(folded, _item_head(sentence, start, lead), sentence.end, language)
    return own if _ORDER[own.force] >= _ORDER[lead.force] else msgspec.structs.replace(own, force=lead.force)


def _item_head(sentence: Sentence, start: int, lead: Lead) -> Head:
    """Return what an item begins with: its own future ("analizarán si"), a noun of action, or the bare verb."""
    if sentence.heads and sentence.heads[0].verb and sentence.heads[0].start == start:
        return sentence.heads[0]
    deed = _deed(sentence.language).match(sentence.scan.folded, start, sentence.end) if lead.neutral else None
    return Head(start if deed is None else deed.start("deed"), start, "future", "")


@functools.cache
def _deed(language: Language) -> re.Pattern[str]:
    """Return how a nominal item begins: "Joint purchase of", "Étude sur", "Aporte alemán de"."""
    deeds = any_of(commitment_words(language).lists.deeds)
    adjectives = r"(?:[^\W\d_]+ ){0,2}?" if language == "en" else ""
    linked = "of|for|on|to|by|between|from|in|au|aux|al|de|du|des|del|sur|pour|par|entre|para|sobre|a|à|en"
    after = rf"(?: [^\W\d_]+){{0,2}}? (?:d'|(?:{linked})(?![^\W_]))"
    return re.compile(rf"{_ARTICLE}{adjectives}(?P<deed>{deeds})(?:,|{after})")


@functools.cache
def _to_do(language: Language) -> re.Pattern[str]:
    """Return how an item begins with a verb, and not with a noun that looks like one: "Support for", "Taller de"."""
    verb = any_of(commitment_words(language).lists.verbs) if language == "en" else _VERB[language]
    return re.compile(rf"{verb}(?: [^\W_]+ly| jointly)? (?!{_NO_OBJECT})\w")


@functools.cache
def _refused(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).lists.refused)


@functools.cache
def _section(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).lists.sections)


@functools.cache
def _neutral(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).lists.neutral)
