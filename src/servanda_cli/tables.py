"""A reading as a person enjoys it: grouped by kind, the quote beside the value that was read in it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from servanda.reading import mention as read
from servanda.text.document import Document

_HEADINGS: dict[read.Kind, str] = {
    "commitment": "Commitments",
    "money": "Money",
    "quantity": "Numbers",
    "percent": "Percentages",
    "rank": "Ranks",
    "date": "Dates",
    "duration": "Durations",
    "recurrence": "Recurrences",
    "actor": "Actors",
    "quotation": "Quotations",
}


def print_reading(document: Document, reading: read.Reading) -> None:
    """Print one document's reading as a table."""
    console = Console(highlight=False)
    about = " · ".join(str(item) for item in (document.language, document.date, document.publisher) if item)
    console.print(Text(document.name, style="bold"), Text(about, style="dim"))
    if document.title:
        console.print(Text(document.title))
    for kind, heading in _HEADINGS.items():
        rows = [mention for mention in reading.mentions if mention.kind == kind]
        if rows:
            console.print(_table(heading, rows))
    mentions, left, issues = len(reading.mentions), len(reading.excluded), len(reading.issues)
    counts = f"{mentions} mentions; {left} sentences left out; {issues} issues ({reading.reader})"
    console.print(Text(counts, style="dim"))
    console.print()


def _table(heading: str, rows: list[read.Mention]) -> Table:
    table = Table(title=f"{heading} ({len(rows)})", title_justify="left", title_style="bold", expand=True, box=None)
    table.add_column("at", justify="right", style="dim", no_wrap=True)
    table.add_column("quote", ratio=3)
    table.add_column("read as", ratio=2)
    for row in rows:
        table.add_row(str(row.start), Text(row.quote), Text(told(row.value)))
    return table


def told(value: read.Value) -> str:
    """Return a value in a few words.

    >>> told(read.Rank(Decimal(140), Decimal(180)))
    '140 of 180'
    """
    tell: Callable[[Any], str] = _TELL[type(value)]
    return tell(value)


def number(value: Decimal) -> str:
    """Return a number with its thousands apart."""
    return f"{value:,f}"


def _with_qualifier(words: str, qualifier: str | None) -> str:
    return f"{words} ({qualifier.replace('_', ' ')})" if qualifier else words


def _money(value: read.Money) -> str:
    words = f"{value.currency or 'currency not stated'} {number(value.amount)}"
    if value.period:
        words += f" per {value.period}"
    if value.currency_basis and value.currency_basis != "stated":
        words += f", currency from {value.currency_basis}"
    return _with_qualifier(words, value.qualifier)


def _date(value: read.Date) -> str:
    return str(value.start) if value.start == value.end else f"{value.start} to {value.end} ({value.granularity})"


def _commitment(value: read.Commitment) -> str:
    lines = [f"{', '.join(value.promisors) or 'promisor not named'}: {value.force}"]
    if value.stage != "new":
        lines.append(value.stage)
    if value.spoken:
        lines.append("spoken")
    if value.deadline:
        lines.append(f"by {value.deadline.end}")
    if value.recurrence:
        lines.append(value.recurrence)
    if value.parent:
        lines.append("a measure of the one above")
    return "; ".join(lines)


def _quotation(value: read.Quotation) -> str:
    return f"{value.speaker.name if value.speaker else 'speaker not found'}{'' if value.direct else ' (reported)'}"


_TELL: dict[type, Callable[[Any], str]] = {
    read.Money: _money,
    read.Quantity: lambda value: _with_qualifier(f"{number(value.number)} {value.unit or ''}".strip(), value.qualifier),
    read.Percent: lambda value: _with_qualifier(f"{number(value.number)} %", value.qualifier),
    read.Rank: lambda value: f"{number(value.number)} of {number(value.of)}" if value.of else number(value.number),
    read.Date: _date,
    read.Duration: lambda value: value.iso,
    read.Recurrence: lambda value: value.rrule,
    read.ActorValue: lambda value: f"{value.name} ({value.id or value.type or 'not known'})",
    read.Quotation: _quotation,
    read.Commitment: _commitment,
}
