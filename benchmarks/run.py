"""Everything that is measured, printed as tables: how good the reader is on annotated texts, how fast, how big.

Figures are ratios within one run on one machine: a peer that is not installed is named, not measured.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from servanda.reading.reader import read
from servanda.text.loaders import load_bytes

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 4.0  # of processor time, for each contender


def press() -> list[bytes]:
    """Return the project's own texts, in three languages: statements, releases, press, minutes."""
    folders = (ROOT / "plans" / "example" / "texts", ROOT / "tests" / "gold")
    return [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt"))]


def servanda(text: str) -> int:
    """Read everything; return the number of mentions."""
    return len(read(load_bytes(text.encode(), name="text.txt")).mentions)


def recognizers_currency() -> Callable[[str], int]:
    """Read currency alone with Recognizers-Text, in English."""
    from recognizers_number_with_unit import NumberWithUnitRecognizer  # noqa: PLC0415 may not be installed
    from recognizers_text import Culture  # noqa: PLC0415 may not be installed

    model = NumberWithUnitRecognizer(Culture.English).get_currency_model()
    return lambda text: len(model.parse(text))


def dateparser_search() -> Callable[[str], int]:
    """Search for dates with dateparser."""
    from dateparser.search import search_dates  # noqa: PLC0415 may not be installed

    return lambda text: len(search_dates(text, languages=["en", "fr", "es"]) or [])


def spacy_blank() -> Callable[[str], int]:
    """Run a blank spaCy pipeline with sentencizer and entity ruler."""
    import spacy  # noqa: PLC0415 may not be installed

    pipeline = spacy.blank("xx")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "MONEY", "pattern": [{"LIKE_NUM": True}, {"LOWER": "million"}]}])
    return lambda text: len(pipeline(text).ents)


PEERS = {
    "Recognizers-Text, currency alone": recognizers_currency,
    "dateparser, search_dates": dateparser_search,
    "spaCy blank, sentencizer and entity ruler": spacy_blank,
}


def rate(run: Callable[[str], int], texts: list[str]) -> tuple[float, float]:
    """Return megabytes a second of processor time, and what was found in a thousand bytes."""
    run(texts[0])
    size = found = 0
    begin = time.process_time()
    while time.process_time() - begin < SECONDS:
        for text in texts:
            found += run(text)
            size += len(text.encode())
            if time.process_time() - begin > SECONDS:
                break
    return size / 1e6 / (time.process_time() - begin), found / size * 1000


def speed(console: Console) -> None:
    """Print the speed of a full reading beside its peers."""
    texts = [content.decode() for content in press()]
    table = Table(title="Speed, one core, the project's own texts", title_justify="left")
    for heading in ("reader", "MB/s", "found per kB", "Servanda is faster by"):
        table.add_column(heading, justify="left" if heading == "reader" else "right")
    ours, dense = rate(servanda, texts)
    table.add_row("Servanda, everything", f"{ours:.2f}", f"{dense:.1f}", "")
    for name, make in PEERS.items():
        try:
            theirs, found = rate(make(), texts)
        except ImportError as missing:
            table.add_row(name, "not installed", "", str(missing.name))
            continue
        table.add_row(name, f"{theirs:.2f}", f"{found:.1f}", f"{ours / theirs:.1f}")
    console.print(table)


def start(console: Console) -> None:
    """Print how long the command takes from start to end, beside an empty Python."""
    table = Table(title="Start, best of five", title_justify="left")
    table.add_column("command")
    table.add_column("seconds", justify="right")
    text = next((ROOT / "tests" / "gold").glob("*.txt"))
    program = str(Path(sys.executable).parent / "servanda")
    for command in ([sys.executable, "-c", ""], [program, "--help"], [program, "read", str(text), "--format", "jsonl"]):
        best = min(_seconds(command) for _ in range(5))
        shown = " ".join(Path(word).name if "/" in word else word for word in command)
        table.add_row(shown, f"{best:.2f}")
    console.print(table)


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def memory(console: Console) -> None:
    """Print the most memory that this process has used after reading more and more documents."""
    texts = press()
    table = Table(title="Memory while reading, one process", title_justify="left")
    table.add_column("documents read", justify="right")
    table.add_column("most memory so far, MB", justify="right")
    count = 0
    for goal in (50, 200, 800):
        while count < goal:
            read(load_bytes(texts[count % len(texts)], name="text.txt"))
            count += 1
        table.add_row(str(count), f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
    console.print(table)


def main() -> None:
    """Print all tables."""
    console = Console()
    memory(console)  # first: before the peers are loaded
    start(console)
    speed(console)
    console.print("How good the reader is on tests/gold:")
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / "gold.py")], check=True)
    console.print("How good the comparison of sources is on tests/bundles:")
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / "bundles.py")], check=True)
    console.print("How good the monitor is on tests/relevance:")
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / "relevance.py")], check=True)
    console.print("How fast the monitor is, beside others that search in the same way:")
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / "monitoring.py"), "--megabytes", "50"], check=True)
    console.print("What the ledger costs:")
    for measure in ("ledger.py", "as_at.py", "portal_record.py"):
        subprocess.run([sys.executable, str(ROOT / "benchmarks" / measure)], check=True)
    console.print("What readers of a large portal wait for:")
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / "portal_load.py")], check=True)


if __name__ == "__main__":
    main()
