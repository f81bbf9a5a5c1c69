"""Whose a body or an undertaking is by the words beside it: "our embassy", "Mexico's science council" (CODEBOOK I4)."""

import functools
import re
from typing import Literal

from servanda.lexicon.actors import actor_words
from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.parties import party_of

_OURS = frozenset(
    ("our", "my", "notre", "nos", "mon", "ma", "mes", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis")
)
_THEIRS = frozenset(("its", "his", "her", "son", "sa", "ses", "su", "sus"))
_POSSESSIVES = _OURS | _THEIRS
_LONGEST = 9  # characters of the longest of them, with the space after it
_OWN_WORDS = 3  # words in which a body and whose it is are named
_WORD = re.compile(r"[^\W_]+")
_OF = re.compile(r"(?: [^\W_]+){0,2} (?:of|de|del|du|des|d'|de l'|de la) ?(?:the )?")
_BESIDE = 30  # characters after a body's name in which its state stands
_PLEDGED = 70  # characters after a verb in which it is told whose undertaking it speaks of
_VOWED = re.compile(
    r"\b(?:engagements?|volonte|volonté|intention|objectif|determination|détermination|compromiso|voluntad|intencion|intención"
    r"|meta|objetivo|commitment|pledge|intention|goal) (?:of|de|del|du|de la|de l'|des)? ?(?:(?:the|la|l'|el) ?)?$"
)


def pronoun_of(sentence: Sentence, subject: Subject) -> Literal["speaking", "singular"] | None:
    """Return who owns a body that a pronoun gives to somebody: "our embassy", "nuestros técnicos", "its navy"."""
    folded = sentence.scan.folded
    pronoun = folded[subject.start : subject.start + _LONGEST].split(" ", 1)[0]
    if pronoun not in _POSSESSIVES:
        return None
    words = _WORD.findall(folded, subject.start, subject.end)[1:_OWN_WORDS]
    if _bodies(sentence.language).isdisjoint(words):
        return None
    if pronoun in _OURS:
        return "speaking"
    return "singular" if subject.kind == "other" else None


def belongs_to_another(draft: Draft) -> bool:
    """Whether the subject is given to who was spoken of: "its agency", "su país"."""
    word = _WORD.match(draft.sentence.scan.folded, draft.subject.start)
    return word is not None and word[0] in _THEIRS


def state_of_body(draft: Draft) -> tuple[str, ...]:
    """Return the one state whose the body is: "Mexico's science council", "le conseil scientifique du Mexique"."""
    sentence, subject = draft.sentence, draft.subject
    folded = sentence.scan.folded
    near = within(sentence.actors, draft.clause, min(sentence.end, subject.end + _BESIDE))
    owners = {
        party_of(actor, sentence.scan)
        for actor in near
        if (actor.end <= subject.end and folded.startswith("'s ", actor.end))
        or _OF.fullmatch(folded, subject.end, actor.start)
        or (subject.start <= actor.start and actor.end <= subject.end)
    }
    party = owners.pop() if len(owners) == 1 else None
    return (party,) if party else ()


def party_of_pledge(draft: Draft) -> tuple[str, ...]:
    """Return whose the undertaking is that somebody speaks of: "reaffirmed Ireland's pledge to"."""
    sentence = draft.sentence
    folded = sentence.scan.folded
    for actor in within(sentence.actors, draft.start, min(draft.end, draft.start + _PLEDGED)):
        owns = folded.startswith("'s ", actor.end) or _VOWED.search(folded, draft.start, actor.start)
        if owns and (party := party_of(actor, sentence.scan)):
            return (party,)
    return ()


@functools.cache
def _bodies(language: Language) -> frozenset[str]:
    """Return what a party's own bodies are called."""
    return actor_words(language).institutions.union(commitment_words(language).subjects.sides)
