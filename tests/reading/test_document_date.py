import datetime

import pytest

from servanda.lexicon.dates import dates
from servanda.lexicon.language import LANGUAGES, Language
from servanda.reading.document_date import stated_day
from servanda.reading.reader import read
from servanda.text.document import Block, Document
from servanda.text.loaders import load_bytes


def stated(text: str, language: Language = "en") -> str | None:
    """Return the day that a text of one paragraph a line states for itself."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", start, start + len(line), language))
        start += len(line) + 1
    day = stated_day(Document("x", "", "text/plain", text, tuple(blocks), language))
    return None if day is None else day.isoformat()


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "OTTAWA, Sept. 18, 2025 — The ministers met.", "2025-09-18"),
        ("en", "Joint statement\nSeptember 18, 2025\nWe met.", "2025-09-18"),
        ("en", "September 18, 2025 – Ottawa, Ontario – The minister spoke.", "2025-09-18"),
        ("en", "Accra, 18 September 2025: Both ministers spoke.", "2025-09-18"),
        ("en", "Published: September 18, 2025 10:30 a.m.", "2025-09-18"),
        ("en", "Date: 2025-09-18", "2025-09-18"),
        ("fr", "Santiago, le 12 mai 2025\nLes ministres", "2025-05-12"),
        ("fr", "Ottawa (Ontario), le 12 mai 2025 – La ministre", "2025-05-12"),
        ("fr", "Publié le 12 mai 2025 à 10 h 30", "2025-05-12"),
        ("es", "Montevideo, 3 de marzo de 2026.- Los ministros", "2026-03-03"),
        ("es", "Ciudad de México, a 3 de marzo de 2026", "2026-03-03"),
        ("es", "Fecha: 03/03/2026", "2026-03-03"),
        ("es", "Acta\n(Montevideo, 9 y 10 de junio de 2025)\nAsistentes", "2025-06-10"),
        ("en", "Oslo, 9-10 June 2025", "2025-06-10"),
        ("en", "Plan 2025-2028, Oslo, 9 June 2025", "2025-06-09"),
        ("en", "Declaration\nAdopted by the leaders of Chile and Peru, 14 May 2026\nWe met.", "2026-05-14"),
        ("fr", "Plan\nAdopté à Guadalajara le 12 juin 2026\nVolet 1", "2026-06-12"),
        ("es", "Hoja de ruta\nAprobada por el Grupo en Lima, el 14 de enero de 2027\nI.", "2027-01-14"),
        ("en", "Ports\nJoint media release, Suva and Apia, 2 March 2026\nWe met.", "2026-03-02"),
        ("fr", "Un accord\nLe Quotidien du Borgou, Parakou, le 5 mars 2026\nLes chefs", "2026-03-05"),
    ],
)
def test_a_dateline_or_a_date_alone_is_the_documents_date(language, text, day):
    assert stated(text, language) == day


def test_an_agreement_is_dated_where_it_was_done():
    articles = "\n".join(f"Article {number}. The Parties shall act." for number in range(1, 30))
    assert stated(f"{articles}\nDone at Ottawa, in duplicate, this third day of March 2026.") == "2026-03-03"
    assert stated("Hecho en Bogotá, a los tres días del mes de marzo de dos mil veintiséis.", "es") == "2026-03-03"
    assert stated("Fait à Paris, le douze mai deux mille vingt-cinq.", "fr") == "2025-05-12"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On September 18, 2025, the ministers met."),
        ("en", "The ministers signed the plan on 18 September 2025."),
        ("en", "Ports, opened to the ships of all others, were closed, as we know, on 18 September 2025"),
        ("en", "September 18\nThe ministers met."),
        ("en", "© 2025 The Paper"),
        ("fr", "Le 12 mai 2025, les ministres se sont réunis."),
        ("es", "El 3 de marzo de 2026 los ministros se reunieron."),
    ],
)
def test_a_date_in_a_sentence_or_without_its_year_is_not_the_documents(language, text):
    assert stated(text, language) is None


def test_the_head_of_a_text_is_asked_before_its_end():
    assert stated("March 3, 2026\nWe met.\nDone at Ottawa, 1 April 2026.") == "2026-03-03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "HARNVIK, June 12 (Norland News) - The ministers met on Wednesday."),
        ("fr", "HARNVIK, 12 juin (Agence Norlande) – Les ministres se sont réunis mercredi."),
        ("fr", "HARNVIK, 12 juin (Agence Norlande) – Un ferry reliera les deux villes dès mercredi."),
        ("es", "HARNVIK, 12 jun (Agencia Norlandia) – Los ministros se reunieron este miércoles."),
    ],
)
def test_a_dateline_without_its_year_counts_where_the_time_of_the_text_is_known(language, text):
    document = load_bytes(text.encode(), name="t.txt", language=language)
    day = stated_day(document, near=datetime.date(2024, 5, 30))
    assert stated_day(document) is None
    assert day == datetime.date(2024, 6, 12)
    assert [one.kind for one in read(document).mentions if one.kind == "date"] == []
    assert {one.value.start for one in read(document, near=day).mentions if one.kind == "date"} == {day}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_tells_when_an_agreement_was_done_dates_it(language):
    day = {"en": "2 March 2026", "fr": "2 mars 2026", "es": "2 de marzo de 2026"}[language]
    for words in dates(language).stated.done:
        assert stated(f"The ports open.\n{words.capitalize()} Oslo, {day}.", language) == "2026-03-02", words
