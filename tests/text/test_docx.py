import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from servanda.text.loaders import Limits, UnreadableError, load_bytes

W = nsdecls("w")


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(content: bytes, change: Callable[[str, bytes], bytes | None], **added: str) -> bytes:
    """Return an archive with its members changed (None removes one), and others added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (member := change(name, old.read(name))) is not None:
                new.writestr(name, member)
        for name, member in added.items():
            new.writestr(name, member)
    return buffer.getvalue()


def test_a_word_file_is_read_with_its_structure(load, blocks):
    document = docx.Document()
    document.add_heading("Joint statement on water", 0)
    document.add_heading("Commitments", 1)
    document.add_paragraph("The parties\u00a0will:")
    document.add_paragraph("plant trees;", style="List Number")
    document.add_paragraph("hire wardens.", style="List Number")
    document.add_paragraph("")
    document.add_paragraph("meet", style="List Bullet")
    table = document.add_table(2, 2)
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"cell {row} {column}"
    document.add_paragraph().add_run("Quick facts").bold = True
    document.add_paragraph("• Typed one.")
    document.add_paragraph("• Typed two.")
    loaded = load(saved(document), "statement.docx")
    assert blocks(loaded) == [
        ("title", "", "Joint statement on water"),
        ("heading", "", "Commitments"),
        ("paragraph", "", "The parties\u00a0will:"),
        ("list_item", "1.", "plant trees;"),
        ("list_item", "2.", "hire wardens."),
        ("list_item", "•", "meet"),
        ("table_cell", "", "cell 0 0"),
        ("table_cell", "", "cell 0 1"),
        ("table_cell", "", "cell 1 0"),
        ("table_cell", "", "cell 1 1"),
        ("heading", "", "Quick facts"),
        ("list_item", "•", "Typed one."),
        ("list_item", "•", "Typed two."),
    ]
    assert [origin.node for origin in loaded.origins] == [
        *(f"paragraph {number}" for number in (1, 2, 3, 4, 5, 7)),
        *(f"table 1 row {row} cell {cell}" for row in (1, 2) for cell in (1, 2)),
        *(f"paragraph {number}" for number in (8, 9, 10)),
    ]
    assert "1. plant trees;\n2. hire wardens.\n• meet\n\ncell 0 0\tcell 0 1\ncell 1 0\tcell 1 1" in loaded.text


def test_what_was_inserted_is_read_and_what_was_deleted_or_hidden_is_not(load):
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {W}><w:r><w:t xml:space='preserve'>They will </w:t></w:r>"
            "<w:ins w:id='1' w:author='a'><w:r><w:t>plant</w:t></w:r></w:ins>"
            "<w:del w:id='2' w:author='a'><w:r><w:delText>fell</w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:tab/><w:t>trees.</w:t></w:r></w:p>"
        ),
    )
    document.element.body.insert(
        1,
        parse_xml(
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a content control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert load(saved(document), "a.docx").text == "They will plant trees.\n\nIn a content control."


def test_footnotes_follow_the_text(load, blocks):
    document = docx.Document()
    document.element.body.insert(
        0, parse_xml(f"<w:p {W}><w:r><w:t>They agreed</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r></w:p>")
    )
    content = changed(
        saved(document),
        lambda name, member: (
            member.replace(
                b"</Relationships>",
                b'<Relationship Id="n" Type="x/footnotes" Target="footnotes.xml"/></Relationships>',
            )
            if name == "word/_rels/document.xml.rels"
            else member
        ),
        **{
            "word/footnotes.xml": f"<w:footnotes {W}><w:footnote w:id='7'><w:p><w:r><w:t>In May.</w:t></w:r></w:p>"
            "</w:footnote></w:footnotes>"
        },
    )
    assert blocks(load(content, "a.docx")) == [("paragraph", "", "They agreed"), ("footnote", "1", "In May.")]


def test_lists_count_as_their_definition_says(load, blocks):
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {W} w:abstractNumId='90'>"
            "<w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Article %1'/></w:lvl>"
            "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1(%2)'/></w:lvl>"
            "</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f"<w:num {W} w:numId='91'><w:abstractNumId w:val='90'/></w:num>"))
    for level, words in ((0, "Trees."), (1, "Oaks."), (1, "Elms."), (0, "Boats."), (1, "Sails.")):
        paragraph = document.add_paragraph(words)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f"<w:numPr {W}><w:ilvl w:val='{level}'/><w:numId w:val='91'/></w:numPr>")
        )
    markers = [marker for _, marker, _ in blocks(load(saved(document), "a.docx"))]
    assert markers == ["Article 3", "3(i)", "3(ii)", "Article 4", "4(i)"]


def refusal(content: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableError) as caught:
        load_bytes(content, name="a.docx", limits=Limits(**limits))
    return caught.value.code


def test_what_unpacks_to_far_more_than_its_size_is_refused():
    document = docx.Document()
    document.add_paragraph("x")
    bomb = changed(
        saved(document),
        lambda name, member: (
            member.replace(b"<w:t>x", b"<w:t>" + b"x" * 9_000_000) if name == "word/document.xml" else member
        ),
    )
    assert len(bomb) < 100_000
    assert refusal(bomb, archive_ratio=50) == "too_large"
    assert refusal(bomb, archive_bytes=5_000_000) == "too_large"


def with_entities(entities: str) -> bytes:
    """Return a Word file whose XML declares entities, and uses the one called x."""
    document = docx.Document()
    document.add_paragraph("Before and after.")

    def declare(name: str, member: bytes) -> bytes:
        if name != "word/document.xml":
            return member
        xml = member.partition(b"?>")[2].replace(b"and", b"&x;")
        return b'<?xml version="1.0"?><!DOCTYPE d [' + entities.encode() + b"]>" + xml

    return changed(saved(document), declare)


def test_no_entity_is_expanded(load, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    content = with_entities(f'<!ENTITY x SYSTEM "{secret.as_uri()}">')
    assert load(content, "a.docx").text == "Before"


def test_entities_in_entities_end_at_once():
    entities = ['<!ENTITY e0 "ha">']
    entities += [f'<!ENTITY e{depth} "{f"&e{depth - 1};" * 10}">' for depth in range(1, 12)]
    assert refusal(with_entities("".join(entities) + '<!ENTITY x "&e11;">')) == "damaged"


def test_a_broken_file_is_damaged():
    document = docx.Document()
    document.add_paragraph("x")
    content = saved(document)
    assert refusal(content[:-200]) == "damaged"
    assert refusal(changed(content, lambda name, member: None if name == "word/document.xml" else member)) in {
        "damaged",
        "unsupported",
    }
    assert refusal(changed(content, lambda name, member: member[:-50] if name == "word/document.xml" else member)) == (
        "damaged"
    )


def test_a_word_file_without_words_has_no_text():
    assert refusal(saved(docx.Document())) == "no_text"
