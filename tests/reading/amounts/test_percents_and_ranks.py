from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "number"),
    [
        ("en", "50 per cent of them", "50 per cent", "50"),
        ("en", "a 15-per-cent levy", "15-per-cent", "15"),
        ("fr", "2 p. 100 du total", "2 p. 100", "2"),
        ("en", "twenty percent", "twenty percent", "20"),
        ("en", "a fall of -1.5%", "-1.5%", "-1.5"),
        ("fr", "reculé de 1,8 %", "1,8 %", "1.8"),
        ("fr", "cent pour cent", "cent pour cent", "100"),
        ("es", "treinta y cinco por ciento", "treinta y cinco por ciento", "35"),
        ("es", "un uno por ciento", "uno por ciento", "1"),
    ],
)
def test_a_percentage_is_read(read, language, text, quote, number):
    (percent,) = read(text, language)
    assert (percent.kind, percent.quote, percent.value.number) == ("percent", quote, Decimal(number))


@pytest.mark.parametrize(
    ("language", "text", "quote", "number", "of"),
    [
        ("en", "ranked it 140th of 180 countries", "140th of 180", 140, 180),
        ("en", "ranks 6th out of 11", "6th out of 11", 6, 11),
        ("en", "the third round", "third", 3, None),
        ("en", "the third-largest buyer", "third-largest", 3, None),
        ("fr", "classé 117e sur 180", "117e sur 180", 117, 180),
        ("fr", "la troisième rencontre", "troisième", 3, None),
        ("es", "ocupa el puesto 140 de 180", "140 de 180", 140, 180),
        ("fr", "se classe 140e sur 180", "140e sur 180", 140, 180),
        ("fr", "au 14ᵉ rang mondial", "14ᵉ", 14, None),
        ("es", "la 77.ª sesión", "77.ª", 77, None),
        ("es", "ocupa el tercer lugar", "tercer", 3, None),
        ("en", "the 1,000th permit", "1,000th", 1000, None),
        ("fr", "le 1 000e permis", "1 000e", 1000, None),
        ("en", "3rd", "3rd", 3, None),
        ("fr", "cinquième", "cinquième", 5, None),
        ("es", "vigésimo primero", "vigésimo primero", 21, None),
    ],
)
def test_a_rank_is_read_with_its_total(read, language, text, quote, number, of):
    (rank,) = read(text, language)
    assert (rank.kind, rank.quote, rank.value.number, rank.value.of) == ("rank", quote, number, of)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "every second year"),
        ("en", "third parties"),
        ("en", "Norland will second experts"),
        ("fr", "le premier ministre"),
        ("fr", "en deuxième lieu"),
        ("es", "la primera ministra"),
        ("es", "en tercer lugar"),
        ("en", "First, they met. Second, they spoke."),
        ("fr", "Article premier"),
        ("fr", "En premier lieu, elles se réunissent. Article premier. Objet"),
        ("es", "PRIMERO. Las Partes cooperan. SEGUNDO.- Objeto"),
        ("es", "Primera: las Partes cooperan"),
        ("es", "PRIMERO"),
        ("en", "Second"),
    ],
)
def test_an_ordinal_that_ranks_nothing_is_no_rank(read, language, text):
    assert read(text, language) == []
