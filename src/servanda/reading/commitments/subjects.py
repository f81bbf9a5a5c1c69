"""Find who undertakes: the subject before a head, and the parties that it stands for (CODEBOOK I4)."""

import functools
import re
from typing import Literal, NamedTuple

from servanda.lexicon.commitments import CommitmentWords, commitment_words, expand
from servanda.lexicon.language import Language
from servanda.reading.commitments.clauses import saying
from servanda.reading.commitments.told import Told
from servanda.reading.mention import ActorValue, Mention
from servanda.reading.parties import party_of
from servanda.reading.phrases import Phrases

SubjectKind = Literal[
    "agent", "collective", "speaking", "singular", "plural", "instrument", "money", "other", "stranger", "none"
]

_THAT = re.compile(r"[^,;.]{0,30}?\s(?:that|que|qu')\s?")
_ADVERBIAL = 3  # words of an adverbial before a comma ("In addition,", "Asimismo,")
_GLUE = 6  # words that may stand between coordinated subjects
_NOUN_WORDS = 6  # words that may stand before a noun and still be its own
_WORD = re.compile(r"[^\W_]+")
_LAST_WORDS = re.compile(r"[\w'.&-]+")


class Subject(NamedTuple):
    """Who is before a head: from ``start`` to ``end``, of one kind, standing for these parties.

    ``reported`` says that somebody else is said to say it.
    """

    start: int
    end: int
    kind: SubjectKind
    parties: tuple[str, ...] = ()
    reported: bool = False


class SubjectFinder:
    """Finds the subjects of one language."""

    def __init__(self, words: CommitmentWords, says: Phrases[str]) -> None:
        """Prepare the words of a language; ``says`` finds its verbs of saying."""
        self._saying = says
        subjects = words.subjects
        kinds: dict[str, tuple[str, ...]] = {
            "collective": subjects.collective,
            "speaking": subjects.speaking,
            "singular": subjects.singular,
            "plural": subjects.plural,
            "instrument": subjects.instrument,
            "government": subjects.government,
        }
        self._words = Phrases(
            (phrase.lower(), kind)
            for kind, entries in kinds.items()
            for entry in entries
            for phrase in _optional(entry)
        )
        self._determiners = subjects.determiners
        self._sides = frozenset(subjects.sides)
        self._before = subjects.before
        self._and = subjects.and_
        self._glue = subjects.glue | subjects.and_

    def find(self, told: Told, start: int, end: int) -> Subject:
        """Return the subject of a head at ``end``, looking no further back than ``start``.

        In a reported clause ("the minister said that ...") it is the subject of that clause; "he", "her country" and
        an unspoken subject are then the one who says it, and what a stranger says is nobody's undertaking.
        """
        reported = self._after_saying(told, start, end)
        if reported == start:
            return self._within(told, start, end)
        sayer = self._within(told, start, reported)
        subject = self._within(told, reported, end)
        if sayer.kind == "other":
            return subject._replace(kind="stranger", reported=True)
        unnamed = subject.kind in {"singular", "none"} or (subject.kind == "agent" and not subject.parties)
        if unnamed and sayer.kind == "agent":
            return subject._replace(kind="agent", parties=sayer.parties, reported=True)
        return subject._replace(reported=True)

    def _within(self, told: Told, start: int, end: int) -> Subject:
        folded = told.scan.folded
        while start < end and not folded[start].isalnum():
            start += 1
        if start >= end:
            return Subject(end, end, "none")
        candidates = self._candidates(told, start, end)
        free = self._free(folded, start, candidates)
        if not free:
            adverbial = folded[start:end].rstrip().endswith(",") and len(folded[start:end].split()) <= _ADVERBIAL
            return Subject(end, end, "none") if adverbial else Subject(start, end, "other")
        last = free[-1]
        if last.kind == "agent":
            return self._coordinated(folded, free)
        if last.kind == "instrument":
            return last._replace(start=_noun_start(folded, start, last.start))
        return last

    def openers(self, told: Told, start: int, end: int) -> list[Subject]:
        """Return what could be the subject that opens a sentence, first things first."""
        candidates = self._candidates(told, start, end)
        return [
            candidate
            for candidate in self._free(told.scan.folded, start, candidates)
            if set(_WORD.findall(told.scan.folded, start, candidate.start)) <= self._determiners
        ]

    def _after_saying(self, told: Told, start: int, end: int) -> int:
        """Return where the clause begins that somebody before it reports; ``start`` where nobody does."""
        folded = told.scan.folded
        reported = start
        for found in told.phrases(self._saying, start, end):
            opener = _THAT.match(folded, found.end, end)
            after = opener.end() if opener is not None else found.end
            # "he said, and will" reports nothing; "he announced today that" does; a verb right before the head does.
            if opener is not None or not folded[found.end : end].lstrip().startswith((",", '"', ".")):
                reported = after
        return reported

    def _candidates(self, told: Told, start: int, end: int) -> list[Subject]:
        folded = told.scan.folded
        found: list[Subject] = []
        for actor in told.within(told.actors, start, end):
            # The states in "the Ireland-Ghana Plan" are part of its name: what holds others comes first.
            named = actor.rule != "nationality" or self._has_side(folded, actor)
            if named and not (found and actor.end <= found[-1].end):
                found.append(_subject(actor, told))
        found += [Subject(money.start, money.end, "money") for money in told.within(told.money, start, end)]
        taken = [(subject.start, subject.end) for subject in found]
        for start_, end_, kind in told.phrases(self._words, start, end):
            if kind == "government":
                parties = tuple(
                    party for actor in told.within(told.actors, end_, end) for party in _parties(actor, told)
                )
                if parties:
                    found = [subject for subject in found if subject.start < end_]
                    found.append(Subject(start_, end, "agent", tuple(dict.fromkeys(parties))))
                    taken.append((start_, end))
            elif not any(low <= start_ < high for low, high in taken):
                found.append(Subject(start_, end_, kind))  # type: ignore[arg-type]  # the kinds are SubjectKind's
        return sorted(found)

    def _has_side(self, folded: str, nationality: Mention) -> bool:
        """Whether a nationality stands with a noun that makes it a party: "the Irish side", "la parte peruana"."""
        before = _WORD.findall(folded[max(0, nationality.start - 16) : nationality.start])
        after = _WORD.findall(folded[nationality.end : nationality.end + 16])
        return bool({*before[-1:], *after[:1]} & self._sides)

    def _free(self, folded: str, start: int, candidates: list[Subject]) -> list[Subject]:
        """Return the candidates that are not inside "of Ireland and Ghana", neither its first name nor its next."""
        free: list[Subject] = []
        bound: Subject | None = None
        for candidate in candidates:
            joined = bound is not None and self._side_by_side(folded, bound, candidate, coordinated=True)
            if joined or self._modifies(folded, start, candidate.start):
                bound = candidate
            else:
                free.append(candidate)
                bound = None
        return free

    def _modifies(self, folded: str, floor: int, offset: int) -> bool:
        """Whether what starts here stands after a preposition, and so is not the subject itself."""
        near = re.split(r"[,;:()]", folded[max(floor, offset - 40) : offset])[-1]
        words = _LAST_WORDS.findall(near)
        while words and words[-1].strip("'") in self._determiners:
            words.pop()
        return bool(words) and words[-1].strip("'.") in self._before

    def _side_by_side(self, folded: str, one: Subject, other: Subject, *, coordinated: bool = False) -> bool:
        """Whether nothing but glue stands between two subjects; where asked, also a word that coordinates them."""
        between = set(_WORD.findall(folded, one.end, other.start))
        return len(between) <= _GLUE and between <= self._glue and not (coordinated and between.isdisjoint(self._and))

    def _coordinated(self, folded: str, free: list[Subject]) -> Subject:
        """Join the agents that stand side by side: "Prime Minister Diaz and President Roth"."""
        subject = free[-1]
        for earlier in reversed(free[:-1]):
            if earlier.kind != "agent" or not self._side_by_side(folded, earlier, subject):
                break
            parties = tuple(dict.fromkeys(earlier.parties + subject.parties))
            subject = Subject(earlier.start, subject.end, "agent", parties)
        return subject


@functools.cache
def subject_finder(language: Language) -> SubjectFinder:
    """Return the finder of a language, made once."""
    return SubjectFinder(commitment_words(language), saying(language))


def _optional(entry: str) -> list[str]:
    """Expand an entry, with a letter before "?" there or not."""
    forms = expand(entry)
    return [
        written
        for form in forms
        for written in ([form.replace("?", ""), re.sub(r".\?", "", form)] if "?" in form else [form])
    ]


def _noun_start(folded: str, floor: int, offset: int) -> int:
    """Return where the noun's own words begin: "Canadian work" before "visas", but no clause before it."""
    before = folded[floor:offset]
    return floor if len(before.split()) <= _NOUN_WORDS and not set(before) & set(",;:()") else offset


def _parties(actor: Mention, told: Told) -> tuple[str, ...]:
    party = party_of(actor, told.scan)
    return (party,) if party else ()


def _subject(actor: Mention, told: Told) -> Subject:
    """Return an actor as a subject; agreements, and bodies that act for no one party, may stand for all of them."""
    parties = _parties(actor, told)
    kind = actor.value.type if isinstance(actor.value, ActorValue) else None
    if kind == "agreement" or (kind == "institution" and not parties):
        return Subject(actor.start, actor.end, "instrument")
    return Subject(actor.start, actor.end, "agent", parties)
