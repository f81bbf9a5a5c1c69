"""The search log: what was searched, so that "none found" can be stated with confidence (CODEBOOK E5)."""

import datetime
from collections import Counter
from pathlib import Path

import msgspec

from servanda_cli.monitor_blocks import StreamError
from servanda_cli.monitor_state import State, lines
from servanda_cli.whole_files import write_file


class SearchLog(msgspec.Struct, frozen=True):
    """What one output folder was searched for, and how much that was.

    ``commitments`` counts the candidates of every commitment, also of those that have none. ``complete`` is False where
    the run stopped before the end of its stream. ``register`` and ``rule`` are the versions that the search was made
    with; ``made_on`` is the day on which it was last taken further.
    """

    stream: str
    agreement: str
    register: str
    rule: str
    since: str | None
    until: str | None
    shard: str
    languages: dict[str, int]
    first: str | None
    last: str | None
    documents: int
    bytes: int
    outside: int
    duplicates: int
    set_aside: int
    candidates: int
    commitments: dict[str, int]
    complete: bool
    made_on: datetime.date


def write_log(
    folder: Path, state: State, commitments: tuple[str, ...], day: datetime.date, *, complete: bool
) -> SearchLog:
    """Write ``search.json`` from what the state counted, and return it."""
    run, counts = state.run, state.counts
    found = Counter(line.candidate.commitment for line in lines(folder))
    with (folder / "set_aside.jsonl").open("rb") as file:
        set_aside = sum(1 for _ in file)
    log = SearchLog(
        run.stream,
        run.agreement,
        run.register,
        run.rule,
        run.since,
        run.until,
        run.shard,
        counts.languages,
        counts.first,
        counts.last,
        counts.documents,
        counts.bytes,
        counts.outside,
        state.duplicates,
        set_aside,
        found.total(),
        {reference: found[reference] for reference in commitments},
        complete,
        day,
    )
    write_file(folder / "search.json", msgspec.json.format(msgspec.json.encode(log)) + b"\n")
    return log


def read_log(folder: Path) -> SearchLog:
    """Return the log of a finished search. Raises StreamError where the folder holds none."""
    path = folder / "search.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=SearchLog)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise StreamError(f"{path}: no finished search ({why}); let its run end first") from error
