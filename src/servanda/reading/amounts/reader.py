"""Read the amounts of a document: money, percentages, quantities and ranks, in the order of the text."""

from collections.abc import Iterable, Iterator, Sequence

from servanda.reading.amounts.coins import with_coins
from servanda.reading.amounts.counted import Counted, count, countable, things, touching
from servanda.reading.amounts.currency_context import CurrencyContext
from servanda.reading.amounts.ellipsis import is_model, with_unit_before
from servanda.reading.amounts.marks import decimal_mark
from servanda.reading.amounts.names import names_something
from servanda.reading.amounts.periods import read_period
from servanda.reading.amounts.qualifiers import read_qualifier
from servanda.reading.amounts.ranges import read_pair
from servanda.reading.amounts.ranks import as_rank, is_rank, is_total
from servanda.reading.amounts.shares import read_share, read_share_of_one
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.mention import Mention, Money, Percent, Quantity, Rank, Value, mention
from servanda.reading.numbers.rounding import plain
from servanda.reading.numerals import NumbersShown, find_numerals
from servanda.reading.scan import Scan
from servanda.text.document import Block


def read_amounts(scan: Scan, taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the money, percentages, quantities and ranks of a document, in order and apart.

    ``taken`` are sorted spans already read as something else (dates, durations), which no amount overlaps.
    """
    marks = {language: decimal_mark(scan, language) for language in {block.language for block in scan.document.blocks}}
    amounts: list[tuple[Stretch, Counted]] = []
    index = 0
    for block, shown in _with_numbers(scan):
        while index < len(taken) and taken[index][1] <= block.start:
            index += 1
        stretch = Stretch(scan.text, scan.folded, scan.plain, block.start, block.end, block.language)
        counted = list(_counted(stretch, _free(block, taken, index), marks[block.language], shown))
        amounts += [(stretch, amount) for amount in _amounts(stretch, counted)]
    currencies = CurrencyContext(scan, [(a.notation, s.language) for s, a in amounts if a.notation is not None])
    return [
        _mention(stretch, each, currencies)
        for stretch, amount in amounts
        if (each := _meant(stretch, amount, currencies)) is not None
    ]


def _meant(stretch: Stretch, amount: Counted, currencies: CurrencyContext) -> Counted | None:
    """Return an amount, as one of things where it is no money in this text: "fifty soles" may be fish."""
    if amount.notation is None or currencies.is_money(amount.notation, stretch.language):
        return amount
    return things(stretch, amount.numeral) if amount.start == amount.numeral.start else None


def _with_numbers(scan: Scan) -> Iterator[tuple[Block, NumbersShown]]:
    """Yield the blocks that hold numbers, with where numbers show around them."""
    runs, shown, language = iter(scan.stretches), None, None
    for block in scan.document.blocks:
        if shown is None or block.language != language:
            start, end, language = next(runs)
            shown = NumbersShown(scan.folded, start, end, language, countable(language))
        if shown.within(block.start, block.end):
            yield block, shown


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


def _counted(stretch: Stretch, parts: Iterable[tuple[int, int]], mark: str, shown: NumbersShown) -> Iterator[Counted]:
    """Yield what each number of a block counts. No unit serves two numbers, and none that holds a number is one."""
    language, reach = stretch.language, stretch.start
    for start, end in parts:
        places = shown.within(start, end)
        if not places:
            continue
        found = find_numerals(
            stretch.folded,
            start,
            end,
            language,
            mark,
            after_one=countable(language),
            touching=touching(language),
            shown=places,
        )
        for numeral in found:
            if numeral.start >= reach:  # else inside the unit of the number before ("30 segundos")
                counted = count(stretch.part(max(start, reach), end), numeral)
                reach = counted.end
                yield counted


def _amounts(stretch: Stretch, counted: Sequence[Counted]) -> Iterator[Counted]:
    """Yield the amounts of one block from its numbers: each alone, or with the next as one."""
    index = 0
    named: Counted | None = None  # the last number that only names something
    model: Counted | None = None  # the last amount of millions with a unit, for those that leave theirs out
    while index < len(counted):
        first = with_unit_before(stretch, counted[index], model)
        previous = counted[index - 1] if index > 0 else None
        index += 1
        following = counted[index] if index < len(counted) else None
        pair = read_pair(stretch, first, following) if following is not None else None
        if pair is not None:
            index += 1
            model = following if following is not None and is_model(following) else model
        elif following is not None and (share := read_share(stretch, first, following)) is not None:
            first, index = share, index + 1
        elif (share := read_share_of_one(stretch, first)) is not None:
            first = share
        elif is_rank(stretch, first, previous):
            total = following if following is not None and is_total(stretch, first, following) else None
            index += total is not None
            pair = [as_rank(stretch, first, total)]
        elif first.kind == "money":
            while index < len(counted) and (both := with_coins(stretch, first, counted[index])) is not None:
                first, index = both, index + 1
        elif first.kind == "rank":
            continue
        elif first.kind == "quantity" and names_something(stretch, first, named):
            named = first
            continue
        yield from pair or [first]
        model = first if is_model(first) else model


def _mention(stretch: Stretch, counted: Counted, currencies: CurrencyContext) -> Mention:
    """Return the mention of an amount."""
    value: Value
    qualifier = read_qualifier(stretch, counted)
    if counted.kind == "rank":
        value = Rank(plain(counted.value), counted.of)
    elif counted.notation is not None:
        currency, basis = currencies.decide(counted.notation, stretch.language)
        # Coins of a currency that nothing decides stay coins: a unit could be of any of them.
        amount, low, high = counted.value, counted.low, counted.high
        if currency is not None and counted.notation.parts > 1:
            amount, low, high = (plain(each / counted.notation.parts) for each in (amount, low, high))
        value = Money(amount, currency, basis, low, high, qualifier, read_period(stretch, counted))
    elif counted.kind == "percent":
        value = Percent(counted.value, counted.low, counted.high, qualifier)
    else:
        value = Quantity(counted.value, counted.unit, counted.low, counted.high, qualifier)
    return mention(counted.kind, stretch.text, counted.start, counted.end, counted.rule, value)
