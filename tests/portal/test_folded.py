"""What a process keeps in memory of a ledger never goes before what is stored."""

import datetime

import pytest
from django.db import transaction

from servanda.ledger.checkpoint import read_checkpoint
from servanda.plans.founding import DatedAct
from servanda.record.reading import read_stored
from servanda.register.acts.founding import Cite
from servanda.register.author import OPERATOR, Author
from servanda.register.cited_document import CitedDocument
from servanda.register.refusal import Refusal
from servanda.register.wording import Wording
from servanda_portal.entries.models import Checkpoint, Entry
from servanda_portal.operations import folded
from servanda_portal.operations.act import try_out
from servanda_portal.operations.append import append
from servanda_portal.operations.load_plan import load_plan
from servanda_portal.operations.verify_portal import faults

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 1, 1)
BY = Author("administrator", OPERATOR)


def cite(identity):
    return Cite(CitedDocument(identity, Wording(identity, identity, identity), "press", "A paper", "en"))


def write(*identities, recorded=None):
    return append("gauges", [DatedAct(cite(one), BY, TODAY) for one in identities], recorded)


@pytest.fixture(autouse=True)
def register(gauges, monkeypatch):
    monkeypatch.setattr(folded, "_folded", {})
    load_plan(gauges)


def test_what_was_rolled_back_after_it_was_appended_is_not_built_upon(monkeypatch):
    """Another process appends meanwhile, so that the ledger is as long as the one that this process remembers."""
    write("before")
    with transaction.atomic():
        write("rolled-back")
        transaction.set_rollback(True)
    remembered = folded._folded
    monkeypatch.setattr(folded, "_folded", {})  # of another process
    write("of-another")
    monkeypatch.setattr(folded, "_folded", remembered)
    write("rolled-back")
    with pytest.raises(Refusal, match="already_recorded"):
        write("of-another")
    assert list(faults("gauges")) == []


def test_what_a_refused_append_did_before_its_refusal_is_forgotten_at_once():
    write("known")
    with pytest.raises(Refusal, match="already_recorded"):
        write("new", "known")
    assert "gauges" not in folded._folded
    write("new")
    assert list(faults("gauges")) == []


def test_what_was_only_tried_out_is_forgotten():
    write("known")
    assert [refusal and refusal.code for refusal in try_out("gauges", BY, [cite("new"), cite("known")])] == [
        None,
        "already_recorded",
    ]
    write("new")
    assert list(faults("gauges")) == []


def test_nothing_is_signed_on_top_of_entries_that_are_not_those_of_the_checkpoint(monkeypatch):
    write("before")
    monkeypatch.setattr(folded, "_folded", {})
    monkeypatch.setattr(folded, "leaves_of", lambda *_: iter([b"something else"]))
    with pytest.raises(folded.DamagedLedgerError, match="verify-portal"):
        write("after")


def test_the_time_of_the_record_never_goes_back():
    later = datetime.datetime.now(datetime.UTC).replace(microsecond=0) + datetime.timedelta(hours=1)
    write("in-an-hour", recorded=later)
    (number,) = write("now")
    assert read_stored(bytes(Entry.objects.get(ledger="gauges", number=number).leaf)).recorded == later
    assert list(faults("gauges")) == []


def test_the_checkpoint_is_over_all_entries():
    numbers = write("one", "two")
    row = Checkpoint.objects.get(ledger="gauges")
    text, _, _ = bytes(row.note).decode().partition("\n\n")
    assert read_checkpoint(text + "\n").size == row.size == numbers[-1] + 1
