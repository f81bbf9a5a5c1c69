"""What holds for every text and for the whole reader; the long version with files and limits is in tests/soak."""

import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.lexicon.language import LANGUAGES
from servanda.reading.mention import Commitment, Date, Money, Percent, Quantity, Quotation
from servanda.reading.reader import dated, read
from servanda.text.loaders import load_bytes

LEXICON = Path(__file__).parents[2] / "src" / "servanda" / "lexicon"
MARKS = [
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ".\n\n",
    ": ",
    "; ",
    "\n- ",
    "\n1. ",
    " (",
    ") ",
    " “",
    "” ",
    " « ",
    " » ",
    '"',
    "’",
]
NAMES = [
    "Canada",
    "México",
    "Pérou",
    "Mark Carney",
    "President Sheinbaum",
    "United Nations",
    "ILO",
    "Ministry of Health",
]
FIGURES = [
    "5",
    "2.5",
    "1,200",
    "41 700",
    "2030",
    "2025-2028",
    "31",
    "5/6/2026",
    "$",
    "C$",
    "€",
    "%",
    "140th",
    "\u200f",
    "0",
]


def words_of(language):
    """Return every word of a language's lexicon, whatever it is listed for."""
    found = set()

    def gather(value):
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            gather([*value.keys(), *value.values()])
        elif isinstance(value, list):
            for one in value:
                gather(one)

    for path in sorted((LEXICON / language).glob("*.toml")):
        gather(tomllib.loads(path.read_text(encoding="utf-8")))
    return sorted(found)


WORDS = {language: words_of(language) for language in LANGUAGES}


@st.composite
def texts(draw):
    """Return a language and a text of its words, names, figures and marks in any order."""
    language = draw(st.sampled_from(LANGUAGES))
    piece = st.one_of(st.sampled_from(WORDS[language]), st.sampled_from(FIGURES), st.sampled_from(NAMES))
    pieces = draw(st.lists(st.tuples(piece, st.sampled_from(MARKS)), min_size=1, max_size=40))
    text = "".join(itertools.chain.from_iterable(pieces))
    return language, draw(st.sampled_from([text, text.upper(), text.capitalize()]))


@pytest.fixture(scope="module")
def read_text():
    """Return a function that reads a text in a language as the command line does."""

    def read_one(text, language):
        document = dated(load_bytes(f"x {text}".encode(), name="text.txt", language=language))
        return document, read(document)

    return read_one


@settings(max_examples=150, deadline=None)
@given(texts())
def test_every_reading_cuts_its_quotes_and_holds_only_values_that_can_be(read_text, drawn):
    language, text = drawn
    document, reading = read_text(text, language)
    for passage in (*reading.mentions, *reading.excluded):
        assert passage.quote
        assert document.text[passage.start : passage.end] == passage.quote
    ids = {mention.id: mention for mention in reading.mentions}
    assert len(ids) == len(reading.mentions)
    for mention in reading.mentions:
        assert mention.rule
        check(mention.value, ids, document.text)


def check(value, ids, text):
    """Assert what the values of one mention must be."""
    if isinstance(value, Date):
        assert value.start <= value.end
    elif isinstance(value, Money):
        assert value.low <= value.amount < value.high
        assert (value.currency is None) == (value.currency_basis is None)
    elif isinstance(value, Quantity | Percent):
        assert value.low <= value.number < value.high
    elif isinstance(value, Quotation):
        assert value.speaker is None or 0 <= value.speaker.start < value.speaker.end <= len(text)
    elif isinstance(value, Commitment):
        assert value.deadline is None or value.deadline.start <= value.deadline.end
        assert all(ids[money].kind == "money" for money in value.money)
        assert value.parent is None or ids[value.parent].kind == "commitment"
