"""The quicker searches of the stemmers change no stem."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.lexicon.concepts import concepts
from servanda.lexicon.language import LANGUAGES
from servanda.monitoring.stemmers import PACKAGED, stemmer

LETTERS = "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïñóôöùûüáíúÿ"
TABLES = {
    language: [entry.s for name, table in vars(made).items() if name.startswith("a_") for entry in table]
    for language, made in PACKAGED.items()
}


@given(st.data(), st.sampled_from(LANGUAGES))
@settings(max_examples=1000)
def test_whatever_a_word_ends_in_its_stem_is_that_of_the_package(data, language):
    endings = st.lists(st.sampled_from(TABLES[language]), max_size=3).map("".join)
    word = data.draw(st.text(LETTERS, max_size=6)) + data.draw(endings)

    assert stemmer(language)(word) == PACKAGED[language]().stemWord(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_lexicon_have_the_stems_of_the_package(language):
    quicker, packaged = stemmer(language), PACKAGED[language]()
    words = {
        part.lower() for concept in concepts().values() for entry in concept.words(language) for part in entry.split()
    }

    assert [word for word in words if quicker(word) != packaged.stemWord(word)] == []


@given(st.data(), st.sampled_from(LANGUAGES))
@settings(max_examples=300)
def test_a_stem_does_not_depend_on_the_word_before(data, language):
    marked = st.sampled_from(["y", "Y", "'", "qu", "ouill", "aie", "ë", "ï", "H", "I", "é", "ú", "b", "ment", "ing"])
    words = data.draw(st.lists(st.lists(marked, min_size=1, max_size=6).map("".join), min_size=2, max_size=8))
    quicker = stemmer(language)

    assert [quicker(word) for word in words] == [PACKAGED[language]().stemWord(word) for word in words]
