"""Who there is to name: the states that everybody knows, and the names that one plan adds."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from servanda.lexicon.language import Language

ActorType = Literal["state", "organisation", "institution", "office", "person", "agreement"]
NameForm = Literal["name", "nationality", "capital", "short", "acronym"]


class ActorName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to write an actor; ``language`` is None for names that all languages share.

    A ``nationality`` ("Canadian", "mexicaines") names the state only together with a noun of rule or people; a
    ``capital`` may stand for its government; ``short`` is a later short form ("Carney", "the Secretariat").
    """

    text: str
    form: NameForm = "name"
    language: Language | None = None


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state, organisation, institution, office, person or treaty, with every name it goes by.

    ``id`` is ISO 3166-1 alpha-2 for states ("CA"), else the plan's own ("ca-ircc", "ilo"). ``party`` is the id of the
    state or organisation for which it acts, None for those that act for themselves.
    """

    id: str
    type: ActorType
    name: str
    names: tuple[ActorName, ...]
    party: str | None = None


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """What a plan tells the reader: its actors, and which of them are the parties of the agreement."""

    actors: tuple[Actor, ...] = ()
    parties: tuple[str, ...] = ()

    def joined(self, others: Iterable[Actor]) -> "Vocabulary":
        """Return this vocabulary with more actors; an actor already known by id gains the other's names."""
        by_id = {actor.id: actor for actor in self.actors}
        for other in others:
            known = by_id.get(other.id)
            by_id[other.id] = (
                other if known is None else msgspec.structs.replace(known, names=known.names + other.names)
            )
        return Vocabulary(tuple(by_id.values()), self.parties)
