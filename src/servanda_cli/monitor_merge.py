"""``servanda monitor merge``: the output folders of several shards become one, as if one run had made it."""

import heapq
import sys
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import msgspec

from servanda.monitoring.batch import Counts
from servanda_cli.monitor_log import SearchLog
from servanda_cli.monitor_state import Line, SetAside, lines

_WRONG_USE = 2


def merge(folders: list[Path], output: Path) -> int:
    """Merge output folders. Return the exit status: 2 where they are not the shards of one search."""
    try:
        logs = [_log(folder) for folder in folders]
        _check(folders, logs)
    except ValueError as error:
        print(f"servanda: {error}", file=sys.stderr)  # noqa: T201 the one line that a person reads
        return _WRONG_USE
    output.mkdir(parents=True, exist_ok=True)
    first: dict[str, tuple[str, int]] = {}
    duplicates: set[tuple[str, int]] = set()
    commitments = dict.fromkeys(logs[0].commitments, 0)
    with (output / "candidates.jsonl").open("wb") as file:
        for line in heapq.merge(*map(_in_order, folders), key=_place):
            if first.setdefault(line.candidate.document.sha256, _place(line)) != _place(line):
                duplicates.add(_place(line))
                continue
            commitments[line.candidate.commitment] += 1
            file.write(msgspec.json.encode(line) + b"\n")
    set_aside = sorted((one for folder in folders for one in _set_aside(folder)), key=attrgetter("source", "at"))
    (output / "set_aside.jsonl").write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in set_aside))
    log = _sum(logs, commitments, len(duplicates))
    (output / "search.json").write_bytes(msgspec.json.format(msgspec.json.encode(log)) + b"\n")
    return 0


def _log(folder: Path) -> SearchLog:
    try:
        return msgspec.json.decode((folder / "search.json").read_bytes(), type=SearchLog)
    except (OSError, msgspec.DecodeError) as error:
        raise ValueError(f"{folder}: no finished search ({error}); let its run end first") from error


def _check(folders: list[Path], logs: list[SearchLog]) -> None:
    if not logs:
        raise ValueError("name the output folders to merge")
    for folder, log in zip(folders, logs, strict=True):
        if (log.stream, log.register, log.rule, log.since, log.until) != (
            logs[0].stream,
            logs[0].register,
            logs[0].rule,
            logs[0].since,
            logs[0].until,
        ):
            raise ValueError(f"{folder}: another search than {folders[0]}; merge the shards of one search")
    shards = sorted(log.shard for log in logs)
    if len(set(shards)) != len(shards) or len({shard.partition("/")[2] for shard in shards}) != 1:
        raise ValueError(f"the shards {', '.join(shards)} overlap; give every shard once")


def _in_order(folder: Path) -> Iterator[Line]:
    """Yield the candidates of a folder by source and place: shards read the sources in the same order."""
    return iter(sorted(lines(folder), key=_place))


def _place(line: Line) -> tuple[str, int]:
    return line.stream.source, line.stream.at


def _set_aside(folder: Path) -> Iterator[SetAside]:
    with (folder / "set_aside.jsonl").open("rb") as file:
        for line in file:
            yield msgspec.json.decode(line, type=SetAside)


def _sum(logs: list[SearchLog], commitments: dict[str, int], duplicates: int) -> SearchLog:
    counts = Counts()
    for log in logs:
        counts.add(Counts(log.documents, log.bytes, log.outside, log.languages, log.first, log.last))
    expected = int(logs[0].shard.partition("/")[2])
    return msgspec.structs.replace(
        logs[0],
        shard="1/1" if len(logs) == expected else " ".join(log.shard for log in logs),
        languages=counts.languages,
        first=counts.first,
        last=counts.last,
        documents=counts.documents,
        bytes=counts.bytes,
        outside=counts.outside,
        duplicates=sum(log.duplicates for log in logs) + duplicates,
        set_aside=sum(log.set_aside for log in logs),
        candidates=sum(commitments.values()),
        commitments=commitments,
        complete=len(logs) == expected and all(log.complete for log in logs),
        made_on=max(log.made_on for log in logs),
    )
