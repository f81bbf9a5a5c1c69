import html.parser
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import translation

pytestmark = pytest.mark.django_db

SECTIONS = (
    "plan", "commitments", "changed", "happenings", "timeline", "meetings", "indicators",
    "money", "projects", "disagreements", "findings",
    "searches", "context", "documents", "briefs",
)  # fmt: skip


# A script or a style in the page itself; data for programs, and a file of this portal, are none.
INLINE = r'<script(?! type="application/ld\+json">| src="/static/[a-z]+\.js" defer></script>)|<style|\sstyle=|\son\w+='


class Page(html.parser.HTMLParser):
    """What a page links to, and what can be linked to in it."""

    def __init__(self, content):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        """Note an address or an id. Raises AssertionError for an id that stands twice."""
        values = dict(attrs)
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "id" in values:
            assert values["id"] not in self.ids, f"the id {values['id']!r} stands twice"
            self.ids.add(values["id"])


def addresses(language):
    with translation.override(language):
        yield reverse("home")
        yield reverse("method")
        for plan in ("gauges", "merle-2024-2027"):
            yield from (reverse(section, args=[plan]) for section in SECTIONS)
        yield reverse("commitment", args=["gauges", "R-1"])
        yield reverse("brief", args=["gauges", "rivers"])
        yield reverse("brief", args=["merle-2024-2027", "annual"])
        yield reverse("document", args=["gauges", "note"])
        yield reverse("document", args=["gauges", "gazette"])
        yield reverse("versions", args=["merle-2024-2027", "joint-2024-en"])
        yield reverse("changes", args=["merle-2024-2027", "joint-2025-es"])


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_answers_in_its_language_with_nothing_inline(client, language):
    for address in addresses(language):
        response = client.get(address)
        content = response.content.decode()
        assert response.status_code == 200, address
        assert f'<html lang="{language}">' in content
        assert not re.search(INLINE, content), address
        assert "%(" not in content


def test_every_link_of_the_portal_leads_to_a_page_and_a_place_in_it(client):
    pages, waiting, seen, places = {}, ["/en/"], {"/en/"}, set()
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        assert response.status_code == 200, address
        if not response["Content-Type"].startswith("text/html"):
            response.close()
            continue  # a brief to print, or the ledger to keep
        page = pages[address] = Page(response.content.decode())
        for link in page.links:
            target = urlsplit(urljoin(address, link))
            if target.netloc or not target.path.startswith("/en/"):
                continue
            aimed = target.path + (f"?{target.query}" if re.fullmatch(r"at=\d+", target.query) else "")
            if target.fragment:
                places.add((aimed, target.fragment))
            # Of the larger plan some pages: all are made alike.
            if aimed not in seen and (not aimed.startswith("/en/plans/merle") or len(seen) % 5 == 0):
                waiting.append(aimed)
            seen.add(aimed)
    assert len(pages) > 15
    for address, place in places:
        # A mark is on its page only while its kind is shown.
        if address in pages and not re.match(r"[a-z]+-\d+-\d+$", place):
            assert place in pages[address].ids, f"{address} has no #{place}"


def test_the_language_can_be_switched_without_leaving_the_page(client):
    content = client.get("/en/plans/gauges/commitments/?force=firm").content.decode()
    assert 'href="/fr/plans/gauges/commitments/?force=firm"' in content


@pytest.mark.parametrize(
    ("accepted", "home"), [("fr-CA,fr;q=0.9", "/fr/"), ("es-MX", "/es/"), ("de", "/en/"), ("", "/en/")]
)
def test_the_root_sends_readers_to_their_language(client, accepted, home):
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response.url, response["Vary"]) == (302, home, "Accept-Language")


def test_the_sentence_is_counted_from_the_register(client):
    content = re.sub(r"<[^>]+>", "", client.get("/en/plans/gauges/").content.decode())
    said = "3 commitments. 1 delivered, 1 without evidence so far, 1 that cannot be judged as written."
    assert said in content.replace("&nbsp;", " ")


def test_a_commitment_shows_its_words_where_they_stand(client):
    content = client.get("/en/plans/gauges/commitments/R-1/").content.decode()
    assert "<p>will build one common gauge by 31 March 2026</p>" in content
    assert "/en/plans/gauges/documents/note/?at=" in content
    assert "overdue by 91 days" in content


def test_findings_stand_with_the_words_that_they_rest_on(client):
    content = client.get("/en/plans/merle-2024-2027/findings/").content.decode()
    assert "independent sources agree" in content
    place = re.search(r'href="(/en/plans/merle-2024-2027/documents/[^"]+)#([a-z]+-\d+-\d+)"', content)
    page = Page(client.get(place[1].replace("&amp;", "&")).content.decode())
    assert place[2] in page.ids


def test_a_commitment_whose_words_are_not_here_says_so(client):
    content = client.get("/en/plans/gauges/commitments/R-2/").content.decode()
    assert "This is our summary." in content


def test_demonstration_data_says_so_on_the_page_and_on_the_item(client):
    for section in SECTIONS:
        content = client.get(f"/fr/plans/merle-2024-2027/{'' if section == 'plan' else section + '/'}").content.decode()
        assert "Ce plan est imaginaire" in content
        assert '<span class="demo">démonstration</span>' in content
    assert "demo" not in client.get("/fr/plans/gauges/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["/en/plans/nothing/", "/en/plans/gauges/commitments/R-9/", "/en/plans/gauges/documents/x/", "/en/nowhere/"],
)
def test_an_address_that_leads_nowhere_says_what_to_do(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Addresses of commitments and documents are permanent" in response.content.decode()


def test_a_fault_of_the_server_is_told_in_the_readers_language(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("servanda_portal.pages.views.site.registers", lambda: 1 / 0)
    response = client.get("/es/")
    assert response.status_code == 500
    assert "El servidor ha fallado" in response.content.decode()


def test_the_stylesheet_stays_small():
    assert Path(finders.find("servanda.css")).stat().st_size < 25_000


def test_the_first_screen_of_a_plan_says_what_it_is_what_is_late_and_what_is_disputed(client):
    head = client.get("/en/plans/merle-2024-2027/").content.decode().split("<main")[1].split("</header>")[0]
    assert "undertook in May 2024 to forecast floods together" in head
    assert '?schedule=overdue"><strong>8</strong> are overdue</a>' in head
    assert 'disagreements/">on <strong>5</strong> questions sources disagree</a>' in head


def test_the_key_tells_every_mark_that_stands_on_the_page_of_a_plan(client):
    squares, key = client.get("/en/plans/merle-2024-2027/").content.decode().split('<ul class="key"')
    drawn = set(re.findall(r'class="square (\w+)"', squares)) - {"step_2", "step_3", "step_4"}
    assert drawn <= set(re.findall(r'class="square (\w+)"', key))


def test_the_first_page_draws_a_square_for_each_commitment_that_it_counts(client):
    card = client.get("/en/").content.decode().split("Merle Basin", 1)[1].split("</article>")[0]
    counted = int(re.search(r"<strong>(\d+)</strong>&nbsp;commitments", card)[1])
    assert card.count('<svg class="square') == counted
