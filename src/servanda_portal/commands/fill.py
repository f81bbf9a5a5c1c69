"""Fill the tables from plan folders and documents, and say what was found."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from django.core.management import call_command
from rich.console import Console
from rich.progress import Progress, track
from rich.table import Table

from servanda.plans.plan import Plan
from servanda.plans.strict_yaml import PlanError
from servanda.text.loaders import UnreadableError
from servanda_portal.operations.add_document import add_document, keep_documents, read_document
from servanda_portal.operations.load_plan import keep_plans, load_plan
from servanda_portal.queries import documents

_SHOWN = ("commitment", "money", "date", "actor", "quotation")
_SIDECAR = ".toml"


class FillError(Exception):
    """What cannot be served, and what to do about it."""


def fill(plans: Path, sources: Path | None, console: Console) -> None:
    """Bring the tables in line with the folders: their plans, their documents, and nothing else.

    Raises FillError when there is no plan, or one is not right. A document that cannot be opened is named and left out.
    """
    call_command("migrate", verbosity=0, interactive=False)
    loaded = _load(plans, console)
    paths = [path for plan in loaded for path in _files_of(plan)] + _files_in(sources)
    shas: dict[str, None] = {}
    for path in track(paths, "Reading documents", console=console, disable=not console.is_terminal):
        try:
            sha256 = add_document(path)
        except UnreadableError as error:
            console.print(f"{path}: left out: {error}", style="yellow", markup=False)
            continue
        if sha256 not in shas:
            shas[sha256] = None
            read_document(sha256, loaded)
    keep_documents(shas)
    console.print(_table(loaded))


def _load(folder: Path, console: Console) -> list[Plan]:
    folders = (
        [folder] if (folder / "plan.yaml").exists() else sorted(path.parent for path in folder.glob("*/plan.yaml"))
    )
    if not folders:
        raise FillError(f"{folder}: no plan here; a plan is a folder that holds plan.yaml")
    try:
        with Progress(console=console, disable=not console.is_terminal) as progress:
            loaded = [load_plan(path) for path in progress.track(folders, description="Loading plans    ")]
    except PlanError as error:
        raise FillError(str(error)) from error
    keep_plans(plan.agreement.id for plan in loaded)
    return loaded


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
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("plan")
    for column in ("commitments", "documents", "passages found", "commitments read",
                   "money", "dates", "actors", "quotations"):  # fmt: skip
        table.add_column(column, justify="right")
    for plan in plans:
        identity = plan.agreement.id
        selectors = sum(bool(passage.quote or passage.hash) for one in plan.commitments for passage in one.passages)
        _add(
            table, identity, str(len(plan.commitments)), documents.summaries(identity),
            f"{len(documents.found(identity))} of {selectors}",
        )  # fmt: skip
    if others := documents.summaries(None):
        _add(table, "(cited by no plan)", "", others, "")
    return table


def _add(table: Table, name: str, commitments: str, read: list[documents.Summary], found: str) -> None:
    counts: Counter[str] = Counter()
    for one in read:
        counts.update(one.counts)
    table.add_row(name, commitments, str(len(read)), found, *(str(counts[kind]) for kind in _SHOWN))
