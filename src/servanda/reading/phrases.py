"""Find many phrases at once: one pass over the text, whole words only, the longest phrase at each place."""

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
from ahocorasick_rs import AhoCorasick

from servanda.text.folding import spaced

Label = TypeVar("Label")

_FIRST = operator.itemgetter(1)


class Found(msgspec.Struct, Generic[Label], frozen=True, gc=False):
    """A phrase found at ``start`` to ``end``, with the label that it was given."""

    start: int
    end: int
    label: Label


class _Entry(NamedTuple):
    """A phrase of one list: by how much its pattern is longer at either end, and its words where they have marks."""

    number: int
    label: Any
    before: int
    after: int
    exact: str


class PhraseBook:
    """Several lists of phrases with a label each, all found in one pass over folded text.

    A phrase "*ra" is found at the end of every word that ends so. Patterns are made for ``spaced`` text, with a space
    around them: what is only part of a word matches nothing.
    """

    def __init__(self, lists: Mapping[str, Iterable[tuple[str, Any]]]) -> None:
        """Prepare to find the phrases; of two equal phrases in a list the first keeps its label."""
        self._names = tuple(lists)
        self._marks: list[tuple[str, _Entry]] = []  # phrases without any letter: "©"
        table: dict[str, tuple[_Entry, ...]] = {}
        for number, labelled in enumerate(lists.values()):
            known: dict[str, Any] = {}
            for phrase, label in labelled:
                known.setdefault(phrase, label)
            for phrase, words in zip(known, _spaced_each(known), strict=True):
                self._add(table, number, phrase, words, known[phrase])
        # "mr." and "mr" have one pattern: the longer is tried first.
        after = operator.attrgetter("after")
        self._entries = [tuple(sorted(each, key=after)) if len(each) > 1 else each for each in table.values()]
        self._finder = AhoCorasick(list(table)) if table else None

    def _add(self, table: dict[str, tuple[_Entry, ...]], number: int, phrase: str, words: str, label: object) -> None:
        """Add a phrase, whose ``words`` are spaced, under its pattern."""
        before, after = int(phrase[0].isalnum()), int(phrase[-1].isalnum())
        if phrase[0] == "*":
            phrase, words = phrase[1:], words[1:]
        entry = _Entry(number, label, before, after, "" if words == phrase else phrase)
        if words.isspace():
            self._marks.append((phrase, entry))
        else:
            pattern = " " * before + words + " " * after
            table[pattern] = (*table.get(pattern, ()), entry)

    def find(self, folded: str, words: str, start: int = 0) -> dict[str, list[Found[Any]]]:
        """Return for every list the phrases of a stretch that begins at ``start`` in folded text, in order.

        ``words`` is the stretch, spaced. No phrase lies inside another of its list that begins with it or before.
        """
        found: list[list[Found[Any]]] = [[] for _ in self._names]
        reach = [0] * len(self._names)
        offset = start - 1
        for which, first, last in self._hits(words):
            for number, label, before, after, exact in self._entries[which]:
                begin = first + offset + before
                if begin >= reach[number] and (not exact or folded.startswith(exact, begin)):
                    stop = reach[number] = last + offset - after
                    found[number].append(Found(begin, stop, label))
        for mark, entry in self._marks:
            _add_marks(found[entry.number], folded, start, start + len(words), mark, entry.label)
        return dict(zip(self._names, found, strict=True))

    def _hits(self, words: str) -> list[tuple[int, int, int]]:
        """Return which patterns match, from where to where, the longest first at each place."""
        if self._finder is None:
            return []
        matches = self._finder.find_matches_as_indexes(f" {words} ", overlapping=True)
        matches.sort(key=_FIRST, reverse=True)  # they come by where they end
        matches.reverse()
        return matches


def _spaced_each(phrases: Collection[str]) -> Iterator[str]:
    """Yield each of the phrases spaced; thousands are quicker at once."""
    words = spaced("".join(phrases))
    end = 0
    for phrase in phrases:
        start, end = end, end + len(phrase)
        yield words[start:end]


def _add_marks(found: list[Found[Any]], folded: str, start: int, end: int, mark: str, label: object) -> None:
    place = folded.find(mark, start, end)
    if place < 0:
        return
    while place >= 0:
        found.append(Found(place, place + len(mark), label))
        place = folded.find(mark, place + len(mark), end)
    found.sort(key=operator.attrgetter("start"))


class Phrases(Generic[Label]):
    """One list of phrases with a label each, to be found in folded text."""

    def __init__(self, labelled: Iterable[tuple[str, Label]]) -> None:
        """Prepare to find the phrases; of two equal phrases the first keeps its label."""
        self._book = PhraseBook({"": labelled})

    def find(self, folded: str, start: int = 0, end: int | None = None) -> list[Found[Label]]:
        """Return the phrases in ``folded[start:end]``, in order, none inside another that starts with it or before."""
        return self._book.find(folded, spaced(folded[start:end]), start)[""]
