"""After an act only what is new is read, and what was kept in memory counts only where the ledger grew from it."""

import datetime
import gc
import shutil
import weakref
from pathlib import Path
from types import SimpleNamespace

import pytest

from servanda.register.acts.reporting import SubmitReport
from servanda.register.author import Author
from servanda.register.reporting import Report
from servanda.register.wording import Statement
from servanda_portal.operations.act import act
from servanda_portal.operations.load_plan import load_plan
from servanda_portal.operations.rebuild import rebuild
from servanda_portal.queries import registers
from servanda_portal.queries.records import records
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[2] / "plans" / "example"
PLAN = "merle-2024-2027"
TODAY = datetime.datetime.now(datetime.UTC).date()
VIEWERS = (None, Author("reporter", "XN"), Author("reporter", "XS"), Author("observer", "watch"))


def report(words, visible_to="public", party="XN"):
    made = Report(words, "W01", party, "in_progress", datetime.date(2026, 6, 1), Statement("en", words))
    act(PLAN, Author("reporter", party), [SubmitReport(made)], visible_to=visible_to)


def whole(viewer):
    return list(records(PLAN, viewer, TODAY).versions())


@pytest.fixture
def read(monkeypatch):
    """Count how often all records of a register are read."""
    counted = []
    monkeypatch.setattr(registers, "records", lambda *asked, **more: counted.append(asked) or records(*asked, **more))
    return counted


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_is_brought_up_to_date_is_what_would_be_read_anew(viewer, read):
    register(PLAN, viewer)
    for visible_to in ("public", "parties", "XN", "reviewers"):
        report(f"told-{visible_to}", visible_to)
        report(f"told-by-the-other-{visible_to}", visible_to if visible_to != "XN" else "XS", "XS")
        assert list(register(PLAN, viewer).state.versions()) == whole(viewer)
    assert len(read) == 1


def test_what_was_shown_before_does_not_change(read):
    before = register(PLAN)
    held = list(before.state.versions())
    report("the-dike-is-dug")
    assert register(PLAN) is not before
    assert list(before.state.versions()) == held


def test_records_that_were_made_again_from_the_ledger_are_read_anew(read):
    register(PLAN)
    rebuild(PLAN)
    report("the-dike-is-dug")
    assert list(register(PLAN).state.versions()) == whole(None)
    assert len(read) == 2


def test_another_ledger_under_the_same_name_is_read_anew(tmp_path, read):
    before = register(PLAN)
    folder = shutil.copytree(EXAMPLE, tmp_path / "example")
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Merle", "Merla"), encoding="utf-8")
    load_plan(folder)  # an imaginary agreement is founded again
    assert register(PLAN).agreement != before.agreement
    assert list(register(PLAN).state.versions()) == whole(None)
    assert len(read) == 2


def test_what_becomes_public_on_a_day_is_there_on_that_day(monkeypatch):
    morrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    made = Report("told-later", "W01", "XN", "in_progress", datetime.date(2026, 6, 1), Statement("en", "told-later"))
    act(PLAN, Author("reporter", "XN"), [SubmitReport(made)], visible_to="XN", public_from=morrow.date())
    assert "told-later" not in {one.id for one in register(PLAN).state.all(Report)}
    clock = SimpleNamespace(UTC=datetime.UTC, datetime=SimpleNamespace(now=lambda _zone: morrow))
    monkeypatch.setattr(registers, "datetime", clock)
    assert "told-later" in {one.id for one in register(PLAN).state.all(Report)}


def test_a_register_that_has_grown_is_not_kept_beside_the_new_one():
    old = weakref.ref(register(PLAN))
    report("the-dike-is-dug")
    gc.disable()
    try:
        register(PLAN)
        assert old() is None
    finally:
        gc.enable()
