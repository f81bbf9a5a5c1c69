"""Whatever somebody with a key signs, verification ends in faults and never in an error."""

import copy
import random

import msgspec
import pytest
from random_registers import World

from servanda.ledger.envelope import sign_envelope
from servanda.ledger.keys import PrivateKey
from servanda.record.entry import PAYLOAD_TYPE
from servanda.record.fault import Fault
from servanda.record.verify import Verification
from servanda.register.as_json import to_json

ODD = [
    None, True, 0, -1, 2**53 - 1, "", "x", "2026-01-01", "2026-13-01", "9999-12-31", "0001-01-01", "NaN", "Infinity",
    "1e400", "-0", "2026/2025", "9999-Q4", [], {}, ["x"], "commitment", "agreement", "NO", "9" * 5000, "\0",
]  # fmt: skip


def places(value, route=()):
    if route:
        yield route
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from places(inner, (*route, step))


def put(value, route, odd):
    for step in route[:-1]:
        value = value[step]
    value[route[-1]] = copy.deepcopy(odd)


@pytest.mark.parametrize("seed", range(12))
def test_odd_values_anywhere_in_an_entry_are_faults(seed):
    world, rng = World(seed, 40), random.Random(seed)  # noqa: S311 it makes tests
    verification = Verification(world.bodies)
    for leaf in world.leaves:
        assert list(verification.add(leaf)) == []
    for _ in range(30):
        at = rng.randrange(len(world.acts))
        circumstances = {"number": verification.size, "visible_to": "public", "public_from": None, "sealed": None}
        entry = msgspec.json.decode(to_json(world.entries[at])) | circumstances
        entry = {name: value for name, value in entry.items() if value is not None}
        entry["act"] = msgspec.json.decode(to_json(world.acts[at]))
        for _ in range(rng.choice([1, 1, 2, 3])):
            put(entry, rng.choice(list(places(entry))), rng.choice(ODD))
        found = list(verification.add(sign_envelope(entry, PAYLOAD_TYPE, PrivateKey(bytes(32)))))
        assert found
        assert all(isinstance(one, Fault) for one in found)
