import errno
import importlib
import os
import shutil
from pathlib import Path

import pytest
import typer
import yaml

from servanda.monitoring.watcher import Limits
from servanda.plans.folder import load_plan
from servanda.register.acts.evidence import RefuseEvidence
from servanda.register.author import Author
from servanda.register.evidence import Evidence
from servanda.register.weights import TermWeights
from servanda.register.wording import Statement
from servanda_cli.monitor import Shard, monitor_stream
from servanda_cli.monitor_plan import adopted_index, index_folder, watched_plan
from servanda_cli.monitor_state import lines
from servanda_portal.operations.act import act
from servanda_portal.pages.candidates import candidate_acts
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db
command = importlib.import_module("servanda_portal.commands.learn")  # the package gives the function that name
ROOT = Path(__file__).parents[2]
PLAN = "merle-2024-2027"
REVIEWER = Author("reviewer", "merle")


@pytest.fixture
def searched(tmp_path, monkeypatch):
    """Search a stream for the example plan, submit what was found, and refuse all of it."""
    monkeypatch.setattr(command, "start", lambda: None)
    plan = shutil.copytree(ROOT / "plans" / "example", tmp_path / "plan")
    stream = ROOT / "tests" / "relevance" / "example-en.jsonl"
    assert monitor_stream(stream, plan, tmp_path / "found", Limits(), Shard(), 1) == 0
    candidates = [line.candidate for line in lines(tmp_path / "found")]
    observer = Author("observer", "riverside-network")
    act(PLAN, observer, list(candidate_acts(register(PLAN).state, candidates, "en")))
    waiting = [one for one in register(PLAN).state.all(Evidence) if one.id.startswith("candidate-")]
    assert len(waiting) > 10
    act(PLAN, REVIEWER, [RefuseEvidence(one.id, Statement("en", "No.")) for one in waiting])
    return plan, tmp_path / "found", stream


def test_decisions_move_weights_by_an_act_that_the_monitor_reads_and_another_undoes(searched, capsys):
    plan, found, stream = searched
    before = index_folder(plan)
    command.learn(found, plan, stream=stream, holder="merle")
    assert "would disappear" in capsys.readouterr().err
    assert not (plan / "weights.yaml").exists()
    command.learn(found, plan, adopt=True, holder="merle")
    weights = yaml.safe_load((plan / "weights.yaml").read_text())
    assert register(PLAN).state.all(TermWeights)[-1].weights == weights
    after = index_folder(plan)
    assert after.version != before.version
    assert all(after.weights[term] == weight < before.weights[term] for term, weight in weights.items())
    command.learn(found, plan, undo=True, holder="merle")
    assert index_folder(plan).version == before.version
    assert [version.id for version in register(PLAN).state.all(TermWeights)] == ["weights-1", "weights-2"]


def test_without_decisions_nothing_moves(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "start", lambda: None)
    plan = shutil.copytree(ROOT / "plans" / "example", tmp_path / "plan")
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "candidates.jsonl").touch()
    command.learn(tmp_path / "found", plan, adopt=True, holder="merle")
    assert "move no weight" in capsys.readouterr().err
    assert not (plan / "weights.yaml").exists()


def test_adopted_weights_take_the_place_of_computed_ones_and_leave_the_others():
    loaded = load_plan(ROOT / "plans" / "example")
    watched = watched_plan(loaded)
    computed = adopted_index(watched, {})
    term = next(iter(computed.weights))
    changed = adopted_index(watched, {term: 9})
    assert {**computed.weights, term: 9} == changed.weights


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda plan, _: (plan / "queries.yaml").write_text("W01: {en: x}\n"), "queries.yaml:1: expected a list"),
        (lambda plan, _: shutil.rmtree(plan), "no such plan folder"),
        (lambda _, found: found.rmdir(), "candidates.jsonl: No such file"),
        (
            lambda _, found: (found / "candidates.jsonl").write_text("junk\n"),
            "candidates.jsonl:1: no line of the monitor",
        ),
    ],
    ids=["plan", "no plan", "no candidates", "candidates"],
)
def test_what_cannot_be_learned_from_is_refused_in_one_line(tmp_path, monkeypatch, capsys, break_it, words):
    monkeypatch.setattr(command, "start", lambda: None)
    plan = shutil.copytree(ROOT / "plans" / "example", tmp_path / "plan")
    (tmp_path / "found").mkdir()
    break_it(plan, tmp_path / "found")

    with pytest.raises(typer.Exit) as refused:
        command.learn(tmp_path / "found", plan, holder="merle")

    assert refused.value.exit_code == 2
    assert words in capsys.readouterr().err


def test_weights_that_were_adopted_and_could_not_be_written_are_told(searched, monkeypatch, capsys):
    plan, found, _ = searched

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(command, "write_file", full)
        with pytest.raises(typer.Exit):
            command.learn(found, plan, adopt=True, holder="merle")

    assert "weights.yaml: No space left on device; adopted as weights-1" in capsys.readouterr().err
    command.learn(found, plan, adopt=True, holder="merle")
    assert yaml.safe_load((plan / "weights.yaml").read_text()) == register(PLAN).state.all(TermWeights)[-1].weights
