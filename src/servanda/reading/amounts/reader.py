"""Read the amounts of a document: money, percentages, quantities and ranks, in the order of the text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from servanda.reading.amounts.coins import with_coins
from servanda.reading.amounts.counted import Counted, count, countable
from servanda.reading.amounts.currency_context import CurrencyContext
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
    for start, end, block in _free(scan.document.blocks, taken):
        numerals = find_numerals(
            scan.folded, start, end, block.language, marks[block.language], countable(block.language)
        )
        stretch = Stretch(scan.text, scan.folded, start, end, block.language)
        counted = [count(stretch, numeral) for numeral in numerals]
        mentions.extend(_mentions(stretch, counted, context))
    return mentions


def _free(blocks: Sequence[Block], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Block]]:
    """Yield the stretches of every block between the spans that are taken."""
    index = 0
    for block in blocks:
        start = block.start
        while index < len(taken) and taken[index][0] < block.end:
            if taken[index][1] > start:
                yield start, max(start, taken[index][0]), block
                start = max(start, taken[index][1])
            if taken[index][1] > block.end:
                break
            index += 1
        if start < block.end:
            yield start, block.end, block


def _mentions(stretch: Stretch, counted: Sequence[Counted], context: CurrencyContext) -> Iterator[Mention]:
    """Yield the mentions of one stretch from its numbers: each alone, or with the next as one amount."""
    reach, index = stretch.start, 0
    while index < len(counted):
        first = counted[index]
        index += 1
        if first.start < reach:  # inside the unit of the number before ("30 segundos")
            continue
        if index < len(counted):
            pair = read_pair(stretch, first, counted[index])
            if pair is not None:
                index += 1
                reach = pair[-1].end
                yield from (_mention(stretch, each, context) for each in pair)
                continue
        if first.kind == "money":
            while index < len(counted) and (both := with_coins(stretch, first, counted[index])) is not None:
                first, index = both, index + 1
        elif is_rank(stretch, first):
            of = counted[index] if index < len(counted) and is_total(stretch, first, counted[index]) else None
            index += of is not None
            end = of.numeral.end if of is not None else first.end
            value = Rank(plain(first.value), of.value if of is not None else None)
            yield mention("rank", stretch.text, first.start, end, "rank_of" if of is not None else "rank", value)
            reach = end
            continue
        if first.kind != "rank" and not (first.kind == "quantity" and names_something(stretch, first)):
            yield _mention(stretch, first, context)
            reach = first.end


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
