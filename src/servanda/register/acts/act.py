"""What every act is: content that an accountable author signs, with what it changes and who may do it."""

import re
from typing import Any, ClassVar

import msgspec

from servanda.register.actors import Institution
from servanda.register.circumstances import Circumstances
from servanda.register.permission import Permission
from servanda.register.records import Record, key_of, kind_of
from servanda.register.refusal import Refusal
from servanda.register.state import Change, State
from servanda.register.wording import Statement

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def _written(name: str) -> str:
    return _CAPITAL.sub("_", name).lower()


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="type", tag=_written):
    """One act. Its class is its type: ``NameOwner`` is written ``{"type": "name_owner", ...}``."""

    permission: ClassVar[Permission]

    def change(self, state: State, circumstances: Circumstances) -> Change:
        """Return the records that this act makes anew. Raises Refusal where the state does not allow it."""
        raise NotImplementedError

    def party(self, state: State) -> str | None:  # noqa: ARG002 most acts are nobody's own
        """Return the party whose own affair this is; None where it is nobody's."""
        return None


class Recording(Act, frozen=True, kw_only=True):
    """An act that records one thing, its first field; with ``correction``, the reason, it puts that thing right."""

    correction: Statement | None = None

    @property
    def record(self) -> Record:
        """What is recorded."""
        return getattr(self, self.__struct_fields__[0])

    def change(self, state: State, circumstances: Circumstances) -> Change:  # noqa: ARG002 the same for everybody
        """Return the one record. Raises Refusal when it is there already, or there is nothing to put right."""
        return (new_or_corrected(state, self.record, self.correction),)

    def party(self, state: State) -> str | None:
        """Return the party that the record names as its own."""
        named: Any = getattr(self.record, "party", None)
        return None if named is None else party_of(state, named)


def new_or_corrected(state: State, record: Record, correction: Statement | None) -> Record:
    """Return the record. Raises Refusal when it is there and not corrected, or corrected and not there."""
    before = state.find(type(record), key_of(record))
    about = {"kind": kind_of(record), "key": key_of(record)}
    if before is not None and correction is None:
        raise Refusal("already_recorded", **about)
    if before is None and correction is not None:
        raise Refusal("nothing_to_correct", **about)
    if before == record:
        raise Refusal("no_change", **about)
    return record


def party_of(state: State, actor: str) -> str | None:
    """Return the party that an actor is or acts for; None where it acts for none."""
    if any(party.id == actor for party in state.agreement.parties):
        return actor
    institution = state.find(Institution, actor)
    return None if institution is None else institution.party
