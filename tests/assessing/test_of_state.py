import datetime

from register_of_tests import DAY, agreement, assessed, commitment, document, due, happening, position, words

from servanda.assessing.of_state import assess_state
from servanda.register.author import Author
from servanda.register.circumstances import Circumstances
from servanda.register.reporting import Report
from servanda.register.standing import Standing
from servanda.register.state import State

RECORDED = datetime.datetime(2025, 9, 1, tzinfo=datetime.UTC)


def state_of(*records):
    state = State()
    state.enact(records, Circumstances(Author("administrator", "operator"), 0, RECORDED, RECORDED.date()))
    return state


def test_a_registers_state_is_assessed_by_all_that_it_holds():
    made = commitment(deadline=due("2026-12-31"))
    said = Report("r", "T-01", "north", "in_progress", datetime.date(2025, 9, 1), words("Digging."))
    adopted = Standing("T-01", "amended", datetime.date(2025, 8, 1), original=due("2025-09-01"))
    records = [agreement(), made, document("note", "official_release"), document("paper", "press")]
    records += [happening("2025-06-01", step=3), position("south", "not_started", "2025-05"), said, adopted]
    expected = assessed(
        happening("2025-06-01", step=3), made=made, positions=[position("south", "not_started", "2025-05")],
        reports=[said], standings={"T-01": adopted},
    )  # fmt: skip
    found = assess_state(state_of(*records), DAY)
    assert found == {"T-01": expected}
    assert found["T-01"].schedule.value == "overdue"
    assert [one.value for one in found["T-01"].official] == ["in_progress", "not_started"]


def test_what_no_longer_counts_is_assessed_too():
    withdrawn = Standing("T-01", "withdrawn", datetime.date(2025, 8, 1))
    assert set(assess_state(state_of(agreement(), commitment(), withdrawn), DAY)) == {"T-01"}
