from decimal import Decimal

import pytest
from django.utils import translation

from servanda.reading.mention import Mention, Money
from servanda_portal.pages.mention_words import describe


@pytest.mark.parametrize(
    ("period", "language", "written"),
    [
        ("P1W", "en", "€4 million every week"),
        ("P1Y", "fr", "4 millions d’euros chaque année"),
        ("P1M", "es", "4 millones de euros cada mes"),
        ("P2Y", "fr", "4 millions d’euros tous les 2 ans"),
        ("P1Y6M", "en", "€4 million every 1 year 6 months"),
    ],
)
def test_money_that_flows_is_told_as_people_say_it(period, language, written):
    four = Decimal(4_000_000)
    money = Money(four, "EUR", "stated", four, four, period=period)
    mention = Mention(id="1", kind="money", start=0, end=1, quote="4", rule="money", value=money)
    with translation.override(language):
        assert describe(mention, language).replace("\u00a0", " ").replace("\u202f", " ") == written
