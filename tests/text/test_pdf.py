import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from servanda.text.loaders import Limits, UnreadableError, load_bytes
from servanda.text.origins import boxes as boxes_of

PROSE = (
    "The ministers of Norland and Sudland met in Portville and agreed that a new programme of river restoration is"
    " needed for the valley and its people, and that it will be reviewed in each of the years to come by both."
)


def set_lines(left, top, size, text, width):
    """Set a text in lines as wide as they may be, in points."""
    lines = simpleSplit(text, "Times-Roman", size, width)
    return [(left, top + 13 * number, size, line) for number, line in enumerate(lines)]


def over_two_pages():
    lines = set_lines(50, 500, 11, PROSE, 300)
    return lines[:2], [(left, top - 450, size, line) for left, top, size, line in lines[2:]]


def test_lines_become_paragraphs_headings_and_items(load, blocks, pdf):
    page = [
        (50, 50, 18, "Joint statement"),
        *set_lines(50, 90, 11, PROSE, 300),
        (50, 160, 11, "The parties will:"),
        (60, 180, 11, "1."), (75, 180, 11, "plant 12,000 trees along the banks of the river and its"),
        (75, 193, 11, "tributaries;"),
        (60, 206, 11, "2."), (75, 206, 11, "hire 30 wardens."),
        (50, 240, 11, "They will meet again."),
    ]  # fmt: skip
    assert blocks(load(pdf(page), "a.pdf")) == [
        ("title", "", "Joint statement"),
        ("paragraph", "", PROSE),
        ("paragraph", "", "The parties will:"),
        ("list_item", "1.", "plant 12,000 trees along the banks of the river and its tributaries;"),
        ("list_item", "2.", "hire 30 wardens."),
        ("paragraph", "", "They will meet again."),
    ]


def test_two_columns_are_read_one_after_the_other(load, pdf):
    left = set_lines(40, 90, 10, PROSE.replace("ministers", "LEFT"), 150)
    right = set_lines(215, 90, 10, PROSE.replace("ministers", "RIGHT"), 150)
    between = [line for pair in zip(left, right, strict=True) for line in pair]
    title = [(100, 50, 16, "A title over the two columns of text")]
    text = load(pdf(title + between), "a.pdf").text
    assert text.split("\n\n") == [
        "A title over the two columns of text",
        PROSE.replace("ministers", "LEFT"),
        PROSE.replace("ministers", "RIGHT"),
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(load, pdf):
    first, second = over_two_pages()
    assert load(pdf(first, second), "a.pdf").text == PROSE


def test_what_is_repeated_in_the_margins_and_page_numbers_are_left_out(load, pdf):
    pages = [
        [
            (50, 30, 8, "Norland Gazette"), (300, 30, 8, f"Page {number} of 3"),
            (50, 200, 11, f"The words of page {word}."),
            (190, 580, 9, f"– {number} –"),
        ]
        for number, word in enumerate(["one", "two", "three"], 1)
    ]  # fmt: skip
    text = load(pdf(*pages), "a.pdf").text
    assert text == "The words of page one.\n\nThe words of page two.\n\nThe words of page three."


def test_footnotes_follow_the_paragraph_that_is_open_at_the_foot_of_the_page(load, blocks, pdf):
    first, second = over_two_pages()
    first += [(50, 540, 8, "1 See the report of the river police,"), (50, 550, 8, "page 5."), (50, 560, 8, "2 In May.")]
    assert blocks(load(pdf(first, second), "a.pdf")) == [
        ("paragraph", "", PROSE),
        ("footnote", "1", "See the report of the river police, page 5."),
        ("footnote", "2", "In May."),
    ]


def test_raised_numbers_do_not_run_into_words_but_areas_keep_theirs(load, pdf):
    page, left = [], 50.0
    for words, is_raised in (("In 2028", False), ("1", True), (" they restore 40 km", False), ("2", True)):
        size = 6 if is_raised else 11
        page.append((left, 96 if is_raised else 100, size, words))
        left += stringWidth(words, "Times-Roman", size)
    assert load(pdf(page), "a.pdf").text == "In 2028 they restore 40 km2"


def test_a_word_divided_at_a_line_end_is_joined_and_a_compound_keeps_its_hyphen(load, pdf):
    lines = [
        "A long-term plan for the people of the long valley will re-",
        "store the river, and the govern-",
        "ments will pay for the long-",
        "term work in Norland-",
        "Sudland waters.",
    ]
    page = [(50, 100 + 13 * number, 11, line) for number, line in enumerate(lines)]
    assert load(pdf(page), "a.pdf").text == (
        "A long-term plan for the people of the long valley will restore the river, and the governments will pay for"
        " the long-term work in Norland-Sudland waters."
    )


def test_rows_of_a_table_keep_their_cells_together(load, pdf):
    rows = [("Year", "Trees", "Money"), ("2027", "5,000", "$1.2 million"), ("2028", "7,000", "$3 million")]
    page = [(50, 60, 11, "The plan in numbers.")]
    page += [
        (left, 100 + 15 * number, 11, cell)
        for number, row in enumerate(rows)
        for left, cell in zip((50, 150, 250), row, strict=True)
    ]
    document = load(pdf(page), "a.pdf")
    cells = [
        (block.row, document.text[block.start : block.end]) for block in document.blocks if block.kind == "table_cell"
    ]
    assert cells == [(number, cell) for number, row in enumerate(rows) for cell in row]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_words_lead_back_to_their_place_on_the_page_as_it_is_shown(rotation):
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer, pagesize=(400, 600))
    drawing.setPageRotation(rotation)
    across, down = {0: (100, 550), 90: (50, 100), 180: (300, 50), 270: (550, 300)}[rotation]  # 100, 50 as shown
    drawing.translate(across, down)
    drawing.rotate(rotation)
    drawing.setFont("Courier", 10)
    drawing.drawString(0, 0, "They will plant trees.")
    drawing.save()
    document = load_bytes(buffer.getvalue(), name="a.pdf")
    start = document.text.index("plant")
    (box,) = boxes_of(document, start, start + len("plant"))
    assert box.page == 1
    assert box.left == pytest.approx(160, abs=1)  # ten letters of six points
    assert box.right == pytest.approx(190, abs=1)
    assert box.top < 50 < box.bottom
    assert box.bottom - box.top < 15


def test_a_stretch_over_lines_has_a_box_for_each(load, pdf):
    document = load(
        pdf([(50, 100, 11, "The ministers will restore the whole river"), (50, 113, 11, "and its banks.")]), "a.pdf"
    )
    assert document.text == "The ministers will restore the whole river and its banks."
    found = boxes_of(document, document.text.index("whole"), len(document.text))
    assert [box.page for box in found] == [1, 1]
    assert found[0].left > 150
    assert found[1].left == 50
    assert boxes_of(document, 0, 0) == []


def test_a_document_without_pages_has_no_boxes(load):
    assert boxes_of(load("Words."), 0, 5) == []


def refusal(content: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableError) as caught:
        load_bytes(content, name="a.pdf", limits=Limits(**limits))
    return caught.value.code


def test_a_pdf_that_cannot_be_read_is_refused_with_its_reason(pdf):
    words = [(50, 100, 11, "They will meet.")]
    assert refusal(pdf(words, encrypt=StandardEncryption("secret"))) == "encrypted"
    assert refusal(pdf(words)[:-400]) == "damaged"
    assert refusal(pdf([], [])) == "no_text"
    assert refusal(pdf(words, words), pages=1) == "too_large"
    assert refusal(pdf([(50, 100, 11, "word " * 20)]), characters=50) == "too_large"


def test_a_pdf_that_only_forbids_printing_is_read(load, pdf):
    content = pdf([(50, 100, 11, "They will meet.")], encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    assert load(content, "a.pdf").text == "They will meet."
