"""Signatures checked by several processes: the one costly part of verification, which needs nothing but bytes."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from servanda.record.signatures import Signed, Submit, failures, here
from servanda_cli.worker import end_with_the_parent

_WORTH_A_PROCESS = 500


@contextmanager
def signature_processes() -> Iterator[Submit]:
    """Give what ``record.verify`` hands its batches to: as many processes as this machine has cores.

    What they cannot do, because the system allows none or ended one, this process does itself.
    """
    try:
        pool = ProcessPoolExecutor(os.cpu_count(), initializer=end_with_the_parent)
    except OSError:
        yield here
        return
    with pool:

        def submit(batch: Sequence[Signed]) -> Callable[[], list[int]]:
            if len(batch) < _WORTH_A_PROCESS:
                return here(batch)
            try:
                result = pool.submit(failures, batch).result
            except (BrokenProcessPool, OSError):
                return here(batch)
            return lambda: _given(result, batch)

        yield submit


def _given(result: Callable[[], list[int]], batch: Sequence[Signed]) -> list[int]:
    try:
        return result()
    except BrokenProcessPool:
        return failures(batch)
