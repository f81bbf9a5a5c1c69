"""Days on which something begins or ends, told in other words."""

import datetime

import pytest

from servanda.reading.reader import dated, read
from servanda.reconciling import Conflict, Corroboration, findings
from servanda.text.loaders import load_bytes

JUNE = datetime.date(2026, 6, 3)
PLACES = {
    "en": "LAMU, 3 June 2026 - Kenya and Ireland met in Lamu. {}",
    "fr": "LAMU, 3 juin 2026 - Le Kenya et l'Irlande se sont vus à Lamu. {}",
    "es": "LAMU, 3 de junio de 2026 - Kenia e Irlanda se vieron en Lamu. {}",
}


def written(name, language, text):
    document = dated(load_bytes(PLACES[language].format(text).encode(), name=name, language=language), near=JUNE)
    return document, read(document, near=JUNE)


def found(kind, first, last, languages=("en", "en")):
    texts = [written(f"{at}.txt", *text) for at, text in enumerate(zip(languages, (first, last), strict=True))]
    return [finding for finding in findings(texts) if isinstance(finding, kind)]


@pytest.mark.parametrize(
    ("first", "last", "languages"),
    [
        ("It takes effect on 1 October 2026.", "The accord enters into force on 1 September 2026.", ("en", "en")),
        ("It takes effect on 1 October 2026.", "L'accord entre en vigueur le 1er septembre 2026.", ("en", "fr")),
        ("Works begin in February 2027.", "Las obras arrancarán en mayo de 2027.", ("en", "es")),
        ("Le chantier démarrera en février 2027.", "Building work gets under way in May 2027.", ("fr", "en")),
        ("The clinic will open in May 2027.", "The clinic starts work in August 2027.", ("en", "en")),
        ("Works will be finished by the end of 2028.", "The works are to be ready by mid-2028.", ("en", "en")),
    ],
)
def test_one_beginning_or_end_in_other_words_on_two_days_conflicts(first, last, languages):
    assert len(found(Conflict, first, last, languages)) == 1


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Works begin in February 2027.", "Flights will start in May 2027."),
        ("The first pupils are expected in February 2027.", "The first boats are expected in May 2027."),
        ("The clinic will open in May 2027.", "The clinic must be complete in March 2027."),
        ("Works will begin in September 2026.", "Divers will begin the works in May 2028."),
    ],
)
def test_other_beginnings_do_not_conflict(first, last):
    assert not found(Conflict, first, last)


def test_a_month_in_which_one_thing_begins_agrees():
    (one,) = found(Corroboration, "Works begin in May 2027.", "Las obras arrancarán en mayo de 2027.", ("en", "es"))
    assert len(one.mentions) == 2
    assert not found(Corroboration, "Works begin in May 2027.", "Los vuelos arrancarán en mayo de 2027.", ("en", "es"))


@pytest.mark.parametrize(
    ("last", "conflicts"),
    [
        ("El servicio está previsto para el 10 de enero de 2027 y comenzará entonces.", 1),
        ("El servicio debe comenzar a más tardar el 10 de enero de 2027.", 0),
        ("El servicio debe comenzar a más tardar el 10 de octubre de 2026.", 1),
    ],
)
def test_a_day_that_is_planned_is_no_limit_and_a_limit_is_exceeded_only_by_a_later_day(last, conflicts):
    first = "El servicio comenzará el 15 de noviembre de 2026."
    assert len(found(Conflict, first, last, ("es", "es"))) == conflicts


@pytest.mark.parametrize(
    ("first", "last", "languages", "kind"),
    [
        ("The agreement runs for five years.", "L'entente vaut pour trois ans.", ("en", "fr"), Conflict),
        ("The agreement runs for five years.", "It is a five-year accord, a monk said.", ("en", "en"), Corroboration),
        ("Las obras durarán cuarenta meses.", "The tender allows 48 months for the works.", ("es", "en"), Conflict),
        ("The course lasts four weeks.", "El curso será de seis semanas.", ("en", "es"), Conflict),
    ],
)
def test_how_long_one_thing_lasts_is_compared(first, last, languages, kind):
    assert len(found(kind, first, last, languages)) == 1


@pytest.mark.parametrize(
    "last",
    [
        "The agreement may be extended by three years.",
        "The agreement may be ended with three years' notice.",
        "The contract runs for three years.",
        "The accord binds for twenty years.",
    ],
)
def test_a_renewal_a_notice_and_another_length_do_not_conflict(last):
    assert not found(Conflict, "The agreement runs for five years.", last)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Works on the road will begin in March 2027.", "Works on the port will begin in July 2027."),
        ("en", "The road will open in May 2027.", "The school will open in July 2027."),
        ("en", "The course for nurses lasts four weeks.", "The course for doctors lasts six weeks."),
        ("en", "Some 40 per cent of the places go to girls.", "Some 35 per cent of the places go to farmers."),
        ("en", "The talks will start on 3 May 2027.", "The talks will end on 7 May 2027."),
        ("en", "A visa costs 60 euros.", "The course fee is 70 euros."),
        ("en", "The centre will have 64 nurses.", "The centre will train 70 students."),
        ("en", "The port will train 640 divers by 2028.", "The port will train 600 divers a year."),
        ("fr", "La formation commencera en septembre 2027.", "Les travaux commenceront en novembre 2027."),
        ("fr", "Un tiers des places est réservé aux femmes.", "Un quart des places est réservé aux jeunes."),
        ("es", "El contrato dura dos años.", "El acuerdo dura cinco años."),
        ("es", "Las obras durarán 30 meses.", "La garantía de las obras es de 24 meses."),
    ],
)
def test_things_that_the_words_beside_them_tell_apart_do_not_conflict(language, first, last):
    assert not found(Conflict, first, last, (language, language))
