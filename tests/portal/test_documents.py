import html
import re

import pytest

from servanda.text.document import Block
from servanda_portal.documents.models import Document, Reading
from servanda_portal.pages.document_page import KINDS, pages_of, rows, switched
from servanda_portal.queries import documents
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("identity", ["gauges", "merle-2024-2027", None])
def test_the_page_of_a_document_holds_its_text_character_for_character(identity):
    plan = register(identity).plan if identity else None
    for reading in Reading.objects.filter(agreement=identity):
        read = documents.read_document(reading.document_id, plan)
        for row in rows(read, read.document.blocks, KINDS, [], "fr", excluded=True):
            shown = html.unescape(re.sub(r"<[^>]*>", "", row.html))
            assert shown == read.document.text[row.block.start : row.block.end]


def test_the_commitments_of_the_register_are_linked_at_their_passage(client):
    content = client.get("/en/plans/gauges/documents/note/").content.decode()
    assert re.search(r'<mark class="adopted"[^>]*>(<mark[^>]*>)*will build', content)
    assert 'href="/en/plans/gauges/commitments/R-1/"' in content


def test_a_layer_is_switched_by_the_address():
    assert switched(("money", "date"), "money") == "date"
    assert switched(("money", "date"), "actor") == "money,date,actor"
    assert switched(("money",), "money") == "none"


def test_a_large_document_is_shown_in_pages_that_lose_no_block():
    blocks = [Block("paragraph", start, start + 9_000, "en") for start in range(0, 300_000, 10_000)]
    assert pages_of(blocks, 200_000) == [tuple(blocks)]
    pages = pages_of(blocks, 300_000)
    assert [block for page in pages for block in page] == blocks
    assert len(pages) > 3


def test_a_document_that_no_plan_cites_has_a_page(client):
    sha256 = Document.objects.get(name="loose.txt").sha256
    assert "Nobody cites this text." in client.get(f"/en/documents/{sha256}/").content.decode()
    assert f"/en/documents/{sha256}/" in client.get("/en/").content.decode()


def test_a_cited_document_that_is_not_here_is_shown_by_its_citation(client):
    content = client.get("/en/plans/gauges/documents/gazette/").content.decode()
    assert "https://gazette.example/1" in content
    assert "The text is not on this machine" in content
