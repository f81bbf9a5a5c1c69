"""Score the reader on the project's own annotated texts, and print one table by text and language.

The texts, how they were annotated and what the columns mean: tests/gold/README.md.
"""

import argparse
import datetime
import pathlib
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

from servanda.reading.mention import (
    Commitment,
    Date,
    Duration,
    Mention,
    Money,
    Percent,
    Quantity,
    Quotation,
    Rank,
    Value,
)
from servanda.reading.reader import read
from servanda.text.loaders import load_path

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "gold"
LANGUAGES = ("en", "fr", "es")
HALF = 0.5
SLACK = 2  # characters by which a quotation may fall short at either end

Span = tuple[int, int]


class Annotated(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that stand in the text; ``occurrence`` counts from 1 where they stand in it more than once."""

    quote: str
    occurrence: int = 1

    def span(self, text: str) -> Span:
        """Return where the words stand; raise ValueError where they do not."""
        start = -1
        for _ in range(self.occurrence):
            start = text.index(self.quote, start + 1)
        return start, start + len(self.quote)


class AnnotatedCommitment(Annotated, frozen=True, kw_only=True):
    """A commitment; what is not stated (promisors, force, last day) is not scored."""

    promisors: tuple[str, ...] | None = None
    force: Literal["firm", "intended", "exploratory"] | None = None
    deadline: datetime.date | None = None
    optional: bool = False


class AnnotatedFigure(Annotated, frozen=True, kw_only=True):
    """A number in some unit; a range has no number but its two ends."""

    low: Decimal | None = None
    high: Decimal | None = None

    def is_number(self, number: Decimal | None, value: Money | Percent | Quantity) -> bool:
        """Say whether a value is this number, or its interval holds both ends of the range."""
        if self.low is not None and self.high is not None:
            return value.low <= self.low <= self.high <= value.high
        return number == (value.amount if isinstance(value, Money) else value.number)


class AnnotatedMoney(AnnotatedFigure, frozen=True, kw_only=True):
    """An amount; no currency where readers could not tell it."""

    amount: Decimal | None = None
    currency: str | None = None

    def is_read(self, value: Value) -> bool:
        """Say whether the amount, and the currency where it is annotated, were read."""
        return (
            isinstance(value, Money) and self.is_number(self.amount, value) and self.currency in (None, value.currency)
        )


class AnnotatedPercent(AnnotatedFigure, frozen=True, kw_only=True):
    """A share in percent."""

    number: Decimal | None = None

    def is_read(self, value: Value) -> bool:
        """Say whether the share was read."""
        return isinstance(value, Percent) and self.is_number(self.number, value)


class AnnotatedNumber(AnnotatedFigure, frozen=True, kw_only=True):
    """A number of something, a rank, or a duration as ISO 8601."""

    kind: Literal["quantity", "rank", "duration"] = "quantity"
    number: Decimal | None = None
    iso: str | None = None

    def is_read(self, value: Value) -> bool:
        """Say whether the number was read as what it is."""
        if self.kind == "duration":
            return isinstance(value, Duration) and value.iso == self.iso
        if self.kind == "rank":
            return isinstance(value, Rank) and value.number == self.number
        return isinstance(value, Quantity) and self.is_number(self.number, value)


class AnnotatedDate(Annotated, frozen=True, kw_only=True):
    """The first and last day that the words mean."""

    start: datetime.date
    end: datetime.date

    def is_read(self, value: Value) -> bool:
        """Say whether both days were read."""
        return isinstance(value, Date) and (value.start, value.end) == (self.start, self.end)


class AnnotatedQuotation(Annotated, frozen=True, kw_only=True):
    """Words inside a quotation; ``speaker`` is what its speaker's name must hold ("Roy|ministre": either)."""

    speaker: str


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that was annotated in one text."""

    commitments: tuple[AnnotatedCommitment, ...]
    money: tuple[AnnotatedMoney, ...] = ()
    percents: tuple[AnnotatedPercent, ...] = ()
    numbers: tuple[AnnotatedNumber, ...] = ()
    dates: tuple[AnnotatedDate, ...] = ()
    quotations: tuple[AnnotatedQuotation, ...] = ()


def load_gold(text_path: pathlib.Path) -> Gold:
    """Load the annotations beside a text."""
    data = tomllib.loads(text_path.with_suffix(".gold.toml").read_text(encoding="utf-8"))
    return msgspec.convert(data, Gold)


def overlap(one: Span, other: Span) -> float:
    """Return intersection over union of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


class Score:
    """How many of how many, per column, and what went wrong."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.faults: list[str] = []

    def count(self, column: str, right: bool, fault: str) -> None:
        """Count one thing; where it is not right, keep the fault."""
        self.add(column, int(right), 1)
        if not right:
            self.faults.append(f"{column}: {fault}")

    def add(self, column: str, right: int, of: int) -> None:
        """Add to a column."""
        counted = self.counts.setdefault(column, [0, 0])
        counted[0] += right
        counted[1] += of

    def share(self, column: str) -> float:
        """Return the part that was right, 1 where there was nothing to find."""
        right, of = self.counts.get(column, (0, 0))
        return right / of if of else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of recall and precision of commitments."""
        recall, precision = self.share("recall"), self.share("precision")
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def add_up(scores: Iterable[Score]) -> Score:
    """Return one score over several texts."""
    total = Score()
    for score in scores:
        for column, (right, of) in score.counts.items():
            total.add(column, right, of)
    return total


def pairs(found: list[Mention], wanted: list[Span]) -> dict[int, int]:
    """Match what was annotated with what was found, best overlap first, one to one."""
    ranked = sorted(
        (-overlap((mention.start, mention.end), span), w, f)
        for f, mention in enumerate(found)
        for w, span in enumerate(wanted)
    )
    matched: dict[int, int] = {}
    for score, w, f in ranked:
        if -score >= HALF and w not in matched and f not in matched.values():
            matched[w] = f
    return matched


def score_commitments(score: Score, gold: Gold, text: str, mentions: Iterable[Mention]) -> None:
    """Count commitments found, and the stated slots of the required ones among them."""
    found = [m for m in mentions if isinstance(m.value, Commitment) and m.value.parent is None]
    matched = pairs(found, [item.span(text) for item in gold.commitments])
    for w, item in enumerate(gold.commitments):
        if item.optional:
            continue
        score.count("recall", w in matched, item.quote)
        value = found[matched[w]].value if w in matched else None
        if not isinstance(value, Commitment):
            continue
        if item.promisors is not None:
            states = sorted(party for party in value.promisors if len(party) == 2)
            score.count("promisors", states == sorted(item.promisors), f"{states} for: {item.quote}")
        if item.force is not None:
            score.count("force", value.force == item.force, f"{value.force} for: {item.quote}")
        if item.deadline is not None:
            end = value.deadline and value.deadline.end
            score.count("deadline", end == item.deadline, f"{end} for: {item.quote}")
    for f, mention in enumerate(found):
        score.count("precision", f in matched.values(), mention.quote)


def score_values(score: Score, gold: Gold, text: str, mentions: Iterable[Mention]) -> None:
    """Count the annotated values that were read right, in the right place."""
    for column in ("money", "percents", "numbers", "dates"):
        for item in getattr(gold, column):
            span = item.span(text)
            read_right = any(overlap((m.start, m.end), span) >= HALF and item.is_read(m.value) for m in mentions)
            score.count(column, read_right, item.quote)


def score_quotations(score: Score, gold: Gold, text: str, mentions: Iterable[Mention]) -> None:
    """Count the quotations that hold the annotated words, and those among them with the right speaker."""
    for item in gold.quotations:
        start, end = item.span(text)
        speakers = [
            (m.value.speaker.name if m.value.speaker else "").casefold()
            for m in mentions
            if isinstance(m.value, Quotation) and m.start <= start + SLACK and m.end >= end - SLACK
        ]
        score.count("quotations", bool(speakers), item.quote)
        named = any(name.casefold() in speaker for speaker in speakers for name in item.speaker.split("|"))
        score.count("speakers", named, f"{speakers} for: {item.quote}")


def score_text(path: pathlib.Path) -> tuple[str, Score]:
    """Return the language of a text and how its reading compares with its annotations."""
    document, gold, score = load_path(path), load_gold(path), Score()
    mentions = read(document).mentions
    score_commitments(score, gold, document.text, mentions)
    score_values(score, gold, document.text, mentions)
    score_quotations(score, gold, document.text, mentions)
    return path.stem.rpartition("-")[2], score


def score_all(folder: pathlib.Path = FOLDER) -> dict[str, tuple[str, Score]]:
    """Return language and score of every annotated text of a folder, by name."""
    return {path.stem: score_text(path) for path in sorted(folder.glob("*.txt"))}


COLUMNS = ("promisors", "force", "deadline", "money", "percents", "numbers", "dates", "quotations", "speakers")


def row(name: str, score: Score) -> str:
    """Return one line of the table."""
    shares = "".join(f"{score.share(column):6.2f}" for column in ("precision", "recall")) + f"{score.f1:6.2f}"
    counts = ("/".join(str(number) for number in score.counts.get(column, ())) or "-" for column in COLUMNS)
    return f"{name:20}{shares}" + "".join(f"{count:>11}" for count in counts)


def main() -> None:
    """Print the scores of every text, of every language and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was missed or wrongly found")
    parser.add_argument("--folder", type=pathlib.Path, default=FOLDER, help="the texts and their annotations")
    options = parser.parse_args()
    results = score_all(options.folder)
    if not results:
        parser.error(
            f"{options.folder}: no annotated text is here; it takes NAME-LANGUAGE.txt and NAME-LANGUAGE.gold.toml"
        )
    print(f"{'':20}{'P':>6}{'R':>6}{'F1':>6}" + "".join(f"{column:>11}" for column in COLUMNS))
    for language in LANGUAGES:
        own = {name: score for name, (its, score) in results.items() if its == language}
        for name, score in own.items():
            print(row(name, score))
        print(row(f"= {language}", add_up(own.values())))
    print(row("= all", add_up(score for _, score in results.values())))
    if options.wrong:
        for name, (_, score) in results.items():
            for fault in score.faults:
                print(f"{name}: {fault}")


if __name__ == "__main__":
    main()
