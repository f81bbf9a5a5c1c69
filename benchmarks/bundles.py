"""Score what `servanda compare` finds in the marked bundles of sources, and print one table by set.

The bundles, how they were marked and what the columns mean: tests/bundles/README.md.
"""

import argparse
import pathlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from servanda.reading.reader import dated, read
from servanda.reconciling import AnyFinding, Conflict, Corroboration, Ref, Sum, findings
from servanda.reconciling.bundle import middle_day
from servanda.text.loaders import load_path

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "bundles"
_SETS = "first second third fourth fifth sixth seventh eighth ninth tenth"
SETS = tuple(FOLDER / name for name in _SETS.split())
MARKED = ("agreements", "disagreements", "sums", "unequal sums", "copies", "traps")
UNMARKED = ("other conflict", "other corroboration", "other sum", "other copies")

Quotes = Mapping[str, str | tuple[str, ...]]  # by file, without its ending


class Copy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two files that are one source."""

    of: str
    copy: str


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that sources agree or disagree on, or a trap, with all words that state it."""

    what: str
    words: Quotes


class MarkedSum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A total and its parts, which add up to it or do not."""

    what: str
    holds: bool
    total: Quotes
    parts: Quotes


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that was marked in one bundle."""

    copies: tuple[Copy, ...] = ()
    agreements: tuple[Mark, ...] = ()
    disagreements: tuple[Mark, ...] = ()
    sums: tuple[MarkedSum, ...] = ()
    traps: tuple[Mark, ...] = ()


def quoted(quotes: Quotes) -> Iterator[tuple[str, str]]:
    """Yield each file with each of its quotes."""
    for file, words in quotes.items():
        yield from ((file, quote) for quote in ([words] if isinstance(words, str) else words))


def place(ref: Ref) -> tuple[str, int, int]:
    """Return the document of a mention, and where it starts and ends there."""
    _, start, end = ref.id.rsplit("-", 2)
    return ref.document, int(start), int(end)


class Bundle:
    """The texts of a folder and their marks."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.documents = [load_path(path) for path in sorted(folder.glob("*.txt"))]
        self.texts = {document.name.removesuffix(".txt"): document.text for document in self.documents}
        self.marks = msgspec.convert(tomllib.loads((folder / "marked.toml").read_text(encoding="utf-8")), Marks)

    def findings(self) -> list[AnyFinding]:
        """Return what `servanda compare` finds: a document that states no day is of about the day of the others."""
        own = [dated(document) for document in self.documents]
        near = middle_day(document.date for document in own if document.date)
        placed = [(document, None) if document.date else (dated(document, near=near), near) for document in own]
        return findings((document, read(document, near=about)) for document, about in placed)

    def touched(self, refs: Iterable[Ref], quotes: Quotes) -> set[str]:
        """Return the files in which a mention shares a character with the words of a mark."""
        marked = [(f"{file}.txt", self.texts[file].index(quote), len(quote)) for file, quote in quoted(quotes)]
        return {
            file
            for file, start, end in map(place, refs)
            for other, first, size in marked
            if file == other and first < end and start < first + size
        }

    def agrees(self, finding: AnyFinding, mark: Mark) -> bool:
        """Say whether independent sources are found to agree in the words of a mark: a copy is no further source."""
        if not isinstance(finding, Corroboration):
            return False
        original = {f"{pair.copy}.txt": f"{pair.of}.txt" for pair in self.marks.copies}
        return len({original.get(file, file) for file in self.touched(finding.mentions, mark.words)}) > 1

    def takes_a_side(self, finding: AnyFinding, mark: Mark) -> bool:
        """Say whether it is the agreement of sources on one side of a disagreement."""
        return isinstance(finding, Corroboration) and all(self.touched([ref], mark.words) for ref in finding.mentions)

    def differs(self, finding: AnyFinding, mark: Mark) -> bool:
        """Say whether two positions of a conflict stand in the words of a mark."""
        sides = finding.detail.positions if isinstance(finding, Conflict) else ()
        return sum(bool(self.touched(side.mentions, mark.words)) for side in sides) > 1

    def adds(self, finding: AnyFinding, mark: MarkedSum) -> bool:
        """Say whether a sum has the total of a mark."""
        return isinstance(finding, Sum) and bool(self.touched((it.total for it in finding.detail.places), mark.total))

    def is_marked(self, finding: AnyFinding) -> bool:
        """Say whether a finding is about something marked that is no trap."""
        return (
            any(self.agrees(finding, mark) for mark in self.marks.agreements)
            or any(self.differs(finding, mark) or self.takes_a_side(finding, mark) for mark in self.marks.disagreements)
            or any(self.adds(finding, mark) for mark in self.marks.sums)
        )


class Score:
    """How many of how many in each column, and what went wrong."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()
        self.faults: list[str] = []

    def count(self, column: str, found: bool, what: str) -> None:
        """Count one mark or one finding; keep what was missed, or found and should not have been."""
        self.marked[column] += 1
        self.found[column] += found
        if found == (column == "traps" or column in UNMARKED):
            self.faults.append(f"{column}: {what}")


def score_bundle(bundle: Bundle, score: Score) -> None:
    """Compare what is found in a bundle with what was marked in it."""
    marks, found = bundle.marks, bundle.findings()
    for mark in marks.agreements:
        score.count("agreements", any(bundle.agrees(one, mark) for one in found), mark.what)
    for mark in marks.disagreements:
        score.count("disagreements", any(bundle.differs(one, mark) for one in found), mark.what)
    for total in marks.sums:
        right = any(bundle.adds(one, total) and is_said(one, total.holds) for one in found)
        score.count("sums" if total.holds else "unequal sums", right, total.what)
    score_copies(score, marks, found)
    others = [one for one in found if not bundle.is_marked(one)]
    for mark in marks.traps:
        score.count("traps", any(bundle.differs(one, mark) for one in others), mark.what)
    for one in others:
        trapped = any(bundle.differs(one, mark) or bundle.agrees(one, mark) for mark in marks.traps)
        score.count(f"other {one.kind}", not trapped, f"{one.slot} {one.mentions}")


def is_said(finding: AnyFinding, holds: bool) -> bool:
    """Say whether a finding tells for certain that a sum holds, or that it does not."""
    rule = "exact_sum" if holds else "unequal_sum"
    return isinstance(finding, Sum) and (finding.detail.status, finding.detail.rule) == ("confirmed", rule)


def score_copies(score: Score, marks: Marks, found: Iterable[AnyFinding]) -> None:
    """Count the copies that are found to be one source, and the files of which this is wrongly found."""
    marked = {frozenset((f"{pair.of}.txt", f"{pair.copy}.txt")) for pair in marks.copies}
    said = {frozenset(once.documents) for one in found if not isinstance(one, Sum) for once in one.detail.counted_once}
    for files in marked | said:
        score.count("copies" if files in marked else "other copies", files in said, " ".join(sorted(files)))


def score_set(folder: pathlib.Path) -> Score:
    """Return the score of all bundles of a set."""
    score = Score()
    for path in sorted(folder.glob("*/marked.toml")):
        score_bundle(Bundle(path.parent), score)
    return score


def main() -> None:
    """Print the score of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was missed or wrongly found")
    parser.add_argument("--folder", type=pathlib.Path, help="other bundles in the same shape")
    options = parser.parse_args()
    print(f"{'':8}" + "".join(f"{column:>15}" for column in MARKED) + "".join(f"{column:>21}" for column in UNMARKED))
    for folder in [options.folder] if options.folder else SETS:
        score = score_set(folder)
        if not score.marked:
            parser.error(f"{folder}: no marked bundle is here; it takes NAME/marked.toml and the texts beside it")
        shares = "".join(f"{f'{score.found[column]}/{score.marked[column]}':>15}" for column in MARKED)
        print(f"{folder.name:8}{shares}" + "".join(f"{score.found[column]:>21}" for column in UNMARKED))
        if options.wrong:
            print("\n".join(score.faults))


if __name__ == "__main__":
    main()
