import html
import re

import pytest

from servanda_portal.documents.models import Document, Reading
from servanda_portal.pages.document_page import KINDS, pages_of, rows, switched
from servanda_portal.queries import documents

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["note.txt", "loose.txt"])
def test_the_page_of_a_document_holds_its_text_character_for_character(name):
    sha256 = Document.objects.get(name=name).sha256
    read = documents.read_document(sha256, None) or documents.ReadDocument(
        documents.document_of(sha256), documents.decode_reading(Reading.objects.get(document=sha256).body)
    )
    for row in rows(read, read.document.blocks, KINDS, [], "en", excluded=True):
        shown = html.unescape(re.sub(r"<[^>]*>", "", row.html))
        assert shown == read.document.text[row.block.start : row.block.end]


def test_every_text_of_the_imaginary_plan_is_shown_character_for_character():
    for reading in Reading.objects.filter(agreement="merle-2024-2027"):
        document = documents.document_of(reading.document_id)
        read = documents.ReadDocument(document, documents.decode_reading(reading.body))
        for row in rows(read, document.blocks, KINDS, [], "fr", excluded=True):
            shown = html.unescape(re.sub(r"<[^>]*>", "", row.html))
            assert shown == document.text[row.block.start : row.block.end]


def test_the_commitments_of_the_register_are_linked_at_their_passage(client):
    content = client.get("/en/plans/gauges/documents/note/").content.decode()
    assert re.search(r'<mark class="adopted"[^>]*>(<mark[^>]*>)*will build', content)
    assert 'href="/en/plans/gauges/commitments/R-1/"' in content


def test_a_layer_is_switched_by_the_address():
    assert switched(("money", "date"), "money") == "date"
    assert switched(("money", "date"), "actor") == "money,date,actor"
    assert switched(("money",), "money") == "none"


def test_a_large_document_is_shown_in_pages_that_lose_no_block(client):
    sha256 = Document.objects.get(name="note.txt").sha256
    blocks = documents.document_of(sha256).blocks
    assert pages_of(blocks, 300) == [tuple(blocks)]
    pages = pages_of(blocks * 1, 300_000)
    assert [block for page in pages for block in page] == list(blocks)


def test_a_document_that_no_plan_cites_has_a_page(client):
    sha256 = Document.objects.get(name="loose.txt").sha256
    assert "Nobody cites this text." in client.get(f"/en/documents/{sha256}/").content.decode()
    assert f"/en/documents/{sha256}/" in client.get("/en/").content.decode()


def test_a_cited_document_that_is_not_here_is_shown_by_its_citation(client):
    content = client.get("/en/plans/gauges/documents/gazette/").content.decode()
    assert "https://gazette.example/1" in content
    assert "The text is not on this machine" in content
