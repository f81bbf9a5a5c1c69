"""The profile of a commitment: what a passage that bears on it would say, as terms with their points."""

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from servanda.lexicon.concepts import concepts
from servanda.lexicon.forms import expand, whole_words
from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.quantities import quantity_words
from servanda.lexicon.relations import relation_words
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.numbers import numbers_in
from servanda.monitoring.term import IMPLIED, WRITTEN, Term, written
from servanda.monitoring.watched import Watched
from servanda.register.commitment import Commitment
from servanda.register.wording import Phrases, Query, Wording
from servanda.text.folding import fold

# What a term counts by where the register has it, times its weight.
TITLE, SUMMARY, QUERY, GUIDELINE, TOLD, TOPIC = 7, 4, 4, 2, 1, 2
SUBJECT, DONE = 5, 3  # the first list of what is needed, and the others
OWNER = 3  # an institution that answers for it
_ONE_LANGUAGE = (3, 4)  # the part that a concept counts which only one language of a commitment has
# Points of every word and concept besides: three that agree weakly tell more than one that does strongly, and
# most where no query says what is needed.
_MORE, _MORE_WITHOUT_NEEDS = 2, 3
_IMPLIED = 3  # a term that a passage only implies counts one third, and so does one that the commitment only implies
_USUAL = 800  # points of all terms of a commitment; one of which the register tells more counts less by the fourth root
_FEW = 200  # what tells less than that counts no more for it
_WHOLE = 1000
_SPECIFIC = 60  # points of concepts that not every agreement is full of: such a commitment is told by these
_SHARE = {language: re.compile(rf"%|\b(?:{quantity_words(language).percents})\b") for language in LANGUAGES}
_SERIES = ("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY")  # RFC 5545 3.3.10

Lookups = Mapping[Language, Lookup]
Needs = tuple[tuple[tuple[Term, ...], ...], ...]  # lists of phrases, each with its terms


class Aim(msgspec.Struct, frozen=True):
    """What the relation of a passage depends on, of a commitment: ``targets`` are the numbers of its title.

    ``open_ended``: it states nothing that could be done once and for all, or something that falls due every year.
    ``lowers``: its title says that something is to become less; ``begins``: that something is only to be begun;
    ``opens``: that it is to be opened; ``signs``: to be signed; ``ends``: to be abolished. ``start`` is the number from
    which it is to come to its target.
    """

    targets: tuple[Term, ...] = ()
    open_ended: bool = False
    lowers: bool = False
    begins: bool = False
    opens: bool = False
    signs: bool = False
    ends: bool = False
    start: Term | None = None


class Profile(msgspec.Struct, frozen=True):
    """What is looked for, for one commitment.

    ``points`` of each term count once in a passage; ``general`` are those that every agreement is full of, of a
    commitment that says enough of its own. ``promisors`` are ids of parties; ``others`` states that the
    commitment itself names. ``needs`` are the lists of its queries of which a text that bears on it has a phrase each.
    """

    reference: str
    promisors: tuple[str, ...]
    others: tuple[str, ...]
    points: dict[Term, int]
    aim: Aim = Aim()
    needs: Needs = ()
    general: frozenset[Term] = frozenset()

    def terms(self) -> Iterator[Term]:
        """Yield every term that is looked for."""
        yield from self.points
        for phrases in self.needs:
            for terms in phrases:
                yield from terms

    def lacking(self, said: frozenset[Term]) -> list[int]:
        """Return the numbers of the lists that are needed of which these terms have no phrase; 0 is the subject's."""
        return [number for number, phrases in enumerate(self.needs) if not any(map(said.issuperset, phrases))]


class Wordings(msgspec.Struct, frozen=True):
    """The terms of a commitment by where the register has them, each where it counts most."""

    commitment: Commitment
    factors: dict[Term, int]
    others: frozenset[str]
    needs: Needs


def wordings(watched: Watched, lookups: Lookups) -> list[Wordings]:
    """Return the terms of every commitment of a register."""
    pillars = {pillar.id: pillar for pillar in watched.agreement.pillars}
    result = []
    for commitment in watched.commitments:
        factors: dict[Term, int] = {}
        others: set[str] = set()
        pillar = pillars.get(commitment.pillar)
        areas = [area.name for area in pillar.areas if area.id == commitment.area] if pillar else []
        queries = watched.queries.get(commitment.reference, Query())
        needs = [list(_spoken(phrases, lookups)) for phrases in queries.needs]
        needed = [(DONE if number else SUBJECT, spoken) for number, spoken in enumerate(needs)]
        unsure = _of_one_language(commitment, lookups)
        part, whole = _ONE_LANGUAGE
        for factor, texts in _own(commitment):
            for said in _said(texts, lookups):
                _add(factors, said.terms - unsure, factor)
                _add(factors, said.terms & unsure, factor * part // whole)
                others |= said.others
        for factor, spoken in ((QUERY, _spoken(queries, lookups)), *needed):
            for said in spoken:
                _add(factors, said.terms, factor)
                others |= said.others
        _add(factors, (f"&{owner.institution}" for owner in commitment.owners), OWNER)
        for factor, texts in (
            (TOLD, watched.told.get(commitment.reference, ())),
            (TOPIC, (*((pillar.name,) if pillar else ()), *areas)),
        ):
            for said in _said(texts, lookups):
                _add(factors, said.terms, factor)
        for passage in commitment.passages:
            language = watched.languages.get(passage.document)
            if passage.quote is not None and language is not None:
                _add(factors, lookups[language].said(passage.quote.quote).terms, SUMMARY)
        result.append(Wordings(commitment, factors, frozenset(others), tuple(map(_list, needs))))
    return result


def _own(commitment: Commitment) -> Iterator[tuple[int, tuple[Wording, ...]]]:
    """Yield what a commitment says itself, with what it counts."""
    yield TITLE, (commitment.title,)
    yield SUMMARY, (commitment.summary,)
    if guideline := commitment.guideline:
        yield GUIDELINE, (guideline.full, guideline.partial, guideline.none)


def _of_one_language(commitment: Commitment, lookups: Lookups) -> frozenset[Term]:
    """Return the concepts that a commitment has in one of its languages alone.

    Its languages say the same: what only one of them has may be another sense of a word ("train" is no railway where
    French has *former*).
    """
    said: Counter[Term] = Counter()
    texts = [text for _, wordings in _own(commitment) for text in wordings]
    for language in LANGUAGES:
        spoken = (lookups[language].said(text.in_language(language)).terms for text in texts)
        said.update(concepts().keys() & set().union(*spoken))
    return frozenset(term for term, languages in said.items() if languages == 1)


def _spoken(phrases: Phrases, lookups: Lookups) -> Iterator[Said]:
    """Yield what every phrase says; one with "=" before it counts as it is written, in each of its forms."""
    for language in LANGUAGES:
        for phrase in phrases.in_language(language):
            if not phrase.startswith(WRITTEN):
                yield lookups[language].said(phrase)
                continue
            for form in expand(phrase.removeprefix(WRITTEN)):
                said = lookups[language].said(form)
                yield msgspec.structs.replace(said, terms=frozenset((written(form, language),)))


def _list(spoken: Iterable[Said]) -> tuple[tuple[Term, ...], ...]:
    """Return what of a list of phrases a text must have: all terms of one of them."""
    phrases = (tuple(sorted(term for term in said.terms if not term.endswith(IMPLIED))) for said in spoken)
    return tuple(sorted(filter(None, set(phrases))))


def _said(texts: Iterable[Wording], lookups: Lookups) -> Iterator[Said]:
    for text in texts:
        for language in LANGUAGES:
            yield lookups[language].said(text.in_language(language))


def _add(factors: dict[Term, int], terms: Iterable[Term], factor: int) -> None:
    for term in terms:
        if not term.endswith(IMPLIED):
            factors[term] = max(factor, factors.get(term, 0))


def profile(words: Wordings, weights: Mapping[Term, int]) -> Profile:
    """Return the profile of a commitment under a table of weights; a term without a weight counts nothing."""
    commitment = words.commitment
    plain = {term: factor * weights[term] for term, factor in sorted(words.factors.items()) if weights.get(term)}
    scale = math.isqrt(math.isqrt(_WHOLE**4 * _USUAL // max(_FEW, sum(plain.values()))))
    points = {term: max(1, count * scale // _WHOLE) for term, count in plain.items()}
    implied = {term + IMPLIED: count // _IMPLIED for term, count in points.items() if term in _implied()}
    more = _MORE if words.needs else _MORE_WITHOUT_NEEDS
    points = {term: count if term[0] in "#&" else count + more for term, count in points.items()} | implied
    points |= _wider(words, points)
    targets = tuple(term for term in points if term[0] == "#" and words.factors[term] == TITLE)
    aim = Aim(
        targets=targets,
        open_ended=not (commitment.completeness.deliverable and commitment.verifiable) or _of_a_series(commitment),
        lowers=_says(commitment.title, "less"),
        begins=_says(commitment.title, "beginning"),
        opens=_says(commitment.title, "opening"),
        signs=_says(commitment.title, "signing"),
        ends=_says(commitment.title, "ending"),
        start=_start(commitment, targets),
    )
    return Profile(
        reference=commitment.reference,
        promisors=commitment.promisors,
        others=tuple(sorted(words.others)),
        points=points,
        aim=aim,
        needs=words.needs,
        general=_general(words, points),
    )


def _wider(words: Wordings, points: Mapping[Term, int]) -> dict[Term, int]:
    """Return what the wider concepts count of which those of a commitment are, where it does not say them itself.

    A text says "the fruit" of the avocados that it has named before, or never names.
    """
    found: dict[Term, int] = {}
    for term, count in points.items():
        if term in concepts() and words.factors.get(term, 0) >= SUMMARY:
            for wider in concepts()[term].broader:
                if wider not in points and not concepts()[wider].general:
                    found[wider] = max(found.get(wider, 0), count // _IMPLIED)
    return found


def _general(words: Wordings, points: Mapping[Term, int]) -> frozenset[Term]:
    """Return the terms of a commitment that tell little, where the concepts of its title and summary tell more.

    "The ministers meet every year" says nothing else, and is told by that.
    """
    own = [term for term in points if term in concepts() and words.factors.get(term, 0) >= SUMMARY]
    if sum(points[term] for term in own if not concepts()[term].general) < _SPECIFIC:
        return frozenset()
    return frozenset(term for term in points if term in concepts() and concepts()[term].general)


def _of_a_series(commitment: Commitment) -> bool:
    """Whether one act is only one of those that fall due; what recurs within a day is a state, and can be reached."""
    return commitment.recurrence is not None and commitment.recurrence.startswith(_SERIES)


def _start(commitment: Commitment, targets: Sequence[Term]) -> Term | None:
    """Return the number at which nothing is reached yet: the summary and the guideline's "none" state it both.

    A target in per cent has another unit.
    """
    shares = any(_SHARE[language].search(fold(commitment.title.in_language(language))) for language in LANGUAGES)
    if len(targets) != 1 or commitment.guideline is None or shares:
        return None
    texts = (commitment.summary, commitment.guideline.none)
    stated = (set().union(*(numbers_in(text.in_language(language)) for language in LANGUAGES)) for text in texts)
    both = set.intersection(*stated) - set(targets)
    return both.pop() if len(both) == 1 else None


def _says(title: Wording, what: Literal["less", "beginning", "opening", "signing", "ending"]) -> bool:
    """Whether a title has a word of this list in any language."""
    return any(_saying(language, what).search(fold(title.in_language(language))) for language in LANGUAGES)


@functools.cache
def _saying(language: Language, what: str) -> re.Pattern[str]:
    """Return the words of a list, as every title is searched for them."""
    return whole_words(getattr(relation_words(language), what))


@functools.cache
def _implied() -> frozenset[Term]:
    return frozenset(wider for concept in concepts().values() for wider in concept.broader)
