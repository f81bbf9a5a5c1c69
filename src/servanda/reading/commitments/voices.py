"""Whose voice a commitment is given in (CODEBOOK I4, I10).

That of a speaker, of who publishes, or of the place from which it is told.
"""

import functools

from servanda.lexicon.actors import actor_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.home import (
    OFFICIALS,
    has_guests,
    is_joint,
    issuer_of,
    orator_of,
    unnamed_home,
)
from servanda.reading.commitments.joint import says_joint
from servanda.reading.commitments.tellers import telling_party
from servanda.reading.commitments.told import Sentence, Told, within
from servanda.reading.commitments.turns import Turns
from servanda.reading.mention import ActorValue
from servanda.reading.parties import parties_among, party_of

_PREAMBLE = 12  # sentences at the head of a text in which it says who "we" are


class Voices:
    """Who speaks, at every place of one document."""

    def __init__(self, told: Told, parties: tuple[str, ...], home: str | None, opener: str | None) -> None:
        """Find who may speak in it, once somebody asks.

        ``home`` is the state that the text speaks from, ``opener`` the one beside the ``parties`` whose own acts it
        tells.
        """
        self._told = told
        self._parties = parties
        self._from = home
        self._opener = opener

    @functools.cached_property
    def _turns(self) -> Turns:
        return Turns(self._told.scan)

    @functools.cached_property
    def _office(self) -> str | None:
        return None if is_joint(self._told.scan) else issuer_of(self._told.scan, self._parties, self._from)

    @functools.cached_property
    def _orator(self) -> tuple[str, ...]:
        return () if is_joint(self._told.scan) else orator_of(self._told.scan)

    @functools.cached_property
    def _home(self) -> str | None:
        return self._opener or unnamed_home(self._told.scan, self._parties, self._from)

    @functools.cached_property
    def _place(self) -> str | None:
        return None if has_guests(self._told.scan) else self._from

    @functools.cached_property
    def _we(self) -> tuple[str, ...]:
        ours = any(map(_introduces_we, self._told.sentences[:_PREAMBLE])) or is_joint(self._told.scan)
        return self._parties if ours else ()

    def we(self, draft: Draft) -> tuple[str, ...]:
        """Return who says "we"."""
        quotation = draft.sentence.quotation_at(draft.start)
        if quotation is None:
            return self._speaker(draft) or self._orator or self._we or telling_party(draft.sentence, draft.start)
        speaker = self._told.speaker_of(quotation)
        return parties_among([speaker], self._told.scan) if speaker is not None else ()

    def turn(self, draft: Draft) -> tuple[str, ...]:
        """Return whose turn it is in a transcript."""
        party = self._turns.party_at(draft.start)
        return (party,) if party else ()

    def issuer(self, draft: Draft) -> tuple[str, ...]:
        """Return the state whose own release this is."""
        part = self._told.scan.document.part_at(draft.start)
        if part is not None:
            return (part.country,) if part.authority == "official" and part.country else ()
        return (self._office,) if self._office else ()

    def publisher(self, draft: Draft) -> tuple[str, ...]:
        """Return the state that speaks, or that the text speaks from because it names its offices alone."""
        return self._speaker(draft) or self._at_home(draft)

    def own_officials(self, draft: Draft) -> tuple[str, ...]:
        """Return whose bodies are meant that a text names alone, as it does those of its own: "officials will"."""
        if draft.subject.kind != "instrument":
            return ()
        named = self._told.scan.folded[draft.subject.start : draft.subject.end].split()
        return self._at_home(draft) if named and named[-1] in _officials(draft.sentence.language) else ()

    def own_body(self, draft: Draft) -> tuple[str, ...]:
        """Return who publishes, where the subject is a body named without its state, as a text does with its own."""
        for actor in within(draft.sentence.actors, draft.subject.start, draft.subject.end):
            joint = says_joint(self._told.scan, actor.start, actor.end)
            if not joint and isinstance(actor.value, ActorValue) and actor.value.type == "institution":
                return self.publisher(draft) if party_of(actor, self._told.scan) is None else ()
        return ()

    def local(self, draft: Draft) -> tuple[str, ...]:
        """Return the state of the dateline for an official named without one: "CANBERRA - The Minister for Trade"."""
        if self._place is None or draft.sentence.quotation_at(draft.start) is not None:
            return ()
        actors = within(draft.sentence.actors, draft.sentence.start, draft.start)
        named = any(actor.rule in OFFICIALS and party_of(actor, self._told.scan) is None for actor in actors)
        # "DAKAR - The minister announced a loan to Senegal": a guest speaks.
        guest = any(party_of(actor, self._told.scan) == self._place for actor in draft.sentence.actors)
        return (self._place,) if named and not guest else ()

    def _speaker(self, draft: Draft) -> tuple[str, ...]:
        """Return the state that speaks: whose turn it is in a transcript, or whose own release this is."""
        return self.turn(draft) or self.issuer(draft)

    def _at_home(self, draft: Draft) -> tuple[str, ...]:
        """Return the state that the text as a whole speaks from; a part of it has a publisher of its own."""
        part = self._told.scan.document.part_at(draft.start)
        return (self._home,) if self._home and part is None else ()


def _introduces_we(sentence: Sentence) -> bool:
    """Whether a joint text says who "we" are: "We, the leaders of Norway and Chile, ..."."""
    if not sentence.subjects:
        return False
    first = sentence.subjects[0]
    opens = first.label == "speaking" and first.start == sentence.start
    return opens and sentence.scan.folded.startswith(",", first.end)


@functools.cache
def _officials(language: Language) -> frozenset[str]:
    """Return the words for those who act for one state, of which a text has its own in mind: "officials"."""
    return actor_words(language).governments | {"agency", "ministry", "agence", "ministère", "agencia", "ministerio"}
