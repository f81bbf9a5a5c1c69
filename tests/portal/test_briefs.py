import datetime
import io
import re
from decimal import Decimal

import msgspec
import pypdfium2
import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from servanda.briefs.money import Amount
from servanda.lexicon.language import LANGUAGES
from servanda.register.author import Author
from servanda.register.circumstances import Circumstances
from servanda.register.reporting import Obstacle
from servanda.register.standing import Standing
from servanda.register.verdict import Verdict
from servanda.register.wording import Statement
from servanda_portal.pages.briefs import blocks
from servanda_portal.pages.briefs.paper import put_into_words
from servanda_portal.pages.briefs.pdf import draw
from servanda_portal.pages.briefs.shortened import shortened
from servanda_portal.pages.briefs.voice import Voice
from servanda_portal.queries.brief import brief_of_register
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db
PLAN = "merle-2024-2027"


def plain(text):
    """Return a text without the spaces, hyphens and line ends that setting it in lines changes."""
    return re.sub(r"[\s\u00ad\u00a0\u202f\u200b\ufffe-]+", "", text)


def text_of(content):
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def brief_of(pillar=None, plan=PLAN):
    return brief_of_register(register(plan), pillar)


@pytest.mark.parametrize(("pillar", "language"), [(None, "en"), (None, "fr"), ("water", "es"), ("water", "fr")])
def test_the_pdf_holds_every_commitment_and_each_late_one_among_the_late(language, pillar):
    made = brief_of(pillar)
    paper = put_into_words(made, language)
    content = draw(paper)
    written = plain(text_of(content))
    assert content.startswith(b"%PDF")
    for item in made.items:
        assert plain(item.commitment.title.in_language(language)) in written
    late = next(section for section in paper.sections if section.identity == "late")
    shown = [row.reference for block in late.blocks if isinstance(block, blocks.Items) for row in block.rows]
    assert made.overdue
    assert shown[: len(made.overdue)] == [item.commitment.reference for item in made.overdue]
    for section in paper.sections:
        assert plain(section.title) in written


def words_of(value):
    """Give every text that a paper holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from words_of(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in {"identity", "block", "value"} and not isinstance(value, blocks.Told):
                yield from words_of(getattr(value, name))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_paper_has_no_word_of_english_in_another_language(language):
    said = put_into_words(brief_of(), language)
    ours = set(words_of(put_into_words(brief_of(), "en"))) & set(words_of(said))
    texts = {text for text in ours if re.search(r"[a-z]{4} [a-z]{3}", text)}
    sources = next(section for section in said.sections if section.identity == "sources")
    assert texts <= {source.publisher for source in sources.blocks[0].rows}


def test_every_number_of_a_source_leads_to_one():
    paper = put_into_words(brief_of(), "en")
    sources = next(section for section in paper.sections if section.identity == "sources").blocks[0]
    numbers = [source.number for source in sources.rows]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {number for block in paper.sections[1].blocks for row in block.rows for number, _ in row.sources}
    assert cited
    assert cited <= set(numbers)


def test_three_numbers_in_a_row_are_written_as_one_stretch():
    made = brief_of()
    documents = [made.sources[place].id for place in (0, 1, 2, 4, 6, 7)]
    cited = Voice(made, "en").cite(reversed(documents))
    assert cited == [(1, "1–3"), (5, "5"), (7, "7"), (8, "8")]


def test_no_percentage_stands_without_its_count():
    scores = next(section for section in put_into_words(brief_of(), "fr").sections if section.identity == "scores")
    cells = [cell for table in scores.blocks for row in [*table.rows, table.total] for cell in row if "%" in str(cell)]
    assert cells
    assert all(re.search(r"\(\d+\)$", cell) for cell in cells)


def test_the_same_brief_gives_the_same_bytes():
    paper = put_into_words(brief_of("skills"), "es")
    first = draw(paper)
    draw.__globals__["_compiled"].cache_clear()
    assert draw(paper) == first


def test_a_paper_is_never_read_as_a_command():
    made = brief_of("data")
    odd = '#panic("no") $x$ \\ [a] *b* _c_ @d <e> `f` //g'
    paper = put_into_words(made, "en")
    odder = blocks.Paper(
        **{**vars(paper), "subtitle": odd, "sections": [blocks.Section("s", odd, odd, [blocks.Prose(odd)])]}
    )
    assert text_of(draw(odder)).count("panic") >= 3


def test_the_method_states_the_versions_and_the_day():
    method = next(section for section in put_into_words(brief_of(), "en").sections if section.identity == "method")
    facts = dict(method.blocks[-1].rows)
    assert facts["Codebook"] == "servanda-codebook/1"
    assert facts["Rubrics"] == "g7/1, completion/1, level/1"
    assert facts["Day of this brief"] == "30\u00a0June\u00a02026"


def test_a_plan_with_little_in_it_makes_a_brief_that_says_so():
    with translation.override("en"):
        assert "No disagreement is recorded." in text_of(draw(put_into_words(brief_of(plan="gauges"), "en")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_portal_shows_a_brief_and_sends_it_as_pdf(client, language):
    with translation.override(language):
        pages = [reverse("briefs", args=[PLAN]), *(reverse("brief", args=[PLAN, one]) for one in ("annual", "water"))]
        sent = reverse("brief_pdf", args=[PLAN, "water"])
    for page in pages:
        assert client.get(page).status_code == 200
    assert sent in client.get(pages[2]).content.decode()
    response = client.get(sent)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{PLAN}-water-2026-06-30-{language}.pdf"'
    assert response.content.startswith(b"%PDF")


def test_on_a_screen_a_list_is_cut_short_and_says_how_much_of_it_stands_in_the_pdf():
    whole = put_into_words(brief_of(), "en")
    with translation.override("en"):
        short = shortened(whole, 3)
    lists = [block.rows for section in short.sections for block in section.blocks if isinstance(block, blocks.Items)]
    assert max(map(len, lists)) == 3
    water = next(section for section in short.sections if section.identity == "pillar-water")
    assert "8 more stand in the PDF." in [one.text for one in water.blocks if isinstance(one, blocks.Rest)]
    assert (short.squares, short.sentence) == (whole.squares, whole.sentence)


def test_every_source_that_is_cited_on_a_screen_is_listed_there():
    with translation.override("en"):
        short = shortened(put_into_words(brief_of(), "en"), 3)
        page = render_to_string("parts/brief.html", {"paper": short})
    cited = set(re.findall(r'href="#(source-\d+)"', page))
    assert cited
    assert cited <= set(re.findall(r'id="(source-\d+)"', page))
    assert len(re.findall(r'id="source-', page)) < len(brief_of().sources)


def test_a_brief_that_is_short_enough_is_whole_on_a_screen():
    paper = put_into_words(brief_of(), "en")
    assert shortened(paper) == paper


def test_a_brief_on_what_is_no_pillar_is_not_found(client):
    assert client.get(f"/en/plans/{PLAN}/briefs/air/").status_code == 404
    assert client.get(f"/en/plans/{PLAN}/briefs/air.pdf").status_code == 404


def test_what_people_added_to_the_register_is_told_in_words():
    found = register(PLAN)
    day, said = found.day, Statement("en", "The yard went into receivership.")
    records = (
        Standing("S05", "withdrawn", day, reason=said),
        Obstacle("o", "XN", ("W06",), said, day, raised_to="XS"),
        Verdict("a", "W07", "xn-water", "1", "g7", "g7/1", "-1", day, said, "high", standing="final", differs=said),
        Verdict("b", "W07", "xn-water", "2", "g7", "g7/1", "0", day, said, "high"),
        Verdict("c", "W09", "xn-water", "1", "g7", "g7/1", "0", day, said, "high"),
        Verdict("d", "W09", "xn-water", "2", "g7", "g7/1", "0", day, said, "high"),
    )
    recorded = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    found.state.enact(records, Circumstances(Author("administrator", "operator"), 9999, recorded, day))
    paper = put_into_words(brief_of_register(found), "en")
    sections = {section.identity: section for section in paper.sections}
    assert ["S05", "Encourage twinned schools", "withdrawn"] in [row[:3] for row in sections["closed"].blocks[0].rows]
    assert sections["obstacles"].blocks[0].rows[-1][2:] == ["W06", "Norland", "Sudria", "still in the way"]
    verdicts, agreement = sections["scores"].blocks[-2:]
    evaluator = "Ministry of Water and Ports"
    assert ["W07", "all parties", evaluator, "g7/1", "−1", "+1"] in [row[:6] for row in verdicts.rows]
    assert [evaluator, "g7/1", "0", "2", "0"] in agreement.rows
    written = plain(text_of(draw(paper)))
    assert plain("The yard went into receivership.") in written


def test_an_amount_of_nothing_has_no_bar():
    made = brief_of("means")
    nothing = msgspec.structs.replace(made.funds[0], amounts=(Amount("disbursed", "EUR", Decimal(0)),), parts=())
    paper = put_into_words(msgspec.structs.replace(made, funds=(nothing,)), "en")
    money = next(section for section in paper.sections if section.identity == "money")
    assert [(amount.amount, amount.share) for amount in money.blocks[0].rows[0].amounts] == [("€0", 0)]


def test_measures_and_what_they_are_part_of_are_both_told():
    glance = put_into_words(brief_of("skills"), "en").sections[0]
    assert glance.blocks[-1].text.endswith("a measure of another one; both are counted (S3).")
