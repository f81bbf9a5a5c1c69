"""Exports held in memory, verified, and changed as accidents and forgers change them."""

import datetime
import hashlib
import io

from servanda.record.export import SUMS, export, sum_line
from servanda.record.exported import ExportVerification


def exported(world, viewer=None, after=20):
    """Export a register for a viewer who looks some days after its last entry: names and bytes."""
    day = world.today + datetime.timedelta(after)
    files = export(world.leaves, world.bodies, world.checkpoint, viewer, day)
    return {name: b"".join(pieces) for name, pieces in files}


def verification(files, trust=None):
    """Give the verification of an export, not yet gone through."""

    def lines(name):
        return None if name not in files else io.BytesIO(files[name])

    return ExportVerification(lines, trust)


def faults(files, trust=None):
    """Verify an export, and give the codes of its faults."""
    return [fault.code for fault in verification(files, trust).faults()]


def with_right_sums(files):
    """Give the files as a forger leaves them, who knows how to make sums."""
    order = [line.partition(b"  ")[2].strip().decode() for line in files[SUMS].splitlines()]
    sums = (sum_line(name, hashlib.sha256(files[name]).hexdigest()) for name in order if name in files)
    return files | {SUMS: b"".join(sums)}


def altered(content, rng):
    """Change some bytes somewhere: a bit, a byte, a missing piece, a doubled piece."""
    at = rng.randrange(len(content))
    match rng.randrange(4):
        case 0:
            return content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :]
        case 1:
            return content[:at] + rng.choice([b" ", b"\n", b"0", b"\xff", b'"', b"}"]) + content[at:]
        case 2:
            return content[:at] + content[at + rng.choice([1, 2, 40]) :]
        case _:
            lines = content.splitlines(keepends=True)
            lines.insert(rng.randrange(len(lines)), lines.pop(rng.randrange(len(lines))))
            return b"".join(lines)
