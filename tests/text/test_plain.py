from pathlib import Path

import pytest

from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.structure import structure_words
from servanda.text.loaders import load_path
from servanda.text.markers import starts_with_marker


def kinds(document):
    return [block.kind for block in document.blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_offsets_are_those_of_the_file_read_as_text(tmp_path: Path, encoding, line_end):
    path = tmp_path / "communiqué.txt"
    path.write_bytes(line_end.join(["L’État s’engage.", "", "• à planter 3 000 arbres ;"]).encode(encoding))
    document = load_path(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "L’État s’engage.",
        "à planter 3 000 arbres ;",
    ]


def test_utf_16_is_read_by_its_mark_and_old_files_as_windows_1252(load):
    assert load("Año nuevo".encode("utf-16")).text == "Año nuevo"
    document = load("Les deux pays s’engagent à coopérer – enfin.".encode("cp1252"))
    assert (document.text, document.issues) == (
        "Les deux pays s’engagent à coopérer – enfin.",
        ("encoding_assumed",),
    )


def test_a_line_is_a_paragraph(load, blocks):
    text = "Ministers meet in Portville\nThey will meet again in 2027.\nThe talks went on for three days."
    assert blocks(load(text)) == [
        ("title", "", "Ministers meet in Portville"),
        ("paragraph", "", "They will meet again in 2027."),
        ("paragraph", "", "The talks went on for three days."),
    ]


WRAPPED = """\
JOINT STATEMENT

The ministers of Norland and Sudland met today in Portville. They agreed that
a new programme of restoration, which will cost $4.2 million, is needed. On
12. March they will begin. The ministers also agreed:

  1. to plant 12,000 trees along the banks of the river before the end of the
     year 2027;
  2. to hire 30 wardens.

They will publish the results of the programme each year, in both languages of
the valley.
"""


JOINED = (
    "The ministers of Norland and Sudland met today in Portville. They agreed that a new programme of restoration,"
    " which will cost $4.2 million, is needed. On 12. March they will begin. The ministers also agreed:"
)


def test_lines_wrapped_at_a_width_are_joined(load, blocks):
    assert [(kind, marker, " ".join(text.split())) for kind, marker, text in blocks(load(WRAPPED))] == [
        ("title", "", "JOINT STATEMENT"),
        ("paragraph", "", JOINED),
        ("list_item", "1.", "to plant 12,000 trees along the banks of the river before the end of the year 2027;"),
        ("list_item", "2.", "to hire 30 wardens."),
        (
            "paragraph",
            "",
            "They will publish the results of the programme each year, in both languages of the valley.",
        ),
    ]


@pytest.mark.parametrize(
    ("markers", "language"),
    [
        (["•", "•"], "en"),
        (["-", "-"], "en"),
        (["1.", "2.", "3."], "en"),
        (["1)", "2)"], "es"),
        (["(a)", "(b)", "(c)"], "en"),
        (["a)", "b)"], "fr"),
        (["(i)", "(ii)", "(iii)", "(iv)"], "en"),
        (["I.", "II."], "en"),
        (["1.1", "1.2"], "en"),
        (["1.º", "2.º"], "es"),
        (["1.-", "2.-"], "es"),
    ],
)
def test_lists_are_known_by_their_markers(load, blocks, markers, language):
    items = "\n".join(f"{marker} Trees will be planted." for marker in markers)
    found = blocks(load(f"The parties agreed:\n{items}\nThey will meet again.", language=language))
    assert found[1:-1] == [("list_item", marker, "Trees will be planted.") for marker in markers]
    assert found[-1][0] == "paragraph"


def test_items_of_several_levels_go_on_whether_they_begin_with_a_capital_or_not(load, blocks):
    text = "In addition:\n1.7 Norland will plant trees;\n1.8 the Commission will report."
    assert [block[:2] for block in blocks(load(text))[1:]] == [("list_item", "1.7"), ("list_item", "1.8")]


@pytest.mark.parametrize(
    "line",
    [
        "M. Dupont a signé.",
        "5.5 million people live there.",
        "—Vamos a cumplir —dijo la ministra.",
        "– Oui, a répondu le ministre.",
        "J. Hale signed.",
        "(c) 2026 Norland Press.",
        "12. May was cold.",
        "1.1 million people live there.",
    ],
)
def test_what_only_looks_like_a_marker_is_none(load, blocks, line):
    text = f"The talks were long.\n{line}\nThe talks then ended."
    assert blocks(load(text))[1] == ("paragraph", "", line)


def test_long_dashes_mark_a_list_after_a_lead_in(load, blocks):
    text = "Les parties vont :\n– planter des arbres ;\n– publier les résultats.\nElles se réuniront."
    assert [block[0] for block in blocks(load(text))] == ["paragraph", "list_item", "list_item", "paragraph"]
    speech = "Le ministre est venu.\n– Oui.\n– Non.\nIl est parti."
    assert {block[0] for block in blocks(load(speech))} == {"paragraph"}


def test_a_long_dash_that_stands_alone_marks_what_begins_small_after_a_lead_in(load, blocks):
    item = "Les parties vont :\n– planter des arbres.\nElles se réuniront."
    assert [block[0] for block in blocks(load(item))] == ["paragraph", "list_item", "paragraph"]
    speech = "Le ministre a répondu :\n– Nous irons.\nIl est parti."
    assert {block[0] for block in blocks(load(speech))} == {"paragraph"}


@pytest.mark.parametrize(
    "items",
    [
        ["Prioritizing ports and rail across the whole of the long valley, and its roads.", "Creating a dialogue."],
        ["Capacitar a 260 inspectores.", "Publicar los resultados en línea."],
        ["d'échanger les données ;", "de former des techniciens."],
        ["$5.5 million for schools, through the labour office.", "$4.4 million for ports, in three years."],
        ["Trade and investment", "Energy", "Security"],
        ["la creación de un centro común para todos los países de la región y sus vecinos;", "la formación."],
    ],
)
def test_items_that_lost_their_bullets_are_items_still(load, blocks, items):
    found = blocks(load("\n".join(["Key areas include:", *items, "The ministers will then meet in the capital."])))
    assert found[1:-1] == [("list_item", "", item) for item in items]
    assert found[-1][0] == "paragraph"


def test_a_heading_after_a_lead_in_is_no_item(load):
    for heading in ("ARTÍCULO I", "Artículo 1"):
        text = f"Han convenido en lo siguiente:\n{heading}\nDefiniciones\nEl río es el río Largo."
        assert kinds(load(text)) == ["paragraph", "heading", "heading", "paragraph"]


def test_articles_have_their_heads_as_markers(load, blocks):
    text = (
        "Artículo 1.- Las Partes se reunirán dos veces al año.\n"
        "Artículo 2. Las Partes publicarán los resultados.\n"
        "PRIMERA.- Las Partes cooperarán.\n"
        "Article premier – Les Parties se réunissent.\n"
        "Article 5 – Objet\n"
        "Article 6 of the treaty will apply to them.\n"
        "Fin."
    )
    assert blocks(load(text))[:-1] == [
        ("paragraph", "Artículo 1.-", "Las Partes se reunirán dos veces al año."),
        ("paragraph", "Artículo 2.", "Las Partes publicarán los resultados."),
        ("paragraph", "PRIMERA.-", "Las Partes cooperarán."),
        ("paragraph", "Article premier –", "Les Parties se réunissent."),
        ("heading", "", "Article 5 – Objet"),
        ("paragraph", "", "Article 6 of the treaty will apply to them."),
    ]


def test_headings_are_short_and_do_not_end_like_sentences(load):
    text = (
        "Ministers meet\n"
        "Portville, 3 March 2026\n"
        "They met.\n"
        "QUICK FACTS ABOUT THE RIVER\n"
        "It is long.\n"
        "2. Security\n"
        "They agreed on it.\n"
        "1. Trade\n"
        "They traded.\n"
        "Quote\n"
        "“We will act.”\n"
        "Ana Hale, Minister of Water\n"
        "Write to press@example.org\n"
        "the end"
    )
    assert kinds(load(text)) == [
        "title", "paragraph", "paragraph", "heading", "paragraph", "heading", "paragraph", "heading", "paragraph",
        "heading", "paragraph", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip


def test_typed_tables_are_cells_of_rows(load):
    text = "Money\n\nYear\tTrees\n2027\t5,000\n\n| Year | Boats |\n|------|-------|\n| 2027 | 2 |\n\nThe end."
    cells = [
        (block.row, load(text).text[block.start : block.end])
        for block in load(text).blocks
        if block.kind == "table_cell"
    ]
    assert cells == [
        (0, "Year"), (0, "Trees"), (1, "2027"), (1, "5,000"), (2, "Year"), (2, "Boats"), (3, "2027"), (3, "2"),
    ]  # fmt: skip


@pytest.mark.parametrize("unit", ["words and ", ".", "\t", "- ", "1.", "|", "\u00a0"])
def test_a_line_of_megabytes_takes_no_time(load, unit):
    text = "A" + unit * (1_000_000 // len(unit))
    assert load(text).blocks


@pytest.mark.parametrize("letter", ["İ", "ſ", "\u212a", "ﬁ", "Ⅳ", "ǅ"])
def test_a_letter_that_no_list_counts_by_marks_nothing_and_stops_nobody(load, letter):
    text = f"Norland and Sudria meet.\n\n{letter}. They will build a road.\n\n{letter}) They will build a port."

    assert load(text).text == text
    assert not [block for block in load(text).blocks if block.marker]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_heads_an_article_or_a_measure_is_known_in_small_letters_and_in_capitals(language):
    words = structure_words(language)
    for word in (*words.articles, *words.measures):
        for written in (word, word.capitalize(), word.upper()):
            line = f"{written} 3. The ports open."
            assert starts_with_marker(line, 0, len(line)), line
    for number in words.article_numbers:
        line = f"{number.capitalize()}.- The ports open."
        assert starts_with_marker(line, 0, len(line)), line
