"""Resolve subjects to parties: "both countries", "they", "we", "the plan" (CODEBOOK I4, I10)."""

from servanda.lexicon.commitments import commitment_words
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.gifts import giver_to_receiver, givers_of, is_the_gift_before
from servanda.reading.commitments.named import giving_as_well, named_for, represented_in
from servanda.reading.commitments.owners import party_of_pledge, state_of_body
from servanda.reading.commitments.spoken_of import SpokenOf
from servanda.reading.commitments.tellers import telling_party
from servanda.reading.commitments.told import Sentence, Told
from servanda.reading.commitments.voices import Voices

_NAMING = frozenset({"agent", "collective", "instrument"})  # "the two ministries will ... . They will"


class Promisors:
    """Who undertakes each commitment of one document."""

    def __init__(self, told: Told, parties: tuple[str, ...], home: str | None, opener: str | None) -> None:
        """``parties`` are the parties of the document, empty where nobody said and the text does not show.

        ``home`` is the state that the text speaks from, ``opener`` the one beside them whose own acts it tells.
        """
        self._parties = parties
        self._opener = (opener,) if opener is not None else ()
        self._voices = Voices(told, parties, home, opener)
        self._spoken_of = SpokenOf(told, parties)

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the promisors of a draft, empty where they are not named."""
        found = giver_to_receiver(draft, self._parties) or named_for(draft) or self._meant(draft)
        found = tuple(dict.fromkeys((*found, *giving_as_well(draft))))
        if found and draft.subject.kind in _NAMING:
            self._spoken_of.name(draft.sentence, found)
        return found

    def remember(self, sentence: Sentence) -> None:
        """Note a sentence without a commitment: "they" after it may mean who it is about."""
        self._spoken_of.remember(sentence)

    def _meant(self, draft: Draft) -> tuple[str, ...]:
        """Return whom the subject means."""
        subject = draft.subject
        if subject.kind == "speaking":
            return self._voices.we(draft)
        if subject.kind == "agent":
            named = subject.parties or represented_in(draft) or party_of_pledge(draft)
            return named or self._voices.publisher(draft) or self._voices.local(draft)
        if subject.kind == "counterpart":
            return self._counterpart()
        if subject.kind == "money":
            return subject.parties or self._paying(draft)  # whoever says that it will be paid
        if subject.kind in {"singular", "plural", "none"}:
            return self._pronoun(draft)
        return self._of_a_thing(draft) or self._everybody(draft)

    def _counterpart(self) -> tuple[str, ...]:
        """Return the other of two parties: of Norway and Chile, where Norway was spoken of, Chile."""
        before = self._spoken_of.last()
        others = tuple(party for party in self._parties if party not in before)
        return others if len(self._parties) == len(others) + 1 == 2 else ()

    def _paying(self, draft: Draft) -> tuple[str, ...]:
        """Return who gives money of which is not said whose it is: who publishes, or the one named before."""
        before = self._spoken_of.last()
        return self._voices.publisher(draft) or (before if len(before) == 1 else ())

    def _pronoun(self, draft: Draft) -> tuple[str, ...]:
        """Return whom "he", "they" or an unsaid subject means."""
        if draft.subject.kind == "singular" and (side := represented_in(draft)):
            return side  # "Por la parte chilena, el director dijo que su oficina publicará"
        before = self._spoken_of.last()
        if draft.subject.kind == "plural" and len(before) == 1 and set(self._spoken_of.together) == set(self._parties):
            return self._parties  # "Chile will build it; Norway will pay. They also agreed to"
        if draft.subject.kind != "singular" or (before and self._spoken_of.is_close(draft)):
            return before or self._parties
        telling = telling_party(draft.sentence, draft.start)
        return telling or self._voices.publisher(draft) or before or self._parties

    def _of_a_thing(self, draft: Draft) -> tuple[str, ...]:
        """Return whose the body or thing is that the subject names, where one party's."""
        subject = draft.subject
        if subject.kind == "other" and subject.reported:
            return subject.parties or self._voices.local(draft) or self._spoken_of.last()
        if subject.kind != "instrument":
            return self._giving(draft)
        owner = self._spoken_of.owner(draft) or state_of_body(draft) or self._gave_before(draft)
        return owner or self._voices.own_body(draft) or self._giving(draft)

    def _gave_before(self, draft: Draft) -> tuple[str, ...]:
        """Return whose gift goes on being spoken of: "Cette contribution est versée en quatre annuités"."""
        before = self._spoken_of.last() if is_the_gift_before(draft) else ()
        return before if len(before) == 1 else ()

    def _giving(self, draft: Draft) -> tuple[str, ...]:
        """Return who gives what the draft is about: who is named, else who publishes."""
        givers = givers_of(draft)
        if givers is None or len(givers) == 1:
            return givers or ()
        return self._voices.publisher(draft) if draft.rule != "commitment.item" else ()

    def _everybody(self, draft: Draft) -> tuple[str, ...]:
        """Return who has the floor, else all parties together, else who publishes."""
        other, voices = draft.subject.kind == "other", self._voices
        own = voices.turn(draft) if other else ()
        # What a release says will be done without saying by whom, its issuer will do.
        if not own and draft.subject.kind != "collective":
            own = telling_party(draft.sentence, draft.start) or voices.issuer(draft) or voices.own_officials(draft)
        return own or (self._opener if other else ()) or self._together(draft) or voices.publisher(draft)

    def _together(self, draft: Draft) -> tuple[str, ...]:
        """Return all parties, or those that are states: "both countries" leaves out an organisation."""
        named = draft.sentence.scan.folded[draft.subject.start : draft.subject.end]
        states = commitment_words(draft.sentence.language).subjects.states
        if draft.subject.kind == "collective" and any(word in named for word in states):
            return tuple(party for party in self._parties if len(party) == 2 and party.isupper())
        return self._parties
