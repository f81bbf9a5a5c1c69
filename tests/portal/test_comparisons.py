import re

import pytest

from servanda.reconciling.change_finding import Change, ChangeDetail, Difference
from servanda.reconciling.gap_finding import Span
from servanda_portal.codec import encode
from servanda_portal.documents.models import Comparison, Reading
from servanda_portal.documents.shapes import Changes
from servanda_portal.operations import compare
from servanda_portal.operations.load_plan import load_plan
from servanda_portal.queries import documents
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db

MERLE = "merle-2024-2027"
VERSIONS = f"/en/plans/{MERLE}/documents/joint-2024-en/versions/"


def text_of(content):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", content)).replace("&nbsp;", " ")


def test_every_block_of_every_version_stands_in_one_row():
    laid = documents.versions(MERLE, "joint-2024-en")
    texts = documents.texts(MERLE, laid.documents)
    for number, name in enumerate(laid.documents):
        stand = [index for row in laid.rows for index in row[number]]
        assert stand == list(range(len(texts[name].blocks)))


def test_a_gap_stands_in_the_row_of_its_words():
    laid = documents.versions(MERLE, "joint-2024-en")
    texts = documents.texts(MERLE, laid.documents)
    assert laid.gaps
    for gap in laid.gaps:
        for version in gap.finding.detail.versions:
            blocks = laid.rows[gap.row][laid.documents.index(version.document)]
            inside = [texts[version.document].blocks[index] for index in blocks]
            for words in version.words:
                assert any(block.start <= words.start and words.end <= block.end for block in inside)


def test_versions_stand_side_by_side_with_a_line_on_what_differs(client):
    content = client.get(VERSIONS).content.decode()
    assert "3 language versions" in text_of(content)
    line = "A date differs · English: 30 June 2025 · French: 30 July 2025 · Spanish: 30 June 2025"
    assert line in text_of(content)
    assert '<mark class="gap">30\u00a0juillet 2025</mark>' in content


def test_the_version_in_the_readers_language_comes_first(client):
    row = client.get(VERSIONS.replace("/en/", "/es/", 1)).content.decode().partition('class="laid')[2]
    assert re.findall(r'class="cell" lang="(\w+)"', row)[:3] == ["es", "en", "fr"]


def test_rows_that_say_the_same_can_be_left_out(client):
    every, gaps = (client.get(f"{VERSIONS}{query}").content.decode() for query in ("", "?only=gaps"))
    assert 0 < gaps.count('class="laid') == gaps.count('class="laid gap"') < every.count('class="laid')
    assert client.get(f"{VERSIONS}?only=nothing").status_code == 400


def test_each_version_links_to_the_versions_side_by_side(client):
    for identity in ("joint-2024-en", "joint-2024-fr", "joint-2024-es"):
        assert VERSIONS in client.get(f"/en/plans/{MERLE}/documents/{identity}/").content.decode()
    assert client.get(f"/en/plans/{MERLE}/documents/norland-release-2024/versions/").status_code == 404


def test_versions_are_compared_once_for_the_same_readings(monkeypatch):
    plan = register(MERLE).plan
    monkeypatch.setitem(compare._COMPARE, "versions", lambda _: pytest.fail("nothing was read anew"))
    compare.compare(plan)
    Comparison.objects.filter(cited="joint-2025-en").update(inputs="other")
    with pytest.raises(pytest.fail.Exception):
        compare.compare(plan)


def test_a_comparison_goes_with_its_documents():
    plan = register(MERLE).plan
    Reading.objects.filter(agreement=MERLE, cited__in=["joint-2025-fr", "joint-2025-es"]).delete()
    compare.compare(plan)
    assert ("versions", "joint-2025-en") not in documents.comparisons(MERLE)
    assert ("versions", "joint-2024-en") in documents.comparisons(MERLE)


def test_a_plan_without_versions_has_no_comparison(gauges):
    compare.compare(load_plan(gauges))
    assert documents.comparisons("gauges") == {}


def test_a_commitment_shows_what_other_texts_say_of_its_words(client):
    content = client.get(f"/en/plans/{MERLE}/commitments/W01/").content.decode()
    shown = text_of(content)
    assert "What other texts say of its words" in shown
    assert "the sources differ" in shown
    assert "A date differs · English: 30 June 2025 · French: 30 July 2025" in shown
    assert re.search(rf'href="{VERSIONS}#r\d+"', content)
    quote = re.search(r'<cite lang="en"><a href="([^"#]+)#([a-z]+-\d+-\d+)"', content)
    assert f'id="{quote[2]}"' in client.get(quote[1].replace("&amp;", "&")).content.decode()
    assert "What other texts say" not in text_of(client.get("/en/plans/gauges/commitments/R-1/").content.decode())


def test_a_document_says_what_rests_on_it(client):
    content = client.get("/en/plans/gauges/documents/gazette/").content.decode()
    assert "What rests on it" in content
    assert "/en/plans/gauges/happenings/#law" in content
    assert "/en/plans/gauges/money/#gift" in content


CHANGES = f"/en/plans/{MERLE}/documents/joint-2025-en/changes/"
PAIRS = [
    ("weakened", "seek to bring the time taken to notify", "seek to bring the time taken to notify"),
    ("reworded", "open at Pontmerle, by 30 June 2025", "open at Pontmerle, by 30 September 2025"),
    ("dropped", "study the possibility of night navigation", None),
    ("new", None, "open the lower Merle to night navigation"),
]


@pytest.fixture
def changed():
    """Store what the revised statement changed, for four passages of it."""
    texts = documents.texts(MERLE, ("joint-2024-en", "joint-2025-en"))

    def place(name, words):
        start = texts[name].text.index(words) if words else 0
        return Span(start, start + len(words)) if words else None

    def change(kind, earlier, later):
        date = Difference("deadline", "weaker", (place("joint-2024-en", "30 June 2025"),), ())
        return Change(kind, (), ChangeDetail(kind, earlier, later, (date,) if kind == "reworded" else ()))

    made = Changes(
        "joint-2024-en",
        "joint-2025-en",
        tuple(change(kind, place("joint-2024-en", old), place("joint-2025-en", new)) for kind, old, new in PAIRS),
    )
    Comparison.objects.filter(agreement=MERLE, kind="changes", cited="joint-2025-en").delete()
    Comparison.objects.create(agreement_id=MERLE, kind="changes", cited="joint-2025-en", count=4, body=encode(made))


@pytest.mark.usefixtures("changed")
def test_a_change_shows_the_old_and_the_new_words_and_marks_those_that_differ(client):
    content = client.get(CHANGES).content.decode()
    assert 'open at Pontmerle, by 30 <mark class="gap">June</mark> 2025' in content
    assert 'open at Pontmerle, by 30 <mark class="gap">September</mark> 2025' in content
    assert re.findall(r'aria-hidden="true">(.)</span> (\w+)', content) == [
        ("▼", "weakened"), ("≈", "reworded"), ("−", "dropped"), ("+", "added"),
    ]  # fmt: skip
    assert "nothing here" in content
    assert "deadline · 30 June 2025 → – · weaker" in text_of(content)


def test_what_a_text_changed_in_the_one_it_supersedes_is_compared_when_documents_are_loaded(client):
    content = client.get(CHANGES).content.decode()
    assert 'by 30 <mark class="gap">September</mark> 2025' in content
    assert "deadline · 30 June 2025 → 30 September 2025 · weaker" in text_of(content)


@pytest.mark.usefixtures("changed")
def test_changes_of_one_kind_can_be_shown_alone(client):
    content = client.get(f"{CHANGES}?kind=dropped").content.decode()
    assert content.count('class="laid') == 1
    assert "night navigation" in content
    assert client.get(f"{CHANGES}?kind=lost").status_code == 400
    assert CHANGES in client.get(f"/en/plans/{MERLE}/documents/joint-2025-en/").content.decode()
    assert client.get(f"/en/plans/{MERLE}/documents/gaceta-2024/changes/").status_code == 404
