"""Judge one head in its clause: does it begin a commitment, is it nothing, or why is it left out (CODEBOOK I1, I2)?"""

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
from servanda.reading.mention import Date, Reason

_WORD_BEFORE = re.compile(r"([^\W_]+)['\s]*$")
_PASSIVE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?: not| also| soon| jointly| \w+ly)* be(?: also| jointly| further| \w+ly)*"
        r" (?:\w+(?:ed|en|wn)|held|made|built|set|put|paid|sent|met|led|kept|brought|drawn|run|done|begun|spent|sold|taught)\b"
    ),
    "fr": re.compile(
        r"(?: \w+ment| aussi| également| ainsi)* [^\W_]+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|its|ites|ert|erte|erts|ertes|ise|ises|int|inte)\b"
    ),
    "es": re.compile(r"(?: \w+mente| también)* [^\W_]+(?:ad[oa]s?|id[oa]s?|(?:t|ch|est|uest|rit)[oa]s?)\b"),
}
_BEING = {"en": frozenset({""}), "fr": frozenset({"être"}), "es": frozenset({"ser"})}
_REFLEXIVE = re.compile(r"(?<![^\W_])se $")
_NEAR = 110  # characters after a head within which what it needs must stand
_THAT = re.compile(r" (?:that|que|qu')\b")

Verdict = Literal["commitment", "nothing"] | Reason


def passive(folded: str, head: Head, subject: Subject, language: Language) -> bool:
    """Whether what is undertaken is the subject: "will be built", "sera publié", "se creará" (but "el grupo se reunirá")."""
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
    folded = told.scan.folded
    words = commitment_words(language)
    start, end = clause
    if not _has_what_it_needs(told, head, subject, end, words):
        return "nothing"
    if subject.kind == "agent" and subject.parties and parties and not set(subject.parties) & set(parties):
        return "third_party"
    if subject.kind == "stranger":
        return "third_party"
    if folded.endswith("?", start, end):
        return "description"
    if head.kind in {"launch", "fund"} and _past(told, start, end, language):
        return "past"
    if head.kind == "noun":
        earlier = [reason for reason in reasons(folded, max(start, head.start - 80), head.start, language)]
        return earlier[-1] if earlier and earlier[-1] in {"welcome", "ceremony"} else "commitment"
    if folded[head.start : head.end].endswith((" that", " que")) and not head_finder(language).find(
        told.scan.text, folded, head.end, end
    ):
        return "shared_value"
    by_nobody = subject.kind in {"other", "none"}
    if head.kind == "future":
        undergoes = passive(folded, head, subject, language)
        if strong.verb in words.chain.describing and not undergoes:
            return "description"
        if by_nobody and not undergoes and not (subject.kind == "none" and language == "es"):
            return "description"
        return "commitment"
    return "third_party" if subject.kind == "other" else "commitment"


def _has_what_it_needs(told: Told, head: Head, subject: Subject, end: int, words: CommitmentWords) -> bool:
    """A launch needs something new, a gift needs money, a plan's verb needs a plan, a reported future a report."""
    folded = told.scan.folded
    near = min(end, head.end + _NEAR)
    money = bool(told.within(told.money, head.end, near)) or subject.kind == "money"
    if head.kind == "fund":
        return money
    if head.kind == "launch":
        following = set(re.findall(r"[^\W_]+", folded[head.end : near])[:9])
        return not _THAT.match(folded, head.end) and (money or not following.isdisjoint(words.left.novelty))
    if head.kind == "plan":
        return subject.kind == "instrument"
    if head.kind == "reported":
        return subject.kind in {"agent", "collective"} and " if " not in folded[head.start : end]
    return True


def _past(told: Told, start: int, end: int, language: Language) -> bool:
    """Whether the clause tells of something long done: it says so, or names a day well before the document's."""
    if "past" in reasons(told.scan.folded, start, end, language):
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
