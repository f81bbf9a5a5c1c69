"""Days from either side, times of day, lists in another order, and names that nobody knows."""

import pytest
from test_language_gaps import decided, only, told
from versions_of_tests import versions

from servanda.reconciling.clock import times_of_day
from servanda.text.folding import fold


@pytest.mark.parametrize(
    "days",
    [
        ("before 1 July 2028", "d’ici au 30 juin 2028", "antes de que concluya el mes de junio de 2028"),
        ("by the end of June 2028", "avant le 1er juillet 2028", "a más tardar el 30 de junio de 2028"),
        ("by 31 December 2029", "avant 2030", "antes de 2030"),
        ("after 30 June 2028", "à partir du 1er juillet 2028", "a partir del 1 de julio de 2028"),
        ("in the first half of 2028", "entre janvier et juin 2028", "del 1 de enero al 30 de junio de 2028"),
        ("by 31 March each year", "chaque année, au plus tard le 31 mars", "a más tardar el 31 de marzo de cada año"),
    ],
)
def test_a_limit_is_the_same_from_either_side(days):
    english, french, spanish = days
    sentences = (
        f"Mali and Niger will report on the wells {english}.",
        f"Le Mali et le Niger rendront compte des puits {french}.",
        f"Malí y el Níger informarán sobre los pozos {spanish}.",
    )
    assert told(decided(*sentences)) == []


@pytest.mark.parametrize(
    "days",
    [
        ("before 1 July 2028", "d’ici au 30 mai 2028", "antes del 1 de julio de 2028"),
        ("by the end of June 2028", "avant le 1er juin 2028", "a más tardar el 30 de junio de 2028"),
        ("by 31 March each year", "chaque année, au plus tard le 30 mars", "a más tardar el 31 de marzo de cada año"),
    ],
)
def test_a_limit_that_ends_on_another_day_is_found(days):
    english, french, spanish = days
    sentences = (
        f"Mali and Niger will report on the wells {english}.",
        f"Le Mali et le Niger rendront compte des puits {french}.",
        f"Malí y el Níger informarán sobre los pozos {spanish}.",
    )
    (gap,) = told(decided(*sentences))
    assert gap[1]["fr"]


def test_the_day_of_a_treaty_may_be_written_in_words():
    sentences = (
        "Done at Gao this twelfth day of March in the year two thousand and twenty-seven.",
        "Fait à Gao, l’an deux mille vingt-sept, le douze mars.",
        "Hecho en Gao a los doce días del mes de marzo de dos mil veintisiete.",
    )
    assert told(decided(*sentences)) == []


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "closed at 5.15 p.m. on Monday", {1035}),
        ("en", "at 17:15", {1035}),
        ("en", "at half past nine", {570, 1290}),
        ("en", "at noon", {720}),
        ("fr", "à 17 h 15", {1035}),
        ("fr", "close à 17h15", {1035}),
        ("fr", "à neuf heures et demie du matin", {570}),
        ("fr", "à minuit", {0, 1440}),
        ("es", "a las 17.15 horas", {1035}),
        ("es", "a las cinco y cuarto de la tarde", {1035}),
        ("es", "a las 9.30 a. m.", {570}),
    ],
)
def test_a_time_of_day_is_so_many_minutes(language, text, minutes):
    folded = fold(text)
    (time,) = times_of_day(folded, 0, len(folded), language)
    assert time.minutes == minutes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "within 24 hours"),
        ("en", "at 2.50 per cent"),
        ("en", "at 48 hours’ notice"),
        ("fr", "dans les 24 heures"),
        ("fr", "une route de 5 heures"),
        ("es", "las 12 horas de trabajo"),
    ],
)
def test_a_length_of_time_or_a_rate_is_no_time_of_day(language, text):
    folded = fold(text)
    assert times_of_day(folded, 0, len(folded), language) == []


def test_times_of_day_are_compared():
    sentences = (
        "The Chair will open the meeting at 9.30 a.m. and close it at 5.15 p.m.",
        "Le Président ouvrira la réunion à 9 h 30 et la clôturera à 17 h 15.",
        "El Presidente abrirá la reunión a las 9.30 horas y la clausurará a las cinco y cuarto de la tarde.",
    )
    assert told(decided(*sentences)) == []
    later = (sentences[0], sentences[1].replace("9 h 30", "10 h 30"), sentences[2])
    assert only(decided(*later)) == ("date", {"en": ["9.30 a.m."], "fr": ["10 h 30"], "es": ["9.30 horas"]})


def test_hours_after_a_verb_may_be_a_length_of_time():
    sentences = (
        "Mali will cut the delay to 24 hours.",
        "Le Mali ramènera le délai à 24 heures.",
        "Malí reducirá la demora a 24 horas.",
    )
    assert told(decided(*sentences)) == []


LIST = {
    "en": "Mali will pay for:\n\n- Chad: 40 wells;\n- Niger: 25 bridges;\n- Germany: 9 ports.\n",
    "fr": "Le Mali paiera :\n\n- Allemagne : 9 ports ;\n- Niger : 25 ponts ;\n- Tchad : 40 puits.\n",
    "es": "Malí pagará:\n\n- Alemania: 9 puertos;\n- Chad: 40 pozos;\n- Níger: 25 puentes.\n",
}


def test_the_entries_of_a_list_may_stand_in_another_order():
    assert told(versions(LIST)) == []
    assert only(versions(LIST | {"fr": LIST["fr"].replace("25", "52")}))[0] == "number"


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "An office will open in Gao. It will report to them every quarter, and its reports will be public.",
            "Un bureau ouvrira à Gao. Il leur fera rapport tous les trois mois et ses rapports seront publics.",
            "Se abrirá en Gao una oficina, que les informará trimestralmente. Sus informes serán públicos.",
        ),
        (
            "Observers who wish to join the pact may do so at any time.",
            "Les observateurs qui souhaitent adhérer au pacte pourront le faire à tout moment.",
            "Los observadores que deseen sumarse al pacto podrán hacerlo en todo momento.",
        ),
        (
            "For each day of delay, Mali shall pay Niger 350,000 crowns.",
            "Le Mali verse au Niger 350 000 couronnes par jour de retard.",
            "Por cada día de retraso, Malí abonará al Níger 350.000 coronas.",
        ),
        (
            "Talks with Beijing will open in Wageningen.",
            "Les pourparlers avec Pékin s’ouvriront à Wageningue.",
            "Las conversaciones con Pekín se abrirán en Wageningen.",
        ),
    ],
)
def test_what_is_only_told_in_another_way_is_no_gap(sentences):
    assert told(decided(*sentences)) == []


@pytest.mark.parametrize("marker", ["", "2. "])
def test_a_name_that_only_one_version_has_in_the_place_of_another_is_found(marker):
    sentences = (
        f"{marker}Belmonde shall lend its boats at Sarle.",
        f"{marker}Cayraz prête ses bateaux à Sarle.",
        f"{marker}Belmonde prestará sus barcos en Sarle.",
    )
    assert only(decided(*sentences)) == ("actor", {"en": ["Belmonde"], "fr": ["Cayraz"], "es": ["Belmonde"]})


def test_what_only_may_be_done_in_one_version_and_shall_be_done_in_another_is_found():
    sentences = (
        "A dispute that has not been settled shall be submitted to arbitration.",
        "Tout différend qui n’a pas été réglé est soumis à l’arbitrage.",
        "Toda controversia que no se haya resuelto podrá someterse a arbitraje.",
    )
    assert only(decided(*sentences))[0] == "force"


def test_a_heading_of_one_word_is_no_name():
    headings = {
        "en": "Management\n\nMali will pay for the office.\n",
        "fr": "Gestion\n\nLe Mali paiera le bureau.\n",
        "es": "Gestión\n\nMalí pagará la oficina.\n",
    }
    assert told(versions(headings)) == []


def test_euros_are_no_dollars_even_where_nothing_says_whose_dollars_they_are():
    sentences = ("Mali will pay 900,000 {}.", "Le Mali paiera 900 000 {}.", "Malí pagará 900.000 {}.")

    def paid(*currencies):
        return told(decided(*(words.format(currency) for words, currency in zip(sentences, currencies, strict=True))))

    assert paid("Canadian dollars", "dollars", "dólares") == []
    assert [slot for slot, _ in paid("dollars", "dollars", "euros")] == ["currency"]
