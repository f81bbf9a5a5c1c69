"""Numbers, money, days and lengths of time as each language writes them. CLDR decides, through babel."""

import calendar
import datetime
import functools
import re
from decimal import Decimal

from babel import Locale, dates, numbers, units

from servanda.register.period import Period

# Days before months in English; the decimal point of Latin America in Spanish.
_LOCALES = {"en": "en_GB", "fr": "fr", "es": "es_419"}
# The signs by which a language tells these apart; every other currency goes by its CLDR name.
_SIGNS = {
    "EUR": {"en": "€"},
    "GBP": {"en": "£"},
    "CAD": {"en": "CAN$", "fr": "$\u00a0CA"},
    "USD": {"en": "US$", "fr": "$\u00a0US"},
    "AUD": {"en": "A$", "fr": "$\u00a0AU"},
    "NZD": {"en": "NZ$", "fr": "$\u00a0NZ"},
}
_MILLION, _BILLION = Decimal(10**6), Decimal(10**9)
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute")
_FIRST = re.compile(r"(?<![\d\u00a0])1(?=[ –\u2009\u00a0])")


def locale_of(language: str) -> str:
    """Return the CLDR locale of a page's language."""
    return _LOCALES.get(language, "en_GB")


def number(value: Decimal | int, language: str) -> str:
    r"""Return a number with the language's separators, exactly as precise as it is.

    >>> number(Decimal("12500.5"), "fr")
    '12\u202f500,5'
    """
    group, point, minus = _separators(language)
    whole, _, rest = f"{abs(value):,f}".partition(".") if isinstance(value, Decimal) else (f"{abs(value):,}", "", "")
    rest = rest.rstrip("0")
    return f"{minus if value < 0 else ''}{whole.replace(',', group)}{point if rest else ''}{rest}"


@functools.cache
def _separators(language: str) -> tuple[str, str, str]:
    """Return what parts thousands, what parts the decimals, and the minus. Thousands of numbers stand on a page."""
    locale = locale_of(language)
    return numbers.get_group_symbol(locale), numbers.get_decimal_symbol(locale), numbers.get_minus_sign_symbol(locale)


def money(amount: Decimal, currency: str | None, language: str) -> str:
    r"""Return an amount as the language's public documents write it.

    >>> money(Decimal(5500000), "CAD", "en"), money(Decimal(5500000), "CAD", "es")
    ('CAN$5.5\xa0million', '5.5\xa0millones de dólares canadienses')
    """
    scaled, scale = _scale(amount, language)
    figure = number(scaled, language)
    sign = _SIGNS.get(currency or "", {}).get(language)
    if sign and language == "en":
        return f"{sign}{figure}{_EN[scale]}"
    if sign and language == "fr":
        return f"{figure}\u00a0{_FR_SYMBOL[scale]}{sign}"
    many = scaled != 1 if language != "fr" else scaled >= 2
    words = f"{figure}{_WORDS[language][scale][many]}"
    if currency is None:
        return words
    name = _currency(currency, 2 if many or scale else 1, language)
    if not scale or language == "en":
        return f"{words} {name}"
    return f"{words} d’{name}" if language == "fr" and name[0] in "aeiouéè" else f"{words} de {name}"


@functools.lru_cache(512)
def _currency(code: str, count: int, language: str) -> str:
    return str(numbers.get_currency_name(code, count=count, locale=locale_of(language)))


_EN = {0: "", 1: "\u00a0million", 2: "\u00a0billion"}
_FR_SYMBOL = {0: "", 1: "M", 2: "G"}
_WORDS = {  # one, many
    "en": {scale: (word, word) for scale, word in _EN.items()},
    "fr": {0: ("", ""), 1: ("\u00a0million", "\u00a0millions"), 2: ("\u00a0milliard", "\u00a0milliards")},
    "es": {0: ("", ""), 1: ("\u00a0millón", "\u00a0millones")},
}


def _scale(amount: Decimal, language: str) -> tuple[Decimal, int]:
    if abs(amount) >= _BILLION and language != "es":
        return _plain(amount / _BILLION), 2
    if abs(amount) >= _MILLION:  # Spanish counts thousands of millions
        return _plain(amount / _MILLION), 1
    return amount, 0


def _plain(value: Decimal) -> Decimal:
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral() else value


def state(code: str, language: str) -> str:
    """Return the name of a state by its ISO 3166-1 code; any other party as it is written.

    >>> state("MX", "fr"), state("ilo", "fr")
    ('Mexique', 'ilo')
    """
    return str(Locale.parse(locale_of(language)).territories.get(code, code))


def percent(value: Decimal, language: str) -> str:
    """Return a share of a hundred as the language writes it."""
    return numbers.format_percent(value / 100, locale=locale_of(language), decimal_quantization=False)


@functools.lru_cache(4096)
def day(value: datetime.date, language: str) -> str:
    r"""Return a day in words; no line ends inside it, in Spanish only before the year.

    >>> day(datetime.date(2026, 7, 1), "fr")
    '1er\xa0juillet\xa02026'
    """
    pattern = "d\u00a0'de'\u00a0MMMM 'de' y" if language == "es" else "d\u00a0MMMM\u00a0y"
    return _polish(dates.format_date(value, format=pattern, locale=locale_of(language)), language)


@functools.lru_cache(4096)
def span(start: datetime.date, end: datetime.date, language: str) -> str:
    """Return a stretch of days in words, as coarse as it is: a year, some months, or some days.

    >>> span(datetime.date(2027, 3, 1), datetime.date(2027, 3, 31), "en")
    'March 2027'
    """
    if start == end:
        return day(start, language)
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if whole_months and start.month == 1 and end.month == 12:
        years = (start.year, end.year)
        return str(start.year) if start.year == end.year else f"{years[0]}–{years[1]}"
    if whole_months and (start.year, start.month) == (end.year, end.month):
        pattern = "MMMM 'de' y" if language == "es" else "MMMM y"
        return dates.format_date(start, format=pattern, locale=locale_of(language))
    if whole_months:
        return str(dates.format_interval(start, end, "yMMMM", locale=locale_of(language)))
    if (start.year, start.month) == (end.year, end.month):
        return _polish(f"{start.day}–{day(end, language)}", language)
    first = day(start, language)
    if start.year == end.year:
        first = first.removesuffix(f" de {start.year}").removesuffix(f"\u00a0{start.year}")
    return f"{first} – {day(end, language)}"


def period(value: Period, language: str) -> str:
    """Return a period of the register in words."""
    return span(value.start, value.end, language)


def duration(iso: str, language: str) -> str:
    """Return an ISO 8601 duration in words; as it is where it holds what people do not say."""
    match = _DURATION.fullmatch(iso)
    if match is None:
        return iso
    parts = [
        units.format_unit(int(count), f"duration-{unit}", length="long", locale=locale_of(language))
        for count, unit in zip(match.groups(), _UNITS, strict=True)
        if count
    ]
    return "\u00a0".join(parts) or iso


def _polish(written: str, language: str) -> str:
    """French writes the first of a month "1er"."""
    return _FIRST.sub("1er", written) if language == "fr" else written
