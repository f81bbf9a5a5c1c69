"""Resolve subjects to parties: "both countries", "they", "we", "the plan" (CODEBOOK I4, I10)."""

from servanda.lexicon.commitments import commitment_words
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.told import Told
from servanda.reading.mention import Mention, Quotation
from servanda.reading.parties import party_of

_OPENING = 60  # characters at the start of a sentence in which its subject is named


def _names_states(words: str, draft: Draft) -> bool:
    return any(word in words for word in commitment_words(draft.block.language).subjects.states)


class Promisors:
    """Who undertakes each commitment, remembering who was spoken of before."""

    def __init__(self, told: Told, parties: tuple[str, ...]) -> None:
        """``parties`` are the parties of the document, empty where nobody said and the text does not show."""
        self._told = told
        self._parties = parties
        self._previous: tuple[str, ...] = ()

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the promisors of a draft, empty where they are not named."""
        found = self._find(draft)
        if draft.subject.kind in {"agent", "collective"} and found:
            self._previous = found
        return found

    def remember(self, start: int, end: int) -> None:
        """Note who a sentence without a commitment is about, so that "they" in the next one is understood."""
        opening = self._told.within(self._told.actors, start, min(end, start + _OPENING))
        parties = tuple(dict.fromkeys(party for actor in opening if (party := party_of(actor, self._told.scan))))
        if parties:
            self._previous = parties

    def _find(self, draft: Draft) -> tuple[str, ...]:
        kind = draft.subject.kind
        if kind == "agent":
            return draft.subject.parties
        if kind == "speaking":
            return self._speaking(draft)
        if kind == "singular":
            return self._publisher(draft) or self._previous or self._parties
        if kind in {"plural", "none"}:
            return self._previous or self._parties
        if kind == "money":
            return self._publisher(draft)
        named = self._told.scan.folded[draft.subject.start : draft.subject.end]
        return self._states() if kind == "collective" and _names_states(named, draft) else self._parties

    def _states(self) -> tuple[str, ...]:
        """Return the parties that are states: "both countries" leaves out an organisation that is a party too."""
        return tuple(party for party in self._parties if len(party) == 2 and party.isupper())

    def _speaking(self, draft: Draft) -> tuple[str, ...]:
        quotation = self._told.quotation_at(draft.start)
        if quotation is None:
            return self._publisher(draft) or self._parties
        speaker = self._speaker(quotation)
        party = party_of(speaker, self._told.scan) if speaker is not None else None
        return (party,) if party else ()

    def _speaker(self, quotation: Mention) -> Mention | None:
        speaker = quotation.value.speaker if isinstance(quotation.value, Quotation) else None
        if speaker is None:
            return None
        return next(
            (actor for actor in self._told.actors if actor.start < speaker.end and speaker.start < actor.end), None
        )

    def _publisher(self, draft: Draft) -> tuple[str, ...]:
        """Return the state whose own release this is."""
        part = self._told.scan.document.part_at(draft.start)
        return (part.country,) if part is not None and part.authority == "official" and part.country else ()
