"""``servanda compare --versions`` and ``--change``: language versions side by side, a later text beside an earlier."""

import datetime
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from servanda.formats.finding_lines import finding_line
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.reader import dated, read
from servanda.reconciling.change_finding import Change
from servanda.reconciling.changes import changes, paragraph_changes
from servanda.reconciling.gap_finding import LanguageGap
from servanda.reconciling.language_gaps import language_gaps
from servanda.text.document import Document
from servanda_cli.files import Files
from servanda_cli.progress import progress
from servanda_cli.read import told_by
from servanda_cli.telling import WRONG_USE, tell


def compare_versions(
    paths: list[Path], form: str, plan: Path | None, day: datetime.date | None, language: Language | None
) -> int:
    """Print what the language versions of one text do not say alike. Return the exit status: 2 for wrong use.

    The versions speak from one day: where one states none, from that of another.
    """
    documents, vocabulary = _load(paths, plan, language)
    if documents is None or len(documents) < 2:
        return _refuse(documents, "--versions compares two files or more")
    documents = [dated(document, day) for document in documents]
    known = min((document.date for document in documents if document.date is not None), default=None)
    documents = [dated(document, known) for document in documents]
    found = language_gaps([(document, read(document, vocabulary)) for document in documents])
    if form == "jsonl":
        return _write(found)
    from servanda_cli.version_tables import print_gaps  # noqa: PLC0415 a table loads rich

    print_gaps(found, documents)
    return 0


def compare_change(
    paths: list[Path], form: str, plan: Path | None, day: datetime.date | None, language: Language | None
) -> int:
    """Print what the second file made of the commitments of the first. Return the exit status: 2 for wrong use."""
    documents, vocabulary = _load(paths, plan, language)
    if documents is None or len(documents) != 2:
        return _refuse(documents, "--change compares two files, the earlier and the later")
    if documents[0].language != documents[1].language:
        return _refuse(documents, "--change compares texts of one language; for translations there is --versions")
    earlier, later = (dated(document, day) for document in documents)
    old, new = (earlier, read(earlier, vocabulary)), (later, read(later, vocabulary))
    found = changes(old, new)
    if form == "jsonl":
        return _write(found)
    from servanda_cli.version_tables import print_changes  # noqa: PLC0415 a table loads rich

    print_changes(found, earlier, later, paragraph_changes(old, new))
    return 0


def _load(paths: list[Path], plan: Path | None, language: Language | None) -> tuple[list[Document] | None, Vocabulary]:
    """Load the documents, None where one cannot be read. Documents of one name are told apart by a number."""
    vocabulary, cite = told_by(plan)
    files = Files(paths, language)
    names: Counter[str] = Counter()
    documents = []
    for document in progress(map(cite, files.documents()), len(files), "Reading"):
        names[document.name] += 1
        again = f"{document.name} ({names[document.name]})"
        documents.append(msgspec.structs.replace(document, name=again) if names[document.name] > 1 else document)
    return None if files.unreadable else documents, vocabulary


def _refuse(documents: list[Document] | None, line: str) -> int:
    """Say what is wrong, unless it was said that a file cannot be read."""
    if documents is not None:
        tell(line)
    return WRONG_USE


def _write(found: Iterable[LanguageGap | Change]) -> int:
    sys.stdout.buffer.writelines(finding_line(finding) + b"\n" for finding in found)
    sys.stdout.flush()
    return 0
