"""Fill the tables from plan folders and documents, and say what was found."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.progress import Progress, track
from rich.table import Table

from servanda.plans.plan import Plan
from servanda.plans.strict_yaml import PlanError
from servanda.reading.mention import Kind
from servanda.register.refusal import Refusal
from servanda.text.loaders import UnreadableError
from servanda_portal.commands.starting import make_tables
from servanda_portal.operations.add_document import add_document, keep_documents, read_document
from servanda_portal.operations.compare import compare
from servanda_portal.operations.find import find
from servanda_portal.operations.keys import NoKeyError
from servanda_portal.operations.load_plan import keep_plans, load_plan
from servanda_portal.queries import documents
from servanda_portal.refusal_words import words_of

_SIDECAR = ".toml"


class FillError(Exception):
    """What cannot be served, and what to do about it."""


def fill(plans: Path, sources: Path | None, console: Console) -> None:
    """Bring the tables in line with the folders: their plans, their documents, and nothing else.

    Raises FillError when there is no plan, or one is not right. A document that cannot be opened is named and left out.
    """
    make_tables()
    loaded = _load(plans, console)
    paths = [path for plan in loaded for path in _files_of(plan)] + _files_in(sources)
    shas: dict[str, None] = {}
    for path in track(paths, "Reading documents", console=console, disable=not console.is_terminal):
        if (sha256 := _add(path, loaded, console)) is not None:
            shas[sha256] = None
    keep_documents(shas)
    for plan in loaded:
        _reconcile(plan, console)
    console.print(_table(loaded))


def _add(path: Path, plans: list[Plan], console: Console) -> str | None:
    """Add and read one document; one that cannot be is named and left out, so that the others are served."""
    try:
        sha256 = add_document(path)
        read_document(sha256, plans)
    except UnreadableError as error:
        console.print(f"{path}: left out: {error}", style="yellow", markup=False, soft_wrap=True)
        return None
    except Exception as error:  # noqa: BLE001 a fault of the reader in one text must not keep a whole register away
        fault = f"{type(error).__name__}: {error}"
        console.print(f"{path}: left out, the reader failed: {fault}", style="red", markup=False, soft_wrap=True)
        return None
    return sha256


def _reconcile(plan: Plan, console: Console) -> None:
    """Find what the documents show together; a fault in that is told, and the register is served without it."""
    for step in (find, compare):
        try:
            step(plan)
        except Exception as error:  # noqa: BLE001 a fault in comparing two texts must not keep a whole register away
            fault = f"{step.__name__} failed: {type(error).__name__}: {error}"
            console.print(f"{plan.agreement.id}: {fault}", style="red", markup=False, soft_wrap=True)


def _load(folder: Path, console: Console) -> list[Plan]:
    folders = (
        [folder] if (folder / "plan.yaml").exists() else sorted(path.parent for path in folder.glob("*/plan.yaml"))
    )
    if not folders:
        raise FillError(f"{folder}: no plan here; a plan is a folder that holds plan.yaml")
    try:
        with Progress(console=console, disable=not console.is_terminal) as progress:
            loaded = [_load_one(path) for path in progress.track(folders, description="Loading plans    ")]
    except PlanError as error:
        raise FillError(str(error)) from error
    keep_plans(plan.agreement.id for plan in loaded)
    return loaded


def _load_one(folder: Path) -> Plan:
    try:
        return load_plan(folder)
    except Refusal as refusal:
        said = f"{words_of(refusal)} [{refusal}] Put that back in the folder"
        raise FillError(f"{folder}: the register does not take what its plan folder changed: {said}") from refusal
    except NoKeyError as error:
        raise FillError(f"{folder}: what changed cannot be signed: {error}") from error


def _files_of(plan: Plan) -> list[Path]:
    return [path for cited in plan.documents if cited.file and (path := plan.folder / cited.file).is_file()]


def _files_in(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != _SIDECAR and not path.name.startswith((".", "README"))
    )


def _table(plans: Iterable[Plan]) -> Table:
    """Say, plan by plan, what was loaded and what was read."""
    columns = {plan.agreement.id: _found(plan) for plan in plans}
    if others := documents.summaries(None):
        columns["cited by no plan"] = {"documents read": str(len(others)), **_mentions(others)}
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    for name in columns:
        table.add_column(name, justify="right")
    rows = dict.fromkeys(row for column in columns.values() for row in column)
    for row in rows:
        table.add_row(row, *(column.get(row, "") for column in columns.values()))
    return table


def _found(plan: Plan) -> dict[str, str]:
    identity = plan.agreement.id
    selectors = sum(bool(passage.quote or passage.hash) for one in plan.commitments for passage in one.passages)
    read = documents.summaries(identity)
    return {
        "commitments": str(len(plan.commitments)),
        "documents read": f"{len(read)} of {len(plan.documents)} cited",
        "passages found": f"{len(documents.found(identity))} of {selectors}",
        **_mentions(read),
        "findings": str(len(documents.findings(identity))),
    }


def _mentions(read: Iterable[documents.Summary]) -> dict[str, str]:
    counts: Counter[str] = Counter()
    for one in read:
        counts.update(one.counts)
    return {f"mentions: {kind}": str(counts[kind]) for kind in get_args(Kind)}
