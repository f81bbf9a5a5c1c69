"""The profile of a commitment: what a passage that bears on it would say, as terms with their points."""

import datetime
import functools
import math
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from servanda.lexicon.concepts import concepts
from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.term import IMPLIED, Term
from servanda.monitoring.watched import Watched
from servanda.register.commitment import Commitment
from servanda.register.wording import Phrases, Wording

# What a term counts by where the register has it, times its weight.
TITLE, SUMMARY, QUERY, GUIDELINE, TOLD, TOPIC = 7, 4, 4, 2, 2, 2
_MORE = 2  # points of every word and concept besides: three that agree weakly tell more than one that does strongly
_IMPLIED = 3  # a term that a passage only implies counts one third
_USUAL = 800  # points of all terms of a commitment; one of which the register tells more counts less by the fourth root
_FEW = 200  # what tells less than that counts no more for it
_WHOLE = 1000

Lookups = Mapping[Language, Lookup]


class Profile(msgspec.Struct, frozen=True):
    """What is looked for, for one commitment.

    ``points`` of each term count once in a passage. ``promisors`` are ids of parties; ``others`` states that the
    commitment itself names. ``due`` is the last day of a deadline, ``targets`` the numbers of its title;
    ``open_ended``: it states nothing that could be done once and for all.
    """

    reference: str
    promisors: tuple[str, ...]
    others: tuple[str, ...]
    points: dict[Term, int]
    due: datetime.date | None = None
    targets: tuple[Term, ...] = ()
    open_ended: bool = False


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
            (TOLD, watched.told.get(commitment.reference, ())),
            (TOPIC, (*((pillar.name,) if pillar else ()), *areas)),
        ):
            for said in _said(texts, lookups):
                _add(factors, said.terms, factor)
                others |= said.others
        queries = watched.queries.get(commitment.reference, Phrases())
        for language in LANGUAGES:
            _add(factors, lookups[language].said(". ".join(queries.in_language(language))).terms, QUERY)
        for passage in commitment.passages:
            written = watched.languages.get(passage.document)
            if passage.quote is not None and written is not None:
                _add(factors, lookups[written].said(passage.quote.quote).terms, SUMMARY)
        result.append(Wordings(commitment, factors, frozenset(others)))
    return result


def _said(texts: Iterable[Wording], lookups: Lookups) -> Iterator[Said]:
    for text in texts:
        for language in LANGUAGES:
            yield lookups[language].said(text.in_language(language))


def _add(factors: dict[Term, int], terms: Iterable[Term], factor: int) -> None:
    for term in terms:
        if not term.endswith(IMPLIED):
            factors.setdefault(term, factor)


def profile(words: Wordings, weights: Mapping[Term, int]) -> Profile:
    """Return the profile of a commitment under a table of weights; a term without a weight counts nothing."""
    commitment = words.commitment
    plain = {term: factor * weights[term] for term, factor in sorted(words.factors.items()) if weights.get(term)}
    scale = math.isqrt(math.isqrt(_WHOLE**4 * _USUAL // max(_FEW, sum(plain.values()))))
    points = {term: max(1, count * scale // _WHOLE) for term, count in plain.items()}
    implied = {term + IMPLIED: count // _IMPLIED for term, count in points.items() if term in _implied()}
    points = {term: count if term[0] in "#&" else count + _MORE for term, count in points.items()} | implied
    deadline = commitment.deadline
    return Profile(
        commitment.reference,
        commitment.promisors,
        tuple(sorted(words.others)),
        points,
        deadline.period.end if deadline else None,
        tuple(term for term in points if term[0] == "#" and words.factors[term] == TITLE),
        not (commitment.completeness.deliverable and commitment.verifiable),
    )


@functools.cache
def _implied() -> frozenset[Term]:
    return frozenset(wider for concept in concepts().values() for wider in concept.broader)
