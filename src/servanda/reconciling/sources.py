"""How many independent sources state something: copies of one text, its translations and one publisher count once.

Documents are grouped by what they have in common with the longest of each group, longest first, so the result does not
depend on their order. Four rules join documents (``finding.SameSource``): ``same_text`` by shared runs of words,
``same_text_in_another_language`` by shared figures, ``same_publisher`` by name, ``same_sentence`` where the sentences
that hold the figures are the same but for a few words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from servanda.reconciling.figure import DocumentKey, Figure
from servanda.reconciling.finding import CountedOnce, SameSource
from servanda.reconciling.gathering import Gathered

_COPIED = 0.6  # share of the shorter text's runs of words that stand in the longer one too
_FEWEST_RUNS = 8
_TRANSLATED = 0.75  # share of all figures that two texts in different languages have in common
_FEWEST_FIGURES = 6
_SAME_SENTENCE = 0.8  # share of the terms of two sentences that are the same
_FEWEST_TERMS = 8  # a shorter sentence may be the same by chance
_COMPARED_SENTENCES = 50  # distinct sentences compared within one finding


class Sources:
    """Which documents are one source, whatever they state."""

    def __init__(self, gathered: Sequence[Gathered]) -> None:
        languages = {one.document.key: one.document.language for one in gathered}
        shingles = {one.document.key: one.shingles for one in gathered}
        values = {one.document.key: _values(one.figures) for one in gathered}

        def is_copy(document: DocumentKey, other: DocumentKey, shared: int) -> bool:
            shorter = min(len(shingles[document]), len(shingles[other]))
            return shared >= max(_FEWEST_RUNS, _COPIED * shorter)

        def is_translation(document: DocumentKey, other: DocumentKey, shared: int) -> bool:
            both = len(values[document]) + len(values[other]) - shared
            return languages[document] != languages[other] and shared >= max(_FEWEST_FIGURES, _TRANSLATED * both)

        self._text = _grouped(shingles, is_copy)
        self._translation = _grouped({key: frozenset(own) for key, own in values.items()}, is_translation)
        self._counterparts = {
            figure: (self._translation[key], value) for key, own in values.items() for value, figure in own.items()
        }

    def counterpart(self, figure: Figure) -> Hashable:
        """Return what a figure has in common with its counterparts in other languages: its text, value and turn."""
        return self._counterparts[figure]

    def count(self, figures: Iterable[Figure]) -> tuple[int, tuple[CountedOnce, ...]]:
        """Return the number of independent sources of some figures, and which documents were counted once, and why."""
        ordered = sorted(figures, key=lambda figure: figure.key)
        joined = _Joined({figure.document.key for figure in ordered})
        rules: tuple[tuple[SameSource, Callable[[Figure], Hashable | None]], ...] = (
            ("same_text", lambda figure: self._text[figure.document.key]),
            ("same_text_in_another_language", lambda figure: self._translation[figure.document.key]),
            ("same_publisher", lambda figure: figure.publisher and figure.publisher.casefold()),
            ("same_sentence", _numbered_by_sentence(ordered).get),
        )
        counted = [
            CountedOnce(tuple(sorted({name for name, _ in documents})), rule)
            for rule, name_of in rules
            for documents in _together(ordered, name_of)
            if joined.join(documents)
        ]
        return joined.count, tuple(sorted(counted, key=lambda once: (once.documents, once.rule)))


class _Joined:
    """Documents that become fewer sources as they are joined."""

    def __init__(self, documents: Iterable[DocumentKey]) -> None:
        self._parent = {document: document for document in documents}
        self.count = len(self._parent)

    def join(self, documents: Iterable[DocumentKey]) -> bool:
        """Make one source of the documents; return whether they were more."""
        roots = sorted({self._root(document) for document in documents})
        for root in roots[1:]:
            self._parent[root] = roots[0]
        self.count -= len(roots) - 1
        return len(roots) > 1

    def _root(self, document: DocumentKey) -> DocumentKey:
        while self._parent[document] != document:
            document = self._parent[document]
        return document


def _together(figures: Iterable[Figure], name_of: Callable[[Figure], Hashable | None]) -> Iterable[set[DocumentKey]]:
    """Return the documents whose figures have one name, for each name."""
    same: dict[Hashable, set[DocumentKey]] = defaultdict(set)
    for figure in figures:
        if (name := name_of(figure)) is not None:
            same[name].add(figure.document.key)
    return same.values()


def _values(figures: Iterable[Figure]) -> dict[Hashable, Figure]:
    """Return the figures of a text by their value and its turn among equal ones: translations share most of them."""
    turns = Counter[Hashable]()
    values = dict[Hashable, Figure]()
    for figure in sorted(figures, key=lambda figure: figure.key):
        unit = figure.value.unit if figure.value.kind == "money" else None  # nouns are translated, currencies are not
        value = (figure.value.kind, unit, figure.value.amount)
        values[value, turns[value]] = figure
        turns[value] += 1
    return values


def _grouped(
    features: Mapping[DocumentKey, frozenset[Hashable]], alike: Callable[[DocumentKey, DocumentKey, int], bool]
) -> dict[DocumentKey, DocumentKey]:
    """Return for each document the first of its group: the one of more features that it is most like, or itself."""
    holders: dict[Hashable, list[DocumentKey]] = defaultdict(list)
    groups = {}
    for document in sorted(features, key=lambda key: (-len(features[key]), key)):
        shared = Counter(first for feature in features[document] for first in holders.get(feature, ()))
        groups[document] = min(
            (first for first, count in shared.items() if alike(document, first, count)),
            key=lambda first: (-shared[first], first),
            default=document,
        )
        if groups[document] == document:
            for feature in features[document]:
                holders[feature].append(document)
    return groups


def _numbered_by_sentence(figures: Sequence[Figure]) -> dict[Figure, int]:
    """Return one number for the figures of one sentence, and of sentences that are the same but for a few words."""
    distinct: list[frozenset[str]] = []
    numbers = {}
    for figure in figures:
        terms = figure.beside.sentence
        if len(terms) < _FEWEST_TERMS:
            continue
        number = next((n for n, other in enumerate(distinct) if _same(terms, other)), len(distinct))
        if number == len(distinct) < _COMPARED_SENTENCES:
            distinct.append(terms)
        if number < len(distinct):
            numbers[figure] = number
    return numbers


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME_SENTENCE * len(one | other)
