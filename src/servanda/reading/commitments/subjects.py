"""Find who undertakes: the subject before a head, and the parties that it stands for (CODEBOOK I4)."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from servanda.lexicon.actors import actor_words
from servanda.lexicon.commitments import CommitmentWords, commitment_words
from servanda.lexicon.forms import whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import ActorValue, Mention

SubjectKind = Literal[
    "agent",
    "collective",
    "speaking",
    "singular",
    "plural",
    "counterpart",
    "instrument",
    "money",
    "other",
    "stranger",
    "none",
]

_THAT = re.compile(r"[^,;.]{0,30}?\s(?:that|que|qu')\s?")
_PAUSE = re.compile(r"\s*[,\".]")
_ADVERBIAL = 3  # words of an adverbial before a comma ("In addition,", "Asimismo,")
_GLUE = 6  # words that may stand between coordinated subjects
_FAR = 100  # characters, more than such words have
_NOUN_WORDS = 6  # words that may stand before a noun and still be its own
_MARK = re.compile(r"[,;:()]")
# What may stand between the comma of an aside and its verb: "La Suisse, qui préside, y ajoutera".
_CLITICS = re.compile(
    r"(?<=, )(?:(?:se|le|les|lo|la|los|las|y|en|ne|lui|leur|me|nos|nous|no|also|aussi|también) ?|n'|s'|l'|m')+$"
)
_COINS = "$€£¥"
_CLAUSE = re.compile(r"(?:, (?:and|but|et|mais|y|pero)|;) ")
_AND = re.compile(r" (?:and|et|y|e)(?: (?:also|then|se|lo|la|los|las|le|les|en|lui|leur|aussi|también))? $")
_AND_LENGTH = 14
_OWNED = re.compile(r"'s(?: [^\W_]+){1,3} and (?:the )?")  # "Chile's navy and the Royal Guard"
_OURS = frozenset(
    ("our", "my", "notre", "nos", "mon", "ma", "mes", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis")
)
_NAME = re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z]+){0,3}(?= (?:will|shall|is|has|plans|also|would|agreed|said)\b)")
_THEIRS = frozenset(("its", "his", "her", "son", "sa", "ses", "su", "sus"))
_POSSESSIVES = _OURS | _THEIRS
_LONGEST_OWN = 9  # characters of the longest of them, with the space after it
_OWN_WORDS = 3  # words in which a body and whose it is are named
_BESIDE = re.compile(r" | (?:et|y|e) |, ")
_WORD = re.compile(r"[^\W_]+")
_LAST_WORDS = re.compile(r"[\w'.&-]+")


class Subject(Struct, frozen=True, order=True, gc=False):
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

    def __init__(self, words: CommitmentWords, institutions: frozenset[str]) -> None:
        """Prepare the words of a language; ``institutions`` are what its public bodies are called."""
        subjects = words.subjects
        self._determiners = subjects.determiners
        self._states = subjects.states
        self._sides = frozenset(subjects.sides)
        self._before = subjects.before
        self._bodies = self._sides | institutions
        self._documents = frozenset(subjects.documents)
        self._voices = whole_words(subjects.voices)
        self._silent = words.chain.silent
        self._and = subjects.and_
        self._glue = subjects.glue | subjects.and_
        self._light = words.chain.links - {
            "we",
            "they",
            "nous",
            "parties",
            "partes",
            "deux",
            "les",
            "la",
            "el",
            "las",
            "se",
            "s",
            "no",
        }

    def find(self, sentence: Sentence, start: int, end: int) -> Subject:
        """Return the subject of a head at ``end``, looking no further back than ``start``.

        In a reported clause ("the minister said that ...") it is the subject of that clause; "he", "her country" and
        an unspoken subject are then the one who says it, and what a stranger says is nobody's undertaking.
        """
        verb, reported = _after_saying(sentence, start, end)
        if reported == start:
            return self._within(sentence, start, end)
        said = _last_clause(sentence.scan.folded, start, verb)
        sayer = self._voiced(sentence, said, verb) or self._within(sentence, said, verb)
        subject = self._within(sentence, reported, end)
        # "En una entrevista prometió que": the subject is left unsaid.
        unsaid = sentence.language == "es" and sentence.scan.folded[said:].split(" ", 1)[0] in self._before
        if sayer.kind == "other" and not unsaid:
            if not self.is_document(sentence, sayer):
                return replace(subject, kind="stranger", reported=True)
            if subject.kind == "instrument":  # "the minutes say that the agencies will": those of all parties
                return replace(subject, kind="collective", reported=True)
        unnamed = subject.kind in {"singular", "plural", "none"} or (subject.kind == "agent" and not subject.parties)
        if unnamed and sayer.kind in {"agent", "collective", "speaking", "singular"}:
            return replace(sayer, reported=True)
        # "said that no permits would be granted": who says so undertakes it.
        parties = sayer.parties if subject.kind in {"other", "money"} else subject.parties
        return replace(subject, parties=parties, reported=True)

    def _voiced(self, sentence: Sentence, start: int, end: int) -> Subject | None:
        """Return the body for which somebody without a name speaks: "Sources at the Ghanaian ministry said"."""
        voice = self._voices.match(sentence.scan.folded, start, end)
        actors = within(sentence.actors, voice.end(), end) if voice is not None else ()
        return _subject(actors[0], sentence) if actors else None

    def owner(self, sentence: Sentence, subject: Subject) -> Literal["speaking", "singular"] | None:
        """Return whose the body is that a pronoun gives to somebody: "our embassy", "nuestros técnicos", "its navy"."""
        folded = sentence.scan.folded
        if folded[subject.start : subject.start + _LONGEST_OWN].split(" ", 1)[0] not in _POSSESSIVES:
            return None
        words = _WORD.findall(folded, subject.start, subject.end)[:_OWN_WORDS]
        if not words or self._bodies.isdisjoint(words[1:]):
            return None
        if words[0] in _OURS:
            return "speaking"
        return "singular" if words[0] in _THEIRS and subject.kind == "other" else None

    def is_document(self, sentence: Sentence, subject: Subject) -> bool:
        """Whether the subject is a text, which says what others undertake: "the final communiqué"."""
        words = _WORD.findall(sentence.scan.folded, subject.start, subject.end)
        return subject.kind == "other" and not self._documents.isdisjoint(words)

    def bound(self, sentence: Sentence, start: int, end: int) -> Subject:
        """Return whom an agreement binds, in the words of a head that says so: "obliges both governments to"."""
        named = [one for one in self._candidates(sentence, start, end) if one.kind in {"agent", "collective", "plural"}]
        return named[0] if named else Subject(start, start, "other")

    def _within(self, sentence: Sentence, start: int, end: int) -> Subject:
        folded = sentence.scan.folded
        while start < end and not (folded[start].isalnum() or folded[start] in _COINS):
            start += 1
        if start >= end:
            return Subject(end, end, "none")
        candidates = self._candidates(sentence, start, end)
        aside = _aside(folded, candidates, start, end)
        if aside is not None:
            return self._within(sentence, start, aside)
        if _AND.search(folded, max(start, end - _AND_LENGTH), end) and (
            opening := self._opening(folded, start, candidates)
        ):
            return opening
        return self._last(folded, start, end, candidates)

    def _last(self, folded: str, start: int, end: int, candidates: list[Subject]) -> Subject:
        """Return the last who may be the subject, or what stands where a subject would."""
        free = self._free(folded, start, candidates)
        last = next(free, None)
        if last is None:
            return self._unnamed(folded, start, end)
        if last.kind == "agent":
            return self._coordinated(folded, last, free)
        if last.kind == "instrument":
            return replace(last, start=_noun_start(folded, start, last.start))
        return last

    def _opening(self, folded: str, start: int, candidates: list[Subject]) -> Subject | None:
        """Return the party that opens a clause whose second verb follows: "Chile is building it and will"."""
        free = list(self._free(folded, start, candidates))
        if not free or not set(_WORD.findall(folded, start, free[-1].start)) <= self._determiners:
            return None
        subject = free.pop()
        while subject.kind == "agent" and free and self._side_by_side(folded, subject, free[-1], coordinated=True):
            other = free.pop()
            parties = tuple(dict.fromkeys(subject.parties + other.parties))
            subject = Subject(subject.start, other.end, other.kind, parties)
        return subject if subject.kind in {"agent", "collective"} else None

    def _unnamed(self, folded: str, start: int, end: int) -> Subject:
        """Return what stands where a subject would: other words, or none but adverbs."""
        words = folded[start:end]
        adverbial = words.rstrip().endswith(",") and len(words.split()) <= _ADVERBIAL
        if adverbial or self._light.issuperset(_WORD.findall(words)):
            return Subject(end, end, "none")  # "También vamos a"
        if self._silent and words.rstrip().endswith(",") and words.split(" ", 1)[0] in self._before:
            return Subject(end, end, "none")  # "Con miras a impulsar el comercio, decidieron"
        return Subject(self._after_opening(folded, start, end), end, "other")

    def _after_opening(self, folded: str, start: int, end: int) -> int:
        """Return where the subject begins after what opens its sentence: "Under the programme, 300 teachers"."""
        comma = folded.find(", ", start, end)
        opens = folded[start:end].split(" ", 1)[0] in self._before
        return comma + 2 if opens and comma > 0 and folded[comma + 2 : end].strip() else start

    def openers(self, sentence: Sentence, start: int, end: int) -> list[Subject]:
        """Return what could be the subject that opens a sentence, first things first."""
        folded = sentence.scan.folded
        return [
            candidate
            for candidate in reversed(list(self._free(folded, start, self._candidates(sentence, start, end))))
            if set(_WORD.findall(folded, start, candidate.start)) <= self._determiners
        ]

    def _candidates(self, sentence: Sentence, start: int, end: int) -> list[Subject]:
        """Return who or what in a stretch may be a subject, in order."""
        folded, scan = sentence.scan.folded, sentence.scan
        found: list[Subject] = []
        for actor in within(sentence.actors, start, end):
            # The states in "the Ireland-Ghana Plan" are part of its name: what holds others comes first.
            named = actor.rule != "nationality" or self._has_side(folded, actor) or self._names_body(sentence, actor)
            if named and not (found and actor.end <= found[-1].end):
                found.append(_subject(actor, sentence))
        found += [Subject(money.start, money.end, "money") for money in within(sentence.money, start, end)]
        taken = [(subject.start, subject.end) for subject in found]
        for said in within(sentence.subjects, start, end):
            first, last, kind = said.start, said.end, said.label
            if kind == "government":
                actors = within(sentence.actors, last, end)
                parties = tuple(
                    dict.fromkeys(party for actor in actors if (party := scan.cast.party_at(actor.start, actor.end)))
                )
                if not parties and not actors and (unknown := self._unknown(folded, first, last)) is not None:
                    found.append(unknown)
                    taken.append((first, last))
                if parties:
                    found = [subject for subject in found if subject.start < last]
                    found.append(Subject(first, end, "agent", parties))
                    taken.append((first, end))
            elif not any(low <= first < high for low, high in taken):
                sided = self._nationalities(sentence, last, end) if kind == "collective" else None
                if sided is not None:
                    found = [subject for subject in found if subject.start < first or subject.start >= sided[1]]
                    found.append(Subject(first, sided[1], "agent", sided[0]))
                    taken.append((first, sided[1]))
                    continue
                found.append(Subject(first, last, kind))  # type: ignore[arg-type]  # the kinds are SubjectKind's
        return sorted(found)

    def _nationalities(self, sentence: Sentence, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
        """Return the states after a collective noun, and where they end: "les parties béninoise et burkinabè"."""
        parties: list[str] = []
        place = start
        for actor in within(sentence.actors, start, end):
            party = sentence.scan.cast.party_at(actor.start, actor.end)
            if not _BESIDE.fullmatch(sentence.scan.folded, place, actor.start) or party is None:
                break
            parties.append(party)
            place = actor.end
        return (tuple(dict.fromkeys(parties)), place) if len(parties) > 1 else None

    def _unknown(self, folded: str, start: int, end: int) -> Subject | None:
        """Return who acts where no state is named: "le gouvernement du Québec", "the ministers of health"."""
        words = folded[start:end].split()
        if words[0] in self._before:
            return None  # "on behalf of"
        governs = any(word.startswith(self._states) for word in words)
        return Subject(start, end, "agent" if governs else "collective")

    def _has_side(self, folded: str, nationality: Mention) -> bool:
        """Whether a nationality stands with a noun that makes it a party: "the Irish side", "la parte peruana"."""
        before = _WORD.findall(folded[max(0, nationality.start - 16) : nationality.start])
        after = _WORD.findall(folded[nationality.end : nationality.end + 16])
        return bool({*before[-1:], *after[:1]} & self._sides)

    @staticmethod
    def _names_body(sentence: Sentence, nationality: Mention) -> bool:
        """Whether a nationality begins the name of a body: "Indian Railways", "Danish Shipping"."""
        return _NAME.match(sentence.scan.text, nationality.end) is not None

    def _free(self, folded: str, start: int, candidates: list[Subject]) -> Iterator[Subject]:
        """Yield, the last first, the candidates that are not in "of Ireland and Ghana": of a row, those before it."""
        end = len(candidates)
        while end:
            first = end - 1
            while first and self._side_by_side(folded, candidates[first - 1], candidates[first], coordinated=True):
                first -= 1
            row = candidates[first:end]
            bound = (place for place, one in enumerate(row) if self._modifies(folded, start, one.start))
            yield from reversed(row[: next(bound, len(row))])
            end = first

    def _modifies(self, folded: str, floor: int, offset: int) -> bool:
        """Whether what starts here stands after a preposition, and so is not the subject itself."""
        near = _MARK.split(folded[max(floor, offset - 40) : offset])[-1]
        words = _LAST_WORDS.findall(near)
        while words and words[-1].strip("'") in self._determiners:
            words.pop()
        return bool(words) and words[-1].strip("'.") in self._before

    def _side_by_side(self, folded: str, one: Subject, other: Subject, *, coordinated: bool = False) -> bool:
        """Whether nothing but glue stands between two subjects; where asked, also a word that coordinates them."""
        if other.start - one.end > _FAR:
            return False
        between = set(_WORD.findall(folded, one.end, other.start))
        return len(between) <= _GLUE and between <= self._glue and not (coordinated and between.isdisjoint(self._and))

    def _coordinated(self, folded: str, subject: Subject, earlier: Iterator[Subject]) -> Subject:
        """Join the agents that stand side by side: "Prime Minister Diaz and President Roth"."""
        for other in earlier:
            owns = _OWNED.fullmatch(folded[other.end : subject.start]) is not None
            if other.kind != "agent" or not (owns or self._side_by_side(folded, other, subject)):
                break
            parties = tuple(dict.fromkeys(other.parties + subject.parties))
            subject = Subject(other.start, subject.end, "agent", parties)
        return subject


@functools.cache
def subject_finder(language: Language) -> SubjectFinder:
    """Return the finder of a language, made once."""
    return SubjectFinder(commitment_words(language), actor_words(language).institutions)


def _after_saying(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return where a verb of saying begins and the clause that it reports; ``start`` twice where nobody reports."""
    folded = sentence.scan.folded
    for said in reversed(within(sentence.sayings, start, end)):
        opener = _THAT.match(folded, said.end, end)
        # "he said, and will" reports nothing; "he announced today that" does; a verb right before the head does.
        if opener is not None:
            return said.start, opener.end()
        if not _PAUSE.match(folded, said.end, end):
            return said.start, said.end
    return start, start


def _last_clause(folded: str, start: int, end: int) -> int:
    """Return where the last clause begins of what stands before a verb of saying: "..., and the opposition says"."""
    return max((joined.end() for joined in _CLAUSE.finditer(folded, start, end)), default=start)


def _aside(folded: str, candidates: list[Subject], start: int, end: int) -> int | None:
    """Return where the words between commas begin that part a subject from its verb: "Chile, for its part, will"."""
    closing = _CLITICS.sub("", folded[start:end]).rstrip()
    if not closing.endswith(","):
        return None
    last = start + len(closing) - 1
    if any(candidate.end == last and candidate.kind == "agent" for candidate in candidates):
        return None  # "the minister, Ana Ruiz, and the envoy, Jan Roth, will": the name itself is the subject
    ends = {candidate.end for candidate in candidates}
    comma = folded.rfind(",", start, last)
    while comma >= 0 and comma not in ends:
        comma = folded.rfind(",", start, comma)
    return comma if comma >= 0 else None


def _noun_start(folded: str, floor: int, offset: int) -> int:
    """Return where the noun's own words begin: "Canadian work" before "visas", but no clause before it."""
    before = folded[floor:offset]
    return floor if len(before.split()) <= _NOUN_WORDS and not set(before) & set(",;:()") else offset


def _subject(actor: Mention, sentence: Sentence) -> Subject:
    """Return an actor as a subject; agreements, and bodies that act for no one party, may stand for all of them."""
    place = actor.start, actor.end
    party = sentence.scan.cast.party_at(*place) or sentence.assumed.get(place)
    kind = actor.value.type if isinstance(actor.value, ActorValue) else None
    if kind == "agreement" or (kind == "institution" and not party):
        return Subject(actor.start, actor.end, "instrument")
    return Subject(actor.start, actor.end, "agent", (party,) if party else ())
