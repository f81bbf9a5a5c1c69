"""Read an amount with its coins: "13 dollars and 45 cents", "15 dólares con 50"."""

from decimal import Decimal

import msgspec

from servanda.lexicon.currencies import currency_words
from servanda.reading.amounts.counted import Counted
from servanda.reading.amounts.stretch import Stretch
from servanda.reading.numbers.rounding import rounded

_COIN = Decimal("0.01")
_ENDS = frozenset(("", ".", ",", ";", ")"))


def with_coins(stretch: Stretch, main: Counted, coins: Counted) -> Counted | None:
    """Return one amount of units and coins, or None where the second number counts something else.

    A number without a unit is coins after a joining word, where nothing follows that it could count.
    """
    if main.notation is None or main.notation.scale > 1 or main.notation.sign or main.numeral.scale > 1:
        return None
    between = stretch.folded[main.end : coins.start].strip(" ,")
    joined = between in currency_words(stretch.language).joins.split()
    if coins.notation is not None:
        parts = coins.notation.parts
    else:
        ends = stretch.after(coins.end)[:1] in _ENDS and (joined or main.notation.parts > 1)
        parts = 100 if coins.bare and ends else 1
    if (between and not joined) or parts == 1 or coins.value >= parts or coins.numeral.scaled:
        return None
    value, low, high = rounded(main.value + coins.value / parts, _COIN)
    notation = msgspec.structs.replace(main.notation, end=coins.end, parts=10 if parts == 10 else 1)
    return msgspec.structs.replace(main, end=coins.end, value=value, low=low, high=high, notation=notation)
