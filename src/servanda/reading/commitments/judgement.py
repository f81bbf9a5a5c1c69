"""Judge one head in its clause: a commitment, nothing, or left out for a reason (CODEBOOK I1, I2)."""

import functools
import re
from typing import Literal

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import any_of, whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.described import changes, describes, is_assured, receives
from servanda.reading.commitments.force import Strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.outsiders import is_outsider, said_outside
from servanda.reading.commitments.passed import passed, was_planned
from servanda.reading.commitments.passive import undergoes
from servanda.reading.commitments.reported import is_document
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.tellers import is_vouched_for, teller
from servanda.reading.commitments.told import Sentence, takes_in_that, within
from servanda.reading.mention import Reason

_WORD = re.compile(r"[^\W_]+")
_WORD_LENGTH = 24  # characters before a head in which the word before it stands
_FIRST_WORDS = 9  # words after a head among which the one stands that says that something is new
_SHORTLY = 80  # characters before a noun of undertaking in which it may be thanked for
_NEAR = 110  # characters after a head within which what it needs must stand
_OF_ANYBODY = frozenset({"future", "noun", "reported", "passive"})  # kinds of heads that any subject may have
_UNDERGONE = re.compile(r"(?:was|were|is|are|has been|have been|a été|ont été|est|sont|fue|fueron|ha sido|han sido) ")
_SET_IN = re.compile(r"[^\W_]+ed [^,;:.]{3,80}, (?:is|are|was|were|has|have|had|will|would|can|remains?|covers?)\b")
_JOINED = re.compile(r"(?<![^\W_])(?:and|et|y|e)(?: [^\W_]+(?:ly|ment|mente)| also| aussi| también)? (?:se |s')?$")
_THAT = re.compile(r" (?:that|que|qu')\b")

Verdict = Literal["commitment", "nothing"] | Reason


def stands(sentence: Sentence, head: Head) -> bool:
    """Whether the head is a finite verb or a noun of undertaking here, and not "the will", "to commit", "a plan to"."""
    if head.kind == "noun":
        return True
    text, start = sentence.scan.text, head.start
    if text[start].isupper() and start > sentence.start and text[start - 1].isspace() and not head.verb:
        return text[max(0, start - 2) : start].strip() in {"“", '"', "«"}
    first = max(sentence.start, start - _WORD_LENGTH)
    last = first + len(sentence.scan.folded[first:start].rstrip("' \n"))
    before = sentence.scan.spaced[first:last].rpartition(" ")[2]
    if head.kind != "future" and sentence.language == "es" and before in {"lo", "aquí"}:
        return False  # "lo aquí acordado", but "lo entregará"
    words = commitment_words(sentence.language)
    if before == "s" and sentence.scan.folded[start : head.end].split(" ", 1)[0] in words.chain.also_nouns:
        return False  # "Ghana's plan to"
    if head.kind in {"launch", "fund"} and _is_noun(sentence, head, before):
        return False
    return before not in words.subjects.no_verb_after


def _is_noun(sentence: Sentence, head: Head, before: str) -> bool:
    """Whether a word of giving or making is a noun after the word before it, or only describes one.

    "the two institutes", "a Norwegian grant of NOK 900 million", "l'annonce", but "l'a annoncé".
    """
    folded = sentence.scan.folded
    elided = before == "l" and sentence.language == "fr" and " " not in folded[head.start : head.end]
    granted = head.kind == "fund" and folded.startswith(" of ", head.end)
    return elided or granted or before in {"two", "both", "three"} or _is_set_in(sentence, head)


def _is_set_in(sentence: Sentence, head: Head) -> bool:
    """Whether the head only says between commas what a thing is: "The scheme, launched in 2023, is halfway through"."""
    folded = sentence.scan.folded
    opens = folded.endswith(", ", sentence.start, head.start) and folded.count(",", sentence.start, head.start) == 1
    return opens and _SET_IN.match(folded, head.start, sentence.end) is not None


def judge(
    sentence: Sentence,
    head: Head,
    subject: Subject,
    strong: Strength,
    clause: tuple[int, int],
    parties: tuple[str, ...],
) -> Verdict:
    """Return what the head is in its clause, from where the clause begins to where it ends."""
    if not _has_what_it_needs(sentence, head, subject, clause[1]):
        return "nothing"
    return (
        _left_out(sentence, head, subject, clause, parties)
        or describes(sentence, head, subject, strong, clause)
        or "commitment"
    )


def _left_out(
    sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int], parties: tuple[str, ...]
) -> Reason | None:
    """Return why nobody here undertakes anything: somebody else does, it is asked, long done, or thanked for."""
    start, end = clause
    if _is_by_others(sentence, head, subject, clause, parties) or said_outside(sentence, head):
        return "third_party"
    before = sentence.reasons(start, head.start)
    if subject.reported and "wish" in before:
        return "wish"  # "hopes that Chile will"
    described = "welcome" in before[:1] and not subject.reported and within(sentence.relatives, start, head.start)
    if described and _JOINED.search(sentence.scan.folded, start, head.start) is None:
        return "welcome"  # "We welcome the gift of Norway, which has offered"
    if not subject.reported and was_planned(sentence.scan.folded, head):
        return "past"
    return passed(sentence, head, start, end) or (
        _of_a_noun(sentence, head, subject, clause) if head.kind == "noun" else None
    )


def _is_by_others(
    sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int], parties: tuple[str, ...]
) -> bool:
    """Whether those who are no party's would do it, and nobody tells that it will be done to or for them."""
    start, end = clause
    if not (_is_stranger(sentence, head, subject, parties) or is_outsider(sentence, head, subject, start)):
        return False
    return subject.kind != "other" or not (_is_served(sentence, head, end) or is_vouched_for(sentence, head.end))


def _is_stranger(sentence: Sentence, head: Head, subject: Subject, parties: tuple[str, ...]) -> bool:
    """Whether the subject is of none of the parties, or unknown with a verb that only somebody known undertakes by."""
    if subject.kind == "agent":
        return bool(subject.parties and parties) and set(subject.parties).isdisjoint(parties)
    if subject.kind != "other":
        return subject.kind == "stranger"
    if head.kind == "plan" and _is_held_by_document(sentence, head, subject):
        return False
    named = sentence.scan.folded[subject.start : subject.end].split()[-1:] != ["se"]  # "también se estudia": nobody is
    return named and head.kind not in _OF_ANYBODY and not _is_given(sentence, head, subject)


def _is_served(sentence: Sentence, head: Head, end: int) -> bool:
    """Whether something is to be given or done to those who are no party's: "Traders will be told of new rules"."""
    if receives(sentence, head, end):
        return True
    done = head.kind == "passive" or undergoes(sentence.scan.folded, head, sentence.language)
    return done and sentence.quotation_at(head.start) is None


def _of_a_noun(sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int]) -> Reason | None:
    """Return why a noun of undertaking makes none: "a pledge to help was struck out", "thanked for its decision to"."""
    start, end = clause
    if subject.kind == "none" and _gone(sentence.language).search(sentence.scan.folded, head.end, end):
        return "past"
    if _broken(sentence.language).search(sentence.scan.folded, max(start, head.start - _SHORTLY), head.start):
        return "past"
    before = sentence.reasons(max(start, head.start - _SHORTLY), head.start)
    return before[-1] if before and before[-1] in {"welcome", "ceremony"} else None


def _has_what_it_needs(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Whether there is what the kind of head needs: something new, money, a plan as its subject, or a report."""
    if head.kind == "reported":
        return _is_reported(sentence, head, subject, end) and " if " not in sentence.scan.folded[head.start : end]
    if head.kind == "bind":  # whom an agreement binds stands after the verb
        return subject.start > head.start
    if head.kind == "plan":
        return _holds_a_measure(sentence, head, subject, end)
    return head.kind not in {"fund", "launch"} or _gives_or_makes(sentence, head, subject, end)


def _gives_or_makes(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Whether a verb of giving or making stands with money, or one of making with something new."""
    if _THAT.match(sentence.scan.folded, head.end):
        return False  # "announced that", "ofreció que": what follows undertakes
    near = min(end, head.end + _NEAR)
    if subject.kind == "money" or within(sentence.money, head.end, near) or _is_given(sentence, head, subject):
        return True
    return head.kind == "launch" and _tells_of_something_new(sentence, head.end, near)


def _is_reported(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Whether somebody is said to say what a conditional tells: "Chile said that it would", "Chile would, it said"."""
    if subject.reported:
        thing = subject.kind in {"other", "instrument"}
        moves = subject.kind == "other" and changes(
            sentence, head, subject, (head.start, end)
        )  # "a second phase would begin in May"
        return not thing or moves or is_assured(sentence, head, subject, end)
    return subject.kind == "agent" and (sentence.goes_on or teller(sentence, head.end) is not None)


def _is_given(sentence: Sentence, head: Head, subject: Subject) -> bool:
    """Whether a sum is said to be given: "Une aide de 4 millions d'euros a été promise par la Belgique"."""
    undergone = _UNDERGONE.match(sentence.scan.folded, head.start, head.end)
    return head.kind == "fund" and undergone is not None and bool(within(sentence.money, subject.start, head.start))


def _tells_of_something_new(sentence: Sentence, start: int, end: int) -> bool:
    """Whether one of the first words of a stretch says that something is new."""
    novelty = within(sentence.novelty, start, end)
    return bool(novelty) and len(_WORD.findall(sentence.scan.folded, start, novelty[0].start)) < _FIRST_WORDS


def _holds_a_measure(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Whether a plan, an agreement or their text holds more than a part of a text."""
    holds = subject.kind == "instrument" or _is_held_by_document(sentence, head, subject)
    return holds and not _is_part_of_text(sentence, head, end)


def _is_held_by_document(sentence: Sentence, head: Head, subject: Subject) -> bool:
    """Whether a text itself provides for something: "an annex provides for", but not "stipulates that"."""
    return is_document(sentence, subject) and not takes_in_that(sentence.scan.folded, head)


def _is_part_of_text(sentence: Sentence, head: Head, end: int) -> bool:
    """Whether a text only has the part that is named, of which nothing definite is said: "includes a chapter on"."""
    part = _parts(sentence.language).match(sentence.scan.folded, head.end, end)
    return part is not None and not within(sentence.amounts, part.end(), end)


@functools.cache
def _parts(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?: [^\W_]+){{1,3}} {any_of(commitment_words(language).left.parts)}\b")


@functools.cache
def _broken(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).left.broken)


@functools.cache
def _gone(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(commitment_words(language).left.gone)}\b")
