import msgspec
from watched_of_tests import INDEX, WATCHED

from servanda.monitoring.learning import Decision, adopted, effect, proposals
from servanda.monitoring.record import Record
from servanda.monitoring.register_index import register_index
from servanda.monitoring.watcher import Watcher

IDLE = [f"Chile and Ghana share a visa office for students no. {number}." for number in range(4, 8)]


def found(text):
    return Watcher(INDEX).candidates(Record(text=text, language="en"))


def decisions(*, accepted):
    return [Decision(candidate, accepted) for text in IDLE for candidate in found(text)]


def again(times, *, accepted):
    """Return the table after the same decisions were taken, and adopted, several times."""
    index, decided = INDEX, decisions(accepted=accepted)
    for _ in range(times):
        index = msgspec.structs.replace(index, weights=adopted(index.weights, proposals(index, decided)))
    return index.weights


def test_what_reviewers_refuse_again_and_again_weighs_less_and_its_effect_is_shown():
    changes = proposals(INDEX, decisions(accepted=False))
    lighter = register_index(WATCHED, again(6, accepted=False))

    assert {change.term for change in changes} >= {"visa", "student"}
    assert all(change.proposed == change.weight - 1 and change.refused == 4 for change in changes)
    shown = effect(INDEX, lighter, [Record(text=text, language="en") for text in IDLE])
    assert {pair.commitment for pair in shown.disappear} == {"P-03"}
    assert shown.appear == ()


def test_what_reviewers_accept_weighs_more_up_to_nine():
    assert max(again(20, accepted=True).values()) == 9


def test_a_few_decisions_move_nothing_and_another_table_is_another_version():
    assert proposals(INDEX, decisions(accepted=False)[:2]) == []
    assert register_index(WATCHED).version == INDEX.version
    assert register_index(WATCHED, {**INDEX.weights, "visa": 1}).version != INDEX.version
