"""The profile of a commitment: what a passage that bears on it would say, as terms with their points."""

import datetime
from collections.abc import Iterable, Mapping

import msgspec

from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.lookup import Lookup
from servanda.monitoring.term import Term
from servanda.monitoring.watched import Watched
from servanda.register.commitment import Commitment
from servanda.register.wording import Wording

# What a term counts by where the register has it, times its weight.
TITLE, SUMMARY, GUIDELINE, TOPIC = 3, 2, 1, 1

Lookups = Mapping[Language, Lookup]


class Profile(msgspec.Struct, frozen=True):
    """What is looked for, for one commitment.

    ``points`` of each term count once in a passage. ``promisors`` are ids of parties; ``others`` states that the
    commitment itself names. ``due`` is the last day of a deadline, ``targets`` the numbers that its words state.
    """

    reference: str
    promisors: tuple[str, ...]
    others: tuple[str, ...]
    points: dict[Term, int]
    due: datetime.date | None = None
    targets: tuple[Term, ...] = ()


class Wordings(msgspec.Struct, frozen=True):
    """The terms of a commitment by where the register has them, each where it counts most."""

    commitment: Commitment
    factors: dict[Term, int]
    others: frozenset[str]


def wordings(watched: Watched, lookups: Lookups) -> list[Wordings]:
    """Return the terms of every commitment of a register."""
    pillars = {pillar.id: pillar for pillar in watched.agreement.pillars}
    result = []
    for commitment in watched.commitments:
        factors: dict[Term, int] = {}
        others: set[str] = set()
        guideline = commitment.guideline
        pillar = pillars.get(commitment.pillar)
        areas = [area.name for area in pillar.areas if area.id == commitment.area] if pillar else []
        for factor, texts in (
            (TITLE, (commitment.title,)),
            (SUMMARY, (commitment.summary,)),
            (GUIDELINE, (guideline.full, guideline.partial, guideline.none) if guideline else ()),
            (TOPIC, (*((pillar.name,) if pillar else ()), *areas)),
        ):
            _add(factors, others, texts, factor, lookups)
        for passage in commitment.passages:
            language = watched.languages.get(passage.document)
            if passage.quote is not None and language is not None:
                for term in lookups[language].said(passage.quote.quote).terms:
                    factors.setdefault(term, SUMMARY)
        result.append(Wordings(commitment, factors, frozenset(others)))
    return result


def _add(factors: dict[Term, int], others: set[str], texts: Iterable[Wording], factor: int, lookups: Lookups) -> None:
    for text in texts:
        for language in LANGUAGES:
            said = lookups[language].said(text.in_language(language))
            others |= said.others
            for term in said.terms:
                factors.setdefault(term, factor)


def profile(words: Wordings, weights: Mapping[Term, int]) -> Profile:
    """Return the profile of a commitment under a table of weights; a term without a weight counts nothing."""
    commitment = words.commitment
    points = {term: factor * weights[term] for term, factor in sorted(words.factors.items()) if weights.get(term)}
    deadline = commitment.deadline
    return Profile(
        commitment.reference,
        commitment.promisors,
        tuple(sorted(words.others)),
        points,
        deadline.period.end if deadline else None,
        tuple(term for term in points if term[0] == "#"),
    )
