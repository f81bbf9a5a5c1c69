import datetime
from decimal import Decimal

import pytest
from babel import numbers
from hypothesis import given
from hypothesis import strategies as st

from servanda.register.period import Period
from servanda_portal.pages import formats

LANGUAGES = st.sampled_from(["en", "fr", "es"])
MILLIONS = Decimal(5_500_000)


@pytest.mark.parametrize(
    ("amount", "currency", "language", "written"),
    [
        (MILLIONS, "CAD", "en", "CAN$5.5 million"),
        (MILLIONS, "CAD", "fr", "5,5 M$ CA"),
        (MILLIONS, "CAD", "es", "5.5 millones de dólares canadienses"),
        (Decimal(2_000_000_000), "USD", "fr", "2 G$ US"),
        (Decimal(2_000_000_000), "USD", "es", "2,000 millones de dólares estadounidenses"),
        (Decimal(320_000), "CAD", "fr", "320 000 $ CA"),
        (Decimal(1_000_000), "EUR", "fr", "1 million d’euros"),
        (Decimal(4_000_000), "EUR", "en", "€4 million"),
        (Decimal(1_000_000), "MXN", "es", "1 millón de pesos mexicanos"),
        (Decimal(5), None, "en", "5"),
    ],
)
def test_money_is_written_as_public_documents_of_the_language_write_it(amount, currency, language, written):
    assert formats.money(amount, currency, language).replace("\u00a0", " ").replace("\u202f", " ") == written


@pytest.mark.parametrize(
    ("period", "english", "french", "spanish"),
    [
        ("2026-07-01", "1\u00a0July\u00a02026", "1er\u00a0juillet\u00a02026", "1\u00a0de\u00a0julio de 2026"),
        ("2027-03", "March 2027", "mars 2027", "marzo de 2027"),
        ("2026", "2026", "2026", "2026"),
        ("2025-11-27/2025-11-28", "27–28\u00a0November\u00a02025", "27–28\u00a0novembre\u00a02025",
         "27–28\u00a0de\u00a0noviembre de 2025"),
        ("2025-12-27/2026-01-02", "27\u00a0December\u00a02025 – 2\u00a0January\u00a02026",
         "27\u00a0décembre\u00a02025 – 2\u00a0janvier\u00a02026",
         "27\u00a0de\u00a0diciembre de 2025 – 2\u00a0de\u00a0enero de 2026"),
        ("9999-12", "December 9999", "décembre 9999", "diciembre de 9999"),  # there is no day after it
        ("2026-Q4", "October–December 2026", "octobre–décembre 2026", "octubre–diciembre de 2026"),
    ],
)  # fmt: skip
def test_a_period_is_as_coarse_as_it_was_written(period, english, french, spanish):
    written = [formats.period(Period(period), language).replace("\u2009", "") for language in ("en", "fr", "es")]
    assert written == [english, french, spanish]


def test_numbers_are_exactly_as_precise_as_they_are():
    assert formats.number(Decimal("1234.5678901"), "en") == "1,234.5678901"


@given(value=st.integers(-(10**15), 10**15) | st.decimals(-(10**12), 10**12, places=4), language=LANGUAGES)
def test_numbers_are_written_as_cldr_has_them(value, language):
    wanted = numbers.format_decimal(Decimal(value), locale=formats.locale_of(language), decimal_quantization=False)
    assert formats.number(value, language) == wanted


def test_states_go_by_their_names_and_others_as_they_are_written():
    assert [formats.state(code, "es") for code in ("CA", "MX", "merle")] == ["Canadá", "México", "merle"]


def test_durations_are_words():
    assert formats.duration("P3Y", "fr") == "3 ans"
    assert formats.duration("PT90M", "en") == "90 minutes"
    assert formats.duration("P1Z", "en") == "P1Z"


def test_a_day_is_the_same_in_a_span_of_one_day():
    day = datetime.date(2026, 3, 31)
    assert formats.span(day, day, "en") == formats.day(day, "en")
