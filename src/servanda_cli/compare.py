"""``servanda compare``: documents in, findings out, as a table or JSON Lines."""

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from servanda.formats.finding_lines import finding_line
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Reading
from servanda.reading.reader import dated, read
from servanda.reconciling import findings
from servanda.reconciling.bundle import middle_day
from servanda.text.document import Document
from servanda_cli.files import Files
from servanda_cli.progress import progress
from servanda_cli.quotes import Quotes
from servanda_cli.read import told_by
from servanda_cli.telling import WRONG_USE


def compare_paths(
    paths: list[Path], form: str, plan: Path | None, day: datetime.date | None, language: Language | None
) -> int:
    """Compare the files and print what they show together. Return the exit status: 2 when a file could not be read."""
    files = Files(paths, language)
    quotes = Quotes()
    found = findings(_readings(files, plan, day, quotes))
    if form == "jsonl":
        sys.stdout.buffer.writelines(finding_line(finding) + b"\n" for finding in found)
    else:
        from servanda_cli.finding_tables import print_findings  # noqa: PLC0415 a table loads rich

        print_findings(found, quotes, len(files) - files.unreadable)
    sys.stdout.flush()
    return WRONG_USE if files.unreadable else 0


def _readings(
    files: Files, plan: Path | None, day: datetime.date | None, quotes: Quotes
) -> Iterator[tuple[Document, Reading]]:
    """Read one document after the other, and keep of each only the quotes that a finding may show.

    Those that state no day wait for the others, which tell of what year a dateline without one is.
    """
    vocabulary, cite = told_by(plan)
    names: dict[str, int] = {}
    days: list[datetime.date] = []
    waiting: list[Document] = []
    for loaded in progress(files.documents(), len(files), "Comparing"):
        document = dated(cite(loaded), day)
        names[document.name] = names.get(document.name, 0) + 1
        if names[document.name] > 1:
            document = msgspec.structs.replace(document, name=f"{document.name} ({names[document.name]})")
        if document.date is None:
            waiting.append(document)
            continue
        days.append(document.date)
        yield document, _read(document, vocabulary, None, quotes)
    near = middle_day(days)
    for document in waiting:
        placed = dated(document, near=near)
        yield placed, _read(placed, vocabulary, near, quotes)


def _read(document: Document, vocabulary: Vocabulary | None, near: datetime.date | None, quotes: Quotes) -> Reading:
    reading = read(document, vocabulary, near)
    quotes.keep(document, reading)
    return reading
