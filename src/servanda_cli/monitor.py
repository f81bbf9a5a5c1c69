"""``servanda monitor``: a stream in, candidates out, with the log of the search; it goes on where it stopped."""

import contextlib
import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.watcher import Limits
from servanda.plans.strict_yaml import PlanError
from servanda.text.loaders.names import called
from servanda_cli.monitor_blocks import Block, StreamError, going_on, tail_of
from servanda_cli.monitor_engines import Engine, one_process, several_processes
from servanda_cli.monitor_log import SearchLog, write_log
from servanda_cli.monitor_plan import index_folder
from servanda_cli.monitor_progress import Progress
from servanda_cli.monitor_sources import blocks, sources
from servanda_cli.monitor_state import Run, State
from servanda_cli.telling import refuse

_SLICE = 1 << 16  # places that one shard has before the next one's turn


class Shard(msgspec.Struct, frozen=True):
    """One part of ``of`` parts of a stream, counted from 1."""

    number: int = 1
    of: int = 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def part(self, block: Block) -> Block:
        """Return what of a block belongs to this part."""
        if self.of == 1:
            return block
        return msgspec.structs.replace(
            block,
            lines=tuple(line for line in block.lines if self._holds(line[0])),
            refused=tuple(one for one in block.refused if self._holds(one.at)),
        )

    def _holds(self, place: int) -> bool:
        return place // _SLICE % self.of == self.number - 1


def monitor_stream(
    stream: Path,
    plan: Path,
    output: Path,
    limits: Limits,
    shard: Shard,
    workers: int,
    engine: str = "local",
    address: str | None = None,
) -> int:
    """Search a stream and write what was found into the output folder. Return the exit status: 2 for wrong use."""
    try:
        _apart(stream, output)
        index = index_folder(plan)
        run = Run(
            called(stream.name),
            index.version,
            index.rule,
            index.agreement,
            limits.since.isoformat() if limits.since else None,
            limits.until.isoformat() if limits.until else None,
            limits.languages,
            str(shard),
        )
        listed = sources(stream)
        state = State(output, run)
        with contextlib.closing(state), Progress(listed) as progress:
            judging = _engine(engine, index, limits, workers, address)
            for block, judged in judging(_unread(listed, state, shard)):
                state.keep(block, judged)
                progress.add(block)
            log = write_log(
                output,
                state,
                tuple(profile.reference for profile in index.profiles),
                datetime.datetime.now(tz=datetime.UTC).date(),
                complete=True,
            )
    except (PlanError, StreamError) as error:
        return refuse(error)
    except OSError as error:
        return refuse(
            f"{output}: {error.strerror or error}; make room for it there, or give another --output;"
            " started again, it goes on where it stopped"
        )
    print(_summary(log, progress), file=sys.stderr)  # noqa: T201 the one line that a person reads
    return 0


def monitor_feeds(
    feeds: Path, plan: Path, output: Path, limits: Limits, shard: Shard, workers: int, engine: str, address: str | None
) -> int:
    """Poll the feeds of a plan and search what is new. Return the exit status: 2 for wrong use."""
    from servanda_cli.monitor_feeds import poll  # noqa: PLC0415 only feeds need the network

    try:
        stream = poll(feeds.parent, output)
    except StreamError as error:
        return refuse(error)
    except OSError as error:
        return refuse(f"{output}: {error.strerror or error}; make room for it there")
    return monitor_stream(stream, plan, output, limits, shard, workers, engine, address)


def _unread(listed: list[tuple[str, Path]], state: State, shard: Shard) -> Iterator[Block]:
    for name, path in listed:
        tail = state.tails.get(name)
        found = blocks(name, path, state.places.get(name, 0) if tail is None else tail.at)
        for block in found if tail is None else going_on(found, tail, path):
            yield shard.part(msgspec.structs.replace(block, tail=tail_of(block)))


def _apart(stream: Path, output: Path) -> None:
    if stream.is_dir() and output.resolve().is_relative_to(stream.resolve()):
        raise StreamError(f"{output}: --output inside of the stream would be searched too; name a folder outside of it")


def _engine(name: str, index: RegisterIndex, limits: Limits, workers: int, address: str | None) -> Engine:
    if name == "ray":
        from servanda_cli.monitor_ray import on_a_cluster  # noqa: PLC0415 - Ray is an extra

        return on_a_cluster(index, limits, address)
    return one_process(index, limits) if workers == 1 else several_processes(index, limits, workers)


def _summary(log: SearchLog, progress: Progress) -> str:
    return (
        f"{log.documents:,} documents searched, {log.candidates:,} candidates, {log.set_aside:,} set aside;"
        f" {progress.megabytes:,.1f} MB in this run at {progress.rate:,.1f} MB/s"
    )
