"""Words by which amounts and dates of several texts are compared: what to leave aside, what adds up, what is done."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class ComparingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, in lower case; lists in the compact notation of ``forms.expand``.

    common      words that do not tell what an amount is for or what happened on a day: articles, prepositions, verbs of
                giving and saying, and the words of every agreement ("plan", "countries")
    sources     words before whoever says it: from there to the next comma nothing tells what it is about
    sayings     verbs of saying and reckoning: who says a thing stands before or behind them; ``that`` leads to it
    signing     words by which the day of a signature is known
    counting    words before what is counted by a number that follows ("the number of jobs at 1,100")
    counted_after words between a number and what it counts ("six of its universities")
    numbering   verbs between what is counted and its number ("the builders will be 640")
    staffs      nouns for several people, counted by the number behind "of" ("a staff of 80")
    people      nouns for people and their posts
    anybody     those of them that stand for any others: one text may call "staff" whom another calls "officers"
    comparisons words after a figure that make it the distance from another ("2.5 million more than agreed")
    joins       words between two amounts of one sentence from which on the words belong to the second
    totals      words beside an amount that say that it is a sum
    breakdowns  words after an amount that say that its parts follow
    wholes      the same, right before the amount ("of the 46 million")
    parts       the same, at the head of the first part, which may stand in the next sentence
    rests       words for the parts of an amount that are not told
    done        verbs that say that money has moved or a thing been delivered (CODEBOOK M1: stages never mix)
    undone      words right before one of these that put it in the future ("will be delivered")
    ahead       words that say that it is still to come; ``ahead_endings`` are those of verbs in the future
    formers     words beside a figure that make it that of an earlier thing, or of how things are before they change
    added       words right before a number of what comes to something ("another 90"); ``added_after`` right behind it
    compared    words right before a number with which another is compared ("against 189 now")
    yearly      words behind a number by which so much comes every year, month or day
    appointed   words before a day by which a thing is to happen on it and not before ("scheduled for")
    starts      words by which something begins, opens, or comes into force
    ends        words by which something is complete or ends
    not_lasting words beside a length of time that is not that of what stands beside it: renewals, notice, intervals
    subjects    what begins, ends or lasts, by one name for the three languages
    units       what is counted, by one name for the three languages, with all its forms
    """

    common: tuple[str, ...]
    sources: tuple[str, ...]
    sayings: tuple[str, ...]
    that: tuple[str, ...]
    signing: tuple[str, ...]
    counting: tuple[str, ...]
    counted_after: tuple[str, ...]
    numbering: tuple[str, ...]
    staffs: tuple[str, ...]
    people: tuple[str, ...]
    anybody: tuple[str, ...]
    comparisons: tuple[str, ...]
    joins: tuple[str, ...]
    totals: tuple[str, ...]
    breakdowns: tuple[str, ...]
    wholes: tuple[str, ...]
    parts: tuple[str, ...]
    rests: tuple[str, ...]
    done: tuple[str, ...]
    undone: tuple[str, ...]
    ahead: tuple[str, ...]
    ahead_endings: tuple[str, ...]
    formers: tuple[str, ...]
    added: tuple[str, ...]
    added_after: tuple[str, ...]
    compared: tuple[str, ...]
    yearly: tuple[str, ...]
    appointed: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    not_lasting: tuple[str, ...]
    subjects: dict[str, tuple[str, ...]]
    units: dict[str, tuple[str, ...]]


class Things(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of units and meanings that tell two figures apart, one beside each, and of units that measure."""

    names: frozenset[str]
    measures: frozenset[str]


def things() -> frozenset[str]:
    """Return the names of units and meanings that tell two figures apart."""
    return loader.load("things.toml", Things).names


def measures() -> frozenset[str]:
    """Return the names of units that measure and do not count."""
    return loader.load("things.toml", Things).measures


def comparing_words(language: Language) -> ComparingWords:
    """Return the words by which texts of this language are compared."""
    return loader.load(f"{language}/comparing.toml", ComparingWords)
