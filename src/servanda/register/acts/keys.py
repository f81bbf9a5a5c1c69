"""Keys made, rotated and revoked; roles given and taken back. All of it is in the ledger."""

from typing import ClassVar

import msgspec

from servanda.register.acts.act import Act, Recording
from servanda.register.author import KEEPER, OPERATOR, Author, Role
from servanda.register.circumstances import Circumstances
from servanda.register.keys import Grant, Key
from servanda.register.permission import ADMINISTER, Permission, refuse_role
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State
from servanda.register.wording import Statement

_ANY: frozenset[Role] = frozenset({"administrator", "party_lead", "evaluator", "observer"})
_BY_HOLDER = Permission(_ANY, _ANY, anybody=True)


class MakeKey(Recording, frozen=True):
    """Give a holder its first key. Once it has one, only it can replace it: the operator cannot put in its own."""

    permission: ClassVar[Permission] = ADMINISTER
    key: Key

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the key. Raises Refusal ``key_in_use`` when the holder has, or ever had, one."""
        if any(key.holder == self.key.holder for key in state.all(Key)):
            raise Refusal("key_in_use", kind="key", key=self.key.holder)
        return super().change(state, circumstances)


class RotateKey(Act, frozen=True):
    """Put a new key in the place of one's own."""

    permission: ClassVar[Permission] = _BY_HOLDER
    old: str
    new: Key

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return both keys. Raises Refusal when the old one is not one's own and active, or the new one is known."""
        old = own_key(state, self.old, circumstances)
        if self.new.holder != old.holder:
            raise Refusal("of_another_party", party=self.new.holder)
        if state.find(Key, self.new.id) is not None:
            raise Refusal("already_recorded", kind="key", key=self.new.id)
        return msgspec.structs.replace(old, standing="rotated"), self.new


class RevokeKey(Act, frozen=True):
    """Take a key of one's own back: what it signed until now stands, what it signs from now on does not."""

    permission: ClassVar[Permission] = _BY_HOLDER
    key: str
    reason: Statement

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the key, revoked. Raises Refusal ``last_key`` where nobody could sign for the holder any more."""
        key = own_key(state, self.key, circumstances)
        others = [one for one in state.all(Key) if one.holder == key.holder and one.standing == "active"]
        if len(others) < 2:
            raise Refusal("last_key", kind="key", key=self.key)
        return (msgspec.structs.replace(key, standing="revoked"),)


class GrantRole(Recording, frozen=True):
    """Give a person a role for a holder: the operator for all, a party's lead for its own party."""

    permission: ClassVar[Permission] = _BY_HOLDER
    grant: Grant

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the grant.

        Raises Refusal ``of_another_party`` when it is not one's own to give, and as ``refuse_role`` does when it is a
        role that its holder cannot have.
        """
        _refuse_others(self.grant, circumstances)
        refuse_role(Author(self.grant.role, self.grant.holder), state.agreement)
        return super().change(state, circumstances)


class RevokeRole(Act, frozen=True):
    """Take a role back."""

    permission: ClassVar[Permission] = _BY_HOLDER
    grant: str

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the grant, revoked. Raises Refusal ``no_such``, ``already_decided`` or ``of_another_party``."""
        grant = state.get(Grant, self.grant)
        _refuse_others(grant, circumstances)
        if grant.standing == "revoked":
            raise Refusal("already_decided", kind="grant", key=self.grant)
        return (msgspec.structs.replace(grant, standing="revoked"),)


def own_key(state: State, identity: str, circumstances: Circumstances) -> Key:
    """Return an active key of the author's own. Raises Refusal ``of_another_party`` or ``key_revoked``."""
    key = state.get(Key, identity)
    if key.holder != circumstances.author.holder:
        raise Refusal("of_another_party", party=key.holder)
    if key.standing != "active":
        raise Refusal("key_revoked", kind="key", key=identity)
    return key


def _refuse_others(grant: Grant, circumstances: Circumstances) -> None:
    if circumstances.author.holder not in {grant.holder, OPERATOR, KEEPER}:
        raise Refusal("of_another_party", party=grant.holder)
