"""``servanda read``: documents in, readings out, as a table, JSON Lines or Web Annotations."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path

from servanda.formats.json_lines import reading_line
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Reading
from servanda.reading.reader import dated, read
from servanda.text.document import Document
from servanda_cli.files import Files
from servanda_cli.progress import progress
from servanda_cli.telling import WRONG_USE, refuse

Printer = Callable[[Document, Reading], None]
Cite = Callable[[Document], Document]


def read_paths(
    paths: list[Path], form: str, plan: Path | None, day: datetime.date | None, language: Language | None
) -> int:
    """Read the files and print their readings. Return the exit status: 2 when a file could not be read."""
    vocabulary, cite = told_by(plan)
    files = Files(paths, language)
    show = _printer(form)
    for document in progress(files.documents(), len(files), "Reading"):
        known = dated(cite(document), day)
        show(known, read(known, vocabulary))
    sys.stdout.flush()
    return WRONG_USE if files.unreadable else 0


def told_by(folder: Path | None) -> tuple[Vocabulary, Cite]:
    """Return what a plan folder tells the reader: its vocabulary, and what it knows of a document by its bytes."""
    if folder is None:
        return Vocabulary(), lambda document: document
    from servanda.plans.documents import cited  # noqa: PLC0415 only a reading with a plan needs it
    from servanda.plans.folder import load_plan  # noqa: PLC0415 only a reading with a plan needs it
    from servanda.plans.strict_yaml import PlanError  # noqa: PLC0415 only a reading with a plan needs it
    from servanda.plans.vocabulary import vocabulary  # noqa: PLC0415 only a reading with a plan needs it

    try:
        plan = load_plan(folder)
    except PlanError as error:
        raise SystemExit(refuse(error)) from error
    return vocabulary(plan), lambda document: cited(document, plan)


def _printer(form: str) -> Printer:
    if form == "jsonl":
        return lambda document, reading: _write(reading_line(document, reading))
    if form == "annotations":
        from servanda.formats.web_annotation import annotation_page  # noqa: PLC0415 only this format needs it

        return lambda document, reading: _write(annotation_page(document, reading))
    from servanda_cli.tables import print_reading  # noqa: PLC0415 a table loads rich

    return print_reading


def _write(line: bytes) -> None:
    sys.stdout.buffer.writelines((line, b"\n"))  # not as one: a line may have hundreds of megabytes
