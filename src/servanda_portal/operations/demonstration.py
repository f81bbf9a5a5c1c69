"""Accounts by which a register is seen as each of its roles sees it, without a password and on loopback alone."""

from django.conf import settings

from servanda.plans.founding import founder
from servanda.plans.plan import Plan
from servanda.register.author import OPERATOR, Role
from servanda.register.keys import Key
from servanda_portal.accounts.models import Membership
from servanda_portal.operations.accounts import demonstration_account
from servanda_portal.operations.folded import folded
from servanda_portal.operations.memberships import give_role

_OF_PARTIES: tuple[Role, ...] = ("party_lead", "reporter", "reviewer")
_OF_KEEPER: tuple[Role, ...] = ("observer", "reviewer", "evaluator")


def open_demonstration(plan: Plan) -> None:
    """Make a demonstration account for every role of a register that has none yet; nothing beyond loopback."""
    if not settings.ON_LOOPBACK:
        return
    register = plan.agreement.id
    by = founder(plan)
    names = {party.id: party.name.en for party in plan.agreement.parties}
    if plan.agreement.keeper is not None:
        names[by.holder] = plan.agreement.keeper.name.en
    names |= {one.id: one.name.in_language("en")[0] for one in plan.actors.institutions}
    for holder, roles in _roles(plan).items():
        for role in roles:
            user = demonstration_account(f"{register}.{holder}.{role}", names.get(holder, holder))
            if not Membership.objects.filter(user=user, register=register).exists():
                give_role(register, user, role, holder, by)


def _roles(plan: Plan) -> dict[str, tuple[Role, ...]]:
    """Return the roles of each holder whose key is on this server; in a real register that parties keep, none."""
    agreement = plan.agreement
    if agreement.kept_by == "observer":
        return {founder(plan).holder: _OF_KEEPER}
    if not agreement.demonstration:
        return {}
    holders = [key.holder for key in folded(agreement.id).all(Key) if key.holder != OPERATOR]
    parties = {party.id for party in agreement.parties}
    acted = {one.holder: one.role for one in plan.acts if one.holder not in parties}
    return {one: _OF_PARTIES if one in parties else (acted.get(one, "observer"),) for one in holders}
