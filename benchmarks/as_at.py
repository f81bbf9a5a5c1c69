"""What it costs a portal to go back to a day among 100,000 entries, in a SQLite database of its own."""

import datetime
import time
from collections.abc import Callable

from django.db.models import Q
from rich.console import Console
from rich.table import Table
from throw_away_portal import portal

from ledger import DAY, ENTRIES, NAME, written
from servanda.record.fold import fold_into
from servanda.register.state import State

IDENTITY = NAME.rpartition("/")[2]
MIDDLE = ENTRIES // 2


def main() -> None:
    """Print how long each question takes, in a portal that is thrown away afterwards."""
    with portal():
        _ask(Console())


def _ask(console: Console) -> None:
    from servanda_portal.operations.project import Projection  # noqa: PLC0415 after django.setup
    from servanda_portal.queries.records import records  # noqa: PLC0415 after django.setup
    from servanda_portal.register.models import Agreement, Record  # noqa: PLC0415 after django.setup

    leaves = written(ENTRIES)
    Agreement.objects.create(id=IDENTITY, demonstration=True, folder="", digest="")
    projection = Projection(IDENTITY)
    for one in fold_into(State(), leaves):
        projection.take(one.made)
    projection.store()

    def one_commitment() -> list[Record]:
        kept = Q(superseded=None) | Q(superseded__gte=MIDDLE)
        about = Record.objects.filter(kept, agreement=IDENTITY, kind__in=["commitment", "standing"], key="C-7")
        return list(about.filter(entry__lt=MIDDLE))

    table = Table(title=f"The state on a day, among {ENTRIES:,} entries", title_justify="left")
    table.add_column("what")
    table.add_column("seconds", justify="right")
    for what, run in (
        ("one commitment and its standing as at a day", one_commitment),
        ("the whole plan as at a day in the middle", lambda: records(IDENTITY, None, _later(), entries=MIDDLE)),
        ("the whole plan at present", lambda: records(IDENTITY, None, _later())),
    ):
        table.add_row(what, f"{_best(run):.3f}")
    console.print(table)


def _later() -> datetime.date:
    return DAY + datetime.timedelta(365)


def _best(run: Callable[[], object]) -> float:
    """Return the best of three, since the first one warms the database up."""
    taken = []
    for _ in range(3):
        begin = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begin)
    return min(taken)


if __name__ == "__main__":
    main()
