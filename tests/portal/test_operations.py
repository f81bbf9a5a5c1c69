import json

import pytest

from servanda.plans.strict_yaml import PlanError
from servanda_portal.documents.models import Document, Findings, FoundPassage, Reading
from servanda_portal.operations import add_document, find
from servanda_portal.operations.load_plan import keep_plans, load_plan
from servanda_portal.queries.register import register
from servanda_portal.register.models import Agreement, Commitment

pytestmark = pytest.mark.django_db


def change(folder, name, change_items):
    path = folder / f"{name}.yaml"
    content = json.loads(path.read_text())
    change_items(content)
    path.write_text(json.dumps(content))


def test_a_register_comes_back_as_it_was_loaded(gauges):
    plan = load_plan(gauges)
    kept = register("gauges").plan
    for field in plan.__struct_fields__:
        if field != "folder":
            assert getattr(kept, field) == getattr(plan, field)


def test_loading_a_plan_again_changes_nothing_where_nothing_changed(gauges):
    load_plan(gauges)
    before = list(Commitment.objects.values_list("id", "body"))
    load_plan(gauges)
    assert list(Commitment.objects.values_list("id", "body")) == before


def test_loading_a_changed_plan_replaces_its_rows_and_no_others(gauges):
    others = Commitment.objects.exclude(agreement="gauges").count()
    change(gauges, "commitments", lambda items: items.pop())
    load_plan(gauges)
    assert [one.reference for one in Commitment.objects.filter(agreement="gauges")] == ["R-1", "R-2"]
    assert Commitment.objects.exclude(agreement="gauges").count() == others


def test_a_plan_that_is_not_right_changes_nothing(gauges):
    change(gauges, "commitments", lambda items: items[0].update(pillar="clouds"))
    with pytest.raises(PlanError, match=r"commitments.yaml:1: no pillar 'clouds'"):
        load_plan(gauges)
    assert Commitment.objects.filter(agreement="gauges").count() == 3


def test_plans_that_are_no_longer_there_go(gauges):
    keep_plans(["gauges"])
    assert [one.id for one in Agreement.objects.all()] == ["gauges"]


def test_a_document_is_read_once_for_the_same_reader_and_plan(gauges, monkeypatch):
    plan = load_plan(gauges)
    calls = []
    read = add_document.read
    monkeypatch.setattr(add_document, "read", lambda *given: calls.append(given) or read(*given))
    sha256 = add_document.add_document(gauges / "texts" / "note.txt")
    add_document.read_document(sha256, [plan])
    add_document.read_document(sha256, [plan])
    assert len(calls) <= 1
    change(gauges, "actors", lambda actors: actors.update(agreements=[{"id": "old", "name": {"en": "Old Pact"}}]))
    add_document.read_document(sha256, [load_plan(gauges)])
    assert Reading.objects.filter(document=sha256).count() == 1
    assert calls


def test_a_document_that_no_plan_cites_is_read_once_too(tmp_path, monkeypatch):
    path = tmp_path / "stray.txt"
    path.write_text("A stray note of 4 May 2026.\n", encoding="utf-8")
    sha256 = add_document.add_document(path)
    add_document.read_document(sha256, [])
    monkeypatch.setattr(add_document, "read", lambda *_: pytest.fail("it was read again"))
    add_document.read_document(sha256, [])
    assert Reading.objects.get(document=sha256).agreement_id is None


def test_findings_are_made_once_for_the_same_readings(gauges, monkeypatch):
    plan = load_plan(gauges)
    find.find(plan)
    monkeypatch.setattr(find, "findings", lambda _: pytest.fail("nothing was read anew"))
    find.find(plan)
    Findings.objects.filter(agreement="gauges").update(inputs="other")
    with pytest.raises(pytest.fail.Exception):
        find.find(plan)


def test_a_passage_is_found_by_its_quote(gauges):
    plan = load_plan(gauges)
    sha256 = add_document.add_document(gauges / "texts" / "note.txt")
    add_document.read_document(sha256, [plan])
    place = FoundPassage.objects.get(commitment__reference="R-1", document=sha256)
    assert Document.objects.get(sha256=sha256).text[place.start : place.end].startswith("will build one common gauge")


def test_documents_that_are_no_longer_given_go():
    kept = Document.objects.first().sha256
    add_document.keep_documents([kept])
    assert [one.sha256 for one in Document.objects.all()] == [kept]
