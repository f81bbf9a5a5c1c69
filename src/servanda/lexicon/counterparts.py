"""What corresponds in the three languages where neither sound nor spelling shows it: health, santé, salud."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.dates import LongUnit, Unit
from servanda.lexicon.language import Language


class Counterparts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, in lower case; the tables have the same keys in every language.

    collectives  nouns for the parties and those who act for them: one language counts them ("the two countries") where
                 another does not ("les pays")
    permissions  verbs that say what somebody may or should do, and undertake nothing
    intentions   verbs that only intend what follows them (CODEBOOK I5), in the notation of ``forms.expand``;
                 "[inf]" and "[ger]" stand for an infinitive and a gerund, "…" for up to two words
    explorations the same, of what is only explored
    unmeasured   verbs that are as firm as their language has it, in the same notation: to promote, to examine what
                 there is ("Samples will be analysed")
    enablings    words by which something is made possible, where other languages say that somebody may do it
    expectations words that foresee something without undertaking it, where other languages say that it should happen
    limits       words for the most that there will be, up to which other languages say that one may go
    numbers      words that say a number where another language may write it: "both", "each other" and "twice" are 2
    rhythms      words of a length of time, with their adjectives and adverbs: "year", "yearly", "annual"
    often        words for a rhythm that are no single adjective or adverb, by the unit of time between two times
    lengths      nouns and adjectives of a length of time, by its months: "biennium", "five-yearly"
    occasions    nouns that count how often something happens: "on two occasions"
    per          words before a unit in which something is counted, besides those of dates
    per_unit     the same, where an article has become part of them ("al mes")
    alternate    words after "every" that make it every second
    out_of       words between the part and the whole of a share ("one in four")
    halves       words that halve the unit after them ("medio año")
    halves_after  the same with the unit before them ("un mètre cinquante")
    ones         articles and words for one
    lasting      words before a length of time that something lasts, after which "a year" is no rhythm
    later_than   words before a day after which something begins
    obligations  verbs that bind
    wishes       the verbs among the permissions that only wish
    conditions   words that lead to a clause in which a wish is the condition of what follows ("if it so wishes")
    clock        words of times of day: before them, for the hour, the halves of the day, noon and midnight
    past_the_hour  words for parts of an hour beside it, by their minutes
    bodies       what public bodies are called
    parties      nouns for one of the parties, whose part in a matter the words beside them tell
    roles        what tells that part, as words right before or after such a noun, by one name for each part
    meanings     words of agreements that are no cognates, by one name for the three languages
    """

    collectives: frozenset[str]
    permissions: tuple[str, ...]
    intentions: tuple[str, ...]
    explorations: tuple[str, ...]
    unmeasured: tuple[str, ...]
    enablings: tuple[str, ...]
    expectations: tuple[str, ...]
    limits: tuple[str, ...]
    numbers: dict[str, tuple[str, ...]]
    rhythms: dict[str, tuple[str, ...]]
    often: dict[Unit | LongUnit, tuple[str, ...]]
    lengths: dict[str, tuple[str, ...]]
    occasions: tuple[str, ...]
    per: tuple[str, ...]
    per_unit: tuple[str, ...]
    alternate: tuple[str, ...]
    out_of: tuple[str, ...]
    halves: tuple[str, ...]
    halves_after: tuple[str, ...]
    ones: tuple[str, ...]
    lasting: tuple[str, ...]
    later_than: tuple[str, ...]
    obligations: tuple[str, ...]
    wishes: tuple[str, ...]
    conditions: tuple[str, ...]
    clock: dict[str, tuple[str, ...]]
    past_the_hour: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    parties: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    meanings: dict[str, tuple[str, ...]]


def counterparts(language: Language) -> Counterparts:
    """Return what corresponds to words of other languages."""
    return loader.load(f"{language}/counterparts.toml", Counterparts)
