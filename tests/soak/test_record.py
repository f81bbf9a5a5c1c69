"""Ten thousand random registers leak nothing, and ten thousand changes of an export are found."""

import datetime
import json
import random

import pytest
from folders import altered, exported, faults, verification, with_right_sums
from random_registers import World

from servanda.ledger import base64_text
from servanda.record.export import BODIES, CHECKPOINT, ENTRIES, FILES, RECORDS
from servanda.register.author import Author

pytestmark = pytest.mark.soak

REGISTERS = 10_000
MUTATIONS = 10_000
STEPS = 70


def test_ten_thousand_random_registers_leak_nothing_to_the_public():
    """Each public export is without fault, all of it can be judged, and it holds no word of what is hidden."""
    hidden = 0
    for seed in range(REGISTERS):
        world = World(seed, STEPS)
        files = exported(world, after=seed % 40)
        payloads = [base64_text.decode(json.loads(line)["payload"]) for line in files[ENTRIES].splitlines()]
        everything = b"\n".join([*files.values(), *payloads])
        words = world.hidden_words(world.today + datetime.timedelta(seed % 40))
        assert not [word for word in words if word.encode() in everything], seed
        verified = verification(files)
        assert list(verified.faults()) == [], seed
        assert verified.ledger.not_judged == 0, seed
        hidden += len(words)
    assert hidden > REGISTERS


def test_ten_thousand_changes_of_an_export_are_found():
    """Whoever changes a byte is found, even if they make the sums anew; a body may be destroyed, with its records."""
    rng = random.Random(1)  # noqa: S311 it makes tests
    made = tried = 0
    while tried < MUTATIONS:
        world = World(rng.randrange(10**9), STEPS)
        files = exported(world, rng.choice([None, Author("reviewer", "NO")]))
        for _ in range(50):
            name = rng.choice(FILES)
            changed = files[name] and altered(files[name], rng)
            if changed == files[name]:
                continue
            tried += 1
            assert faults(files | {name: changed}), (name, changed)
            if name in {ENTRIES, RECORDS, CHECKPOINT, BODIES} and _differs(files[name], changed):
                made += 1
                assert faults(with_right_sums(files | {name: changed})), (name, changed)
    assert made > MUTATIONS // 4


def _differs(before, after):
    """Say whether lines differ, and not only their order or the end of the last one."""
    return set(before.splitlines()) != set(after.splitlines())
