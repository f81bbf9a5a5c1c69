"""Language gaps and changes as a person reads them: the versions side by side, the words that differ in bold."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from servanda.reconciling.change_finding import Change, ChangeKind
from servanda.reconciling.gap_finding import LanguageGap, Span, VersionWords
from servanda.text.document import Document

_AROUND = 40  # characters shown before and after the words that differ
_LONGEST = 160  # characters shown of a commitment
_SPACE = re.compile(r"\s+")
_NOT_HERE = Text("not here", style="dim")


def print_gaps(gaps: Sequence[LanguageGap], documents: Sequence[Document]) -> None:
    """Print each gap on a line: what it is, and what each version says."""
    console = Console(highlight=False)
    texts = {document.name: document.text for document in documents}
    if gaps:
        table = _table("what", *(f"{one.document} ({one.language})" for one in gaps[0].detail.versions))
        for gap in gaps:
            table.add_row(gap.slot, *(_words(texts[one.document], one) for one in gap.detail.versions))
        console.print(table)
    words = sum(len(document.text.split()) for document in documents)
    console.print(Text(f"{_counted(len(gaps), 'gap')} in {len(documents)} versions of {words:,} words", style="dim"))


def print_changes(
    found: Sequence[Change], earlier: Document, later: Document, paragraphs: Mapping[ChangeKind, int]
) -> None:
    """Print each change on a line, those that were kept only in number."""
    console = Console(highlight=False)
    table = _table("what", earlier.name, later.name, "why")
    for change in (one for one in found if one.detail.change != "kept"):
        detail = change.detail
        why = ", ".join(dict.fromkeys(f"{one.aspect} {one.effect}" for one in detail.differences))
        table.add_row(detail.change, _said(earlier, detail.earlier), _said(later, detail.later), why)
    if table.row_count:
        console.print(table)
    counts = Counter(one.detail.change for one in found)
    console.print(Text(f"Commitments: {_counts(counts)}", style="dim"))
    console.print(Text(f"Other paragraphs: {_counts(paragraphs)}", style="dim"))


def _table(*columns: str) -> Table:
    table = Table(expand=True, box=None, padding=(0, 2, 1, 0))
    for column in columns:
        if column == "what":
            table.add_column(column, style="cyan", no_wrap=True)
        else:
            table.add_column(column, ratio=1 if column == "why" else 2)
    return table


def _words(text: str, version: VersionWords) -> Text:
    """Return the words of one version with what stands around them; neighbours are shown together."""
    if not version.words:
        return _NOT_HERE
    shown = Text()
    for index, span in enumerate(version.words):
        start = max(version.aligned.start, span.start - _AROUND)
        end = min(version.aligned.end, span.end + _AROUND)
        before, after = text[start : span.start], text[span.end : end]
        shown.append(" … " if index else "")
        shown.append(_line(before.partition(" ")[2] if start > version.aligned.start else before), style="dim")
        shown.append(_short(text[span.start : span.end]), style="bold")
        shown.append(_line(after.rpartition(" ")[0] if end < version.aligned.end else after), style="dim")
    return shown


def _said(document: Document, span: Span | None) -> Text:
    return _NOT_HERE if span is None else Text(_short(document.text[span.start : span.end]))


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rpartition(' ')[0]} …"


def _line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _counts(counts: Mapping[ChangeKind, int]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "none"


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
