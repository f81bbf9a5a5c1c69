import pytest

from servanda.lexicon.currencies import currencies, currency_words
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.numbers import number_words, words_by_spelling
from servanda.lexicon.quantities import quantity_words
from servanda.reading.amounts.currency_grammar import grammar
from servanda.reading.amounts.words_around import words_around
from servanda.reading.mention import Qualifier


def is_known(unit: str) -> bool:
    return unit in currencies().families or (len(unit) == 3 and unit.isupper())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_is_a_currency_or_a_family_of_them(language):
    words = currency_words(language)
    units = [*words.units, *words.hundredths, *words.tenths, *(short.unit for short in words.short.values())]
    assert [unit for unit in units if not is_known(unit)] == []
    assert all(is_known(unit) for unit in currencies().signs.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_is_marked_as_a_unit_is_one(language):
    words, units = currency_words(language), grammar(language).units
    marked = f"{words.only_scaled} {words.weights} {words.prefixes} {words.after_one}".split()
    assert [word for word in marked if word not in units] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_qualifier_is_one_that_a_mention_can_have(language):
    words = quantity_words(language)
    assert {*words.before, *words.after} <= {*Qualifier.__args__, "none"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_word_is_listed_twice_with_different_numbers(language):
    lists = number_words(language)
    tables = (lists.cardinals, lists.scales, lists.ordinals, lists.ordinal_scales, lists.denominators)
    seen: dict[str, str] = {}
    for table in tables:
        for number, words in table.items():
            for word in words.split():
                assert seen.setdefault(word, number) == number, word
    assert len(words_by_spelling(language)) >= len(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_unit_is_also_listed_as_no_unit(language):
    known = words_around(language)
    assert known.plurals & known.not_units == frozenset()
