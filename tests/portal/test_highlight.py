import html
import re

from hypothesis import given
from hypothesis import strategies as st

from servanda_portal.pages.highlight import Span, highlight

texts = st.text(alphabet="ab <&>\"'é\u00a0\n", max_size=40)


@st.composite
def marked(draw):
    text = draw(texts)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    names = st.sampled_from(["money", "date", "actor"])
    spans = [Span(*draw(places), draw(names), f"m{number}", draw(texts)) for number in range(draw(st.integers(0, 6)))]
    return text, *draw(places), spans


@given(marked())
def test_marks_add_nothing_to_the_text(given_text):
    text, start, end, spans = given_text
    written = str(highlight(text, start, end, spans))
    assert html.unescape(re.sub(r"<[^>]*>", "", written)) == text[start:end]


@given(marked())
def test_marks_nest(given_text):
    text, start, end, spans = given_text
    depth = 0
    for tag in re.findall(r"</?mark", str(highlight(text, start, end, spans))):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0


@given(marked())
def test_every_mark_covers_its_span_and_no_more(given_text):
    text, start, end, spans = given_text
    written = str(highlight(text, start, end, spans))
    for span in spans:
        wanted = text[max(span.start, start) : min(span.end, end)]
        assert written.count(f'id="{span.id}"') == (1 if wanted else 0)


def test_the_shorter_stands_inside_the_longer():
    written = highlight("pay 5 euros now", 0, 15, [Span(4, 11, "money"), Span(0, 15, "commitment")])
    assert written == '<mark class="commitment">pay <mark class="money">5 euros</mark> now</mark>'


def test_what_overlaps_is_split_and_keeps_one_id():
    written = highlight("abcd", 0, 4, [Span(0, 3, "x", "first"), Span(2, 4, "y", "second")])
    assert written == (
        '<mark class="x" id="first">ab<mark class="y" id="second">c</mark></mark><mark class="y">d</mark>'
    )
