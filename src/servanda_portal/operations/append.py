"""Append acts to a ledger: judged, signed, stored, projected and under a checkpoint, or none of it.

The one writer of entries and of the tables that are projected from them.
"""

import datetime
import functools
import re
import secrets
from collections.abc import Sequence

from django.db import transaction

from servanda.ledger.checkpoint import Checkpoint, sign_checkpoint
from servanda.ledger.keys import PrivateKey
from servanda.ledger.merkle import leaf_hash
from servanda.ledger.note_key import NoteSigner
from servanda.ledger.salted import SALT_SIZE
from servanda.plans.founding import DatedAct
from servanda.record.reading import read_stored
from servanda.record.signing import make_entry, sign_entry
from servanda.register.author import KEEPER, OPERATOR
from servanda.register.circumstances import Circumstances
from servanda.register.judge import judge
from servanda.register.keys import Key
from servanda.register.refusal import Refusal
from servanda_portal.entries import models
from servanda_portal.entries.stored import leaves_of
from servanda_portal.operations.folded import Folded, keep, take
from servanda_portal.operations.keys import signing_key
from servanda_portal.operations.project import Projection
from servanda_portal.operations.turns import turn

# What XML, XLSX and PDF cannot hold, as canonical JSON writes it: one such sign would keep every file from everybody.
_CONTROL = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00[01][0-9a-f]|[bf])|\x7f|\xef\xbf[\xbe\xbf]")
_LONGEST_KEY = 300  # signs, as the table of records has it: one database refuses more, the other takes anything


def append(register: str, acts: Sequence[DatedAct], recorded: datetime.datetime | None = None) -> list[int]:
    """Append acts in their order and return the numbers of their entries.

    ``recorded`` is the time of the record, now unless an imaginary plan tells its own past; where the last entry has a
    later one, that, since it never goes back. Raises Refusal when a rule does not allow an act, NoKeyError when this
    server cannot sign it, DamagedLedgerError when the ledger was changed behind it; then nothing was written.
    """
    with turn(), transaction.atomic():
        ledger = models.Ledger.objects.select_for_update().get(register=register)
        # Taken by this writer alone, and given back only when all of it is stored.
        known = take(register)
        numbers = _append(ledger, known, acts, _time(ledger, recorded))
        keep(register, known)
        return numbers


def _append(ledger: models.Ledger, known: Folded, acts: Sequence[DatedAct], recorded: datetime.datetime) -> list[int]:
    key_of = functools.cache(functools.partial(_key, ledger.register, known))
    projection = Projection(ledger.register)
    entries, bodies = [], []
    for number, one in enumerate(acts, ledger.size):
        circumstances = Circumstances(one.author, number, recorded, one.effective, one.visible_to, one.public_from)
        change = judge(known.state, one.act, circumstances)
        entry, body = make_entry(ledger.register, one.act, circumstances, secrets.token_bytes(SALT_SIZE))
        if _CONTROL.search(entry.act if body is None else body.content):
            raise Refusal("control_sign")
        leaf = sign_entry(entry, key_of(one.author.holder))
        entries.append(models.Entry(ledger=ledger, number=number, leaf=leaf))
        if body is not None:
            bodies.append(models.Body(ledger=ledger, digest=body.digest, salt=body.salt, content=body.content))
        made = known.state.enact(change, circumstances)
        if any(len(key) > _LONGEST_KEY for _, key, _ in made):
            raise Refusal("id_too_long")
        projection.take(made)
        if any(isinstance(record, Key) for record in change):
            key_of.cache_clear()
    models.Entry.objects.bulk_create(entries, batch_size=500)
    models.Body.objects.bulk_create(bodies, batch_size=500)
    projection.store()
    first, ledger.size = ledger.size, ledger.size + len(entries)
    ledger.save(update_fields=["size"])
    _checkpoint(ledger, known, first)
    return list(range(first, ledger.size))


def _time(ledger: models.Ledger, recorded: datetime.datetime | None) -> datetime.datetime:
    """Return the time of the record. The lock is held: whoever waited for it reads the clock only now."""
    last = models.Entry.objects.filter(ledger=ledger, number=ledger.size - 1).values_list("leaf", flat=True).first()
    now = recorded or datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    return now if last is None else max(now, read_stored(bytes(last)).recorded)


def _key(register: str, known: Folded, holder: str) -> PrivateKey:
    """Return the key that signs for a holder: one that is active, or any before the first entry, which brings them."""
    keys = known.state.all(Key)
    active = {key.id for key in keys if (key.holder, key.standing) == (holder, "active")}
    return signing_key(register, holder, active if keys else None)


def _holder(known: Folded) -> str:
    """Return who answers for the whole ledger: its keeper, or the operator of one that the parties keep."""
    return KEEPER if known.state.agreement.kept_by == "observer" else OPERATOR


def _checkpoint(ledger: models.Ledger, known: Folded, first: int) -> None:
    """Sign the root over what is stored: the new leaves are hashed as the database gives them back."""
    for leaf in leaves_of(ledger.register, first, ledger.size):
        known.frontier.append(leaf_hash(leaf))
    signer = NoteSigner(ledger.register, _key(ledger.register, known, _holder(known)))
    note = sign_checkpoint(Checkpoint(ledger.register, known.frontier.size, known.frontier.root()), signer)
    models.Checkpoint.objects.update_or_create(ledger=ledger, defaults={"size": ledger.size, "note": note})
