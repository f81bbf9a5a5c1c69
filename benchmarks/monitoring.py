"""Measure monitoring: megabytes a second by the number of commitments, beside peers used in the same way, and memory.

Everything is made here from a seed: registers of 500, 5,000 and 50,000 commitments, and a stream of news in JSON Lines
of which one article in twenty names a party and one in a hundred bears on something. Peers: a scipy sparse product,
bm25s and tantivy, where they are installed; each decodes the same lines and scores every article against all
commitments (their best ones, without names, relation or reasons).

    python benchmarks/monitoring.py [--megabytes 100] [--commitments 500 5000 50000] [--workers 2] [--check 100000]
"""

import argparse
import datetime
import itertools
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from servanda.lexicon.concepts import concepts
from servanda.lexicon.vocabulary import Vocabulary
from servanda.monitoring.batch import judge
from servanda.monitoring.brute_force import BruteForce
from servanda.monitoring.record import decode
from servanda.monitoring.register_index import RegisterIndex, register_index
from servanda.monitoring.watched import Watched
from servanda.monitoring.watcher import Limits, Watcher
from servanda.register.agreement import Agreement, Party, Pillar, Term
from servanda.register.commitment import Commitment, Completeness
from servanda.register.wording import Wording
from servanda_cli.monitor_blocks import Block
from servanda_cli.monitor_engines import several_processes
from servanda_cli.monitor_sources import blocks

LANGUAGES = ("en", "fr", "es")
PLAIN = 20  # megabytes for plain Python
WARMING = 2_000  # articles that a process judges before its time is taken: some of its words are known then
EACH = 4  # times that every process is given these, where there are several
NAMED, BEARING = 0.05, 0.01  # shares of the articles that name a party, and that tell of a commitment
_SYLLABLES = [a + b for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]


class Maker:
    """Registers and news, from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 no secret
        self._concepts = {
            language: [[word for word in each.words(language) if word.isalpha()] for each in concepts().values()]
            for language in LANGUAGES
        }
        self._rare = ["".join(self._random.choices(_SYLLABLES, k=4)) for _ in range(20_000)]
        self._common = ["".join(self._random.choices(_SYLLABLES, k=2)) for _ in range(3_000)]
        self._ranks = [1 / (rank + 1) for rank in range(len(self._common))]

    def watched(self, count: int) -> Watched:
        """Return a register of Chile and Ghana with so many commitments."""
        day = datetime.date(2025, 1, 1)
        name = Wording("Sea Compact", "Pacte marin", "Pacto Marino")
        parties = (
            Party("CL", "state", Wording("Chile", "Chili", "Chile")),
            Party("GH", "state", Wording("Ghana", "Ghana", "Ghana")),
        )
        pillars = (Pillar("one", Wording("The sea", "La mer", "El mar"), name),)
        term = Term(day, day.replace(year=2030), "years")
        agreement = Agreement(
            "cl-gh", name, name, name, "treaty", "binding", day, term, "parties", ("en",), day, parties, pillars
        )
        return Watched(agreement, tuple(self._commitment(number) for number in range(count)), Vocabulary())

    def _commitment(self, number: int) -> Commitment:
        chosen = self._random.sample(range(len(self._concepts["en"])), 9)
        rare = self._random.choices(self._rare, k=2)

        def text(some: list[int], extra: list[str]) -> Wording:
            return Wording(*(" ".join((*self._words(language, some), *extra)) for language in LANGUAGES))

        complete = Completeness(deliverable=True, target=False, timeframe=False, owner=False)
        title, summary = text(chosen[:4], rare[:1]), text(chosen[4:], rare)
        return Commitment(
            f"C-{number}", "one", title, summary, ("CL", "GH"), "firm", complete, verifiable=True, passages=()
        )

    def _words(self, language: str, concepts: list[int]) -> list[str]:
        lists = self._concepts[language]
        return [self._random.choice(lists[concept]) for concept in concepts if lists[concept]]

    def lines(self, megabytes: float, watched: Watched) -> Iterator[bytes]:
        """Yield articles until they have so many megabytes."""
        made = 0
        number = 0
        while made < megabytes * 1e6:
            line = json.dumps(self._article(number, watched), ensure_ascii=False).encode()
            made += len(line) + 1
            number += 1
            yield line

    def _article(self, number: int, watched: Watched) -> dict[str, object]:
        language = self._random.choice(LANGUAGES)
        paragraphs = [self._paragraph(language) for _ in range(self._random.randint(4, 9))]
        luck = self._random.random()
        if luck < NAMED:
            paragraphs[0] += " Chile, Ghana."
        if luck < BEARING:
            told = self._random.choice(watched.commitments)
            paragraphs[1] = f"Chile, Ghana: {getattr(told.title, language)} {getattr(told.summary, language)}."
        return {
            "id": number,
            "text": "\n\n".join(paragraphs),
            "language": language,
            "date": f"2026-{self._random.randint(1, 12):02}-01",
            "publisher": self._random.choice(self._rare).title(),
        }

    def _paragraph(self, language: str) -> str:
        words = self._random.choices(self._common, self._ranks, k=self._random.randint(40, 90))
        words += self._words(language, self._random.choices(range(len(self._concepts[language])), k=4))
        words += self._random.choices(self._rare, k=4)
        self._random.shuffle(words)
        return f"{' '.join(words).capitalize()}."


def servanda(index: RegisterIndex, lines: list[bytes], *, plain: bool = False) -> Callable[[], int]:
    """Return the scan by one process, warm: it has judged the first articles before. ``plain`` does without numpy."""
    watcher = Watcher(index, plain=plain)
    numbered = list(enumerate(lines))
    judge(watcher, numbered[:WARMING])
    return lambda: sum(len(one.lines) for one in judge(watcher, numbered).proposed)


def processes(index: RegisterIndex, path: Path, workers: int) -> Callable[[], int]:
    """Return the scan of a file by several processes, each as warm as one process alone is.

    They are started before, and are given the first articles of the file several times each, so that none is left
    out because it started later. Then they wait with nothing under way: all of the file is read, sent and judged
    within the scan.
    """
    begun = False

    def stream() -> Iterator[Block]:
        with path.open("rb") as file:
            first = tuple(enumerate(itertools.islice(file, WARMING)))
        yield from [Block(path.name, first, 0, 0)] * (workers * EACH)
        while not begun:  # the engine asks for some blocks ahead of what it gives back
            yield Block(path.name, (), 0, 0)
        yield from blocks(path.name, path, 0)

    running = several_processes(index, Limits(), workers)(stream())
    for _ in range(workers * EACH):
        next(running)

    def scan() -> int:
        nonlocal begun
        begun = True
        return sum(len(one.lines) for _, judged in running for one in judged.proposed)

    return scan


def sparse_product(watched: Watched, lines: list[bytes]) -> Callable[[], int]:
    """Return a scipy sparse product of hashed words of articles and commitments."""
    from sklearn.feature_extraction.text import HashingVectorizer  # noqa: PLC0415 a peer

    vectorizer = HashingVectorizer(n_features=2**18, alternate_sign=False)
    register = vectorizer.transform(texts(watched)).T.tocsr()

    def scan() -> int:
        best = 0
        for start in range(0, len(lines), 500):
            articles = [decode(line).text or "" for line in lines[start : start + 500]]
            best += int((vectorizer.transform(articles) @ register).max(axis=1).nnz)
        return best

    return scan


def by_bm25s(watched: Watched, lines: list[bytes]) -> Callable[[], int]:
    """Return a search of every article in a bm25s index of the commitments."""
    import bm25s  # noqa: PLC0415 a peer

    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(texts(watched), show_progress=False), show_progress=False)

    def scan() -> int:
        found = 0
        for start in range(0, len(lines), 500):
            articles = [decode(line).text or "" for line in lines[start : start + 500]]
            tokens = bm25s.tokenize(articles, show_progress=False)
            found += len(retriever.retrieve(tokens, k=5, show_progress=False).documents)
        return found

    return scan


def by_tantivy(watched: Watched, lines: list[bytes]) -> Callable[[], int]:
    """Return a search of every article in a tantivy index of the commitments."""
    import tantivy  # noqa: PLC0415 a peer

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for text in texts(watched):
        writer.add_document(tantivy.Document(body=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def scan() -> int:
        found = 0
        for line in lines:
            words = " ".join(set((decode(line).text or "").replace(".", " ").replace(":", " ").split()))
            found += len(searcher.search(index.parse_query(words, ["body"]), 5).hits)
        return found

    return scan


def texts(watched: Watched) -> list[str]:
    """Return each commitment's words in all languages."""
    return [
        " ".join(getattr(wording, language) for wording in (one.title, one.summary) for language in LANGUAGES)
        for one in watched.commitments
    ]


def rate(name: str, commitments: int, megabytes: float, scan: Callable[[], int]) -> None:
    """Run a scan and print a line of the table."""
    begin, used = time.perf_counter(), time.process_time()
    found = scan()
    seconds, used = time.perf_counter() - begin, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:24} {commitments:>11,} {megabytes / seconds:>8.1f} MB/s {found:>9,} found {memory:>7.0f} MB at most"
        + ("" if name.endswith("processes") else f" {megabytes / used:>8.1f} MB a second of processor")
    )


def compare(watched: Watched, lines: list[bytes]) -> None:
    """Judge articles by the cascade and by brute force, and print what differs."""
    index = register_index(watched)
    watcher, brute = Watcher(index), BruteForce(index)
    missing = extra = 0
    for line in lines:
        record = decode(line)
        found, all_of_them = watcher.candidates(record), brute.candidates(record)
        if found != all_of_them:
            missing += len(all_of_them) > len(found)
            extra += len(all_of_them) <= len(found)
    print(f"brute force on {len(lines):,} documents: {missing} missing, {extra} extra")


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--megabytes", type=float, default=100)
    arguments.add_argument("--commitments", type=int, nargs="+", default=[500, 5_000, 50_000])
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--peers", type=float, default=2, help="megabytes that the peers are given")
    arguments.add_argument("--check", type=int, default=0, help="documents to compare with brute force")
    chosen = arguments.parse_args()
    for count in chosen.commitments:
        maker = Maker(7)
        watched = maker.watched(count)
        lines = list(maker.lines(chosen.megabytes, watched))
        megabytes = sum(map(len, lines)) / 1e6
        index = register_index(watched)
        rate("servanda, 1 process", count, megabytes, servanda(index, lines))
        some = lines[: max(1, int(len(lines) * min(1, PLAIN / megabytes)))]
        rate("the same in plain Python", count, sum(map(len, some)) / 1e6, servanda(index, some, plain=True))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "news.jsonl"
            path.write_bytes(b"\n".join(lines) + b"\n")
            rate(f"servanda, {chosen.workers} processes", count, megabytes, processes(index, path, chosen.workers))
        few = lines[: max(1, int(len(lines) * chosen.peers / megabytes))]
        size = sum(map(len, few)) / 1e6
        for name, peer in (("scipy sparse", sparse_product), ("bm25s", by_bm25s), ("tantivy", by_tantivy)):
            try:
                rate(name, count, size, peer(watched, few))
            except ImportError as error:
                print(f"{name:24} {count:>11,} not measured: {error}")
    if chosen.check:
        maker = Maker(11)
        watched = maker.watched(60)
        compare(watched, [line for _, line in zip(range(chosen.check), maker.lines(1e6, watched), strict=False)])


if __name__ == "__main__":
    main()
