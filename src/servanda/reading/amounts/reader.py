"""Read the amounts of a document: money, percentages, quantities and ranks, in the order of the text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from servanda.reading.amounts.coins import with_coins
from servanda.reading.amounts.counted import Counted, count, countable
from servanda.reading.amounts.currency_context import CurrencyContext
from servanda.reading.amounts.ellipsis import is_model, with_unit_before
from servanda.reading.amounts.marks import decimal_mark
from servanda.reading.amounts.names import names_something
from servanda.reading.amounts.periods import read_period
from servanda.reading.amounts.qualifiers import read_qualifier
from servanda.reading.amounts.ranges import read_pair
from servanda.reading.amounts.ranks import is_rank, is_total
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.mention import Mention, Money, Percent, Quantity, Rank, Value, mention
from servanda.reading.numbers.rounding import plain
from servanda.reading.numerals import find_numerals
from servanda.reading.scan import Scan
from servanda.text.document import Block


def read_amounts(scan: Scan, taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the money, percentages, quantities and ranks of a document, in order and apart.

    ``taken`` are sorted spans already read as something else (dates, durations), which no amount overlaps.
    """
    context = CurrencyContext(scan)
    marks = {language: decimal_mark(scan, language) for language in {block.language for block in scan.document.blocks}}
    mentions: list[Mention] = []
    index = 0
    for block in scan.document.blocks:
        while index < len(taken) and taken[index][1] <= block.start:
            index += 1
        stretch = Stretch(scan.text, scan.folded, block.start, block.end, block.language)
        counted = [
            count(stretch.part(start, end), numeral)
            for start, end in _free(block, taken, index)
            for numeral in find_numerals(
                scan.folded, start, end, block.language, marks[block.language], countable(block.language)
            )
        ]
        mentions.extend(_mentions(stretch, counted, context))
    return mentions


def _free(block: Block, taken: Sequence[tuple[int, int]], index: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of a block between the spans that are taken, from the one at ``index`` on."""
    start = block.start
    while index < len(taken) and taken[index][0] < block.end:
        if taken[index][0] > start:
            yield start, taken[index][0]
        start = max(start, taken[index][1])
        index += 1
    if start < block.end:
        yield start, block.end


def _mentions(stretch: Stretch, counted: Sequence[Counted], context: CurrencyContext) -> Iterator[Mention]:
    """Yield the mentions of one stretch from its numbers: each alone, or with the next as one amount."""
    reach, index = stretch.start, 0
    named: Counted | None = None  # the last number that only names something
    model: Counted | None = None  # the last amount of millions with a unit, for those that leave theirs out
    while index < len(counted):
        first = with_unit_before(stretch, counted[index], model)
        index += 1
        if first.start < reach:  # inside the unit of the number before ("30 segundos")
            continue
        pair = read_pair(stretch, first, counted[index]) if index < len(counted) else None
        if pair is not None:
            index += 1
            reach = pair[-1].end
            model = counted[index - 1] if is_model(counted[index - 1]) else model
            yield from (_mention(stretch, each, context) for each in pair)
            continue
        if first.kind == "money":
            while index < len(counted) and (both := with_coins(stretch, first, counted[index])) is not None:
                first, index = both, index + 1
        elif is_rank(stretch, first, counted[index - 2].end if index > 1 else stretch.start):
            of = counted[index] if index < len(counted) and is_total(stretch, first, counted[index]) else None
            index += of is not None
            reach = of.numeral.end if of is not None else first.end
            value = Rank(plain(first.value), of.value if of is not None else None)
            yield mention("rank", stretch.text, first.start, reach, "rank_of" if of is not None else "rank", value)
            continue
        if first.kind == "quantity" and names_something(stretch, first, named):
            named = first
        elif first.kind != "rank":
            yield _mention(stretch, first, context)
            reach = first.end
            model = first if is_model(first) else model


def _mention(stretch: Stretch, counted: Counted, context: CurrencyContext) -> Mention:
    """Return the mention of an amount."""
    qualifier = read_qualifier(stretch, counted)
    value: Value
    if counted.kind == "money" and counted.notation is not None:
        currency, basis = context.decide(counted.notation, stretch.language)
        # Coins of a currency that nothing decides stay coins: a unit could be of any of them.
        parts = Decimal(counted.notation.parts if currency is not None else 1)
        amount, low, high = (plain(each / parts) for each in (counted.value, counted.low, counted.high))
        value = Money(amount, currency, basis, low, high, qualifier, read_period(stretch, counted))
        return mention("money", stretch.text, counted.start, counted.end, counted.rule, value)
    if counted.kind == "percent":
        value = Percent(counted.value, counted.low, counted.high, qualifier)
        return mention("percent", stretch.text, counted.start, counted.end, counted.rule, value)
    value = Quantity(counted.value, counted.unit, counted.low, counted.high, qualifier)
    return mention("quantity", stretch.text, counted.start, counted.end, counted.rule, value)
