import datetime
import importlib

import msgspec
import pytest
import typer

from servanda.monitoring.candidate import Candidate, Reasons, Source
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.evidence import Evidence
from servanda.register.notes import Search
from servanda_cli.monitor_log import SearchLog
from servanda_cli.monitor_state import Line, Place
from servanda_portal.operations.act import act
from servanda_portal.pages.candidates import candidate_acts, search_act
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db
command = importlib.import_module("servanda_portal.commands.submit")  # the package gives the function that name
PLAN = "merle-2024-2027"
WATCHDOG = Author("observer", "riverside-network")
FOUND = Candidate(
    "W03", "progress", 120, 0, 40, "Vessels wait two hours less at Puerto Alba",
    Source("a" * 64, "en", date=datetime.date(2026, 7, 4), publisher="The Port Gazette", address="https://gazette.example/7"),
    Reasons({"port": 40, "vessel": 80}, ("XS",), ()), "r" * 64, "servanda-monitor/1",
)  # fmt: skip
LOG = SearchLog(
    "news", PLAN, "r" * 64, "servanda-monitor/1", None, None, "1/1", {"en": 12, "fr": 3}, "2026-07-01", "2026-07-31",
    15, 90_000, 0, 1, 0, 1, {"W03": 1, "W09": 0, "Z99": 0}, True, datetime.date(2026, 8, 2),
)  # fmt: skip


def submitted(*candidates):
    acts = list(candidate_acts(register(PLAN).state, candidates, "en"))
    act(PLAN, WATCHDOG, acts)
    return acts


def test_a_candidate_becomes_evidence_that_waits_for_a_reviewer_with_its_document():
    submitted(FOUND)
    state = register(PLAN).state
    evidence = state.all(Evidence)[-1]
    assert (evidence.commitment, evidence.relation, evidence.standing) == ("W03", "progress", "submitted")
    assert evidence.passage.quote.quote == FOUND.quote
    assert evidence.note.text == "Proposed by the monitor with 120 points: vessel, port."
    assert state.get(CitedDocument, evidence.passage.document).publisher == "The Port Gazette"


def test_what_is_submitted_again_is_left_alone_and_one_document_is_cited_once():
    other = msgspec.structs.replace(FOUND, commitment="W04", start=50)
    assert len(submitted(FOUND, other, FOUND)) == 3
    assert submitted(FOUND, other) == []


def test_of_a_long_passage_the_ledger_keeps_the_hash_and_not_the_words():
    long = msgspec.structs.replace(FOUND, quote="word " * 80 + "end")
    submitted(long)
    passage = register(PLAN).state.all(Evidence)[-1].passage
    assert passage.quote is None
    assert passage.hash.words == 81


def test_a_candidate_for_a_commitment_that_is_not_there_is_left_out():
    assert submitted(msgspec.structs.replace(FOUND, commitment="Z99")) == []


def test_a_finished_search_is_recorded_once_with_what_it_did_not_find():
    act(PLAN, WATCHDOG, [search_act(register(PLAN).state, LOG)])
    state = register(PLAN).state
    search = state.all(Search)[-1]
    assert (search.commitments, search.languages) == (("W09",), ("en", "fr"))
    assert (str(search.searched), search.outcome.en) == (
        "2026-07-01/2026-07-31",
        "Documents read: 15. Candidates proposed for review: 1.",
    )
    assert search_act(state, LOG) is None


@pytest.mark.parametrize("changes", [{"complete": False}, {"first": None, "last": None}])
def test_a_search_that_did_not_end_or_read_nothing_is_not_recorded(changes):
    assert search_act(register(PLAN).state, msgspec.structs.replace(LOG, **changes)) is None


@pytest.fixture
def found(tmp_path, monkeypatch):
    """Return a folder as the monitor leaves it, with one candidate."""
    monkeypatch.setattr(command, "start", lambda: None)
    folder = tmp_path / "found"
    folder.mkdir()
    (folder / "search.json").write_bytes(msgspec.json.encode(LOG))
    (folder / "candidates.jsonl").write_bytes(msgspec.json.encode(Line(Place("news", 0), FOUND)) + b"\n")
    return folder


@pytest.mark.parametrize(
    ("file", "content", "holder", "words"),
    [
        ("search.json", b"{", "riverside-network", "search.json: no finished search"),
        ("search.json", msgspec.json.encode(msgspec.structs.replace(LOG, first="zzzz")), "riverside-network", "zzzz"),
        ("candidates.jsonl", b"junk\n", "riverside-network", "candidates.jsonl:1: no line of the monitor"),
        ("candidates.jsonl", None, "riverside-network", "candidates.jsonl: No such file"),
        (None, None, "nobody", ""),
        (None, None, "../nobody", ""),
    ],
)
def test_what_cannot_be_submitted_is_refused_in_one_line_and_nothing_is_recorded(
    found, capsys, file, content, holder, words
):
    before = len(register(PLAN).state.all(Evidence))
    if content is not None:
        (found / file).write_bytes(content)
    elif file is not None:
        (found / file).unlink()

    with pytest.raises(typer.Exit) as refused:
        command.submit(found, holder=holder)

    told = capsys.readouterr().err
    assert refused.value.exit_code == 2
    assert told.startswith("servanda submit: ")
    assert words in told
    assert told.count("\n") == 1
    assert len(register(PLAN).state.all(Evidence)) == before
