"""Random registers that keep the rules: founded, opened and acted on, by parties or by an observer.

Some acts are not for everybody, and what they say has a word of its own in it, so that a leak can be searched for.
"""

import datetime
import hashlib
import random
from contextlib import suppress
from functools import cached_property

import random_acts
import random_parts
from hypothesis import strategies as st

from servanda.ledger.checkpoint import Checkpoint, sign_checkpoint
from servanda.ledger.keys import PrivateKey
from servanda.ledger.merkle import leaf_hash, root_of
from servanda.ledger.note_key import NoteSigner
from servanda.record.body import name_body
from servanda.record.signing import key_record, make_entry, sign_entry
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.founding import Found, Open
from servanda.register.acts.joint import JointAct
from servanda.register.agreement import Agreement, Keeper, Party, Pillar, Term
from servanda.register.author import KEEPER, OPERATOR, Author
from servanda.register.circumstances import CIRCLES, PUBLIC, Circumstances
from servanda.register.judge import judge
from servanda.register.keys import Grant, Key
from servanda.register.refusal import Refusal
from servanda.register.state import State
from servanda.register.wording import Wording

NAME = "ledger.example/harbour-plan"
FIRST_DAY = datetime.date(2026, 1, 1)
LAST_DAY = datetime.date(2026, 12, 31)
HOLDERS = (OPERATOR, *random_parts.PARTIES, "university", "watch", "school")
# Every kind of act, and once more those that others build on.
ACTS = [act for act in vars(random_acts).values() if getattr(act, "__module__", None) == random_acts.__name__]
ACTS += 3 * [random_acts.adopt, random_acts.agree, random_acts.submit_report, random_acts.cite]


class World:
    """A register being written: what the acts of ``random_acts`` look at, and what tests look into."""

    def __init__(self, seed, steps, *, observed=None):
        self.rng = random.Random(seed)  # noqa: S311 it makes tests
        self.observed = self.rng.random() < 0.3 if observed is None else observed
        self.state, self.leaves, self.bodies = State(), [], {}
        self.entries, self.acts, self.words = [], [], {}
        self.names = []
        self.now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
        self._signing = {}
        self._keys_made = self._salts_made = 0
        self._found()
        for _ in range(steps):
            if not self.state.is_open and self.rng.random() < 0.15:
                with suppress(Refusal):
                    self.open()
            self.step()

    @cached_property
    def founder(self):
        """Give who founds the register, and signs its checkpoints."""
        return Author("observer", KEEPER) if self.observed else Author("administrator", OPERATOR)

    @property
    def today(self):
        """Give the day that it is while the register is written."""
        return self.now.date()

    @property
    def signer(self):
        """Who signs the checkpoints at the end."""
        return NoteSigner(NAME, self.private(self.founder.holder))

    @cached_property
    def checkpoint(self):
        """Give the signed checkpoint over all leaves."""
        return self.checkpoint_at(len(self.leaves))

    def checkpoint_at(self, size):
        """Sign a checkpoint over the first leaves."""
        return sign_checkpoint(Checkpoint(NAME, size, root_of(map(leaf_hash, self.leaves[:size]))), self.signer)

    def party(self):
        """Choose a party."""
        return self.rng.choice(random_parts.PARTIES)

    def key_of(self, holder):
        """Give the id of the holder's active key."""
        active = [key.id for key in self.state.all(Key) if key.holder == holder and key.standing == "active"]
        return active[0] if active else "no-key"

    def private(self, holder):
        """Give the private part of the holder's active key."""
        return self._signing[self.key_of(holder)]

    def new_key(self, holder):
        """Make a key that nobody has recorded yet."""
        self._keys_made += 1
        private = PrivateKey(hashlib.sha256(f"{holder} {self._keys_made}".encode()).digest())
        self._signing[private.public.id] = private
        return key_record(private.public, holder, self.rng.choice(["held_by_party", "held_by_server"]))

    def new_name(self):
        """Make a person, and give the digest of the name."""
        name = f"Person number {len(self.names)}"
        body = name_body(name, self.salt())
        self.names.append((name, body))
        return body.digest

    def salt(self):
        """Give 32 bytes that were not given before."""
        self._salts_made += 1
        return hashlib.sha256(f"salt {self._salts_made}".encode()).digest()

    def add(self, act, author, visible_to=PUBLIC, public_from=None):
        """Write an act, if the rules allow it. Raises Refusal."""
        effective = self.today - datetime.timedelta(self.rng.choice([0, 0, 0, 5]))
        how = Circumstances(author, len(self.leaves), self.now, effective, visible_to, public_from)
        change = judge(self.state, act, how)
        entry, body = make_entry(NAME, act, how, self.salt())
        # A key of one's own that is put away by this very entry signs it still.
        key = None if not self.state.is_founded else self.private(author.holder)
        self.state.enact(change, how)
        self.leaves.append(sign_entry(entry, key or self.private(author.holder)))
        self.entries.append(entry)
        self.acts.append(act)
        if body is not None:
            self.bodies[body.digest] = body
        for name, sealed_name in self.names:
            if sealed_name.digest in {author.person, getattr(getattr(act, "grant", None), "person", None)}:
                self.bodies[sealed_name.digest] = sealed_name
                self.words[name] = None
        if visible_to != PUBLIC:
            self.words[self.mark] = public_from

    def hidden_words(self, day):
        """Give the words that the public may not read on a day."""
        return [word for word, public_from in self.words.items() if public_from is None or public_from > day]

    def _found(self):
        self.mark = "founding"
        wording = random_parts.words(self)
        agreement = Agreement(
            id="harbour-plan",
            name=wording,
            short_name=wording,
            summary=wording,
            kind="action_plan",
            legal_nature="political",
            signed=FIRST_DAY,
            term=Term(FIRST_DAY, LAST_DAY, "years"),
            kept_by="observer" if self.observed else "parties",
            authentic_languages=("en", "fr"),
            recorded_until=FIRST_DAY,
            parties=tuple(Party(one, "state", wording) for one in random_parts.PARTIES),
            pillars=tuple(Pillar(one, wording, wording) for one in ("rivers", "schools")),
            keeper=Keeper(wording, Wording("a", "b", "c")) if self.observed else None,
        )
        holders = (*HOLDERS, KEEPER) if self.observed else HOLDERS
        self.add(Found(agreement, tuple(self.new_key(holder) for holder in holders)), self.founder)

    def open(self):
        """Open the register, if its rules allow it. Raises Refusal."""
        if self.observed:
            self.add(Open(self.today), self.founder)
            return
        first, *others = (Author("party_lead", one) for one in random_parts.PARTIES)
        self.add(Propose("opening", Open(self.today)), first)
        for other in others:
            self.add(Agree("opening"), other)

    def step(self):
        """Try one random act."""
        with suppress(Refusal, StopIteration):
            self._step()

    def _step(self):
        number = len(self.leaves)
        self.now += datetime.timedelta(self.rng.choice([0, 0, 0, 1, 3, 10]), self.rng.randrange(3600))
        visible_to, public_from = self._visibility()
        self.mark = f"{'open' if visible_to == PUBLIC else 'closed'}{number}x"
        make = self.rng.choice(ACTS)
        self.evaluator = "university"
        self.holder = self.rng.choice(HOLDERS)
        act = make(self)
        author = self._author(act)
        if isinstance(act, JointAct) and not self.observed and self.state.is_open:
            act, author = Propose(random_parts.new(self), act), Author("party_lead", self.party())
        try:
            self.add(act, author, visible_to, public_from)
        except Refusal as refusal:
            if refusal.code == "not_visible_to":
                self._again(act, author, refusal.about)

    def _again(self, act, author, about):
        """Try once more, for the eyes of those who see what the act is about."""
        known = (
            one for kind, key, one in self.state.versions() if (kind, key) == (about.get("kind"), about.get("key"))
        )
        version = next(known)
        if version.visible_on(self.today) == PUBLIC:
            self.add(act, author)
        else:
            self.add(act, author, *version.reach)

    def _visibility(self):
        if self.rng.random() < (0.7 if self.state.is_open else 0.97):
            return PUBLIC, None
        day = self.today + datetime.timedelta(self.rng.randrange(-1, 40))
        return self.rng.choice([*CIRCLES[1:], *HOLDERS]), self.rng.choice([None, day])

    def _author(self, act):
        permission = act.permission
        if not self.state.is_open and self.rng.random() < 0.8:
            return Author("observer", KEEPER) if self.observed else self.founder
        role = self.rng.choice(
            sorted(permission.by_observer if self.observed else permission.by_parties) or ["observer"]
        )
        holder = {"administrator": OPERATOR, "evaluator": "university"}.get(role, self.holder)
        if role in {"party_lead", "reporter"}:
            holder = act.party(self.state) or self.party()
        elif role == "reviewer" or (role == "observer" and self.observed):
            holder = KEEPER if self.observed else self.party()
        grants = [one.person for one in self.state.all(Grant) if (one.role, one.holder) == (role, holder)]
        return Author(role, holder, self.rng.choice([None, *grants]))


registers = st.builds(World, st.integers(0, 2**32), st.integers(0, 120))
