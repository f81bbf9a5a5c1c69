"""Signatures checked by several processes: the one costly part of verification, which needs nothing but bytes."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from servanda.record.signatures import Submit, failures


@contextmanager
def signature_processes() -> Iterator[Submit]:
    """Give what ``record.verify`` hands its batches to: as many processes as this machine has cores."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield lambda batch: pool.submit(failures, batch).result
