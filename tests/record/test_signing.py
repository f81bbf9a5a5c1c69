import datetime
import json

import msgspec
import pytest
from random_registers import World

from servanda.ledger.canonical import canonical_bytes
from servanda.ledger.errors import LedgerError
from servanda.ledger.keys import PrivateKey
from servanda.record.body import Body, name_body
from servanda.record.entry import Entry
from servanda.record.reading import read_entry, read_stored
from servanda.record.signing import key_record, make_entry, sign_entry, usable_key
from servanda.register.acts.any_act import read_act
from servanda.register.acts.founding import KeepUntil
from servanda.register.author import Author
from servanda.register.circumstances import Circumstances

KEY = PrivateKey(bytes(range(32)))
SALT = bytes(range(32))
ACT = KeepUntil(datetime.date(2026, 3, 1))
HOW = Circumstances(
    Author("reporter", "NO"), 7, datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC), datetime.date(2026, 3, 1)
)


def hidden(**changes):
    return msgspec.structs.replace(HOW, visible_to="parties", **changes)


def test_an_entry_that_was_signed_is_read_back_with_its_act():
    entry, body = make_entry("harbour-plan", ACT, HOW, SALT)
    leaf = sign_entry(entry, KEY)

    read, envelope = read_entry(leaf)
    assert (read, read_stored(leaf), body) == (entry, entry, None)
    assert read_act(read.act) == ACT
    assert read.circumstances == HOW
    assert envelope.key_id == KEY.public.id


def test_an_act_that_is_not_public_is_in_its_body_alone():
    entry, body = make_entry("harbour-plan", ACT, hidden(), SALT)

    assert b"2026-03-01" in body.content
    assert b"keep_until" not in sign_entry(entry, KEY)
    assert (entry.sealed, body.holds) == (body.digest, True)
    assert read_act(body.content) == ACT


def test_a_body_needs_a_salt_of_its_own():
    with pytest.raises(LedgerError, match="32 bytes"):
        make_entry("harbour-plan", ACT, hidden(), b"")
    assert (
        make_entry("harbour-plan", ACT, hidden(), SALT)[0].sealed
        != make_entry("harbour-plan", ACT, hidden(), SALT[::-1])[0].sealed
    )


def test_the_same_entry_has_the_same_bytes_whoever_makes_its_text():
    """A default that was stored and read back is another object than the default."""
    stored = msgspec.structs.replace(HOW, visible_to=json.loads('"public"'))

    assert sign_entry(make_entry("r", ACT, HOW, b"")[0], KEY) == sign_entry(make_entry("r", ACT, stored, b"")[0], KEY)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"recorded": datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC).replace(microsecond=1)}, "whole seconds"),
        ({"recorded": datetime.datetime(2026, 3, 2)}, "UTC"),  # noqa: DTZ001 it is what is refused
        ({"public_from": datetime.date(2026, 4, 1)}, "does not become public later"),
    ],
)
def test_circumstances_that_fit_no_entry_are_refused(changes, reason):
    with pytest.raises(ValueError, match=reason):
        make_entry("harbour-plan", ACT, msgspec.structs.replace(HOW, **changes), SALT)


def test_an_entry_holds_its_act_or_its_digest():
    entry, _ = make_entry("harbour-plan", ACT, HOW, SALT)
    fields = {name: getattr(entry, name) for name in Entry.__struct_fields__}

    for wrong in ({"sealed": "0" * 64}, {"act": msgspec.Raw()}, {"visible_to": "parties"}):
        with pytest.raises(ValueError, match=r"an entry holds|an act that everybody"):
            Entry(**fields | wrong)


def test_a_name_is_sealed_too():
    body = name_body("Zoë Ångström", SALT)

    assert json.loads(body.content) == "Zoë Ångström"
    assert body.holds
    assert not Body(body.digest, body.salt, canonical_bytes("Zoe Angstrom")).holds
    assert not Body(body.digest, body.salt[1:], body.content).holds


def test_a_recorded_key_is_usable_when_its_id_is_its_own():
    record = key_record(KEY.public, "NO", "held_by_party")

    assert usable_key(record) == KEY.public
    assert usable_key(msgspec.structs.replace(record, id="0" * 64)) is None
    assert usable_key(msgspec.structs.replace(record, public="AAAA")) is None
    assert usable_key(msgspec.structs.replace(record, public="no base64")) is None


def test_every_entry_of_a_register_is_read_back_as_it_was_made():
    world = World(3, 60)

    assert (
        [read_entry(leaf)[0] for leaf in world.leaves] == world.entries == [read_stored(leaf) for leaf in world.leaves]
    )
