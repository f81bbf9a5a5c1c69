"""Clauses that report what somebody said: who says it, and whose undertaking it then is (CODEBOOK I4)."""

import functools
import re

import msgspec
from msgspec.structs import replace

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.candidates import as_subject
from servanda.reading.commitments.joint import says_joint
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.parties import parties_among

_THAT = re.compile(r"[^,;.]{0,30}?\s(?:that|que|qu')\s?")
_PAUSE = re.compile(r"\s*[,\".]")
_CLAUSE = re.compile(r"(?:, (?:and|but|et|mais|y|pero)|;) ")
_BODIES = frozenset({"institution", "short"})
_SET_IN = 60  # characters of the longest words that are set in between commas
_WORD = re.compile(r"[^\W_]+")


class Reported(msgspec.Struct, frozen=True, gc=False):
    """Where a clause is reported: where who says it may be looked for, the verb of saying and the clause begin.

    "The talks went on, and the minister said that it will": "the minister", "said", "it will".
    """

    sayer: int
    verb: int
    clause: int


def reported_in(sentence: Sentence, start: int, end: int) -> Reported | None:
    """Return the last clause that a stretch reports, None where nobody reports."""
    folded = sentence.scan.folded
    for said in reversed(within(sentence.sayings, start, end)):
        opener = _THAT.match(folded, said.end, end)
        # "he said, and will" reports nothing; "he announced today that" does; a verb right before the head does.
        if opener is not None or not _PAUSE.match(folded, said.end, end):
            # "..., and the opposition says"
            sayer = max((joined.end() for joined in _CLAUSE.finditer(folded, start, said.start)), default=start)
            return Reported(sayer, said.start, opener.end() if opener is not None else said.end)
    return None


def set_in(sentence: Sentence, start: int, end: int) -> Reported | None:
    """Return the words between commas that say who says it: "His ministry, he said, would"; None where none do."""
    folded = sentence.scan.folded
    for said in reversed(within(sentence.sayings, start, end)):
        opening = folded.rfind(",", max(sentence.start, start - 1), said.start)
        closing = folded.find(",", said.end, end)
        if opening >= 0 <= closing and closing - opening <= _SET_IN and sentence.quotation_at(end) is None:
            return Reported(opening + 1, said.start, closing + 1)
    return None


def voiced(sentence: Sentence, reported: Reported) -> Subject | None:
    """Return the body for which somebody without a name speaks: "Sources at the Ghanaian ministry said"."""
    voice = _voices(sentence.language).match(sentence.scan.folded, reported.sayer, reported.verb)
    actors = within(sentence.actors, voice.end(), reported.verb) if voice is not None else ()
    return as_subject(sentence, actors[0]) if actors else None


def whose(sentence: Sentence, reported: Reported, sayer: Subject, subject: Subject) -> Subject:
    """Return the subject of a reported clause as whose undertaking it is; what a stranger says is nobody's.

    "He", "her country" and an unspoken subject are the one who says it.
    """
    if sayer.kind == "other" and not _leaves_sayer_unsaid(sentence, reported):
        if not is_document(sentence, sayer):
            return replace(subject, kind="stranger", reported=True)
        if subject.kind == "instrument":  # "the minutes say that the agencies will": those of all parties
            return replace(subject, kind="collective", reported=True)
    if sayer.kind == "agent" and len(sayer.parties) <= 1 and _is_one_body(sentence, subject):
        return replace(subject, kind="agent", parties=sayer.parties, reported=True)
    unnamed = subject.kind in {"singular", "plural", "none"} or (subject.kind == "agent" and not subject.parties)
    if unnamed and sayer.kind in {"agent", "collective", "speaking", "singular"}:
        return replace(sayer, reported=True)
    # "said that no permits would be granted": who says so undertakes it.
    if sayer.kind == "instrument" and subject.kind == "singular":  # "Egypt's transport ministry said it would"
        owners = parties_among(within(sentence.actors, reported.sayer, reported.verb), sentence.scan)
        if len(owners) == 1:
            return replace(sayer, kind="agent", parties=owners, reported=True)
    parties = sayer.parties if subject.kind in {"other", "money"} else subject.parties
    return replace(subject, parties=parties, reported=True)


def _is_one_body(sentence: Sentence, subject: Subject) -> bool:
    """Whether the subject is a body named without its state, and no joint one: whoever tells of it means their own."""
    if subject.kind != "instrument":
        return False
    named = [actor for actor in within(sentence.actors, subject.start, subject.end) if actor.rule in _BODIES]
    return any(not says_joint(sentence.scan, actor.start, actor.end) for actor in named)


def _leaves_sayer_unsaid(sentence: Sentence, reported: Reported) -> bool:
    """Whether only an adverbial stands before the verb of saying: "En una entrevista prometió que"."""
    opening = sentence.scan.folded[reported.sayer : reported.verb].split(" ", 1)[0]
    return sentence.language == "es" and opening in commitment_words("es").subjects.before


def is_document(sentence: Sentence, subject: Subject) -> bool:
    """Whether the subject is a text, which says what others undertake: "the final communiqué"."""
    if subject.kind != "other":
        return False
    words = _WORD.findall(sentence.scan.folded, subject.start, subject.end)
    return not _documents(sentence.language).isdisjoint(words)


@functools.cache
def _documents(language: Language) -> frozenset[str]:
    return frozenset(commitment_words(language).subjects.documents)


@functools.cache
def _voices(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).subjects.voices)
