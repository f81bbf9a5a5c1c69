"""Score what the monitor proposes for the labelled passages of tests/relevance, by language, beside a BM25 baseline.

The passages, how they were labelled and what the columns mean: tests/relevance/README.md.
"""

import argparse
import functools
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from servanda.lexicon.language import Language
from servanda.monitoring.candidate import proposed, source
from servanda.monitoring.lookup import Lookup, Said
from servanda.monitoring.passages import opening, passages
from servanda.monitoring.record import Record
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.rule import Match, best_matches, points
from servanda.monitoring.watcher import Watcher
from servanda.plans.folder import load_plan
from servanda.register.commitment import Commitment
from servanda_cli.monitor_plan import index_folder

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "relevance"
_LATER = (
    "second third fourth fifth sixth seventh eighth "
    "ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
)
SETS = (FOLDER, *(FOLDER / name for name in _LATER.split()))
LANGUAGES = {"en": "english", "fr": "french", "es": "spanish"}

Relation = Literal["restates", "progress", "completes", "delays", "contradicts", "context"]
Candidate = tuple[str, str, str]  # document id, reference of the commitment, relation


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a labelled passage stands in its text, in code points."""

    start: int
    end: int


class Bearing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A commitment on which the document bears; ``alternative`` where careful readers differ on the relation."""

    commitment: str
    relation: Relation
    alternative: Relation | None = None

    def is_related_by(self, relation: str) -> bool:
        """Say whether this is the relation, or the one that readers also accept."""
        return relation in (self.relation, self.alternative)


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One document with its labels. A candidate for one of ``optional`` counts neither for nor against."""

    id: str
    plan: str
    language: Literal["en", "fr", "es"]
    date: str
    publisher: str
    title: str
    text: str
    passages: tuple[Span, ...]
    bears_on: tuple[Bearing, ...]
    optional: tuple[str, ...]
    why_hard: str | None


class Score(msgspec.Struct):
    """Counts of pairs of a document and a commitment, and what went wrong."""

    wanted: int = 0
    found: int = 0
    proposed: int = 0
    related: int = 0  # of those found, how many with the right relation
    faults: list[str] = []

    @property
    def recall(self) -> float:
        """Return how much of what was wanted was found."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Return how much of what was proposed was wanted."""
        return self.found / self.proposed if self.proposed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of recall and precision."""
        return 2 * self.found / (self.wanted + self.proposed) if self.wanted + self.proposed else 1.0

    @property
    def relation(self) -> float:
        """Return how many of the pairs found have the right relation."""
        return self.related / self.found if self.found else 1.0


def load(folder: pathlib.Path = FOLDER) -> list[Labelled]:
    """Load the labelled documents of a folder; raise ValidationError where a line has another shape."""
    paths = sorted(folder.glob("*.jsonl"))
    return [msgspec.json.decode(line, type=Labelled) for path in paths for line in path.read_bytes().splitlines()]


def plan_folder(name: str) -> pathlib.Path:
    """Return the folder of a plan: beside the passages where they have one of their own ("sixth/plan"), or in plans."""
    own = FOLDER / name
    return own if own.is_dir() else ROOT / "plans" / name


def score(candidates: Iterable[Candidate], documents: Iterable[Labelled] | None = None) -> dict[str, Score]:
    """Return the score of each language and of "all". A pair proposed twice counts once, with its first relation.

    Raises ValueError for a candidate of a document that is not among those labelled.
    """
    labelled = {document.id: document for document in (load() if documents is None else documents)}
    proposed: dict[str, dict[str, str]] = {name: {} for name in labelled}
    for name, commitment, relation in candidates:
        if name not in labelled:
            raise ValueError(f"{name} is not among the labelled documents")
        proposed[name].setdefault(commitment, relation)
    scores = {language: Score() for language in (*LANGUAGES, "all")}
    for name, document in labelled.items():
        for total in (scores[document.language], scores["all"]):
            _count(total, document, proposed[name])
    return scores


def _count(total: Score, document: Labelled, proposed: dict[str, str]) -> None:
    wanted = {bearing.commitment: bearing for bearing in document.bears_on}
    total.wanted += len(wanted)
    for commitment, bearing in wanted.items():
        if commitment not in proposed:
            total.faults.append(f"missed      {document.id} {commitment} {bearing.relation} ({document.why_hard})")
    for commitment, relation in proposed.items():
        if commitment in wanted:
            total.found += 1
            right = wanted[commitment].is_related_by(relation)
            total.related += right
            if not right:
                was = wanted[commitment].relation
                total.faults.append(f"misrelated  {document.id} {commitment} is {was}, not {relation}")
        elif commitment not in document.optional:
            total.faults.append(f"wrong       {document.id} {commitment} {relation} ({document.why_hard})")
    total.proposed += sum(1 for commitment in proposed if commitment not in document.optional)


def servanda(documents: Iterable[Labelled]) -> Iterator[Candidate]:
    """Yield what the monitor proposes, the passage with most points first: its relation stands for the document."""
    watchers: dict[str, Watcher] = {}
    for document in documents:
        if document.plan not in watchers:
            watchers[document.plan] = Watcher(_index(document.plan))
        found = watchers[document.plan].candidates(_record(document))
        for one in sorted(found, key=lambda candidate: -candidate.points):
            yield document.id, one.commitment, one.relation


class Passage(NamedTuple):
    """The labelled passage of a document that has most points for a commitment, with the matches that it has there."""

    text: str
    start: int
    said: Said
    matches: tuple[Match, ...]  # the commitment's own is the last
    opening: str


def missed(documents: Sequence[Labelled], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the labelled pairs that were not found, each with the relation that the monitor would have given it."""
    known = {(name, commitment) for name, commitment, _ in found}
    for document in documents:
        index, lookup = register(document.plan, document.language)
        for commitment in (bearing.commitment for bearing in document.bears_on):
            if (document.id, commitment) not in known:
                one = labelled_passage(document, commitment)
                told = source(_record(document), document.language)
                last = proposed(index, told, *one[:4], lookup, opening=one.opening)[-1]
                yield document.id, commitment, last.relation


@functools.cache
def register(plan: str, language: Language) -> tuple[RegisterIndex, Lookup]:
    """Return the index of a plan, with what looks words of a language up in it."""
    index = _index(plan)
    return index, Lookup(language, index.names[language])


@functools.cache
def _index(plan: str) -> RegisterIndex:
    return index_folder(plan_folder(plan))


def labelled_passage(document: Labelled, commitment: str) -> Passage:
    """Return the labelled passage of a document that tells most of a commitment."""
    index, lookup = register(document.plan, document.language)
    spans = passages(document.text, document.language)
    held = [
        (start, end)
        for start, end in spans
        if any(start < passage.end and passage.start < end for passage in document.passages)
    ]
    said = {start: lookup.said(document.text[start:end]) for start, end in held}
    if spans[0] in held:
        said[spans[0][0]] = said[spans[0][0]].joined(lookup.said(document.title))
    profile = next(profile for profile in index.profiles if profile.reference == commitment)
    start, end = max(held, key=lambda span: points(said[span[0]], profile))
    ranked = [(points(said[start], other), number) for number, other in enumerate(index.profiles)]
    others = best_matches(said[start], ranked, index.profiles)
    matches = (*(match for match in others if match.profile is not profile), Match(profile, 0))
    before = opening(document.text, spans, start, document.language)
    return Passage(document.text[start:end], start, said[start], matches, before)


def _record(document: Labelled) -> Record:
    return Record(
        text=document.text,
        language=document.language,
        date=document.date,
        publisher=document.publisher,
        title=document.title,
    )


def bm25(documents: Iterable[Labelled]) -> Iterator[tuple[float, Candidate]]:
    """Yield a score for every pair that shares a word: paragraphs as queries to commitments in the same language.

    The best paragraph counts. BM25 knows no relation: each pair is given the one that is most common in the news.
    """
    from bm25s import BM25  # noqa: PLC0415 the tests score without it

    indexes: dict[tuple[str, str], tuple[BM25, list[str]]] = {}
    for document in documents:
        key = (document.plan, document.language)
        if key not in indexes:
            commitments = load_plan(plan_folder(document.plan)).commitments
            wordings = [_wording(commitment, document.language) for commitment in commitments]
            index = BM25()
            index.index(_words(wordings, document.language), show_progress=False)
            indexes[key] = index, [one.reference for one in commitments]
        index, references = indexes[key]
        paragraphs = [f"{document.title}\n{paragraph}" for paragraph in document.text.split("\n\n")]
        points = [index.get_scores(words) for words in _words(paragraphs, document.language)]
        for reference, best in zip(references, map(max, *points, [0.0] * len(references)), strict=True):
            if best > 0:
                yield float(best), (document.id, reference, "progress")


def _wording(commitment: Commitment, language: str) -> str:
    """Return what the register says of a commitment in one language, as one text."""
    wordings = [commitment.title, commitment.summary]
    if commitment.guideline:
        wordings += [commitment.guideline.full, commitment.guideline.partial]
    return "\n".join(getattr(wording, language) or "" for wording in wordings)


def _words(texts: list[str], language: str) -> list[list[str]]:
    """Return the stems of texts, without stop words."""
    from bm25s import tokenize  # noqa: PLC0415 the tests score without it
    from Stemmer import Stemmer  # noqa: PLC0415 the same

    name = LANGUAGES[language]
    stem = Stemmer(name).stemWords
    words: list[list[str]] = tokenize(texts, stopwords=name, stemmer=stem, return_ids=False, show_progress=False)
    return words


def best_cut(ranked: Iterable[tuple[float, Candidate]], documents: list[Labelled]) -> list[Candidate]:
    """Return the candidates above the one threshold that gives the best F1 on these very documents.

    This flatters the baseline: nobody can choose a threshold with the labels in hand.
    """
    pairs = sorted(ranked, reverse=True)
    cuts = [[candidate for _, candidate in pairs[:size]] for size in range(20, 1000, 20)]
    return max(cuts, key=lambda cut: score(cut, documents)["all"].f1)


def table(name: str, scores: dict[str, Score], every: dict[str, Score] | None = None) -> None:
    """Print one block: a line per language and one for all; ``every``: the scores if all pairs were found."""
    print(
        f"{name:24}{'recall':>8}{'precision':>11}{'F1':>6}{'relation':>10}{'wanted':>8}{'proposed':>10}"
        + (f"{'relation, if all were found':>30}" if every else "")
    )
    for language, one in scores.items():
        shares = f"{one.recall:8.2f}{one.precision:11.2f}{one.f1:6.2f}{one.relation:10.2f}"
        if_found = f"{every[language].relation:30.2f}" if every else ""
        print(f"{'  ' + language:24}{shares}{one.wanted:8}{one.proposed:10}{if_found}")


def main() -> None:
    """Print the score of each contender."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=pathlib.Path, help="other documents in the same shape")
    parser.add_argument(
        "--wrong", action="store_true", help="list what the monitor missed, and what is wrong or misrelated"
    )
    options = parser.parse_args()
    for folder in [options.folder] if options.folder else SETS:
        documents = load(folder)
        print(f"{folder}: {len(documents)} documents")
        found = list(servanda(documents))
        ours = score(found, documents)
        table("Servanda", ours, score([*found, *missed(documents, found)], documents))
        try:
            table("BM25, best threshold", score(best_cut(bm25(documents), documents), documents))
        except ImportError as missing:
            print(f"BM25: {missing.name} is not installed")
        if options.wrong:
            print("\n".join(ours["all"].faults))


if __name__ == "__main__":
    main()
