"""Findings as a person reads them: agree, disagree, sums; each a sentence with the quotes and documents under it."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from servanda.reconciling import AnyFinding, Conflict, Corroboration, Ref, Sum
from servanda.reconciling.finding import Addition, CountedOnce
from servanda_cli.quotes import Quotes

_HEADINGS = {Corroboration: "Agree", Conflict: "Disagree", Sum: "Sums"}
_ONE_SOURCE = {
    "same_text": "the same text",
    "same_text_in_another_language": "the same text in other languages",
    "same_publisher": "the same publisher",
    "same_sentence": "the same sentence",
}


def print_findings(findings: Sequence[AnyFinding], quotes: Quotes, documents: int) -> None:
    """Print findings, grouped by what they say."""
    console = Console(highlight=False)
    for kind, heading in _HEADINGS.items():
        inside = [finding for finding in findings if isinstance(finding, kind)]
        if inside:
            console.print(Text(f"{heading} ({len(inside)})", style="bold underline"))
        for finding in inside:
            console.print()
            _print(console, finding, quotes)
        if inside:
            console.print()
    console.print(Text(f"{_counted(len(findings), 'finding')} in {_counted(documents, 'document')}", style="dim"))


def _print(console: Console, finding: AnyFinding, quotes: Quotes) -> None:
    if isinstance(finding, Conflict):
        sides = (f"“{quotes[side.mentions[0]].quote}” ({_sources(side.sources)})" for side in finding.detail.positions)
        _print_sentence(console, " or ".join(sides), finding.slot)
        for side in finding.detail.positions:
            _print_quotes(console, side.mentions, quotes)
        _print_counted_once(console, finding.detail.counted_once)
    elif isinstance(finding, Corroboration):
        sentence = f"“{quotes[finding.mentions[0]].quote}”: {_sources(finding.detail.sources)}"
        _print_sentence(console, sentence, finding.slot)
        _print_quotes(console, finding.mentions, quotes)
        _print_counted_once(console, finding.detail.counted_once)
    else:
        sum_of = _sum(finding.detail.places[0], quotes, "=" if finding.detail.rule == "exact_sum" else "≠")
        _print_sentence(console, f"{sum_of}: {finding.detail.status}", finding.slot)
        _print_quotes(console, finding.mentions, quotes)


def _print_sentence(console: Console, sentence: str, slot: str) -> None:
    console.print(Text(sentence, style="bold"))
    console.print(Text(slot, style="dim"))


def _print_quotes(console: Console, refs: Iterable[Ref], quotes: Quotes) -> None:
    for ref in refs:
        before, quote, after = quotes[ref]
        line = Text.assemble((f"{ref.document}: ", "cyan"), before, (quote, "bold"), after)
        console.print(Padding(line, (0, 0, 0, 4), expand=False))


def _print_counted_once(console: Console, counted_once: Iterable[CountedOnce]) -> None:
    for once in counted_once:
        line = f"{_ONE_SOURCE[once.rule]}, counted once: {', '.join(once.documents)}"
        console.print(Padding(Text(line, style="dim"), (0, 0, 0, 4), expand=False))


def _sources(count: int) -> str:
    return _counted(count, "source")


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def _sum(place: Addition, quotes: Quotes, sign: str) -> str:
    return f"{quotes[place.total].quote} {sign} {' + '.join(quotes[part].quote for part in place.parts)}"
