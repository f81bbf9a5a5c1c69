from hypothesis import given
from hypothesis import strategies as st

from servanda.lexicon.language import LANGUAGES
from servanda.reading.mention import Rank

_WORDS = [
    "5",
    "1,200",
    "41.700",
    "2,5",
    "140th",
    "5e",
    "3.º",
    "2030",
    "$",
    "€",
    "C$",
    "M$",
    "million",
    "millones",
    "milliard",
    "mil",
    "mille",
    "dos",
    "trois",
    "half",
    "un",
    "une",
    "a",
    "one",
    "third",
    "tiers",
    "dollars",
    "de",
    "d'",
    "euros",
    "francs",
    "pesos",
    "CAD",
    "USD",
    "%",
    "per",
    "cent",
    "por",
    "ciento",
    "pour",
    "jobs",
    "pays",
    "barcos",
    "to",
    "à",
    "a",
    "and",
    "y",
    "et",
    "-",
    "between",
    "entre",
    "from",
    "more",
    "than",
    "más",
    "de",
    "près",
    "up",
    "jusqu'à",
    "of",
    "sur",
    ".",
    ",",
    ";",
    "(",
    ")",
    "Canada",
    "Suisse",
    "México",
    "paid",
    "year",
    "al",
    "año",
    "article",
    "Mexican",
    "américains",
    "mdp",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.sampled_from(LANGUAGES))
def test_amounts_cut_to_their_quotes_in_order_and_apart(read, words, language):
    text = " ".join(words)
    position = 0
    for mention in read(text, language):
        assert mention.quote == text[mention.start : mention.end] != ""
        assert mention.start >= position
        position = mention.end


@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.sampled_from(LANGUAGES))
def test_the_number_of_an_amount_lies_in_its_interval_and_is_plain(read, words, language):
    for mention in read(" ".join(words), language):
        value = mention.value
        if isinstance(value, Rank):
            continue
        number = value.amount if mention.kind == "money" else value.number
        assert value.low <= number < value.high
        assert "E" not in str(number)
        assert "." not in str(number) or not str(number).endswith("0")


@given(st.integers(0, 10**25), st.integers(0, 99), st.sampled_from(LANGUAGES))
def test_the_largest_numbers_lie_in_their_intervals_too(read, number, exponent, language):
    for mention in read(f"${number}e{exponent} million, {number}^{exponent} %", language):
        value = mention.value
        assert value.low <= (value.amount if mention.kind == "money" else value.number) < value.high


@given(st.integers(1, 999), st.sampled_from(["{} jobs", "${} million", "{} per cent", "the {}th"]))
def test_the_digits_of_a_number_are_those_of_the_text(read, number, form):
    (mention,) = read(form.format(number))
    value = getattr(mention.value, "amount", None) or mention.value.number
    assert str(value).startswith(str(number).rstrip("0"))
    assert str(number) in mention.quote


@given(st.lists(st.sampled_from(_WORDS), max_size=14), st.data())
def test_no_amount_touches_what_is_taken(read, words, data):
    text = " ".join(words)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    taken = list(zip(cuts[::2], cuts[1::2], strict=False))
    for mention in read(text, taken=taken):
        numeral_starts_free = all(not start <= mention.start < end for start, end in taken)
        assert numeral_starts_free
        assert all(mention.end <= start or end <= mention.start for start, end in taken)
