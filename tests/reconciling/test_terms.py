import pytest

from servanda.reconciling.terms import is_content, stem, unit_name


@pytest.mark.parametrize(
    ("english", "french", "spanish"),
    [
        ("integration", "intégration", "integración"),
        ("prediction", "prédiction", "predicción"),
        ("cholera", "choléra", "cólera"),
        ("reserves", "réserves", "reservas"),
        ("centre", "centre", "centro"),
        ("trafficking", "trafic", "tráfico"),
        ("migrants", "migrants", "migrantes"),
        ("digital", "digitale", "digitales"),
    ],
)
def test_cognates_have_one_stem_in_three_languages(english, french, spanish):
    assert stem(english, "en") == stem(french, "fr") == stem(spanish, "es")


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("train", "trains", "trained", "training")),
        ("fr", ("former", "formera", "formés", "forme")),
        ("es", ("abrir", "abrirá", "abrirán")),
    ],
)
def test_the_forms_of_a_verb_have_one_stem(language, forms):
    assert len({stem(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("word", "language"),
    [("the", "en"), ("million", "en"), ("seven", "en"), ("au", "fr"), ("años", "es"), ("2026", "en")],
)
def test_common_words_and_numbers_tell_nothing(word, language):
    assert not is_content(word, language)


def test_what_is_counted_has_one_name_in_three_languages():
    assert unit_name("Merle scholarships", "en") == unit_name("bourses de la Merle", "fr") == unit_name("becas", "es")
    assert unit_name("doses of oral vaccine", "en") == unit_name("dosis", "es")
