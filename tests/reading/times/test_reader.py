"""What holds for every text: spans cut, nothing overlaps, dates run forwards, and no year comes from nowhere."""

import datetime
import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.lexicon.dates import dates
from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.mention import Date, Mention
from servanda.reading.scan import Scan
from servanda.reading.times import read_times
from servanda.reading.times.vocabulary import _spellings, time_words
from servanda.text.document import Block, Document
from servanda.text.folding import fold, plain

DAY = datetime.date(2025, 9, 18)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
FIGURES = ["2026", "2025-2028", "12/05/2025", "10/1", "31", "5", "1st", "3,5", "2000", "1990s", "Q3", "2026-12", "24/7"]
MARKS = [" ", ", ", "-", " – ", " (", ") ", ". ", "\n", "/", "'", "’", "\u00a0", "$"]


def read(text: str, language: Language, day: datetime.date | None = DAY) -> list[Mention]:
    block = Block("paragraph", 0, len(text), language)
    return read_times(Scan(Document("x", "", "text/plain", text, (block,), language), Vocabulary(), day))


@st.composite
def time_soup(draw: st.DrawFn) -> tuple[Language, str]:
    """Return a language, and its time words, numbers and marks in any order."""
    language = draw(st.sampled_from(LANGUAGES))
    words = time_words(language)
    phrases = [phrase for several in words.phrases.values() for phrase, _, _ in several]
    pieces = st.sampled_from([*sorted(words.words), *sorted(phrases), *sorted(words.numbers), *FIGURES])
    text = "".join(
        piece + mark for piece, mark in draw(st.lists(st.tuples(pieces, st.sampled_from(MARKS)), max_size=12))
    )
    return language, draw(st.sampled_from((text, text.upper(), text.title())))


@settings(max_examples=400)
@given(time_soup(), st.sampled_from((DAY, None)))
def test_every_mention_cuts_to_its_quote_in_order_and_none_overlaps(soup, day):
    language, text = soup
    mentions = read(text, language, day)
    assert all(text[mention.start : mention.end] == mention.quote for mention in mentions)
    assert all(first.end <= second.start for first, second in itertools.pairwise(mentions))
    assert all(mention.value.start <= mention.value.end for mention in mentions if isinstance(mention.value, Date))


@settings(max_examples=300)
@given(time_soup())
def test_without_a_day_every_year_is_written(soup):
    """Invariant: without the document's day a date lies within ten years of a year that its quote says."""
    language, text = soup
    for mention in read(text, language, None):
        if isinstance(mention.value, Date) and (figures := re.findall(r"\d{2,4}", mention.quote)):
            written = {int(figure) + century for figure in figures for century in (0, 1900, 2000)}
            assert min(abs(year - mention.value.start.year) for year in written) <= 10


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_a_written_day_is_read_back(day):
    months = {language: names.split()[day.month - 1] for language, names in MONTHS.items()}
    first = day.day == 1
    for language, text in (
        ("en", f"on {day.day} {months['en']} {day.year} they"),
        ("en", f"On {months['en']} {day.day}, {day.year}, they"),
        ("fr", f"le {'1er' if first else day.day} {months['fr']} {day.year}, ils"),
        ("es", f"el {'1.º' if first else day.day} de {months['es']} de {day.year} se"),
        ("en", f"on {day.isoformat()} they"),
    ):
        (mention,) = read(text, language, None)
        assert (mention.value.start, mention.value.end, mention.value.granularity) == (day, day, "day")


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_written_month_is_read_back(year, number):
    for language, joint in (("en", " "), ("fr", " "), ("es", " de ")):
        (mention,) = read(f"{MONTHS[language].split()[number - 1]}{joint}{year}", language, None)
        assert (mention.value.start.year, mention.value.start.month) == (year, number)
        assert mention.value.granularity == "month"


@pytest.mark.parametrize(("language", "text"), [("fr", "décennie une soixantaine"), ("es", "la década de 50.0")])
def test_numbers_that_are_not_whole_name_no_decade(language, text):
    read(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_does_not_reach_from_one_paragraph_into_the_next(language):
    text = "Plan 2025\n2028"
    blocks = (Block("title", 0, 9, language), Block("paragraph", 10, 14, language))
    document = Document("x", "", "text/plain", text, blocks, language)
    assert [mention.quote for mention in read_times(Scan(document, Vocabulary(), DAY))] == ["2025", "2028"]


def test_each_paragraph_is_read_in_its_own_language():
    text = "le 3 mai 2026\nel 4 de mayo de 2026"
    blocks = (Block("paragraph", 0, 13, "fr"), Block("paragraph", 14, 34, "es"))
    document = Document("x", "", "text/plain", text, blocks, "fr")
    quotes = [mention.quote for mention in read_times(Scan(document, Vocabulary(), None))]
    assert quotes == ["3 mai 2026", "4 de mayo de 2026"]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60))
def test_plain_text_has_the_length_of_the_text(text):
    assert len(plain(fold(text))) == len(text)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_at_all_is_read(text, language):
    assert all(text[mention.start : mention.end] == mention.quote for mention in read(text, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_time_word_has_two_meanings(language):
    """Of two meanings only the first would ever be read, and nobody would notice."""
    meanings: dict[str, set[str]] = {}
    for kind, _, spelling in _spellings(dates(language).words):
        meanings.setdefault(spelling, set()).add(kind)
    assert {spelling: kinds for spelling, kinds in meanings.items() if len(kinds) > 1} == {}


def test_sept_is_seven_or_september():
    assert [mention.kind for mention in read("pendant sept ans", "fr")] == ["duration"]
    assert [mention.kind for mention in read("le 12 sept. 2025", "fr")] == ["date"]
    assert [mention.kind for mention in read("le 12 sept 2025", "fr")] == ["date"]


@pytest.mark.parametrize("figures", ["1" * 5_000, "1," * 5_000, "999," * 5_000 + "999", "1." * 5_000])
def test_figures_without_end_are_no_date_and_hide_none(figures):
    mentions = read(f"In {figures}, or by 3 May 2026", "en")
    assert [mention.quote for mention in mentions] == ["3 May 2026"]


def test_a_table_of_a_thousand_days_is_read():
    assert len(read("3 May 2026, " * 1_000, "en")) == 1_000


def test_no_date_reaches_from_one_block_into_the_next():
    text = "It opens in March\n2026 jobs"
    blocks = (Block("paragraph", 0, 17, "en"), Block("paragraph", 18, 27, "en"))
    found = read_times(Scan(Document("x", "", "text/plain", text, blocks, "en"), Vocabulary(), None))
    assert not any(mention.start < 17 < mention.end for mention in found)
