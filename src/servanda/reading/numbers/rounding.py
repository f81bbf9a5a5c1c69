"""What a written number says exactly, and what its rounding leaves open (DESIGN section 5)."""

import decimal
import functools
from decimal import Decimal
from fractions import Fraction

SIGNIFICANT = 15  # digits kept of a fraction that has no exact decimal form, such as a third
_EXACT = decimal.Context(prec=60)
_FRACTION = decimal.Context(prec=SIGNIFICANT)
_FRACTION_STEP = Decimal("0.01")
_HALF_STEP = Decimal("0.1")


def plain(value: Decimal) -> Decimal:
    """Return the same number without exponent and without trailing zeros.

    >>> plain(Decimal("5.50") * Decimal("1E+6"))
    Decimal('5500000')
    """
    return Decimal(f"{value.normalize(_EXACT):f}")


def multiply(left: Decimal, right: Decimal) -> Decimal:
    """Return the exact product, whatever the precision of the caller's own decimal context."""
    return _EXACT.multiply(left, right)


def ratio(number: Fraction) -> Decimal:
    """Return a fraction as a decimal: exact where it has an exact form, else to 15 significant digits.

    >>> ratio(Fraction(3, 4)), ratio(Fraction(2, 3))
    (Decimal('0.75'), Decimal('0.666666666666667'))
    """
    primes = number.denominator
    for prime in (2, 5):
        while primes % prime == 0:
            primes //= prime
    context = _EXACT if primes == 1 else _FRACTION
    return plain(context.divide(Decimal(number.numerator), Decimal(number.denominator)))


def fraction_step(denominator: int) -> Decimal:
    """Return how fine a fraction in words is: a half to the tenth, any other to the hundredth."""
    return _HALF_STEP if denominator == 2 else _FRACTION_STEP


def collective_step(size: int, *, rough: bool) -> Decimal:
    """Return how fine a collective noun is: a dozen is twelve, "une trentaine" 25 to 35, "une centaine" 75 to 125."""
    if rough:
        return Decimal(10 if size < 100 else size // 2)
    return Decimal(1 if size < 1000 else size)


def step_of(digits: str, decimals: int) -> Decimal:
    """Return the unit of the last digit that counts in a number written with these digits.

    Decimals all count. The zeros that end a whole number of 1,000 and more are rounding, except that two digits always
    count: 24,000 counts thousands, 10,000 too, 1,250 tens.
    """
    if decimals:
        return Decimal(1).scaleb(-decimals)
    digits = digits.lstrip("0")
    if len(digits) < 4:
        return Decimal(1)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** min(zeros, len(digits) - 2)


@functools.lru_cache(maxsize=4096)
def rounded(value: Decimal, step: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Return the plain value, and the half-open interval [low, high) of all that rounds to it.

    >>> rounded(Decimal("5.50"), Decimal("0.1"))
    (Decimal('5.5'), Decimal('5.45'), Decimal('5.55'))
    """
    half = _EXACT.divide(step, Decimal(2))
    return plain(value), plain(_EXACT.subtract(value, half)), plain(_EXACT.add(value, half))


def power(base: Decimal, kind: str, exponent: int) -> Decimal:
    """Return ``base`` times ten to the exponent ("e"), or to its own power ("^"), to 15 significant digits."""
    if kind == "e":
        return plain(base.scaleb(exponent, context=_EXACT))
    return plain(_FRACTION.power(base, exponent)) if base else base
