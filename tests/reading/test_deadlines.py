import datetime

import pytest

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.deadlines import deadline, find_deadline
from servanda.reading.scan import Scan
from servanda.reading.times import read_times
from servanda.text.document import Block, Document

DAY = datetime.date(2025, 9, 18)


def last_day(text: str, language: Language, day: datetime.date | None = DAY) -> str | None:
    """Return the last day of the deadline in a text, or None."""
    block = Block("paragraph", 0, len(text), language)
    scan = Scan(Document("x", "", "text/plain", text, (block,), language), Vocabulary(), day)
    found = find_deadline(scan, 0, len(text), read_times(scan))
    return None if found is None else found.end.isoformat()


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "will train 500 people by the end of 2026", "2026-12-31"),
        ("en", "no later than 31 March 2027", "2027-03-31"),
        ("en", "by 2030", "2030-12-31"),
        ("en", "by March 2027", "2027-03-31"),
        ("en", "before December 2028", "2028-11-30"),
        ("en", "before the end of June 2026", "2026-06-30"),
        ("en", "on or before 15 May 2026", "2026-05-15"),
        ("en", "1 July 2026 at the latest", "2026-07-01"),
        ("en", "within 90 days of 1 May 2026", "2026-07-30"),
        ("en", "within six months", "2026-03-18"),
        ("en", "by the time the new code takes effect on 1 January 2027", "2027-01-01"),
        ("fr", "d’ici à ce que le code entre en vigueur le 1er janvier 2027", "2027-01-01"),
        ("es", "para cuando el código entre en vigor el 1 de enero de 2027", "2027-01-01"),
        ("fr", "avant la fin de 2026", "2026-12-31"),
        ("fr", "d’ici le 30 septembre 2028", "2028-09-30"),
        ("fr", "d'ici à 2030", "2030-12-31"),
        ("fr", "au plus tard en mars 2027", "2027-03-31"),
        ("fr", "avant 2030", "2029-12-31"),
        ("fr", "dans un délai de six mois", "2026-03-18"),
        ("fr", "le 30 juin 2026 au plus tard", "2026-06-30"),
        ("es", "antes del 15 de diciembre de 2026", "2026-12-15"),
        ("es", "a más tardar el 30 de junio de 2027", "2027-06-30"),
        ("es", "para finales de 2026", "2026-12-31"),
        ("es", "antes de que termine el año", "2025-12-31"),
        ("es", "antes de finalizar el mes", "2025-09-30"),
        ("es", "antes de que termine 2030", "2030-12-31"),
        ("es", "de aquí a 2030", "2030-12-31"),
        ("es", "en un plazo de 90 días a partir del 1 de mayo de 2026", "2026-07-30"),
        ("es", "en un plazo no mayor a dos años", "2027-09-18"),
    ],
)
def test_words_of_a_limit_make_a_date_a_deadline(language, text, last):
    assert last_day(text, language) == last


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "over three years"),
        ("en", "in 2026"),
        ("en", "from 2026 to 2028"),
        ("en", "until 2028"),
        ("en", "within six months of signature"),
        ("fr", "sur quatre ans"),
        ("fr", "jusqu'en 2028"),
        ("fr", "dans un délai de 90 jours suivant la signature"),
        ("es", "quiere terminar el año con dos trenes"),
        ("es", "durante tres años"),
        ("es", "hasta 2028"),
        ("es", "en un plazo de 90 días a partir de la firma"),
        ("es", "al 31 de diciembre de 2026"),
    ],
)
def test_a_time_that_something_takes_or_lasts_is_no_deadline(language, text):
    assert last_day(text, language) is None


def test_a_number_of_months_has_no_end_where_nobody_said_the_day():
    assert last_day("within six months", "en", None) is None


def test_only_the_deadline_inside_the_span_is_found():
    text = "will act; the other by 2030"
    block = Block("paragraph", 0, len(text), "en")
    scan = Scan(Document("x", "", "text/plain", text, (block,), "en"), Vocabulary(), DAY)
    times = read_times(scan)
    assert find_deadline(scan, 0, 8, times) is None
    assert deadline(scan, times[0]) == times[0].value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "within six months of the adoption of this plan"),
        ("fr", "dans un délai de six mois à compter de la présente déclaration"),
        ("es", "dentro de los seis meses siguientes a la presente Cumbre"),
        ("es", "dentro de los seis meses siguientes a la aprobación de este documento"),
    ],
)
def test_what_counts_from_the_text_itself_ends_by_its_day(language, text):
    assert last_day(text, language) == "2026-03-18"
