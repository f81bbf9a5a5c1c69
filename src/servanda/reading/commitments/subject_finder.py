"""Find the subject before a head: who or what in its clause it is (CODEBOOK I4)."""

import functools
import re

from msgspec.structs import replace

from servanda.lexicon.commitments import CommitmentWords, commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.candidates import CandidateFinder
from servanda.reading.commitments.reported import Reported, reported_in, set_in, voiced, whose
from servanda.reading.commitments.rows import Rows
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence

_ADVERBIAL = 3  # words of an adverbial before a comma ("In addition,", "Asimismo,")
_OPENING = 60  # characters at the start of a sentence in which its subject is named
_NOUN_WORDS = 6  # words that may stand before a noun and still be its own
# What may stand between the comma of an aside and its verb: "La Suisse, qui préside, y ajoutera".
_CLITICS = re.compile(
    r", (?:(?:se|le|les|lo|la|los|las|y|en|ne|lui|leur|me|nos|nous|no|also|aussi|también) ?|n'|s'|l'|m')+\n?"
)
# "A committee of experts, made up of envoys of both countries, will"
_COMPOSED = re.compile(
    r", (?:(?:co-?)?chaired|composed|made up|comprising|drawn|hosted|led|based|(?:co)?présidée?|composée?|formée?"
    r"|dirigée?|constituée?|(?:co)?presidid[oa]|integrad[oa]|compuest[oa]|formad[oa]|conformad[oa]|encabezad[oa])\b"
)
_CONJUNCTION = re.compile(r"\b(?:after|once|since|because) (?:the )?$")
_BOUND = frozenset({"agent", "collective", "plural"})  # kinds of subjects whom a verb can bind
_COINS = "$€£¥"
# Links of a chain of verbs that stand for somebody: before a head they are its subject.
_NO_ADVERBS = frozenset(("we", "they", "nous", "parties", "partes", "deux", "les", "la", "el", "las", "se", "s", "no"))
_AND = re.compile(r" (?:and|et|y|e)(?: (?:also|then|se|lo|la|los|las|le|les|en|lui|leur|aussi|también))? $")
_AND_LENGTH = 14  # characters of the longest of them
_WORD = re.compile(r"[^\W_]+")


class SubjectFinder:
    """Finds the subjects of one language."""

    def __init__(self, words: CommitmentWords) -> None:
        """Prepare the words of a language."""
        self._candidates = CandidateFinder(words.subjects)
        self._rows = Rows(words.subjects)
        self._determiners = words.subjects.determiners
        self._before = words.subjects.before
        self._silent = words.chain.silent
        self._adverbs = words.chain.links - _NO_ADVERBS

    def find(self, sentence: Sentence, start: int, end: int) -> Subject:
        """Return the subject of a head at ``end``, looking no further back than ``start``.

        In a reported clause ("the minister said that ...") it is the subject of that clause.
        """
        reported = reported_in(sentence, start, end)
        if reported is None:
            aside = set_in(sentence, start, end)
            return self._within(sentence, start, end) if aside is None else self._around(sentence, start, end, aside)
        sayer = voiced(sentence, reported) or self._within(sentence, reported.sayer, reported.verb)
        if sayer.kind == "none" and start < reported.sayer:  # "Nes praised the plan, and announced that"
            before = self._within(sentence, start, reported.verb)
            sayer = before if before.kind == "agent" else sayer
        return whose(sentence, reported, sayer, self._within(sentence, reported.clause, end))

    def _around(self, sentence: Sentence, start: int, end: int, aside: Reported) -> Subject:
        """Return the subject after words set in between commas, else the one before: "His ministry, he said, would"."""
        sayer = self._within(sentence, aside.sayer, aside.verb)
        after = self._within(sentence, aside.verb, aside.clause - 1)  # ", dijo la ministra,"
        if sayer.kind in {"none", "other"} and after.kind not in {"none", "other"}:
            sayer = after
        mine = self._within(sentence, aside.clause, end)
        if mine.kind in {"none", "other"} and start < aside.sayer - 1:
            mine = self._within(sentence, start, aside.sayer - 1)
        return whose(sentence, aside, sayer, mine)

    def bound(self, sentence: Sentence, start: int, end: int) -> Subject:
        """Return whom an agreement binds, in the words of a head that says so: "obliges both governments to"."""
        candidates = self._candidates.find(sentence, start, end)
        return next((one for one in candidates if one.kind in _BOUND), Subject(start, start, "other"))

    def openers(self, sentence: Sentence, start: int, end: int) -> list[Subject]:
        """Return what in a stretch could be the subject that opens it, first things first."""
        folded = sentence.scan.folded
        free = list(self._rows.free(folded, start, self._candidates.find(sentence, start, end)))
        return [one for one in reversed(free) if self._opens(folded, start, one)]

    def opener(self, sentence: Sentence) -> Subject | None:
        """Return the subject that opens a sentence, None where it opens with other words."""
        reach = min(sentence.end, sentence.start + _OPENING)
        return next(iter(self.openers(sentence, sentence.start, reach)), None)

    def _opens(self, folded: str, start: int, candidate: Subject) -> bool:
        """Whether nothing but its determiners stands before a candidate."""
        return self._determiners.issuperset(_WORD.findall(folded, start, candidate.start))

    def _within(self, sentence: Sentence, start: int, end: int) -> Subject:
        folded = sentence.scan.folded
        while start < end and not (folded[start].isalnum() or folded[start] in _COINS):
            start += 1
        if start >= end:
            return Subject(end, end, "none")
        if self._silent and any(said.start == start for said in sentence.left):
            return Subject(end, end, "none")  # "Saludaron los avances y encomendaron"
        candidates = self._candidates.find(sentence, start, end)
        aside = _aside(folded, candidates, start, end)
        if aside is not None:
            return self._within(sentence, start, aside)
        opening = None
        if _AND.search(folded, max(start, end - _AND_LENGTH), end):
            opening = self._opening(folded, start, candidates)
        return opening or self._last(folded, start, end, candidates)

    def _opening(self, folded: str, start: int, candidates: list[Subject]) -> Subject | None:
        """Return the party that opens a clause whose second verb follows: "Chile is building it and will"."""
        free = list(self._rows.free(folded, start, candidates))
        if not free or not self._opens(folded, start, free[-1]):
            return None
        subject = self._rows.after(folded, free)
        return subject if subject.kind in {"agent", "collective"} else None

    def _last(self, folded: str, start: int, end: int, candidates: list[Subject]) -> Subject:
        """Return the last who may be the subject, or what stands where a subject would."""
        free = self._rows.free(folded, start, candidates)
        last = next(free, None) or _after_conjunction(folded, start, end, candidates)
        if last is None:
            return self._unnamed(folded, start, end)
        if last.kind == "agent":
            return self._rows.before(folded, last, free)
        if last.kind == "instrument":
            return replace(last, start=_noun_start(folded, start, last.start))
        return last

    def _unnamed(self, folded: str, start: int, end: int) -> Subject:
        """Return what stands where a subject would: other words, or none but adverbs."""
        words = folded[start:end]
        adverbial = words.rstrip().endswith(",") and len(words.split()) <= _ADVERBIAL
        if adverbial or self._adverbs.issuperset(_WORD.findall(words)):
            return Subject(end, end, "none")  # "También vamos a"
        if self._silent and words.rstrip().endswith(",") and words.split(" ", 1)[0] in self._before:
            return Subject(end, end, "none")  # "Con miras a impulsar el comercio, decidieron"
        return Subject(self._after_opening(folded, start, end), end, "other")

    def _after_opening(self, folded: str, start: int, end: int) -> int:
        """Return where the subject begins after what opens its sentence: "Under the programme, 300 teachers"."""
        comma = folded.find(", ", start, end)
        opens = folded[start:end].split(" ", 1)[0] in self._before
        return comma + 2 if opens and comma > 0 and folded[comma + 2 : end].strip() else start


@functools.cache
def subject_finder(language: Language) -> SubjectFinder:
    """Return the finder of a language, made once."""
    return SubjectFinder(commitment_words(language))


def _aside(folded: str, candidates: list[Subject], start: int, end: int) -> int | None:
    """Return where the words between commas begin that part a subject from its verb: "Chile, for its part, will"."""
    last = folded.rfind(",", start, end)
    if last < 0 or (folded[last + 1 : end].strip() and not _CLITICS.fullmatch(folded, last, end)):
        return None
    if any(candidate.end == last and candidate.kind == "agent" for candidate in candidates):
        return None  # "the minister, Ana Ruiz, and the envoy, Jan Roth, will": the name itself is the subject
    ends = {candidate.end for candidate in candidates}
    comma = folded.rfind(",", start, last)
    while comma >= 0 and comma not in ends and not _COMPOSED.match(folded, comma):
        comma = folded.rfind(",", start, comma)
    return comma if comma >= 0 else None


def _after_conjunction(folded: str, start: int, end: int, candidates: list[Subject]) -> Subject | None:
    """Return who opens a clause of time right before a head: "began to move after Kenya and Chile agreed"."""
    row: Subject | None = None
    for one in reversed(candidates):
        between = folded[one.end : end if row is None else row.start].strip()
        if one.kind not in {"agent", "collective"} or between != ("" if row is None else "and"):
            break
        parties = tuple(dict.fromkeys(one.parties + (row.parties if row is not None else ())))
        row = Subject(one.start, end, one.kind, parties)
    opens = row is not None and _CONJUNCTION.search(folded, start, row.start) is not None
    return row if opens else None


def _noun_start(folded: str, floor: int, offset: int) -> int:
    """Return where the noun's own words begin: "Canadian work" before "visas", but no clause before it."""
    before = folded[floor:offset]
    return floor if len(before.split()) <= _NOUN_WORDS and not set(before) & set(",;:()") else offset
