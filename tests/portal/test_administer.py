import pytest

from servanda.register.acts.founding import KeepUntil
from servanda.register.author import Author
from servanda.register.keys import Grant, Key
from servanda.register.refusal import Refusal
from servanda_portal.operations.accounts import invite
from servanda_portal.operations.act import act
from servanda_portal.operations.keys import NoKeyError, signing_key
from servanda_portal.operations.memberships import (
    administrator,
    give_role,
    make_holder,
    own_author,
    rotate_key,
    take_role,
)
from servanda_portal.operations.verify_portal import faults
from servanda_portal.queries.registers import register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_of_its_own")]
PLAN = "merle-2024-2027"
BACKEND = "servanda_portal.accounts.adapters.AccountBackend"


def test_a_holder_is_given_a_key_once_and_people_act_for_it(client):
    make_holder(PLAN, "harbour-watch")
    with pytest.raises(Refusal, match="key_in_use"):
        make_holder(PLAN, "harbour-watch")
    user = invite("kaj@example.org", "Kaj", "en")
    membership = give_role(PLAN, user, "observer", "harbour-watch", administrator(PLAN))
    client.force_login(user, BACKEND)
    assert client.get(f"/en/plans/{PLAN}/work/evidence/W03/").status_code == 200
    take_role(membership, administrator(PLAN))
    assert client.get(f"/en/plans/{PLAN}/work/evidence/W03/").status_code == 404
    assert register(PLAN).state.get(Grant, membership.grant).standing == "revoked"
    assert not list(faults(PLAN))


def test_a_name_stands_beside_the_ledger_and_is_told_to_members_only(client):
    user = invite("kaj@example.org", "Kaj Sundberg", "en")
    give_role(PLAN, user, "reviewer", "merle", administrator(PLAN))
    member = Author("reviewer", "merle", user.memberships.get().person)
    act(PLAN, member, [KeepUntil(register(PLAN).agreement.recorded_until.replace(month=7))])
    address = f"/en/plans/{PLAN}/ledger/"
    assert "Kaj Sundberg" not in client.get(address).content.decode()
    client.force_login(user, BACKEND)
    assert "(Kaj Sundberg)" in client.get(address).content.decode()


def test_the_ledger_says_which_role_was_given_for_whom_and_to_members_whose_it_is(client):
    user = invite("kaj@example.org", "Kaj Sundberg", "en")
    other = give_role(PLAN, invite("ann@example.org", "Ann Berg", "en"), "observer", "watch", administrator(PLAN))
    give_role(PLAN, user, "reporter", "XN", administrator(PLAN))
    take_role(other, administrator(PLAN))
    told = {
        "en": ("Gave a role: reporter for Norland", "Took a role back: observer for watch"),
        "fr": ("A donné un rôle\u00a0: rapporteur (Norland)", "A retiré un rôle\u00a0: observateur (watch)"),
        "es": ("Dio una función: encargado de informes (Norlandia)", "Retiró una función: observador (watch)"),
    }
    for language, sentences in told.items():
        content = client.get(f"/{language}/plans/{PLAN}/ledger/").content.decode()
        assert all(sentence in content for sentence in sentences), language
        assert "Kaj Sundberg" not in content
        assert "Ann Berg" not in content
    client.force_login(user, BACKEND)
    content = client.get(f"/en/plans/{PLAN}/ledger/").content.decode()
    assert "Gave a role: reporter for Norland · Kaj Sundberg" in content
    assert "Took a role back: observer for watch · Ann Berg" in content


def test_a_rotated_key_signs_from_then_on_and_what_the_old_one_signed_stands():
    old = signing_key(PLAN, "XN").public.id
    rotate_key(PLAN, own_author(PLAN, "XN"))
    fresh = signing_key(PLAN, "XN").public.id
    state = register(PLAN).state
    assert (state.get(Key, old).standing, state.get(Key, fresh).standing) == ("rotated", "active")
    assert not list(faults(PLAN))


def test_a_key_that_is_not_active_signs_nothing():
    with pytest.raises(NoKeyError, match="is not on this server"):
        signing_key(PLAN, "XS", {"another"})
