"""Signatures checked by several processes: the one costly part of verification, which needs nothing but bytes."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from servanda.record.signatures import Signed, Submit, failures, here

_WORTH_A_PROCESS = 500


@contextmanager
def signature_processes() -> Iterator[Submit]:
    """Give what ``record.verify`` hands its batches to: as many processes as this machine has cores."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:

        def submit(batch: Sequence[Signed]) -> Callable[[], list[int]]:
            return here(batch) if len(batch) < _WORTH_A_PROCESS else pool.submit(failures, batch).result

        yield submit
