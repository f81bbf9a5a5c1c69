"""What recording costs a portal, in a SQLite database of its own: one act, by a form and without, and 100,000 in bulk.

One act is done among the few hundred entries of the imaginary plan, and once more among the 100,000.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table
from throw_away_portal import portal

from ledger import DAY, ENTRIES, PARTIES, acts, private
from servanda.register.acts.reporting import SubmitReport
from servanda.register.author import OPERATOR, Author
from servanda.register.reporting import Report
from servanda.register.wording import Statement

EXAMPLE = Path(__file__).resolve().parent.parent / "plans" / "example"
REGISTER = "benchmark"
AT_ONCE = 1000  # acts of one import, in one transaction
TIMES = 60


def main() -> None:
    """Print the table, from a portal that is thrown away afterwards."""
    with portal():
        _record(Console())


def _record(console: Console) -> None:
    from servanda_portal.operations.load_plan import load_plan  # noqa: PLC0415 after django.setup

    example = load_plan(EXAMPLE).agreement.id
    table = Table(title="Recording, each append durable", title_justify="left")
    for heading in ("what", "measured", "most memory so far, MB"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for what, run in (
        ("one act by its form, in the imaginary plan, median", lambda: _median(_form(example))),
        ("one act by operations.act, there, median", lambda: _median(_act(example, "XN", "W01"))),
        (f"{ENTRIES:,} entries in bulk, {AT_ONCE:,} at once", _bulk),
        ("one act by operations.act, among them, median", lambda: _median(_act(REGISTER, PARTIES[0], "C-7"))),
    ):
        table.add_row(what, run(), _memory())
    console.print(table)


def _bulk() -> str:
    """Import a register of its own, and say how many entries a second that made."""
    from servanda.plans.founding import DatedAct  # noqa: PLC0415 after django.setup
    from servanda_portal.entries.models import Ledger  # noqa: PLC0415 after django.setup
    from servanda_portal.home import home  # noqa: PLC0415 after django.setup
    from servanda_portal.operations.append import append  # noqa: PLC0415 after django.setup
    from servanda_portal.operations.keys import write_key  # noqa: PLC0415 after django.setup
    from servanda_portal.register.models import Agreement  # noqa: PLC0415 after django.setup

    Agreement.objects.create(id=REGISTER, demonstration=True, folder="", digest="")
    Ledger.objects.create(register=REGISTER, demonstration=True)
    for holder in (OPERATOR, *PARTIES):
        write_key(home() / "keys" / REGISTER / f"{holder}.key", private(holder).seed)
    waiting = (DatedAct(act, author, DAY) for act, author in acts(ENTRIES))
    begin = time.perf_counter()
    while batch := list(islice(waiting, AT_ONCE)):
        append(REGISTER, batch)
    return f"{ENTRIES / (time.perf_counter() - begin):,.0f} a second"


def _act(register: str, party: str, commitment: str) -> Callable[[int], object]:
    """Return what reports once more on a commitment."""
    from servanda_portal.operations.act import act  # noqa: PLC0415 after django.setup

    def report(number: int) -> object:
        said = Statement("en", f"Report {number} of a benchmark.")
        made = Report(f"benchmark-{number}", commitment, party, "in_progress", DAY, said)
        return act(register, Author("reporter", party), [SubmitReport(made)])

    return report


def _form(register: str) -> Callable[[int], object]:
    """Return what sends the form of a report, signed in, as a browser does."""
    from django.test import Client  # noqa: PLC0415 after django.setup

    from servanda_portal.accounts.models import Membership  # noqa: PLC0415 after django.setup

    client = Client(headers={"host": "127.0.0.1"})
    membership = Membership.objects.get(register=register, holder="XN", role="reporter")
    client.force_login(membership.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")

    def send(number: int) -> object:
        given = {"standing": "in_progress", "happened": f"Report {number} of a benchmark."}
        answer = client.post(f"/en/plans/{register}/work/report/W01/", given)
        if answer.status_code != 302:
            sys.exit(f"the form was not taken: {answer.status_code}")
        return answer

    return send


def _median(run: Callable[[int], object]) -> str:
    taken = []
    for number in range(TIMES):
        begin = time.perf_counter()
        run(number)
        taken.append(time.perf_counter() - begin)
    return f"{1000 * statistics.median(taken):.1f} ms"


def _memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


if __name__ == "__main__":
    main()
