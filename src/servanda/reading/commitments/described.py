"""Tell what only describes: things that will be so, views that are shared (CODEBOOK I2)."""

import functools
import itertools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.force import Strength, strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.passive import DUTIES, is_passive, undergoes
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.tellers import is_vouched_for
from servanda.reading.commitments.told import Sentence, takes_in_that, within
from servanda.reading.deadlines import find_deadline
from servanda.reading.mention import Date, Reason

_WORD = re.compile(r"[^\W_]+")
_THAT = re.compile(r" (?:that|que|qu')\b")
_WORD_LENGTH = 24  # characters after a head in which its verb stands
_BECAUSE = re.compile(r"\b(?:because|parce qu|porque)\b")
_IN_FORCE = re.compile(r" (?:in (?:force|effect)|en (?:vigueur|vigor|vigencia)|vigentes?|una vigencia)\b")
_ALLOWS = re.compile(r"\bmay\b")  # "agreed that fishers from either bank may land"
_AGREEING = frozenset({"undertake", "impersonal", "passive"})
_REACH = 400  # characters after a verb in which something definite is said, if at all


def describes(
    sentence: Sentence, head: Head, subject: Subject, strong: Strength, clause: tuple[int, int]
) -> Reason | None:
    """Return why what is said only describes: things that will be so, views that are shared."""
    folded, language = sentence.scan.folded, sentence.language
    if head.kind != "intend" and (takes_in_that(folded, head) or _agreed_that(folded, head, language)):
        undertaken = within(sentence.heads, head.end, clause[1]) or _ALLOWS.search(folded, head.end, clause[1])
        wanted = head.kind in _AGREEING and _wanted(language).search(folded, head.end, clause[1])
        return None if undertaken or wanted else "shared_value"
    if head.kind == "reported" and _thinks(folded, head, language):
        return "description"
    if head.kind not in {"future", "undertake", "intend"}:
        return None
    if is_passive(folded, head, subject, language):
        words = {match[0] for match in itertools.islice(_WORD.finditer(folded, head.end), 2)}
        chain = commitment_words(language).chain
        regarded = not chain.describing.isdisjoint(words - chain.being)
        return "description" if regarded else None  # "will be remembered"
    if not _specific(sentence, head, strong, clause[1]) or _IN_FORCE.match(folded, strong.verb_end):
        return "description"  # "It will remain in force for five years"
    return "description" if head.kind == "future" and _foretells(sentence, head, subject, strong, clause) else None


def _agreed_that(folded: str, head: Head, language: Language) -> bool:
    """Whether a clause follows a verb of agreeing: "ont convenu que", "convinieron en que"."""
    if head.kind != "undertake" or _THAT.match(folded, head.end) is None:
        return False
    return _agreeing(language).search(folded, head.start, head.end) is not None


def _foretells(sentence: Sentence, head: Head, subject: Subject, strong: Strength, clause: tuple[int, int]) -> bool:
    """Whether a future only says what will be so: of a thing, or with a verb that undertakes nothing."""
    chain = commitment_words(sentence.language).chain
    acting = subject.kind in {"agent", "collective", "speaking", "counterpart"}
    folded = sentence.scan.folded
    if not acting and strong.verb in chain.making and _effect(sentence.language).match(folded, strong.verb_end):
        return True
    if _place(sentence.language).match(folded, strong.verb_end):
        return subject.kind == "other"
    if (strong.verb in chain.describing and subject.kind != "money") or (
        not acting and not chain.enabling.isdisjoint((strong.verb, _verb(folded, head)))
    ):
        # "The clinic will be ready by June" is one all the same: somebody undertook that day.
        return not _by_when(sentence, clause) or subject.kind in {"other", "none", "singular"}
    assured = is_assured(sentence, head, subject, clause[1]) or receives(sentence, head, clause[1])
    if assured or changes(sentence, head, subject, clause):
        return False
    if subject.kind == "none":
        return sentence.language != "es"  # a Spanish verb may leave its subject unsaid
    return (subject.kind == "other" and not is_vouched_for(sentence, head.end)) or (
        not acting and _negated(sentence, head)
    )


def changes(sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int]) -> bool:
    """Whether what only the parties can move will move, by so much or by when: "Tariffs will fall to zero by 2029".

    So with what they begin or end on a day: "Work will begin in May 2027".
    """
    if subject.kind not in {"other", "instrument"} or head.kind not in {"future", "reported"}:
        return False
    folded, words = sentence.scan.folded, commitment_words(sentence.language)
    verb = _verb(folded, head)
    if verb in words.chain.beginning:
        described = within(sentence.relatives, head.end, clause[1])  # "will close a gap that was seen in 1982"
        times = within(sentence.times, head.end, described[0].start if described else clause[1])
        return any(isinstance(time.value, Date) for time in times) or _by_when(sentence, clause)
    if verb not in words.chain.changing or not _levers(sentence.language).search(folded, subject.start, head.start):
        return False
    return bool(within(sentence.amounts, head.end, clause[1]) or within(sentence.times, head.end, clause[1]))


def _by_when(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether the clause has a deadline."""
    return find_deadline(sentence.scan, *clause, within(sentence.times, *clause)) is not None


def receives(sentence: Sentence, head: Head, end: int) -> bool:
    """Whether somebody is to be given so much: "Teachers will receive a grant of 200 euros"."""
    receiving = commitment_words(sentence.language).chain.receiving
    if head.kind not in {"future", "reported"} or _verb(sentence.scan.folded, head) not in receiving:
        return False
    return bool(within(sentence.amounts, head.end, end))


@functools.cache
def _levers(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).subjects.levers)


@functools.cache
def _effect(language: Language) -> re.Pattern[str]:
    """Return what a thing is made, or serves for: "Hará más resistentes las orillas", "servira de modèle"."""
    return re.compile(rf" {any_of(commitment_words(language).chain.effects)}\b")


@functools.cache
def _agreeing(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).chain.agreeing)


@functools.cache
def _wanted(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).chain.wanted)


@functools.cache
def _place(language: Language) -> re.Pattern[str]:
    return re.compile(rf" {any_of(commitment_words(language).chain.place)}\b")


def is_assured(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Whether a party says of a thing that it will stay or be done: "visas will remain free" (CODEBOOK I11)."""
    if not subject.reported or subject.kind not in {"other", "instrument"}:
        return False
    strong = strength(sentence.scan.folded, head, end, sentence.language)
    return strong.stage == "continuing" or undergoes(sentence.scan.folded, head, sentence.language)


def _thinks(folded: str, head: Head, language: Language) -> bool:
    """Whether a reported verb undertakes nothing: "he would think about it"."""
    verb, chain = _verb(folded, head), commitment_words(language).chain
    return verb in chain.describing and verb not in chain.being


def _verb(folded: str, head: Head) -> str:
    """Return the first verb of a future: the word after "will" and "devront", or the head itself."""
    if head.verb and head.verb not in DUTIES:
        return head.verb
    following = _WORD.search(folded, head.end, head.end + _WORD_LENGTH)
    return following[0] if following is not None else ""


def _negated(sentence: Sentence, head: Head) -> bool:
    """Whether the head is denied: "it will not fill a well", "n'affectera pas", "no reemplazará"."""
    folded = sentence.scan.folded
    before = folded[max(0, head.start - 6) : head.start].replace("'", "' ").split()
    after = folded[head.end : head.end + 7].split()
    return not {*before[-1:], *after[:1]}.isdisjoint(commitment_words(sentence.language).left.negation)


def _specific(sentence: Sentence, head: Head, strong: Strength, end: int) -> bool:
    """Whether the words after the verb say something definite, or give a number or a time (CODEBOOK I1).

    "Y lo haremos con salarios dignos" only says how.
    """
    light, start = _light(sentence.language), strong.verb_end
    making = strong.verb in commitment_words(sentence.language).chain.making
    because = _BECAUSE.search(sentence.scan.folded, start, end)
    end = because.start() if because is not None else end
    again = making and sentence.scan.folded.endswith((" lo ", " le "), sentence.start, head.start)
    for match in _WORD.finditer(sentence.scan.folded, start, min(end, start + _REACH)) if not again else ():
        if match[0] not in light:
            return True
    return bool(within(sentence.times, start, end) or within(sentence.amounts, start, end))


@functools.cache
def _light(language: Language) -> frozenset[str]:
    words = commitment_words(language)
    return words.chain.vague | words.chain.links | words.subjects.determiners | words.subjects.before
