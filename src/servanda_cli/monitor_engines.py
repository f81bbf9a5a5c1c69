"""Who judges the blocks of a stream: this process, several of this machine, or a cluster. The results are the same."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from servanda.monitoring.batch import Counts, Judged, Proposed, Refused, judge
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.watcher import Limits, Watcher
from servanda_cli.monitor_blocks import Block
from servanda_cli.worker import end_with_the_parent

Engine = Callable[[Iterable[Block]], Iterator[tuple[Block, Judged]]]

_AHEAD = 2  # blocks that wait for each process, so that none is idle and memory stays flat
_watchers: list[Watcher] = []  # that of this process, made once


def one_process(index: RegisterIndex, limits: Limits) -> Engine:
    """Return the engine that judges in this process."""
    watcher = Watcher(index, limits)
    return lambda blocks: ((block, judge(watcher, block.lines)) for block in blocks)


def several_processes(index: RegisterIndex, limits: Limits, workers: int) -> Engine:
    """Return the engine that judges in several processes, and gives the results in the order of the stream.

    Where a process dies, each document of the blocks that were under way is judged by itself; one that kills its
    process again is set aside as "crashed".
    """

    def pool(count: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(count, context, initializer=_prepare, initargs=(index, limits))

    def engine(blocks: Iterable[Block]) -> Iterator[tuple[Block, Judged]]:
        executor = pool(workers)
        waiting: deque[tuple[Block, Future[Judged]]] = deque()
        source = iter(blocks)
        try:
            while True:
                while len(waiting) < workers * _AHEAD and (block := next(source, None)) is not None:
                    waiting.append((block, executor.submit(_judge, block.lines)))
                if not waiting:
                    return
                block, future = waiting.popleft()
                try:
                    yield block, future.result()
                except BrokenProcessPool:
                    executor.shutdown(wait=False, cancel_futures=True)
                    yield block, _one_by_one(block, pool)
                    again = [held for held, _ in waiting]
                    waiting.clear()
                    executor = pool(workers)
                    waiting.extend((held, executor.submit(_judge, held.lines)) for held in again)
        finally:
            executor.shutdown(wait=False, cancel_futures=True)

    return engine


def _prepare(index: RegisterIndex, limits: Limits) -> None:
    end_with_the_parent()
    _watchers[:] = [Watcher(index, limits)]


def _judge(lines: tuple[tuple[int, bytes], ...]) -> Judged:
    return judge(_watchers[0], lines)


def _one_by_one(block: Block, pool: Callable[[int], ProcessPoolExecutor]) -> Judged:
    """Judge a block whose process died by halves, until the documents that kill it stand alone."""
    parts = deque([block.lines])
    judged: list[Judged] = []
    executor = pool(1)
    while parts:
        lines = parts.popleft()
        try:
            judged.append(executor.submit(_judge, lines).result())
        except BrokenProcessPool:
            executor.shutdown(wait=False)
            executor = pool(1)
            if len(lines) > 1:
                middle = len(lines) // 2
                parts.extendleft((lines[middle:], lines[:middle]))
            else:
                (at, line) = lines[0]
                refused = Refused(at, "crashed", "ended the process that judged it")
                judged.append(Judged((), (refused,), Counts(documents=1, bytes=len(line))))
    executor.shutdown()
    return joined(judged)


def joined(parts: Iterable[Judged]) -> Judged:
    """Return what several stretches of a stream gave, as one."""
    counts = Counts()
    proposed: list[Proposed] = []
    refused: list[Refused] = []
    for part in parts:
        counts.add(part.counts)
        proposed += part.proposed
        refused += part.refused
    return Judged(tuple(proposed), tuple(refused), counts)
