"""A ledger checked from its first byte: form, order, signatures, rules, bodies, checkpoint, and earlier trust.

Nothing is believed and nothing raises: whatever is wrong becomes a fault, and verification goes on. What it cannot see
is in docs/ledger.md: without ``Trust``, that the whole was replaced or its end cut off.
"""

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from servanda.ledger.canonical import read_canonical
from servanda.ledger.checkpoint import Checkpoint, open_checkpoint, read_checkpoint
from servanda.ledger.envelope import Envelope, pre_authentication_encoding
from servanda.ledger.errors import CanonicalError, LedgerError
from servanda.ledger.merkle import Frontier, leaf_hash
from servanda.ledger.note import read_note
from servanda.ledger.note_key import NoteKey
from servanda.record.body import Body
from servanda.record.entry import Entry
from servanda.record.fault import Fault, fault
from servanda.record.reading import read_entry
from servanda.record.signatures import Signed, Submit, here
from servanda.record.signing import usable_key
from servanda.record.trust import Trust
from servanda.register.acts.act import Act
from servanda.register.acts.any_act import read_act
from servanda.register.judge import judge
from servanda.register.keys import Grant, Key
from servanda.register.refusal import Refusal, RefusalCode
from servanda.register.state import State

_BATCH = 1000
_AHEAD = 8  # batches

# What an act may be refused for because something that it builds on is hidden here, or was lost to a fault before it.
_HIDDEN: frozenset[RefusalCode] = frozenset({"no_such", "nothing_to_correct", "guideline_not_frozen"})
_LOST: frozenset[RefusalCode] = _HIDDEN | {"not_founded", "no_grant", "not_visible_to"}


def verify(
    leaves: Iterable[bytes],
    bodies: Mapping[str, Body],
    checkpoint: bytes | None,
    trust: Trust | None = None,
    submit: Submit = here,
) -> Iterator[Fault]:
    """Give every fault of a ledger, in the order in which they are found. ``checkpoint`` is a signed note."""
    verification = Verification(bodies, trust, submit)
    for leaf in leaves:
        yield from verification.add(leaf)
    yield from verification.finish(checkpoint)


class Verification:
    """A ledger being verified, leaf by leaf.

    ``state`` is what the entries make; ``size`` counts the leaves; ``hidden`` the entries whose body is not here, which
    is no fault; ``not_judged`` the acts that build on something that is not here, so that nobody can judge them from
    this copy: the state takes them as ``fold`` does. It also keeps what has a bad signature, so that one fault does not
    bring others with it.
    """

    def __init__(self, bodies: Mapping[str, Body], trust: Trust | None = None, submit: Submit = here) -> None:
        self.state = State()
        self.size = self.hidden = self.not_judged = 0
        self.first_keys: tuple[Key, ...] = ()
        self._bodies, self._trust = bodies, trust
        self._seen = None if trust is None else trust.checkpoint
        self._frontier = Frontier()
        self._peaks_seen: tuple[bytes, ...] = ()
        self._before: Entry | None = None
        self._founder = ""
        self._excused: frozenset[RefusalCode] = frozenset()
        self._acts: set[str] = set()
        self._people: set[str] = set()
        self._submit = submit
        self._batch: list[Signed] = []
        self._pending: deque[Callable[[], list[int]]] = deque()

    def add(self, leaf: bytes) -> Iterator[Fault]:
        """Take the next leaf, and give what is wrong with it; bad signatures come later, with their batch."""
        place = self.size
        self.size += 1
        self._frontier.append(leaf_hash(leaf))
        if self._seen is not None and self._seen.size == self.size:
            self._peaks_seen = self._frontier.peaks
        try:
            entry, envelope = read_entry(leaf)
        except LedgerError as error:
            self._excused = _LOST
            yield fault("not_canonical" if isinstance(error, CanonicalError) else "not_an_entry", place, why=error)
            return
        yield from self._order(place, entry)
        if place:
            yield from self._key(place, entry, envelope)
        yield from self._act(place, entry)
        if not place:
            self._founder, self.first_keys = entry.by.holder, tuple(self.state.all(Key))
            yield from self._key(place, entry, envelope)
        while len(self._pending) > _AHEAD:
            yield from self._signatures()

    def finish(self, checkpoint: bytes | None) -> Iterator[Fault]:
        """Give the faults that only the whole shows. ``checkpoint`` is a signed note, None where there is none."""
        self._send()
        while self._pending:
            yield from self._signatures()
        yield from self._beside()
        if self._before is None:
            yield fault("no_entries")
            return
        yield from self._checkpoint(self._before.register, checkpoint)
        if self._trust is not None and self._seen is not None:
            yield from self._against(self._trust, self._seen, self._before.register)

    def trust(self, checkpoint: bytes) -> Trust:
        """Return what to recognise this register by from now on, once ``finish`` found nothing wrong with it."""
        register = "" if self._before is None else self._before.register
        return Trust(register, self.first_keys, checkpoint.decode(), self._frontier.peaks)

    def _order(self, place: int, entry: Entry) -> Iterator[Fault]:
        """Compare with the entry before, so that one thing out of place is one fault."""
        before, self._before = self._before, entry
        if before is not None and entry.register != before.register:
            yield fault("other_register", place, expected=before.register, found=entry.register)
        expected = place if before is None else before.number + 1
        if entry.number != expected:
            yield fault("out_of_order", place, expected=expected, found=entry.number)
        if before is not None and entry.recorded < before.recorded:
            yield fault("time_goes_back", place, before=_told(before.recorded), found=_told(entry.recorded))

    def _key(self, place: int, entry: Entry, envelope: Envelope) -> Iterator[Fault]:
        if not self.state.is_founded:
            return
        key = self.state.find(Key, envelope.key_id)
        if key is None:
            yield fault("unknown_key", place, key=envelope.key_id)
            return
        if key.standing != "active":
            yield fault("key_not_active", place, key=key.id, standing=key.standing)
        if key.holder != entry.by.holder:
            yield fault("key_of_another", place, key=key.id, holder=key.holder, author=entry.by.holder)
        public = usable_key(key)
        if public is None:
            yield fault("unusable_key", place, key=key.id)
            return
        message = pre_authentication_encoding(envelope.payload_type, envelope.payload)
        self._batch.append(Signed(place, public.raw, envelope.signature, message))
        if len(self._batch) == _BATCH:
            self._send()

    def _act(self, place: int, entry: Entry) -> Iterator[Fault]:
        if entry.by.person is not None:
            self._people.add(entry.by.person)
        content = bytes(entry.act)
        if entry.sealed is not None:
            self._acts.add(entry.sealed)
            body = self._bodies.get(entry.sealed)
            if body is None:
                self.hidden += 1
                self._excused |= _HIDDEN
                return
            if not body.holds:
                self._excused = _LOST
                yield fault("body_changed", place, digest=entry.sealed)
                return
            content = body.content
        try:
            if entry.sealed is not None:
                read_canonical(content)
            act = read_act(content)
        except (LedgerError, msgspec.DecodeError, UnicodeDecodeError) as error:
            self._excused = _LOST
            yield fault("not_an_act", place, why=error)
            return
        yield from self._judge(place, entry, act)

    def _judge(self, place: int, entry: Entry, act: Act) -> Iterator[Fault]:
        circumstances = entry.circumstances
        try:
            change = judge(self.state, act, circumstances)
        except Refusal as refusal:
            if refusal.code not in self._excused:
                self._excused = _LOST
                yield fault("refused", place, **refusal.about | {"code": refusal.code})
                return
            self.not_judged += 1
            try:
                change = act.change(self.state, circumstances)
            except Refusal:
                return
        self.state.enact(change, circumstances)
        self._people |= {record.person for record in change if isinstance(record, Grant)}

    def _beside(self) -> Iterator[Fault]:
        """Check the names of people, and that every body belongs to an entry."""
        for digest, body in sorted(self._bodies.items()):
            if digest in self._people and not body.holds:
                yield fault("body_changed", digest=digest)
            elif digest not in self._people and digest not in self._acts:
                yield fault("body_without_entry", digest=digest)

    def _send(self) -> None:
        if self._batch:
            self._pending.append(self._submit(self._batch))
            self._batch = []

    def _signatures(self) -> Iterator[Fault]:
        return (fault("signature", place) for place in self._pending.popleft()())

    def _checkpoint(self, register: str, note: bytes | None) -> Iterator[Fault]:
        if note is None:
            yield fault("no_checkpoint")
            return
        try:
            checkpoint = read_checkpoint(read_note(note).text)
        except LedgerError as error:
            yield fault("checkpoint_unreadable", why=error)
            return
        if checkpoint.origin != register:
            yield fault("checkpoint_of_another", expected=register, found=checkpoint.origin)
        elif not self._is_signed(note, register):
            yield fault("checkpoint_not_signed", holder=self._founder)
        if checkpoint.size != self.size:
            yield fault("checkpoint_size", checkpoint=checkpoint.size, entries=self.size)
        elif checkpoint.root != self._frontier.root():
            yield fault("checkpoint_root", size=self.size)

    def _is_signed(self, note: bytes, register: str) -> bool:
        """Say whether whoever founded the register signed the note, with a key that is active at its end."""
        for key in self.state.all(Key):
            public = usable_key(key) if key.holder == self._founder and key.standing == "active" else None
            if public is None:
                continue
            try:
                open_checkpoint(note, NoteKey(register, public))
            except LedgerError:
                continue
            return True
        return False

    def _against(self, trust: Trust, seen: Checkpoint, register: str) -> Iterator[Fault]:
        if register != trust.register:
            yield fault("another_register", expected=trust.register, found=register)
            return
        if set(self.first_keys) != set(trust.first_keys):
            yield fault("other_first_keys")
        if seen.size > self.size:
            yield fault("truncated", seen=seen.size, entries=self.size)
            return
        for (first, last), peak, found in zip(trust.stretches(), trust.peaks, self._peaks_seen, strict=True):
            if peak != found:
                yield fault("replaced", size=seen.size, first=first, last=last)
                return


def _told(time: datetime.datetime) -> str:
    return time.isoformat()
