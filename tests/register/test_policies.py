"""The policies as one table: every act, by every role of every holder, in every kind and phase of a register."""

import policies
import pytest
from minimal_acts import minimal_acts
from registers import HOLDERS, LEAD, PARTIES, founded, opened

from servanda.register.acts.any_act import ACTS
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.founding import Open
from servanda.register.acts.joint import JointAct
from servanda.register.acts.keys import GrantRole
from servanda.register.author import ROLES, Author
from servanda.register.circumstances import CIRCLES
from servanda.register.keys import Grant
from servanda.register.permission import may_do
from servanda.register.visibility import may_see


@pytest.fixture(scope="module")
def registers():
    return {(kept_by, is_open): (opened if is_open else founded)(kept_by)
            for kept_by in ("parties", "observer") for is_open in (False, True)}  # fmt: skip


@pytest.fixture(scope="module")
def acts(registers):
    return {
        (place, holder): minimal_acts(register, holder) for place, register in registers.items() for holder in HOLDERS
    }


def refusal(registers, acts, case):
    place = (case.kept_by, case.is_open)
    return registers[place].refusal(acts[place, case.author.holder][case.act], case.author)


def test_the_rules_allow_exactly_what_the_policies_say(registers, acts):
    """What is refused is refused for who asks; what is allowed is done."""
    for_who_asks = {"role_may_not", "not_the_keeper", "not_a_party", "of_another_party"}
    for case in policies.cases():
        code = refusal(registers, acts, case)
        match policies.allowed(case):
            case "yes" if case.act is Open and case.is_open:
                assert code == "already_open", case
            case "yes":
                assert code is None, (case, code)
            case "consent":
                assert code == "needs_consent", case
            case _:
                assert code in for_who_asks, (case, code)


def test_what_needs_consent_is_in_force_once_all_parties_have_agreed_and_not_before(acts):
    for act in ACTS:
        if act.permission.consent != "all":
            continue
        assert act in JointAct.__args__
        register = founded() if act is Open else opened()
        one = acts[("parties", act is not Open), "NO"][act]
        (proposal,) = register.do(Propose("it", one), LEAD["NO"])
        assert proposal.standing == "open"
        assert register.do(Agree("it"), LEAD["SU"])[-1].standing == "in_force"


def test_pages_offer_what_the_rules_allow_to_the_party_whose_affair_it_is(registers):
    for case in policies.cases():
        of_another = case.act.permission.consent == "own" and case.author.holder == policies.OTHER
        if case.is_open and not of_another and policies.can_have(*_of(case.author), case.kept_by):
            offered = may_do(case.act.permission, case.author, registers[case.kept_by, True].state.agreement)
            assert offered == (policies.allowed(case) != "no"), case


def test_nobody_is_granted_a_role_that_the_holder_cannot_have(registers):
    for (kept_by, _), register in registers.items():
        for role in ROLES:
            for holder in HOLDERS:
                grant = GrantRole(Grant("new", "b" * 64, role, holder))
                assert (register.refusal(grant) is None) == policies.can_have(role, holder, kept_by)


VIEWERS = [None, *(Author(role, holder) for role in ROLES for holder in HOLDERS)]


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda one: one and f"{one.role} of {one.holder}")
def test_what_is_seen_is_what_the_table_says(viewer, registers):
    """Stated once more, the long way."""
    agreement = registers["parties", True].state.agreement
    for visible_to in (*CIRCLES, *HOLDERS):
        for made_by in HOLDERS:
            of_parties = viewer and viewer.role in {"party_lead", "reporter", "reviewer"} and viewer.holder in PARTIES
            reasons = {
                "it is public": visible_to == "public",
                "it is theirs": viewer and viewer.holder in {visible_to, made_by},
                "it is the parties'": of_parties and visible_to in {"parties", "reply"},
                "they evaluate": viewer and viewer.role == "evaluator" and visible_to in {"reply", "reviewers"},
                "they review": viewer and viewer.role == "reviewer" and visible_to == "reviewers",
            }
            assert may_see(viewer, visible_to, made_by, agreement) == any(reasons.values()), (visible_to, made_by)


def test_the_page_is_up_to_date():
    assert policies.PAGE.read_text(encoding="utf-8") == policies.page(), "python tests/register/policies.py writes it"


def _of(author):
    return author.role, author.holder
