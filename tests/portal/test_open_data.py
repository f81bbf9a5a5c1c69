import csv
import datetime
import html
import io
import json
import re
import warnings

import feedparser
import ics
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from lxml import etree
from openpyxl import load_workbook

from servanda.formats.files import FILES
from servanda.formats.iati_reader import read_activities, read_organisations
from servanda.formats.open_register import Site
from servanda.formats.record_lines import read_record_line
from servanda.register.commitment import Commitment
from servanda_portal.pages.open_data import OFFERED
from servanda_portal.register.models import Record

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "fr", "es")


def fetch(client, name, query="", plan="gauges", language="en"):
    return client.get(f"/{language}/plans/{plan}/{name}{query}")


def rows(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_every_file_answers_with_its_type_a_name_to_save_it_under_and_an_etag(client, name, language):
    response = fetch(client, name, plan="merle-2024-2027", language=language)

    assert response.status_code == 200
    assert response["Content-Type"].partition(";")[0] == FILES[name].media_type
    stem, _, suffix = name.rpartition(".")
    saved_as = f"merle-2024-2027-{stem}-2026-06-30-{language}.{suffix}"
    assert response["Content-Disposition"] in {f'{how}; filename="{saved_as}"' for how in ("inline", "attachment")}
    again = client.get(response.wsgi_request.path, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_a_download_holds_exactly_what_the_list_shows(client):
    for query in ("?pillar=water", "?party=XS&force=firm", "?evidence=delivered", "?q=flood", "?schedule=overdue"):
        page = client.get(f"/en/plans/merle-2024-2027/commitments/{query}").content.decode()
        shown = re.findall(r'<td class="reference">(\w+)', page)

        assert shown
        links = [html.unescape(link) for link in re.findall(r'href="([^"]*/commitments\.csv[^"]*)"', page)]
        assert links == [f"/en/plans/merle-2024-2027/commitments.csv{query}"]
        assert [row["reference"] for row in rows(client.get(links[0]))] == shown
        book = load_workbook(io.BytesIO(fetch(client, "commitments.xlsx", query, "merle-2024-2027").content))
        assert [row[0].value for row in book["commitments"].iter_rows(min_row=2)] == shown
        lines = fetch(client, "register.jsonl", query, "merle-2024-2027").content.splitlines()
        records = [read_record_line(line) for line in lines]
        assert [one.reference for one in records if isinstance(one, Commitment)] == shown


def test_files_are_of_the_day_that_the_page_is_of(client):
    page = client.get("/en/plans/merle-2024-2027/happenings/?as-at=2025-06-01").content.decode()
    (link,) = re.findall(r'href="([^"]*/happenings\.csv[^"]*)"', page)

    assert link == "/en/plans/merle-2024-2027/happenings.csv?as-at=2025-06-01"
    then, now = rows(client.get(link)), rows(fetch(client, "happenings.csv", plan="merle-2024-2027"))
    assert 0 < len(then) < len(now)
    assert all(
        row["as_at"] == "2025-06-01" for row in rows(client.get(link.replace("happenings.csv", "commitments.csv")))
    )


def test_every_page_of_a_plan_knows_the_day_and_refuses_what_is_none(client):
    for page in ("", "commitments/", "commitments/W06/", "documents/joint-2024-en/", "money/", "calendar.ics"):
        assert client.get(f"/en/plans/merle-2024-2027/{page}?as-at=2026-03-01").status_code == 200, page
        assert client.get(f"/en/plans/merle-2024-2027/{page}?as-at=March").status_code == 400, page


def test_a_filter_that_is_not_known_is_refused_as_on_the_page(client):
    assert fetch(client, "calendar.ics", "?colour=red").status_code == 400
    assert fetch(client, "calendar.ics", "?pillar=sea").status_code == 400
    assert fetch(client, "calendar.ics", "?commitment=X-9").status_code == 400


def test_a_plan_or_a_file_that_is_not_there_is_not_found(client):
    assert fetch(client, "calendar.ics", plan="nowhere").status_code == 404
    assert fetch(client, "calendar.txt").status_code == 404


def test_a_calendar_and_a_feed_follow_one_commitment(client):
    calendar = ics.Calendar(fetch(client, "calendar.ics", "?commitment=R-1").content.decode())
    uids = {one.uid for one in calendar.events}
    assert uids == {f"{kind}.gauges@{Site(settings.ORIGIN).host}" for kind in ("commitment-R-1", "term")}

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the parser's own making
        feed = feedparser.parse(fetch(client, "feed.atom", "?commitment=R-1").content)
    assert not feed.bozo
    assert {entry.title for entry in feed.entries} == {
        "Tarn reports on R-1: in progress",
        "The gift: 500000 EUR disbursed",
    }
    assert feed.feed.title.endswith("R-1")
    here = next(link.href for link in feed.feed.links if link.rel == "self")
    assert here == f"{settings.ORIGIN}/en/plans/gauges/feed.atom?commitment=R-1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_in_files_lead_to_pages_of_the_portal(client, language):
    feed = etree.fromstring(fetch(client, "feed.atom", plan="merle-2024-2027", language=language).content)
    links = set(feed.xpath("//*[local-name()='link'][@rel='alternate']/@href"))

    assert links
    for link in links:
        assert link.startswith(settings.ORIGIN)
        assert client.get(link.removeprefix(settings.ORIGIN).partition("#")[0]).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_know_the_addresses_of_pages_as_the_portal_does(language):
    site = Site("")
    with translation.override(language):
        known = {
            ("gauges",): reverse("plan", args=["gauges"]),
            ("gauges", "commitments", "R-1"): reverse("commitment", args=["gauges", "R-1"]),
            ("gauges", "documents", "note"): reverse("document", args=["gauges", "note"]),
            **{("gauges", page): reverse(page, args=["gauges"]) for page in ("money", "meetings", "happenings")},
        }
    for steps, address in known.items():
        page = Site("https://x.example").page(language, "plans", *steps)
        assert page == f"https://x.example{address}"
    assert site.page(language, "plans", "gauges") is None


def test_what_the_portal_says_in_iati_is_read_back(client):
    activities = read_activities(fetch(client, "iati-activities.xml", plan="merle-2024-2027").content)
    organisations = read_organisations(fetch(client, "iati-organisations.xml", plan="merle-2024-2027").content)

    assert activities.day == organisations.day == datetime.date(2026, 6, 30)
    assert activities.publisher.ref == Site(settings.ORIGIN).host


def test_no_file_for_the_public_holds_what_is_not_public(client):
    today = datetime.datetime.now(datetime.UTC).date()
    rows = Record.objects.filter(agreement="merle-2024-2027", superseded=None).exclude(visible_to="public")
    hidden = rows.exclude(public_from__lte=today)
    words = {word for body in hidden.values_list("body", flat=True) for word in re.findall(r"[^\"\\]{25,}", body)}
    public = "".join(
        Record.objects.filter(agreement="merle-2024-2027", superseded=None, visible_to="public").values_list(
            "body", flat=True
        )
    )

    secret = {word for word in words if word not in public}
    assert secret
    for name in FILES:
        if not name.endswith(".xlsx"):
            content = fetch(client, name, plan="merle-2024-2027").content.decode()
            assert not [word for word in secret if word in content], name


def test_any_site_may_read_a_file_and_none_reads_a_page(client):
    assert fetch(client, "commitments.csv")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/en/plans/gauges/")


@pytest.mark.parametrize(
    ("page", "offered"),
    [("", "plan"), ("commitments/", "commitments"), ("commitments/R-1/", "commitment"), ("meetings/", "meetings"),
     ("money/", "money"), ("happenings/", "happenings")],
)  # fmt: skip
def test_every_page_links_to_its_files(client, page, offered):
    content = client.get(f"/fr/plans/gauges/{page}").content.decode()

    for name in OFFERED[offered]:
        query = "?commitment=R-1" if offered == "commitment" else ""
        assert f'href="/fr/plans/gauges/{name}{query}" type="{FILES[name].media_type}"' in content
    assert 'rel="alternate" type="application/atom+xml"' in content


@pytest.mark.parametrize(
    ("page", "kinds"),
    [("", ["CreativeWork", "Dataset"]), ("commitments/R-1/", ["Action"]), ("documents/note/", ["DigitalDocument"])],
)
def test_pages_tell_programs_what_they_are_about(client, page, kinds):
    content = client.get(f"/es/plans/gauges/{page}").content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content)

    told = json.loads(script)
    told = told if isinstance(told, list) else [told]
    assert [one["@type"] for one in told] == kinds
    assert told[0]["@id"] == f"{settings.ORIGIN}/es/plans/gauges/{page}"
    assert not re.search("[<>&]", script)
