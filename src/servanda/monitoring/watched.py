"""What is watched: one agreement, its commitments, and how texts name its actors."""

import msgspec

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.register.agreement import Agreement
from servanda.register.commitment import Commitment
from servanda.register.wording import Names, Query, Wording


class Watched(msgspec.Struct, frozen=True):
    """A register as the monitor needs it.

    ``vocabulary`` holds the names of the parties, their institutions and people, and of the agreement itself,
    ``bodies`` names that belong to this agreement alone: its forums and funds. ``languages`` gives the language of each
    document that the commitments cite, ``told`` what else the register tells of a commitment: happenings that bear on
    it, positions, forums, projects. ``queries`` are what else a text would say that bears on a commitment.
    """

    agreement: Agreement
    commitments: tuple[Commitment, ...]
    vocabulary: Vocabulary
    bodies: tuple[Names | Wording, ...] = ()
    languages: dict[str, Language] = {}
    told: dict[str, tuple[Wording, ...]] = {}
    queries: dict[str, Query] = {}
