"""Every viewer's records and pages show exactly what ``may_see`` allows: nothing less, and nothing more anywhere."""

import datetime
from typing import NamedTuple

import pytest

from servanda.plans.founding import DatedAct
from servanda.register.acts.evidence import RecordContext
from servanda.register.author import OPERATOR, Author
from servanda.register.circumstances import CIRCLES, Reach
from servanda.register.notes import ContextNote
from servanda.register.visibility import may_see
from servanda.register.wording import Wording
from servanda_portal.operations.accounts import demonstration_account
from servanda_portal.operations.append import append
from servanda_portal.operations.load_plan import load_plan
from servanda_portal.operations.memberships import give_role, make_holder
from servanda_portal.queries.records import records

pytestmark = pytest.mark.django_db
TODAY = datetime.datetime.now(datetime.UTC).date()
OPERATES = Author("administrator", OPERATOR)
PUBLIC_FROM = {"never": None, "already": TODAY - datetime.timedelta(1), "later": TODAY + datetime.timedelta(40)}
VIEWERS = [
    OPERATES, Author("party_lead", "tarn"), Author("reporter", "tarn"), Author("reviewer", "tarn"),
    Author("reporter", "vell"), Author("reviewer", "vell"), Author("evaluator", "studies"), Author("observer", "watch"),
]  # fmt: skip


class Note(NamedTuple):
    """A note in the register: its id, which is also its title, for whose eyes it is, and who wrote it."""

    id: str
    reach: Reach
    made_by: str
    number: int


@pytest.fixture
def notes(gauges):
    load_plan(gauges)
    for holder in ("tarn", "vell", "studies", "watch"):
        make_holder("gauges", holder)
    return [
        _note(visible_to, word, author)
        for visible_to in (*CIRCLES, "tarn", "vell", "studies", "watch", OPERATOR)
        for word in PUBLIC_FROM
        for author in (OPERATES, Author("party_lead", "tarn"))
        if word == "never" or visible_to != "public"
    ]


def _note(visible_to, word, author):
    identity = f"xq{visible_to}-{word}-by-{author.holder}qx"
    act = RecordContext(
        ContextNote(identity, "other", Wording(identity, identity, identity), Wording("a", "b", "c"), ())
    )
    reach = Reach(visible_to, PUBLIC_FROM[word])
    (number,) = append("gauges", [DatedAct(act, author, TODAY, *reach)])
    return Note(identity, reach, author.holder, number)


def seen(viewer, notes, agreement):
    return {one.id for one in notes if may_see(viewer, one.reach.on_day(TODAY), one.made_by, agreement)}


def test_the_records_of_a_viewer_are_those_that_the_viewer_may_see(notes):
    for viewer in (None, *VIEWERS):
        state = records("gauges", viewer, TODAY)
        assert {one.id for one in state.all(ContextNote)} == seen(viewer, notes, state.agreement), viewer


def test_every_page_shows_a_viewer_what_the_viewer_may_see_and_nothing_else(notes, client):
    agreement = records("gauges", None, TODAY).agreement
    closed = (one for one in notes if one.reach in {Reach("parties"), Reach("reviewers"), Reach("tarn")})
    entries = [f"ledger/{one.number}/" for one in closed if one.made_by == OPERATOR]
    for viewer in (None, *VIEWERS):
        client.logout()
        if viewer is not None:
            user = demonstration_account(f"{viewer.role}.{viewer.holder}", viewer.holder)
            give_role("gauges", user, viewer.role, viewer.holder, OPERATES)
            client.force_login(user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
        allowed = seen(viewer, notes, agreement)
        for place in ("context/", "", "ledger/", *entries):
            answer = client.get(f"/en/plans/gauges/{place}")
            assert answer.status_code == 200, place
            shown = {one.id for one in notes if one.id in answer.content.decode()}
            assert shown == allowed if place == "context/" else shown <= allowed, (viewer, place, shown ^ allowed)
