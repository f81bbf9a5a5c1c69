"""Resolve subjects to parties: "both countries", "they", "we", "the plan" (CODEBOOK I4, I10)."""

import functools
import re

from servanda.lexicon.actors import actor_words
from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.gifts import givers_of, is_the_gift_before
from servanda.reading.commitments.home import (
    OFFICIALS,
    has_guests,
    home_of,
    is_joint,
    issuer_of,
    orator_of,
    says_joint,
    unnamed_home,
)
from servanda.reading.commitments.subjects import subject_finder
from servanda.reading.commitments.tellers import telling_actors
from servanda.reading.commitments.told import Sentence, Told, within
from servanda.reading.commitments.turns import Turns
from servanda.reading.mention import ActorValue, Mention, Quotation
from servanda.reading.parties import parties_among, party_of

_PREAMBLE = 12  # sentences at the head of a text in which it says who "we" are
_BY = re.compile(r"\b(?:by|par|por) (?:(?:the|la|le|les|el|los|las) |l')?$")
_GIVEN_BY = re.compile(r", (?:jointly |fully )?[^\W_]+ (?:by|par|por) (?:(?:the|la|le|les|el|los|las) |l')?$")
_FOR = re.compile(
    r"(?:for|on behalf of|por|por parte de|en nombre de|pour|pour le compte de|du côté de|de parte de)"
    r" (?:(?:the|la|le|les|el|los|las) |l')?"
)
_FROM = re.compile(r"\b(?:from|by|de|du|des|del|par|por|d') ?(?:(?:the|la|le|les|el|los|las) |l')?$")
_OF = re.compile(r"(?: [^\W_]+){0,2} (?:of|de|del|du|des|d'|de l'|de la) ?(?:the )?")
_POSSESSOR = 30  # characters around a body's name in which its state stands
_BY_THEIR = re.compile(r"\b(?:par|por) (?:(?:la|le|les|el|los|las|des|unos|unas) |l')?[^\W_]+ $")
_OWN = re.compile(r"(?:its|his|her|son|sa|ses|su|sus)\b")
_OWNER = 70  # characters after a verb in which it is told whose undertaking it speaks of
_VOWED = re.compile(
    r"\b(?:engagements?|volonte|volonté|intention|objectif|determination|détermination|compromiso|voluntad|intencion|intención"
    r"|meta|objetivo|commitment|pledge|intention|goal) (?:of|de|del|du|de la|de l'|des)? ?(?:(?:the|la|l'|el) ?)?$"
)
_PRONOUN = 6  # characters of the longest pronoun
_OPENING = 60  # characters at the start of a sentence in which its subject is named


@functools.cache
def _officials(language: Language) -> frozenset[str]:
    """Return the words for those who act for one state, of which a text has its own in mind: "officials"."""
    return actor_words(language).governments | {"agency", "ministry", "agence", "ministère", "agencia", "ministerio"}


def _owns_agent(folded: str, start: int, actor: Mention) -> bool:
    """Whether a nationality says whose are those who act: "par les hôpitaux suisses"."""
    return actor.rule == "nationality" and _BY_THEIR.search(folded, start, actor.start) is not None


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

    def __init__(self, told: Told, parties: tuple[str, ...], opener: str | None = None) -> None:
        """``parties`` are the parties of the document, empty where nobody said and the text does not show.

        ``opener`` is the state beside them whose own acts the text tells.
        """
        self._told = told
        self._parties = parties
        self._previous: tuple[str, ...] = ()
        self._sentence: Sentence | None = None  # where that was
        self._passed: list[Sentence] = []
        self._turns = Turns(told.scan)
        self._office = issuer_of(told.scan, parties)
        self._orator = orator_of(told.scan)
        self._opener = opener
        self._home = opener or unnamed_home(told.scan, parties)
        self._place = None if has_guests(told.scan) else home_of(told.scan)
        ours = any(map(_introduces_we, told.sentences[:_PREAMBLE])) or is_joint(told.scan)
        self._we = parties if ours else ()

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the promisors of a draft, empty where they are not named."""
        found = self._find(draft)
        joint = draft.subject.kind == "instrument"  # "the two ministries will ... . They", "Chile's navy ... . It"
        if (draft.subject.kind in {"agent", "collective"} or joint) and found:
            self._previous = found
            self._sentence = draft.sentence
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
            if opening and opening[0].kind in {"agent", "collective"}:
                self._previous = opening[0].parties or self._parties
                self._sentence = sentence
                break
            if speaker := self._quoted_in(sentence):
                self._previous, self._sentence = (speaker,), sentence
                break
        self._passed.clear()
        return self._previous

    def _quoted_in(self, sentence: Sentence) -> str | None:
        """Return the party whose words a sentence quotes: "“...,” said the Chilean minister. He promised that"."""
        speaker = self._speaker(sentence.quotations[-1]) if sentence.quotations else None
        return party_of(speaker, self._told.scan) if speaker is not None else None

    def _noted(self, draft: Draft) -> tuple[str, ...]:
        """Return whose task it is noted to be: "Lead: Ministry of Energy of Chile"."""
        actors = (actor for note in draft.notes if note.tells == "owner" for actor in note.sentence.actors)
        return parties_among(actors, self._told.scan)

    def _in_parentheses(self, draft: Draft) -> tuple[str, ...]:
        """Return who an item names at its end: "Translate the manual (Argentina, 30 September)"."""
        if draft.rule != "commitment.item":
            return ()
        folded = self._told.scan.folded
        opened = folded.rfind("(", draft.start, draft.end)
        if opened < 0 or ")" in folded[opened : draft.end - 1]:
            return ()
        actors = within(draft.sentence.actors, opened, draft.end)
        return parties_among(actors, self._told.scan)

    def _find(self, draft: Draft) -> tuple[str, ...]:
        receiving = commitment_words(draft.sentence.language).chain.receiving
        if draft.strength.verb in receiving and (giver := self._giver(draft)):
            return giver
        return self._noted(draft) or self._in_parentheses(draft) or self._agent_after(draft) or self._meant(draft)

    def _giver(self, draft: Draft) -> tuple[str, ...]:
        """Return who gives what somebody is to receive: "will receive 40 buses from Chile", else the other party."""
        folded = self._told.scan.folded
        for actor in within(draft.sentence.actors, draft.start, draft.end):
            party = party_of(actor, self._told.scan)
            if party is not None and _FROM.search(folded, draft.start, actor.start):
                return (party,)
        given = draft.subject.kind == "agent" and within(draft.sentence.money, draft.start, draft.end)
        return tuple(party for party in self._parties if party not in draft.subject.parties) if given else ()

    def _meant(self, draft: Draft) -> tuple[str, ...]:
        """Return whom the subject means."""
        subject = draft.subject
        if subject.kind == "speaking":
            return self._speaking(draft)
        if subject.kind == "agent":
            named = subject.parties or self._represented(draft) or self._owner(draft)
            return named or self._publisher(draft) or self._local(draft)
        if subject.kind == "counterpart":
            return self._counterpart()
        if subject.kind == "money" and subject.parties:
            return subject.parties  # whoever says that it will be paid
        if subject.kind in {"singular", "plural", "none", "money"}:
            return self._spoken_of(draft)
        return self._of_a_thing(draft) or self._everybody(draft)

    def _of_a_thing(self, draft: Draft) -> tuple[str, ...]:
        """Return whose the body or thing is that the subject names, where one party's."""
        subject = draft.subject
        if subject.kind == "instrument" and self._is_its_own(draft):
            return self._previous
        if subject.kind == "other" and subject.reported:
            return subject.parties or self._before()
        if subject.kind == "instrument" and (owner := self._possessor(draft) or self._gave_before(draft)):
            return owner
        own = self._publisher(draft) if subject.kind == "instrument" and self._is_home_body(draft) else ()
        return own or self._gives(draft)

    def _possessor(self, draft: Draft) -> tuple[str, ...]:
        """Return the one state whose the body is: "Mexico's science council", "le conseil scientifique du Mexique"."""
        folded, subject = self._told.scan.folded, draft.subject
        near = within(draft.sentence.actors, draft.clause, min(draft.sentence.end, subject.end + _POSSESSOR))
        owners = {
            party_of(actor, self._told.scan)
            for actor in near
            if (actor.end <= subject.end and folded.startswith("'s ", actor.end))
            or _OF.fullmatch(folded, subject.end, actor.start)
            or (subject.start <= actor.start and actor.end <= subject.end)
        }
        party = owners.pop() if len(owners) == 1 else None
        return (party,) if party else ()

    def _everybody(self, draft: Draft) -> tuple[str, ...]:
        """Return who has the floor, else all parties together, else who publishes."""
        subject = draft.subject
        speaking = self._turns.party_at(draft.start) if subject.kind == "other" else None
        if speaking:
            return (speaking,)
        # What a release says will be done without saying by whom, its issuer will do.
        own = (
            () if subject.kind == "collective" else self._told_by(draft) or self._issuer(draft) or self._at_home(draft)
        )
        if subject.kind == "other" and self._opener is not None:
            own = own or (self._opener,)
        return own or self._together(draft) or self._publisher(draft)

    def _represented(self, draft: Draft) -> tuple[str, ...]:
        """Return for whom the sentence says that somebody speaks: "Por Ecuador, el viceministro ofreció"."""
        folded, sentence = self._told.scan.folded, draft.sentence
        if not sentence.actors or not _FOR.fullmatch(folded, sentence.start, sentence.actors[0].start):
            return ()
        return parties_among(sentence.actors[:1], self._told.scan)

    def _told_by(self, draft: Draft) -> tuple[str, ...]:
        """Return the one party whose people told of it: "will be opened, the Dutch minister confirmed"."""
        parties = parties_among(telling_actors(draft.sentence, draft.start), self._told.scan)
        return parties if len(parties) == 1 else ()

    def _owner(self, draft: Draft) -> tuple[str, ...]:
        """Return whose the undertaking is that somebody speaks of: "reaffirmed Ireland's pledge to"."""
        folded = self._told.scan.folded
        for actor in within(draft.sentence.actors, draft.start, min(draft.end, draft.start + _OWNER)):
            owns = folded.startswith("'s ", actor.end) or _VOWED.search(folded, draft.start, actor.start)
            if owns and (party := party_of(actor, self._told.scan)):
                return (party,)
        return ()

    def _local(self, draft: Draft) -> tuple[str, ...]:
        """Return the state of the dateline for an official named without one: "CANBERRA - The Minister for Trade"."""
        if self._place is None or draft.sentence.quotation_at(draft.start) is not None:
            return ()
        actors = within(draft.sentence.actors, draft.sentence.start, draft.start)
        named = any(actor.rule in OFFICIALS and party_of(actor, self._told.scan) is None for actor in actors)
        # "DAKAR - The minister announced a loan to Senegal": a guest speaks.
        guest = any(party_of(actor, self._told.scan) == self._place for actor in draft.sentence.actors)
        return (self._place,) if named and not guest else ()

    def _is_home_body(self, draft: Draft) -> bool:
        """Whether the subject is a body named without its state, as a text does with those of its own."""
        for actor in within(draft.sentence.actors, draft.subject.start, draft.subject.end):
            joint = says_joint(self._told.scan, actor.start, actor.end)
            if not joint and isinstance(actor.value, ActorValue) and actor.value.type == "institution":
                return party_of(actor, self._told.scan) is None
        return False

    def _gave_before(self, draft: Draft) -> tuple[str, ...]:
        """Return whose gift goes on being spoken of: "Cette contribution est versée en quatre annuités"."""
        before = self._before() if is_the_gift_before(draft) else ()
        return before if len(before) == 1 else ()

    def _gives(self, draft: Draft) -> tuple[str, ...]:
        """Return who gives what the draft is about: who is named, else who publishes."""
        givers = givers_of(draft)
        if givers is None or len(givers) == 1:
            return givers or ()
        return self._publisher(draft) if draft.rule != "commitment.item" else ()

    def _together(self, draft: Draft) -> tuple[str, ...]:
        """Return all parties, or those that are states: "both countries" leaves out an organisation."""
        named = self._told.scan.folded[draft.subject.start : draft.subject.end]
        if draft.subject.kind == "collective" and _names_states(named, draft):
            return tuple(party for party in self._parties if len(party) == 2 and party.isupper())
        return self._parties

    def _spoken_of(self, draft: Draft) -> tuple[str, ...]:
        """Resolve "he", "they", an unsaid subject, and money whose giver was named before."""
        before = self._before()
        if draft.subject.kind == "money":
            return self._publisher(draft) or (before if len(before) == 1 else ())
        if draft.subject.kind != "singular" or (before and self._is_close(draft)):
            return before or self._parties
        return self._told_by(draft) or self._publisher(draft) or before or self._parties

    def _is_close(self, draft: Draft) -> bool:
        """Whether a pronoun stands in the paragraph that named somebody before: "Kenya ... . It will"."""
        subject = draft.subject
        pronoun = subject.end - subject.start <= _PRONOUN
        pronoun = pronoun or _OWN.match(self._told.scan.folded, subject.start) is not None  # "su país"
        return pronoun and self._sentence is not None and self._sentence.block is draft.sentence.block

    def _counterpart(self) -> tuple[str, ...]:
        """Return the other of two parties: of Norway and Chile, where Norway was spoken of, Chile."""
        before = self._before()
        others = tuple(party for party in self._parties if party not in before)
        return others if len(self._parties) == len(others) + 1 == 2 else ()

    def _agent_after(self, draft: Draft) -> tuple[str, ...]:
        """Return who does what is undertaken in the passive: "Training will be paid for by Norway"."""
        folded = self._told.scan.folded
        # "A fund of 3 million, paid by Norway, for ..." as an item names its giver too.
        given = draft.rule == "commitment.fund" and draft.subject.kind != "agent"  # "a été promise par la Belgique"
        inside = draft.start > draft.subject.start and not given
        if inside and not (draft.rule == "commitment.item" and draft.subject.kind == "collective"):
            return ()
        by = _GIVEN_BY if inside else _BY
        agents = (
            actor
            for actor in within(draft.sentence.actors, draft.start, draft.end)
            if by.search(folded, draft.start, actor.start) or _owns_agent(folded, draft.start, actor)
        )
        return parties_among(agents, self._told.scan)[:1]

    def _is_its_own(self, draft: Draft) -> bool:
        """Whether a body belongs to who was spoken of in the same sentence: "Chile ..., and its agency will"."""
        if draft.sentence is not self._sentence or len(self._previous) != 1:
            return False
        return _OWN.match(self._told.scan.folded, draft.subject.start) is not None

    def _speaking(self, draft: Draft) -> tuple[str, ...]:
        quotation = draft.sentence.quotation_at(draft.start)
        if quotation is None:
            return self._speaks_for(draft) or self._orator or self._we or self._told_by(draft)
        speaker = self._speaker(quotation)
        return parties_among([speaker], self._told.scan) if speaker is not None else ()

    def _speaker(self, quotation: Mention) -> Mention | None:
        speaker = quotation.value.speaker if isinstance(quotation.value, Quotation) else None
        if speaker is None:
            return None
        return self._told.first_actor(speaker.start, speaker.end)

    def _publisher(self, draft: Draft) -> tuple[str, ...]:
        """Return the state whose own release this is, or that it speaks from because it names its offices alone."""
        part = self._told.scan.document.part_at(draft.start)
        return self._speaks_for(draft) or ((self._home,) if self._home and part is None else ())

    def _at_home(self, draft: Draft) -> tuple[str, ...]:
        """Return whose bodies are meant that a text names alone, as it does those of its own: "officials will"."""
        part = self._told.scan.document.part_at(draft.start)
        if self._home is None or part is not None or draft.subject.kind != "instrument":
            return ()
        named = self._told.scan.folded[draft.subject.start : draft.subject.end].split()
        return (self._home,) if named and named[-1] in _officials(draft.sentence.language) else ()

    def _speaks_for(self, draft: Draft) -> tuple[str, ...]:
        """Return the state that speaks: whose turn it is in a transcript, or whose own release this is."""
        if party := self._turns.party_at(draft.start):
            return (party,)
        return self._issuer(draft)

    def _issuer(self, draft: Draft) -> tuple[str, ...]:
        """Return the state whose own release this is."""
        part = self._told.scan.document.part_at(draft.start)
        if part is not None:
            return (part.country,) if part.authority == "official" and part.country else ()
        return (self._office,) if self._office else ()
