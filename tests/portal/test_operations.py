import datetime
import json

import msgspec
import pytest
from django.db import IntegrityError, transaction

from servanda.plans.founding import DatedAct
from servanda.plans.strict_yaml import PlanError
from servanda.register.acts.commitments import Adopt
from servanda.register.author import OPERATOR, Author
from servanda.register.commitment import Commitment
from servanda.register.refusal import Refusal
from servanda_portal.documents.models import Document, Findings, FoundPassage, Reading
from servanda_portal.entries.guards import is_guarded
from servanda_portal.entries.models import Entry, Ledger
from servanda_portal.operations import add_document, find
from servanda_portal.operations.append import append
from servanda_portal.operations.load_plan import keep_plans, load_plan
from servanda_portal.operations.rebuild import differences, rebuild
from servanda_portal.queries.records import records
from servanda_portal.queries.registers import register, registers
from servanda_portal.register.models import Record

pytestmark = pytest.mark.django_db


def change(folder, name, change_items):
    path = folder / f"{name}.yaml"
    content = json.loads(path.read_text())
    change_items(content)
    path.write_text(json.dumps(content))


def said(text):
    return {"en": text, "fr": f"{text} (fr)", "es": f"{text} (es)"}


def test_a_register_comes_back_as_it_was_loaded(gauges):
    plan = load_plan(gauges)
    kept = register("gauges").plan
    for field in plan.__struct_fields__:
        if field != "folder":
            assert getattr(kept, field) == getattr(plan, field)


def test_loading_a_plan_again_writes_no_entry_where_nothing_changed(gauges):
    load_plan(gauges)
    before = Ledger.objects.get(register="gauges").size
    load_plan(gauges)
    assert Ledger.objects.get(register="gauges").size == before


def test_loading_a_changed_plan_records_what_is_new_and_corrects_the_rest(gauges):
    load_plan(gauges)
    before = Ledger.objects.get(register="gauges").size
    change(gauges, "commitments", lambda items: items[0].update(title=said("Two common gauges")))
    change(
        gauges,
        "commitments",
        lambda items: items.append({**items[0], "reference": "R-3", "title": said("A third")}),
    )
    load_plan(gauges)
    state = register("gauges").state
    assert Ledger.objects.get(register="gauges").size == before + 2
    assert state.get(Commitment, "R-1").title.en == "Two common gauges"
    assert state.get(Commitment, "R-3").title.en == "A third"


def test_what_a_folder_leaves_out_stays_in_the_register(gauges):
    load_plan(gauges)
    change(gauges, "commitments", lambda items: items.pop())
    load_plan(gauges)
    assert "W-1" in register("gauges").commitments


def test_a_register_is_shown_as_it_was_when_its_ledger_was_shorter(gauges):
    load_plan(gauges)
    size = Ledger.objects.get(register="gauges").size
    change(gauges, "commitments", lambda items: items[0].update(title=said("Two common gauges")))
    load_plan(gauges)
    before = records("gauges", None, datetime.date(2026, 1, 1), entries=size)
    assert before.get(Commitment, "R-1").title.en == "One common gauge"
    assert register("gauges").commitments["R-1"].title.en == "Two common gauges"


def test_the_database_refuses_to_change_or_delete_an_entry(gauges):
    load_plan(gauges)
    assert is_guarded()
    entry = Entry.objects.filter(ledger="gauges").first()
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(number=99)
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        entry.delete()


def test_a_refused_act_leaves_nothing_behind(gauges):
    load_plan(gauges)
    before = Ledger.objects.get(register="gauges").size
    operator = Author("administrator", OPERATOR)
    day = datetime.date(2026, 1, 1)
    known = register("gauges").commitments["R-1"]
    fresh = msgspec.structs.replace(known, reference="R-9")
    with pytest.raises(Refusal, match="already_recorded"):
        append("gauges", [DatedAct(Adopt(fresh), operator, day), DatedAct(Adopt(known), operator, day)])
    assert Ledger.objects.get(register="gauges").size == before
    assert "R-9" not in register("gauges").commitments
    assert append("gauges", [DatedAct(Adopt(fresh), operator, day)]) == [before]


def test_a_plan_that_is_not_right_changes_nothing(gauges):
    change(gauges, "commitments", lambda items: items[0].update(pillar="clouds"))
    with pytest.raises(PlanError, match=r"commitments.yaml:1: no pillar 'clouds'"):
        load_plan(gauges)
    assert len(register("gauges").commitments) == 3


def test_plans_that_are_no_longer_there_are_not_published_and_keep_their_ledger():
    keep_plans(["gauges"])
    assert [one.agreement.id for one in registers()] == ["gauges"]
    assert Ledger.objects.filter(register="merle-2024-2027").exists()


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
    place = FoundPassage.objects.get(reference="R-1", document=sha256)
    assert Document.objects.get(sha256=sha256).text[place.start : place.end].startswith("will build one common gauge")


def test_documents_that_are_no_longer_given_go():
    kept = Document.objects.first().sha256
    add_document.keep_documents([kept])
    assert [one.sha256 for one in Document.objects.all()] == [kept]


def test_the_records_are_made_again_from_the_ledger(gauges):
    load_plan(gauges)
    before = list(Record.objects.filter(agreement="gauges").values_list("kind", "key", "entry", "superseded", "body"))
    Record.objects.filter(agreement="gauges").delete()
    assert {wrong for *_, wrong in differences("gauges")} == {"missing"}
    assert rebuild("gauges") == len(before)
    assert not list(differences("gauges"))
    after = Record.objects.filter(agreement="gauges").values_list("kind", "key", "entry", "superseded", "body")
    assert list(after) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [("body", "{}"), ("key", "R-77"), ("superseded", 3), ("visible_to", "parties"), ("made_by", "tarn"), ("place", 9)],
)
def test_a_record_that_was_changed_behind_the_ledger_is_found(gauges, column, value):
    load_plan(gauges)
    row = Record.objects.filter(agreement="gauges", kind="commitment").first()
    Record.objects.filter(pk=row.pk).update(**{column: value})
    assert any(kind == "commitment" for kind, *_ in differences("gauges"))
