"""Resolve subjects to parties: "both countries", "they", "we", "the plan" (CODEBOOK I4, I10)."""

from servanda.lexicon.commitments import commitment_words
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.subjects import subject_finder
from servanda.reading.commitments.told import Sentence, Told, within
from servanda.reading.commitments.turns import Turns
from servanda.reading.mention import Mention, Quotation
from servanda.reading.parties import party_of

_PREAMBLE = 12  # sentences at the head of a text in which it says who "we" are
_OPENING = 60  # characters at the start of a sentence in which its subject is named


def _names_states(words: str, draft: Draft) -> bool:
    return any(word in words for word in commitment_words(draft.sentence.language).subjects.states)


def _introduces_we(sentence: Sentence) -> bool:
    """Whether a joint text says who "we" are: "We, the leaders of Norway and Chile, ..."."""
    if not sentence.subjects:
        return False
    first = sentence.subjects[0]
    opens = first.label == "speaking" and first.start == sentence.start
    return opens and sentence.scan.folded.startswith(",", first.end)


class Promisors:
    """Who undertakes each commitment, remembering who was spoken of before."""

    def __init__(self, told: Told, parties: tuple[str, ...]) -> None:
        """``parties`` are the parties of the document, empty where nobody said and the text does not show."""
        self._told = told
        self._parties = parties
        self._previous: tuple[str, ...] = ()
        self._passed: list[Sentence] = []
        self._turns = Turns(told.scan)
        self._we = parties if any(map(_introduces_we, told.sentences[:_PREAMBLE])) else ()

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the promisors of a draft, empty where they are not named."""
        found = self._find(draft)
        if draft.subject.kind in {"agent", "collective"} and found:
            self._previous = found
            self._passed.clear()
        return found

    def remember(self, sentence: Sentence) -> None:
        """Note a sentence without a commitment: who it is about is looked up only where "they" follows."""
        self._passed.append(sentence)

    def _before(self) -> tuple[str, ...]:
        """Return who was last spoken of."""
        for sentence in reversed(self._passed):
            reach = min(sentence.end, sentence.start + _OPENING)
            opening = subject_finder(sentence.language).openers(sentence, sentence.start, reach)
            if opening and opening[0].kind == "agent":
                self._previous = opening[0].parties
                break
        self._passed.clear()
        return self._previous

    def _in_parentheses(self, draft: Draft) -> tuple[str, ...]:
        """Return who an item names at its end: "Translate the manual (Argentina, 30 September)"."""
        if draft.rule != "commitment.item":
            return ()
        folded = self._told.scan.folded
        opened = folded.rfind("(", draft.start, draft.end)
        if opened < 0 or ")" in folded[opened : draft.end - 1]:
            return ()
        actors = within(draft.sentence.actors, opened, draft.end)
        return tuple(dict.fromkeys(party for actor in actors if (party := party_of(actor, self._told.scan))))

    def _find(self, draft: Draft) -> tuple[str, ...]:
        subject = draft.subject
        if owners := self._in_parentheses(draft):
            return owners
        if subject.kind == "speaking":
            return self._speaking(draft)
        if subject.kind == "agent":
            return subject.parties or self._publisher(draft)
        if subject.kind in {"singular", "plural", "none", "money"}:
            return self._spoken_of(draft)
        named = self._told.scan.folded[subject.start : subject.end]
        return self._states() if subject.kind == "collective" and _names_states(named, draft) else self._parties

    def _spoken_of(self, draft: Draft) -> tuple[str, ...]:
        """Resolve "he", "they", an unsaid subject, and money whose giver was named before."""
        before = self._before()
        if draft.subject.kind == "money":
            return self._publisher(draft) or (before if len(before) == 1 else ())
        return (self._publisher(draft) if draft.subject.kind == "singular" else ()) or before or self._parties

    def _states(self) -> tuple[str, ...]:
        """Return the parties that are states: "both countries" leaves out an organisation that is a party too."""
        return tuple(party for party in self._parties if len(party) == 2 and party.isupper())

    def _speaking(self, draft: Draft) -> tuple[str, ...]:
        quotation = draft.sentence.quotation_at(draft.start)
        if quotation is None:
            return self._publisher(draft) or self._we
        speaker = self._speaker(quotation)
        party = party_of(speaker, self._told.scan) if speaker is not None else None
        return (party,) if party else ()

    def _speaker(self, quotation: Mention) -> Mention | None:
        speaker = quotation.value.speaker if isinstance(quotation.value, Quotation) else None
        if speaker is None:
            return None
        return self._told.first_actor(speaker.start, speaker.end)

    def _publisher(self, draft: Draft) -> tuple[str, ...]:
        """Return the state that speaks: whose turn it is in a transcript, or whose own release this is."""
        if party := self._turns.party_at(draft.start):
            return (party,)
        part = self._told.scan.document.part_at(draft.start)
        return (part.country,) if part is not None and part.authority == "official" and part.country else ()
