import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.text.sentences import sentences

CASES = [
    ("en", ["Mr. Hale met the U.S. Secretary.", "The Norland-U.S. Trade talks ended."]),
    ("en", ["It was settled in the U.S.", "The plan costs $5.5 million.", "See art. 5 and No. 5."]),
    ("en", ["He said no.", "I agree.", "They left at 5 p.m.", "The bus was late."]),
    ("en", ["It has two parts: 1. Trade.", "2. Security."]),
    ("en", ["J. Hale and Plan B.", "The end...", "Then (it did.)", 'They said "yes."', "Done?", "Done!"]),
    ("en", ["The note is here.[2]", "The next.¹", "The last."]),
    ("en", ["We met on Sept. 5 with Norland Inc. Directors and others."]),
    ("fr", ["« L'eau ne connaît pas de frontières ! »", "Le ministre, M. Dupont, a parlé…", "Il a dit oui."]),
    ("fr", ["Voir l'art. 5 et le n° 3.", "« Oui. »", "Non\u00a0?", "À demain."]),
    ("es", ["Los EE. UU. y el Sr. López firmaron.", "¿Cuándo?", "¡Ahora!", "“Vamos.”", "Así fue."]),
    ("es", ["Véase el art. 5 y la pág. 12.", "Cuesta 9.400 dólares."]),
]


@pytest.mark.parametrize(("language", "parts"), CASES)
def test_a_paragraph_is_cut_where_its_sentences_end(language, parts):
    text = "  " + " ".join(parts) + "\n"
    assert [text[start:end] for start, end in sentences(text, 2, len(text), language)] == parts


@given(st.text(alphabet='ab AB.!?…»"”)1\n\u00a0«', max_size=60), st.sampled_from(["en", "fr", "es"]))
def test_sentences_are_in_order_and_leave_out_only_space(text, language):
    spans = sentences(text, 0, len(text), language)
    covered = [offset for start, end in spans for offset in range(start, end)]
    assert covered == sorted(set(covered))
    lost = set(range(len(text))) - set(covered)
    assert all(text[offset].isspace() for offset in lost)


@pytest.mark.parametrize("hostile", [".", ". ", ".\u00a0", '. "', ": 1. ", "A. "])
def test_a_million_terminators_are_cut_in_no_time(hostile):
    text = hostile * (1_000_000 // len(hostile))
    assert sentences(text, 0, len(text), "en")


@pytest.mark.parametrize("words", ["will " * 5_000, "x" * 25_000, "\u00a0".join(["vingt"] * 5_000)])
def test_what_is_longer_than_any_sentence_is_cut_between_words_where_it_has_them(words):
    spans = sentences(words, 0, len(words), "en")

    assert 5 <= len(spans) <= 8
    assert all(end - start <= 5_000 for start, end in spans)
    assert "".join(words.split()) == "".join("".join(words[start:end].split()) for start, end in spans)
    assert all(words[start:end].split()[-1] in words.split() for start, end in spans if " " in words)
