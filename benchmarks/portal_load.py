"""What readers of a large register wait for: pages made at 20 requests a second, and given again as fast as it goes.

The server is the portal's own, with eight threads, on loopback. What a page derives from the whole register is kept
with it: ``first`` is the longest that a language waits for it, once for each new entry. Then pages are made for
addresses that nobody asked for yet; then one is asked for again and again by wrk (Debian has it; without it, by a
client of ours that is slower itself).
Beside the waits stands the processor time of the server, which other work on the machine changes less.
``--home FOLDER`` keeps the register that was founded there for the next run.
"""

import argparse
import contextlib
import gzip
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from large_register import COMMITMENTS, ENTRIES, REGISTER, TEXTS, found_register
from rich.console import Console
from rich.table import Table
from throw_away_portal import portal

PORT, THREADS = 18_700, 8
A_SECOND, MADE, SECONDS = 20, 60, 3
LANGUAGES = ("en", "fr", "es")


def _parts(page: str, count: int) -> Callable[[int], str]:
    return lambda number: f"{page}/?page={1 + number % count}"


# Each kind of page: its address by a number, another one for each number, in one of three languages.
PAGES: dict[str, Callable[[int], str]] = {
    "plan": lambda number: f"?n={number}",
    "commitments": lambda number: f"commitments/?page={1 + number % 20}&view={('table', 'list')[number % 2]}",
    "commitments, searched": lambda number: f"commitments/?q={('ferry', 'lock', 'clinic')[number % 3]}+{number}",
    "commitment": lambda number: f"commitments/C-{number * 13 % COMMITMENTS}/",
    "documents": _parts("documents", 20),
    "document": lambda number: f"documents/note-{number % TEXTS}/",
    "happenings": _parts("happenings", 90),
    "meetings": lambda number: f"meetings/?page={1 + number % 9}&n={number}",
    "money": _parts("money", 49),
    "searches": lambda number: f"searches/?page={1 + number % 19}&n={number}",
    "changed": lambda number: f"changed/?since=2026-{1 + number % 11:02}-{1 + number % 28:02}",
    "timeline": _parts("timeline", 100),
    "findings": lambda number: f"findings/?n={number}",
    "projects": lambda number: f"projects/?n={number}",
    "indicators": lambda number: f"indicators/?n={number}",
    "disagreements": lambda number: f"disagreements/?n={number}",
    "context": lambda number: f"context/?n={number}",
    "annual brief": lambda number: f"briefs/annual/?n={number}",
    "ledger": lambda number: f"ledger/?before={ENTRIES - number * 7}",
    "entry": lambda number: f"ledger/{number * 1009 % ENTRIES}/",
    "feed": lambda number: f"feed.atom?commitment=C-{number}",
    "calendar": lambda number: f"calendar.ics?commitment=C-{number}",
}


def main() -> None:
    """Found the register, unless it is there, serve it, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--home", type=Path, help="a folder that keeps the register for the next run")
    asked.add_argument("--pages", nargs="*", choices=PAGES, default=list(PAGES), help="only these")
    given = asked.parse_args()
    with portal(given.home) as home:
        _found(home)
        with _served() as server:
            _measure(Console(), given.pages, server)


def _found(home: Path) -> None:
    texts = home / "texts"
    if not texts.is_dir():
        texts.mkdir()
        found_register(texts)


@contextlib.contextmanager
def _served() -> Iterator[int]:
    """Serve the portal in a process of its own, as ``servanda serve`` does, and give the process's id."""
    command = [sys.executable, "-m", "waitress", f"--threads={THREADS}", f"--listen=127.0.0.1:{PORT}"]
    with subprocess.Popen([*command, "servanda_portal.wsgi:application"], stderr=subprocess.DEVNULL) as server:
        try:
            while not _ready():
                if server.poll() is not None:
                    sys.exit("the portal does not start; is the port taken?")
                time.sleep(0.2)
            yield server.pid
        finally:
            server.terminate()


def _ready() -> bool:
    with contextlib.suppress(OSError):
        return _get("/readyz")[0] == 200
    return False


def _measure(console: Console, pages: list[str], server: int) -> None:
    took, _ = _timed(f"/en/plans/{REGISTER}/")
    load = os.getloadavg()[0]
    title = f"{ENTRIES:,} entries; first page of all in {took:.1f} s; load of the machine before {load:.1f}"
    table = Table(title=title, title_justify="left")
    made_as = ("first: ms", "made: processor ms", "p50 ms", "p95", "p99")
    for heading in ("page", "KB sent", "queries", *made_as, "kept: processor ms", "a second", "p50 ms", "p99"):
        table.add_column(heading, justify="left" if heading == "page" else "right")
    for name in pages:
        address = f"/en/plans/{REGISTER}/{PAGES[name](0)}"
        first = max(_timed(f"/{language}/plans/{REGISTER}/{PAGES[name](0)}")[0] for language in LANGUAGES)
        before = _processor(server)
        made, sent = _made(name)
        between = _processor(server)
        rate, p50, p99 = (_wrk if shutil.which("wrk") else _own_load)(address)
        costs = (between - before) / MADE, (_processor(server) - between) / (rate * SECONDS)
        cuts = statistics.quantiles(made, n=100)
        figures = (f"{1000 * cuts[cut - 1]:.0f}" for cut in (50, 95, 99))
        made_at = (f"{costs[0]:.0f}", *figures)
        kept_at = (f"{costs[1]:.1f}", f"{rate:.0f}", p50, p99)
        table.add_row(name, f"{sent / 1000:.0f}", str(_queries(address)), f"{1000 * first:.0f}", *made_at, *kept_at)
        print(name, f"{sent / 1000:.0f}", f"{1000 * first:.0f}", *made_at, *kept_at, file=sys.stderr)
    console.print(table)


def _processor(server: int) -> float:
    """Return the processor time of the server until now, in milliseconds."""
    fields = Path(f"/proc/{server}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _made(name: str) -> tuple[list[float], int]:
    """Return how long each page took that was made, at so many a second, and the most bytes of one of them."""
    begin = time.perf_counter()

    def ask(number: int) -> tuple[float, int]:
        time.sleep(max(0.0, begin + number / A_SECOND - time.perf_counter()))
        language = LANGUAGES[number % len(LANGUAGES)]
        return _timed(f"/{language}/plans/{REGISTER}/{PAGES[name](number)}")

    with ThreadPoolExecutor(16) as readers:
        answers = list(readers.map(ask, range(1, MADE + 1)))
    return [took for took, _ in answers], max(size for _, size in answers)


def _wrk(address: str) -> tuple[float, str, str]:
    """Return how often a second wrk was given a page that is kept, and half and 99 in 100 of its waits in ms."""
    command = ["wrk", "-t1", "-c8", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip"]
    told = subprocess.run(
        [*command, f"http://127.0.0.1:{PORT}{address}"], check=True, capture_output=True, text=True
    ).stdout
    if "Non-2xx" in told:
        sys.exit(f"{address}: {told}")
    found = re.search(r"\n +50% +(\S+).*\n +99% +(\S+).*Requests/sec: +(\S+)", told, re.DOTALL)
    if found is None:
        sys.exit(f"wrk said something else: {told}")
    return float(found[3]), _milliseconds(found[1]), _milliseconds(found[2])


def _milliseconds(written: str) -> str:
    number = float(re.sub("[a-z]+$", "", written))
    return f"{number * (0.001 if written.endswith('us') else 1 if written.endswith('ms') else 1000):.0f}"


def _own_load(address: str) -> tuple[float, str, str]:
    """Return the same by eight threads of ours."""
    begin = time.perf_counter()

    def ask(_: int) -> list[float]:
        taken = []
        while time.perf_counter() < begin + SECONDS:
            taken.append(_timed(address)[0])
        return taken

    with ThreadPoolExecutor(8) as readers:
        taken = sorted(one for each in readers.map(ask, range(8)) for one in each)
    p50, p99 = (f"{1000 * taken[len(taken) * share // 100]:.0f}" for share in (50, 99))
    return len(taken) / (time.perf_counter() - begin), p50, p99


def _timed(address: str) -> tuple[float, int]:
    """Return how long a page took to come, and its bytes as sent."""
    begin = time.perf_counter()
    status, content = _get(address)
    took = time.perf_counter() - begin
    if status != 200:
        sys.exit(f"{address}: {status}: {gzip.decompress(content).decode()[-2000:]}")
    return took, len(content)


def _get(address: str) -> tuple[int, bytes]:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)) as reader:
        reader.request("GET", address, headers={"Accept-Encoding": "gzip"})
        answer = reader.getresponse()
        return answer.status, answer.read()


def _queries(address: str) -> int:
    """Return how many questions the database is asked where the page is made, in this process."""
    from django.db import connection  # noqa: PLC0415 after django.setup
    from django.test import Client  # noqa: PLC0415 after django.setup
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 after django.setup

    from servanda_portal.pages.kept import forget  # noqa: PLC0415 after django.setup

    client = Client(headers={"host": "127.0.0.1"})
    client.get(address)  # what the register itself takes is kept from now on
    forget()
    with CaptureQueriesContext(connection) as questions:
        client.get(address)
    return len(questions)


if __name__ == "__main__":
    main()
