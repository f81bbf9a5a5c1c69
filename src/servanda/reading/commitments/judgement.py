"""Judge one head in its clause: a commitment, nothing, or left out for a reason (CODEBOOK I1, I2)."""

import functools
import re
from typing import Literal

from servanda.lexicon.commitments import CommitmentWords, commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.exclusions import reasons
from servanda.reading.commitments.force import Strength
from servanda.reading.commitments.heads import Head, head_finder
from servanda.reading.commitments.subjects import Subject
from servanda.reading.commitments.told import Told
from servanda.reading.deadlines import find_deadline
from servanda.reading.mention import Date, Reason

_WORD_BEFORE = re.compile(r"([^\W_]+)['\s]*$")
_PASSIVE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?: not| also| soon| jointly| \w+ly)* be(?: also| jointly| further| \w+ly)* (?:\w+(?:ed|en|wn)"
        r"|held|made|built|set|put|paid|sent|met|led|kept|brought|drawn|run|done|begun|spent|sold|taught)\b"
    ),
    "fr": re.compile(
        r"(?: \w+ment| aussi| également| ainsi)* [^\W_]+"
        r"(?:ée?s?|ies?|is|ues?|us|u|i|ites?|its?|erte?s?|ises?|inte?s?)\b"
    ),
    "es": re.compile(r"(?: \w+mente| también)* [^\W_]+(?:ad[oa]s?|id[oa]s?|(?:t|ch|est|uest|rit)[oa]s?)\b"),
}
_BEING = {"en": frozenset({""}), "fr": frozenset({"être"}), "es": frozenset({"ser"})}
_REFLEXIVE = re.compile(r"(?<![^\W_])se $")
_WORD = re.compile(r"[^\W_]+")
_SHORTLY = 80  # characters before a noun of undertaking in which it may be thanked for
_NEAR = 110  # characters after a head within which what it needs must stand
_LONG_PAST = re.compile(r"\b(?:had|avait|avaient|s'était|s'étaient|había|habían)\b")
_THAT = re.compile(r" (?:that|que|qu')\b")

Verdict = Literal["commitment", "nothing"] | Reason


def passive(folded: str, head: Head, subject: Subject, language: Language) -> bool:
    """Whether what is undertaken is the subject: "will be built", "se creará", but not "el grupo se reunirá"."""
    if head.kind != "future":
        return head.kind == "passive"
    if language == "es" and head.verb and _REFLEXIVE.search(folded, max(0, head.start - 4), head.start):
        return subject.kind in {"other", "none"}
    return head.verb in _BEING[language] and _PASSIVE[language].match(folded, head.end) is not None


def stands(text: str, folded: str, head: Head, sentence: tuple[int, int], language: Language) -> bool:
    """Whether the head is a finite verb or a noun of undertaking here, and not "the will", "to commit", "a plan to"."""
    if head.kind == "noun":
        return True
    if text[head.start].isupper() and head.start > sentence[0] and text[head.start - 1].isspace() and not head.verb:
        return text[max(0, head.start - 2) : head.start].strip() in {"“", '"', "«"}
    before = _WORD_BEFORE.search(folded, max(sentence[0], head.start - 24), head.start)
    if before is None:
        return True
    return before[1] not in _no_verb_after(language)


def judge(
    told: Told,
    head: Head,
    subject: Subject,
    strong: Strength,
    clause: tuple[int, int],
    parties: tuple[str, ...],
    language: Language,
) -> Verdict:
    """Return what the head is in its clause, from where the clause begins to where it ends."""
    if not _has_what_it_needs(told, head, subject, clause[1], commitment_words(language)):
        return "nothing"
    return (
        _left_out(told, head, subject, clause, parties, language)
        or _described(told, head, subject, strong, clause, language)
        or "commitment"
    )


def _left_out(
    told: Told,
    head: Head,
    subject: Subject,
    clause: tuple[int, int],
    parties: tuple[str, ...],
    language: Language,
) -> Reason | None:
    """Return why nobody here undertakes anything: somebody else does, it is asked, long done, or thanked for."""
    folded = told.scan.folded
    start, end = clause
    elsewhere = bool(subject.parties and parties) and set(subject.parties).isdisjoint(parties)
    unknown = subject.kind == "other" and head.kind not in {"future", "noun", "reported", "passive"}
    if subject.kind == "stranger" or unknown or (subject.kind == "agent" and elsewhere):
        return "third_party"
    if folded.endswith("?", start, end):
        return "description"
    if _LONG_PAST.search(folded, max(0, head.start - 12), head.end):
        return "past"
    if head.kind in {"launch", "fund"} and _past(told, start, end, language):
        return "past"
    if head.kind == "noun":
        before = reasons(told, max(start, head.start - _SHORTLY), head.start, language)
        return before[-1] if before and before[-1] in {"welcome", "ceremony"} else None
    return None


def _described(
    told: Told, head: Head, subject: Subject, strong: Strength, clause: tuple[int, int], language: Language
) -> Reason | None:
    """Return why what is said only describes: things that will be so, views that are shared."""
    folded = told.scan.folded
    if folded[head.start : head.end].endswith((" that", " que")):
        later = head_finder(language).find(told.scan.text, folded, head.end, clause[1])
        return None if later else "shared_value"
    if head.kind not in {"future", "undertake", "intend"} or passive(folded, head, subject, language):
        return None
    if not _specific(told, strong, clause[1], language):
        return "description"
    return (
        "description" if head.kind == "future" and _foretells(told, head, subject, strong, clause, language) else None
    )


def _foretells(
    told: Told, head: Head, subject: Subject, strong: Strength, clause: tuple[int, int], language: Language
) -> bool:
    """Whether a future only says what will be so: of a thing, or with a verb that undertakes nothing."""
    chain = commitment_words(language).chain
    acting = subject.kind in {"agent", "collective", "speaking"}
    if strong.verb in chain.describing or (strong.verb in chain.enabling and not acting):
        # "The clinic will be ready by June" is one all the same: somebody undertook that day.
        dated = find_deadline(told.scan, *clause, told.within(told.times, *clause)) is not None
        return not dated or subject.kind in {"other", "none"}
    if subject.kind == "none":
        return language != "es"  # a Spanish verb may leave its subject unsaid
    return subject.kind == "other" or (not acting and _negated(told.scan.folded, head, language))


def _negated(folded: str, head: Head, language: Language) -> bool:
    """Whether the head is denied: "it will not fill a well", "n'affectera pas", "no reemplazará"."""
    negations = commitment_words(language).left.negation
    before = folded[max(0, head.start - 6) : head.start].replace("'", "' ").split()
    after = folded[head.end : head.end + 7].split()
    return bool({*before[-1:], *after[:1]} & set(negations))


def _specific(told: Told, strong: Strength, end: int, language: Language) -> bool:
    """Whether the words after the verb say something definite, or give a number or a time (CODEBOOK I1)."""
    words = commitment_words(language)
    light = words.chain.vague | words.chain.links | words.subjects.determiners | words.subjects.before
    start = strong.verb_end
    said = (word for word in _WORD.findall(told.scan.folded, start, end) if word not in light)
    return any(True for _ in said) or bool(told.within(told.times, start, end) or told.within(told.amounts, start, end))


def _has_what_it_needs(told: Told, head: Head, subject: Subject, end: int, words: CommitmentWords) -> bool:
    """Look for what the kind of head needs: something new, money, a plan as its subject, or a report."""
    folded = told.scan.folded
    near = min(end, head.end + _NEAR)
    money = bool(told.within(told.money, head.end, near)) or subject.kind == "money"
    following = set(_WORD.findall(folded, head.end, near)[:9])
    needed = {
        "fund": money,
        "launch": not _THAT.match(folded, head.end) and (money or not following.isdisjoint(words.left.novelty)),
        "plan": subject.kind == "instrument",
        "reported": subject.reported
        and subject.kind not in {"other", "instrument"}
        and " if " not in folded[head.start : end],
    }
    return needed.get(head.kind, True)


def _past(told: Told, start: int, end: int, language: Language) -> bool:
    """Whether the clause tells of something long done: it says so, or names a day well before the document's."""
    if "past" in reasons(told, start, end, language):
        return True
    day = told.scan.day
    dates = [mention.value for mention in told.within(told.times, start, end) if isinstance(mention.value, Date)]
    return day is not None and any(date.end < day and (day - date.end).days > 31 for date in dates)


@functools.cache
def _no_verb_after(language: Language) -> frozenset[str]:
    subjects = commitment_words(language).subjects
    if language == "en":
        modals = {"to", "would", "could", "can", "may", "might", "should", "must", "political", "good", "free", "will"}
        return (
            subjects.determiners - {"both", "all", "each", "that", "this", "these", "those", "two", "other"}
        ) | modals
    return frozenset({"un", "une", "ce", "cet", "cette", "son", "sa", "una", "su", "sus", "pour", "para"})
