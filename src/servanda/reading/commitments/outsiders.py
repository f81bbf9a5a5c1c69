"""Tell who is no party's by the words around a name: "the carrier", "Sen. Nes, of the opposition" (CODEBOOK I2)."""

import functools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import whole_words
from servanda.lexicon.language import Language
from servanda.lexicon.speech import speech_words
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.tellers import teller
from servanda.reading.commitments.told import Sentence
from servanda.reading.mention import Quotation

_BEGINNING = 60  # characters in which a sentence names its subject, or the words after a name say who it is
_BESIDE = 40  # characters before a name in which a word may say whose it is
_APPOSED = re.compile(r" ?,")
_END = re.compile(r"[.!?\"]")


def is_outsider(sentence: Sentence, head: Head, subject: Subject, start: int) -> bool:
    """Whether the words of the subject say that it is no party's: "the carrier", "Sen. Nes, of the opposition"."""
    folded = sentence.scan.folded
    outsiders = _outsiders(sentence.language)
    if subject.kind in {"singular", "plural", "none"}:
        # "The carrier has 40 ships; it will", "The opposition criticised the deal and announced that it would"
        reach = head.start if subject.reported and not subject.parties else start
        if _APPOSED.match(folded, subject.end) and folded.startswith(", ", subject.start - 2):
            reach = subject.start  # "L'ONG, elle, tiendra"
        return outsiders.search(folded, sentence.start, min(reach, sentence.start + _BEGINNING)) is not None
    if sentence.quotations and not subject.parties and _is_said_outside(sentence, head, outsiders):
        return True
    if subject.kind not in {"agent", "other", "instrument"}:
        return False
    # A party's body with such a word in its name is an outsider; of others, what stands around the name tells.
    named = subject.parties and not folded.startswith("'s ", subject.end)  # "Ghana's main opposition party"
    floor = start if subject.start >= start else sentence.start
    first, last = (subject.start, subject.end) if named else (max(floor, subject.start - _BESIDE), head.start)
    return outsiders.search(folded, min(first, subject.start), max(last, subject.end)) is not None


def said_outside(sentence: Sentence, head: Head) -> bool:
    """Whether what is said is told by an outsider afterwards: "will lay off 300, the company said".

    So what stands after "According to economists,".
    """
    folded = sentence.scan.folded
    if folded.startswith(_according(sentence.language), sentence.start):
        comma = folded.find(",", sentence.start, head.start)
        place = (sentence.start, comma) if comma > 0 else None
    else:
        place = teller(sentence, head.end) if sentence.sayings else None
    if place is None or sentence.quotation_at(head.start):
        return False
    return _outsiders(sentence.language).search(folded, *place) is not None


def _is_said_outside(sentence: Sentence, head: Head, outsiders: re.Pattern[str]) -> bool:
    """Whether the speaker of a quotation is no party's, by what the text says of them: "Nes, who leads a union"."""
    quotation = sentence.quotation_at(head.start)
    speaker = quotation.value.speaker if quotation is not None and isinstance(quotation.value, Quotation) else None
    if speaker is None or sentence.scan.cast.party_named(speaker.name):
        return False
    person = sentence.scan.cast.people.named(speaker.name)
    if person is not None and not person.roles:
        return True  # somebody without any office: "Kari Nes, 52, who fishes off Bergen"
    folded, block = sentence.scan.folded, sentence.block
    first, last = max(block.start, speaker.start - _BESIDE), min(block.end, speaker.end + _BEGINNING)
    stop = _END.search(folded, speaker.end, last)
    return outsiders.search(folded, first, stop.start() if stop is not None else last) is not None


@functools.cache
def _according(language: Language) -> tuple[str, ...]:
    return tuple(f"{words} " for words in speech_words(language).according)


@functools.cache
def _outsiders(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).subjects.outsiders)
