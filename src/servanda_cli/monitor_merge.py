"""``servanda monitor merge``: the output folders of several shards become one, as if one run had made it."""

import heapq
import os
import shutil
import tempfile
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

from servanda.monitoring.batch import Counts
from servanda_cli.monitor_arguments import SHARD
from servanda_cli.monitor_blocks import StreamError
from servanda_cli.monitor_log import SearchLog, read_log
from servanda_cli.monitor_state import Line, SetAside, lines, read_lines
from servanda_cli.telling import refuse
from servanda_cli.whole_files import write_file

Data = TypeVar("Data")

_SAME = ("stream", "agreement", "register", "rule", "since", "until")  # in all shards of one search


def merge(folders: list[Path], output: Path) -> int:
    """Merge output folders. Return the exit status: 2 where they are not the shards of one search."""
    try:
        logs = [read_log(folder) for folder in folders]
        _check(folders, logs, output)
        _write(folders, logs, output)
    except (ValueError, StreamError) as error:
        return refuse(error)
    except OSError as error:
        return refuse(f"{output}: {error.strerror}; nothing was merged")
    return 0


def _write(folders: list[Path], logs: list[SearchLog], output: Path) -> None:
    """Write the files beside those that may be there, and put them in their place once all are whole."""
    output.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=output, prefix=".merging."))
    try:
        log = _merge(folders, logs, unfinished)
        write_file(unfinished / "search.json", msgspec.json.format(msgspec.json.encode(log)) + b"\n")
        for name in ("candidates.jsonl", "set_aside.jsonl", "search.json"):
            (unfinished / name).replace(output / name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _merge(folders: list[Path], logs: list[SearchLog], output: Path) -> SearchLog:
    first: dict[str, tuple[str, int]] = {}
    duplicates: set[tuple[str, int]] = set()
    commitments = dict.fromkeys(logs[0].commitments, 0)
    with (output / "candidates.jsonl").open("wb") as file:
        for line in heapq.merge(*map(_in_order, folders, logs), key=_place):
            if first.setdefault(line.candidate.document.sha256, _place(line)) != _place(line):
                duplicates.add(_place(line))
                continue
            commitments[line.candidate.commitment] = commitments.get(line.candidate.commitment, 0) + 1
            file.write(msgspec.json.encode(line) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    set_aside = [one for folder, log in zip(folders, logs, strict=True) for one in _set_aside(folder, log)]
    set_aside.sort(key=attrgetter("source", "at"))
    write_file(output / "set_aside.jsonl", b"".join(msgspec.json.encode(one) + b"\n" for one in set_aside))
    return _sum(logs, commitments, len(duplicates))


def _check(folders: list[Path], logs: list[SearchLog], output: Path) -> None:
    if not logs:
        raise ValueError("name the output folders to merge")
    if (output / "state.jsonl").exists():
        raise ValueError(f"{output}: --output holds a run, which merging would overwrite; name another folder")
    if output.resolve() in {folder.resolve() for folder in folders}:
        raise ValueError(f"{output}: --output is one of the parts; name another folder")
    for folder, log in zip(folders, logs, strict=True):
        if SHARD.fullmatch(log.shard) is None:
            told = f"its shard is {log.shard!r}, no single part like 2/5"
            raise ValueError(f"{folder / 'search.json'}: {told}; merge the parts themselves")
        if other := [name for name in _SAME if getattr(log, name) != getattr(logs[0], name)]:
            told = f"another search than {folders[0]} (another {', '.join(other)})"
            raise ValueError(f"{folder}: {told}; merge the shards of one search")
    shards = sorted(log.shard for log in logs)
    if len(set(shards)) != len(shards) or len({shard.partition("/")[2] for shard in shards}) != 1:
        raise ValueError(f"the shards {', '.join(shards)} overlap; give every shard once")


def _in_order(folder: Path, log: SearchLog) -> Iterator[Line]:
    """Yield the candidates of a folder by source and place: shards read the sources in the same order."""
    return iter(_counted(sorted(lines(folder), key=_place), log.candidates, folder / "candidates.jsonl"))


def _counted(found: list[Data], count: int, path: Path) -> list[Data]:
    """Return what a file holds. Raises StreamError where that is not what the log of the search counted."""
    if len(found) != count:
        told = f"{len(found):,} lines, where search.json counts {count:,}"
        raise StreamError(f"{path}: {told}; let its run end, or search this part again with another --output")
    return found


def _place(line: Line) -> tuple[str, int]:
    return line.stream.source, line.stream.at


def _set_aside(folder: Path, log: SearchLog) -> list[SetAside]:
    path = folder / "set_aside.jsonl"
    return _counted(list(read_lines(path, SetAside)), log.set_aside, path)


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
