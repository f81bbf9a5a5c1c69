"""The arguments of ``servanda monitor``."""

from pathlib import Path
from typing import Annotated

import typer

_MOST = 64  # processes: two blocks of the stream wait in memory for each

Streams = Annotated[
    list[Path] | None,
    typer.Argument(help="A stream, or 'merge' and output folders.", metavar="STREAM", show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: servanda monitor news.jsonl.gz --plan plans/example --output found")(monitor)


def monitor(
    output: Annotated[Path, typer.Option("--output", help="The folder of the run: candidates, state, search log.")],
    paths: Streams = None,
    feeds: Annotated[bool, typer.Option("--feeds", help="Poll the feeds of the plan, and search what is new.")] = False,
    plan: Annotated[
        Path | None, typer.Option("--plan", help="The plan folder whose commitments are looked for.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="No document before.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="No document after.")] = None,
    language: Annotated[
        list[str] | None, typer.Option("--language", metavar="en|fr|es", help="Only this language; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, max=_MOST, help="Processes that judge.")] = 1,
    shard: Annotated[str, typer.Option("--shard", metavar="i/n", help="Only the i-th of n parts.")] = "1/1",
    engine: Annotated[str, typer.Option("--engine", metavar="local|ray", help="Where it is judged.")] = "local",
    address: Annotated[str | None, typer.Option("--address", help="The address of the Ray cluster.")] = None,
) -> None:
    """Search a stream of documents for passages that bear on the commitments of a plan; go on where it stopped."""
    from servanda_cli.arguments import form_of  # noqa: PLC0415 loaded when called
    from servanda_cli.monitor import monitor_feeds, monitor_stream  # noqa: PLC0415 loaded when called
    from servanda_cli.monitor_arguments import limits_of, one_stream, shard_of  # noqa: PLC0415 loaded when called

    named = paths or []
    if named[:1] == [Path("merge")]:
        from servanda_cli.monitor_merge import merge  # noqa: PLC0415 loaded when called

        raise typer.Exit(merge(named[1:], output))
    stream, folder = one_stream(named, plan, feeds=feeds)
    limits = limits_of(since, until, language or [])
    where = form_of(engine, ("local", "ray"))
    run = monitor_feeds if feeds else monitor_stream
    raise typer.Exit(run(stream, folder, output, limits, shard_of(shard), workers, where, address))
