import re

import pytest

pytestmark = pytest.mark.django_db

LIST = "/en/plans/gauges/commitments/"


def listed(client, query):
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return re.findall(r'<td class="reference">([^<\s]+)', response.content.decode())


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", ["R-1", "R-2", "W-1"]),
        ("pillar=roads", ["W-1"]),
        ("party=tarn", ["R-1", "W-1"]),
        ("force=exploratory", ["R-2"]),
        ("verifiable=no", ["W-1"]),
        ("evidence=delivered", ["R-2"]),
        ("result=without_evidence", ["R-1"]),
        ("schedule=overdue", ["R-1"]),
        ("official-tarn=in_progress", ["R-1"]),
        ("official-tarn=not_reported", ["W-1"]),
        ("due-from=2026-01-01&due-to=2026-12-31", ["R-1"]),
        ("due-from=2026-04-01&due-to=2026-12-31", []),
        ("standing=proposed", ["R-1", "R-2", "W-1"]),
        ("standing=withdrawn", []),
        ("view=table", ["R-1", "R-2", "W-1"]),
        ("q=eclusier", ["R-2"]),
        ("q=riendl", []),
        ("q=friend%20roads", ["W-1"]),
        ("q=r-1", ["R-1"]),
        ("pillar=rivers&force=firm", ["R-1"]),
        ("pillar=&force=firm", ["R-1", "W-1"]),
        ("pillar=roads&force=exploratory", []),
    ],
)
def test_every_filter_is_in_the_address(client, query, references):
    assert listed(client, query) == references


def test_the_list_says_how_many_of_how_many(client):
    assert "<strong>2 of 3</strong>" in client.get(f"{LIST}?pillar=rivers").content.decode()


def test_the_list_can_be_read_as_well_as_compared(client):
    content = client.get(f"{LIST}?view=list&pillar=rivers").content.decode()
    assert "One common gauge, in short." in content
    assert "<table" not in content
    assert 'href="?view=list&amp;pillar=rivers"' in content or 'href="?pillar=rivers&amp;view=list"' in content


def test_what_is_no_longer_in_force_stands_apart_and_is_not_counted(client):
    content = client.get("/en/plans/merle-2024-2027/commitments/").content.decode()
    table, apart = content.split("No longer in force")
    gone = re.findall(r"/commitments/(\w+)/", apart.split("</ul>")[0])
    assert gone
    assert f"/commitments/{gone[0]}/" not in table


@pytest.mark.parametrize(
    "query",
    [
        "colour=red",
        "force=iron",
        "force=firm&force=exploratory",
        "Pillar=roads",
        "view=map",
        "due-from=soon",
        "official-vell=perhaps",
        "owner=nobody",
    ],
)
def test_what_the_page_does_not_know_is_refused(client, query):
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 400
    text = response.content.decode()
    assert any(told in text for told in ("This page has no filter", "The filter", "is no day"))


def test_the_answer_to_a_wrong_filter_speaks_the_readers_language(client):
    text = client.get("/fr/plans/gauges/commitments/?colour=red").content.decode()
    assert "Cette page n’a pas de filtre «\u00a0colour\u00a0»" in text


@pytest.mark.parametrize("query", ["show=smell", "excluded=perhaps", "colour=red"])
def test_a_document_refuses_layers_that_do_not_exist(client, query):
    assert client.get(f"/en/plans/gauges/documents/note/?{query}").status_code == 400


@pytest.mark.parametrize("page", ["0", "2", "x"])
def test_a_page_that_a_document_does_not_have_is_not_found(client, page):
    assert client.get(f"/en/plans/gauges/documents/note/?page={page}").status_code == 404
