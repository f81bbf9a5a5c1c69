"""``servanda learn``: what reviewers decided about candidates, as other weights; shown first, adopted by an act."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
import yaml
from rich.table import Table

from servanda.monitoring.candidate import Candidate
from servanda.monitoring.learning import Change, Decision, Effect, adopted, effect, proposals
from servanda.monitoring.record import Record, RefusedError, decode
from servanda.plans.folder import load_plan
from servanda.plans.strict_yaml import PlanError
from servanda.register.acts.evidence import AdoptWeights
from servanda.register.author import Author
from servanda.register.evidence import Evidence
from servanda.register.state import State
from servanda.register.weights import TermWeights
from servanda.register.wording import Statement
from servanda_cli.monitor_blocks import StreamError
from servanda_cli.monitor_plan import adopted_index, check_queries, watched_plan
from servanda_cli.monitor_sources import blocks, sources
from servanda_cli.monitor_state import lines
from servanda_cli.whole_files import write_file
from servanda_portal.commands.acting import acting, register_for
from servanda_portal.commands.speaking import console, refused
from servanda_portal.commands.starting import start


def learn(
    folder: Annotated[Path, typer.Argument(help="A folder that servanda monitor wrote, and servanda submit took.")],
    plan: Annotated[Path, typer.Option(help="The plan folder that the monitor reads.")],
    stream: Annotated[Path | None, typer.Option(help="The stream again, to show what would change in it.")] = None,
    adopt: Annotated[bool, typer.Option("--adopt", help="Adopt the weights: an act, and weights.yaml.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Adopt the weights that came before the last ones.")] = False,
    holder: Annotated[str, typer.Option(help="Whose reviewer adopts them.")] = "keeper",
) -> None:
    """Show which weights the reviewers' decisions would move, and what that would change; adopt it where told to.

    Example: servanda learn found --plan plans/canada-mexico-2025-2028
    """
    start()
    try:
        _learn(folder, plan, stream, Author("reviewer", holder), adopt=adopt, undo=undo)
    except (PlanError, StreamError) as error:
        raise refused("learn", str(error)) from error


def _learn(folder: Path, plan: Path, stream: Path | None, author: Author, *, adopt: bool, undo: bool) -> None:
    loaded = load_plan(plan)
    check_queries(loaded)
    found = register_for("learn", loaded.agreement.id, author)
    watched = watched_plan(loaded)
    index = adopted_index(watched, loaded.weights)
    if undo:
        versions = found.state.all(TermWeights)
        weights, reason = (dict(versions[-2].weights) if len(versions) > 1 else {}), "Back to the weights before."
    else:
        changes = proposals(index, _decided(found.state, (line.candidate for line in lines(folder))))
        weights, reason = adopted(loaded.weights, changes), f"{len(changes)} weights moved by reviewers' decisions."
        _show(changes)
    if stream is not None:
        _show_effect(effect(index, adopted_index(watched, weights), _records(stream)))
    if weights != loaded.weights and (adopt or undo):
        version = TermWeights(f"weights-{len(found.state.all(TermWeights)) + 1}", weights, Statement("en", reason))
        _adopt(plan, loaded.agreement.id, author, version)


def _adopt(plan: Path, register: str, author: Author, version: TermWeights) -> None:
    """Adopt weights by an act, then write them where the monitor reads them."""
    from servanda_portal.operations.act import act  # noqa: PLC0415 needs the tables

    path = plan / "weights.yaml"
    with acting("learn", author.holder):
        act(register, author, [AdoptWeights(version)])
    try:
        write_file(path, yaml.safe_dump(version.weights, allow_unicode=True).encode())
    except OSError as error:
        told = f"{path}: {error.strerror}; adopted as {version.id}, but not written: mend that and give --adopt again"
        raise refused("learn", told) from error
    console.print(f"Adopted as {version.id}, and written to {path}. --undo takes it back.", markup=False)


def _decided(state: State, candidates: Iterable[Candidate]) -> Iterator[Decision]:
    """Give the candidates that reviewers decided about."""
    from servanda_portal.pages.candidates import evidence_id  # noqa: PLC0415 needs the settings

    for one in candidates:
        evidence = state.find(Evidence, evidence_id(one))
        if evidence is not None and evidence.standing != "submitted":
            yield Decision(one, evidence.standing == "accepted")


def _records(stream: Path) -> Iterator[Record]:
    for name, path in sources(stream):
        for block in blocks(name, path, 0):
            for _, line in block.lines:
                with contextlib.suppress(RefusedError):
                    yield decode(line)


def _show(changes: list[Change]) -> None:
    table = Table(box=None, header_style="bold")
    for heading in ("term", "weight", "proposed", "accepted", "refused"):
        table.add_column(heading)
    for one in changes:
        table.add_row(one.term, *map(str, (one.weight, one.proposed, one.accepted, one.refused)))
    console.print(table if changes else "The decisions move no weight yet.")


def _show_effect(found: Effect) -> None:
    for word, pairs in (("would appear", found.appear), ("would disappear", found.disappear)):
        console.print(f"{len(pairs)} {word}", markup=False)
        for pair in pairs:
            console.print(f"  {pair.commitment} in {pair.document[:12]} at {pair.start}", markup=False)
