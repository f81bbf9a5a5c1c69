"""What corresponds in the three languages where neither sound nor spelling shows it: health, santé, salud."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class Counterparts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, in lower case; the tables have the same keys in every language.

    collectives  nouns for the parties and those who act for them: one language counts them ("the two countries") where
                 another does not ("les pays")
    permissions  verbs that say what somebody may or should do, and undertake nothing
    intentions   verbs that only intend what follows them (CODEBOOK I5), in the notation of ``commitments.expand``;
                 "[inf]" and "[ger]" stand for an infinitive and a gerund, "…" for up to two words
    explorations the same, of what is only explored
    unmeasured   verbs that are as firm as their language has it, in the same notation: to promote, to examine what
                 there is ("Samples will be analysed")
    enablings    words by which something is made possible, where other languages say that somebody may do it
    numbers      words that say a number where another language may write it: "both", "each other" and "twice" are 2
    rhythms      words of a length of time, with their adjectives and adverbs: "year", "yearly", "annual"
    bodies       what public bodies are called
    meanings     words of agreements that are no cognates, by one name for the three languages
    """

    collectives: frozenset[str]
    permissions: tuple[str, ...]
    intentions: tuple[str, ...]
    explorations: tuple[str, ...]
    unmeasured: tuple[str, ...]
    enablings: tuple[str, ...]
    numbers: dict[str, tuple[str, ...]]
    rhythms: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    meanings: dict[str, tuple[str, ...]]


def counterparts(language: Language) -> Counterparts:
    """Return what corresponds to words of other languages."""
    return loader.load(f"{language}/counterparts.toml", Counterparts)
