"""Keys made, rotated and revoked; roles given and taken back."""

import pytest
from registers import EVALUATOR, LEAD, OPERATES, SAID, WATCH, document, key, opened

from servanda.register.acts.founding import Cite
from servanda.register.acts.keys import GrantRole, MakeKey, RevokeKey, RevokeRole, RotateKey
from servanda.register.author import Author
from servanda.register.keys import Grant, Key


def test_a_holder_is_given_a_first_key_and_no_second_one_by_others():
    register = opened()
    register.do(MakeKey(key("newspaper")), OPERATES)
    for number in (1, 2):
        assert register.refusal(MakeKey(key("newspaper", number)), OPERATES) == "key_in_use"
    assert register.refusal(MakeKey(key("NO", 9)), OPERATES) == "key_in_use"


def test_in_an_observers_register_its_keeper_alone_makes_keys():
    register = opened("observer")
    assert register.refusal(MakeKey(key("newspaper"))) is None
    assert register.refusal(MakeKey(key("newspaper")), WATCH) == "not_the_keeper"


def test_a_rotated_key_is_put_away_and_the_new_one_is_active():
    register = opened()
    register.do(RotateKey("NO-key-1", key("NO", 3)), LEAD["NO"])
    assert (register.get(Key, "NO-key-1").standing, register.get(Key, "NO-key-3").standing) == ("rotated", "active")
    assert register.refusal(RotateKey("NO-key-1", key("NO", 4)), LEAD["NO"]) == "key_revoked"
    assert register.refusal(RotateKey("NO-key-2", key("NO", 3)), LEAD["NO"]) == "already_recorded"


def test_nobody_rotates_or_revokes_anothers_key_or_makes_its_own_anothers():
    register = opened()
    assert register.refusal(RotateKey("SU-key-1", key("SU", 3)), LEAD["NO"]) == "of_another_party"
    assert register.refusal(RotateKey("NO-key-1", key("SU", 3)), LEAD["NO"]) == "of_another_party"
    assert register.refusal(RevokeKey("SU-key-1", SAID), OPERATES) == "of_another_party"
    assert register.refusal(RotateKey("nowhere", key("NO", 3)), LEAD["NO"]) == "no_such"


def test_the_last_key_of_a_holder_is_not_revoked():
    register = opened()
    register.do(RevokeKey("NO-key-1", SAID), LEAD["NO"])
    assert register.get(Key, "NO-key-1").standing == "revoked"
    assert register.refusal(RevokeKey("NO-key-2", SAID), LEAD["NO"]) == "last_key"


def test_keys_and_grants_are_hidden_from_nobody():
    register = opened()
    for act in (MakeKey(key("newspaper")), GrantRole(Grant("g", "b" * 64, "reporter", "NO"))):
        assert register.refusal(act, OPERATES, visible_to="parties") == "not_visible_to"


def test_a_lead_gives_roles_for_its_own_party_and_the_operator_for_all():
    register = opened()
    grant = GrantRole(Grant("new", "b" * 64, "reporter", "NO"))
    assert register.refusal(grant, LEAD["NO"]) is None
    assert register.refusal(grant, OPERATES) is None
    for author in (LEAD["SU"], EVALUATOR, WATCH):
        assert register.refusal(grant, author) == "of_another_party"
        assert register.refusal(RevokeRole("grant-NO"), author) == "of_another_party"


@pytest.mark.parametrize(("role", "holder", "code"), [
    ("party_lead", "watch", "not_a_party"), ("reviewer", "university", "not_a_party"),
    ("administrator", "NO", "role_may_not"),
])  # fmt: skip
def test_no_role_is_given_that_its_holder_cannot_have(role, holder, code):
    assert opened().refusal(GrantRole(Grant("new", "b" * 64, role, holder)), OPERATES) == code


def test_a_person_acts_only_in_a_role_that_was_given_and_until_it_is_taken_back():
    register = opened()
    register.do(GrantRole(Grant("new", "b" * 64, "reporter", "NO")), LEAD["NO"])
    person = Author("reporter", "NO", "b" * 64)
    assert register.refusal(Cite(document("new")), person) is None
    for other in (Author("party_lead", "NO", "b" * 64), Author("reporter", "NO", "c" * 64)):
        assert register.refusal(Cite(document("new")), other) == "no_grant"
    register.do(RevokeRole("new"), LEAD["NO"])
    assert register.refusal(Cite(document("new")), person) == "no_grant"
    assert register.refusal(RevokeRole("new"), LEAD["NO"]) == "already_decided"
    assert register.refusal(RevokeRole("nowhere"), LEAD["NO"]) == "no_such"
