import importlib
import shutil
from pathlib import Path

import pytest
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
from servanda_portal.queries.register import register

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
