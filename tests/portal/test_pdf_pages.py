import io
import re

import pytest
from reportlab.pdfgen import canvas

from servanda_portal.documents.models import Document
from servanda_portal.home import home
from servanda_portal.operations.add_document import add_document, keep_documents, read_document
from servanda_portal.operations.originals import draw_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def pdf(tmp_path):
    """Add a PDF of two pages that no plan cites, and return its SHA-256."""
    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=(400, 600))
    for line, text in enumerate(["Tarn and Vell met at the lower lock to speak of the two gauges that",
                                 "divide them. Vell will pay 2 million euros by 31 March 2026."]):  # fmt: skip
        page.drawString(40, 540 - 14 * line, text)
    page.showPage()
    page.drawString(40, 540, "They will meet again on 5 May 2027, and each will bring its own gauge.")
    page.save()
    path = tmp_path / "gauges.pdf"
    path.write_bytes(made.getvalue())
    sha256 = add_document(path)
    read_document(sha256, [])
    return sha256


def test_a_mention_is_marked_on_the_image_of_its_page(client, pdf):
    content = client.get(f"/en/documents/{pdf}/?show=money,date").content.decode()
    first, second = content.split('alt="Page 2, ')
    assert f'src="/documents/{pdf}/pages/1.png" width="400" height="600"' in first
    assert re.search(r'<a href="#(money-[\d-]+)"[^>]*><title>Money: €2.million', first)
    assert "5 May 2027" in second
    place = re.search(r'<a href="#money-[^>]*>.*?<rect x="([\d.]+)" y="([\d.]+)"', first)
    left, top = float(place[1]), float(place[2])
    assert 40 < left < 250  # behind "divide them. Vell will pay"
    assert 60 < top < 80  # the second line, in points from the top


def test_the_place_to_which_an_address_leads_stands_out(client, pdf):
    plain = client.get(f"/en/documents/{pdf}/?show=money").content.decode()
    target = re.search(r'id="(money-(\d+)-\d+)"', plain)
    assert "k-money here" not in plain
    assert "k-money here" in client.get(f"/en/documents/{pdf}/?show=money&at={target[2]}").content.decode()


def test_the_numbers_of_the_drawing_are_written_alike_in_every_language(client, pdf):
    assert 'viewBox="0 0 400.0 600.0"' in client.get(f"/fr/documents/{pdf}/").content.decode()


def test_the_image_of_a_page_is_drawn_once(client, pdf, monkeypatch):
    response = client.get(f"/documents/{pdf}/pages/2.png")
    image = b"".join(response.streaming_content)
    assert response["Content-Type"] == "image/png"
    assert image.startswith(b"\x89PNG")
    assert (int.from_bytes(image[16:20]), int.from_bytes(image[20:24])) == (800, 1200)
    monkeypatch.setattr("servanda_portal.operations.originals.run_alone", lambda *_: pytest.fail("it was drawn again"))
    assert b"".join(client.get(f"/documents/{pdf}/pages/2.png").streaming_content) == image


@pytest.mark.parametrize("page", ["0.png", "3.png", "99999999999999999999.png", "x.png"])
def test_a_page_that_is_not_there_is_not_found(client, pdf, page):
    assert client.get(f"/documents/{pdf}/pages/{page}").status_code == 404


def test_an_address_names_no_other_file(client):
    assert client.get(f"/documents/{'..%2f' * 12}servanda/pages/1.png").status_code == 404
    assert draw_page("0" * 64, 1) is None


def test_bytes_and_drawings_go_with_their_document(pdf):
    draw_page(pdf, 1)
    keep_documents(sha for sha in Document.objects.values_list("sha256", flat=True) if sha != pdf)
    assert not list(home().glob(f"*/{pdf}*"))


def test_documents_that_no_plan_cites_have_a_place_in_the_list(client, pdf):
    content = client.get("/en/plans/gauges/documents/").content.decode()
    assert "Not cited by this plan" in content
    assert f"/en/documents/{pdf}/" in content
