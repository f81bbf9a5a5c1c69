"""The engine that judges on a Ray cluster: the register is sent once, blocks go out, results come back in order.

A block whose worker dies is judged again elsewhere by Ray; judging has no effects, so nothing is lost or counted twice.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from servanda.monitoring.batch import Judged, judge
from servanda.monitoring.register_index import RegisterIndex
from servanda.monitoring.watcher import Limits, Watcher
from servanda_cli.monitor_blocks import Block, StreamError
from servanda_cli.monitor_engines import Engine

_AHEAD = 2  # blocks that wait for each processor
_RETRIES = 20  # times that a block is judged again when its worker dies
_watchers: dict[str, Watcher] = {}  # those of this worker, by the version of the register and the limits


def on_a_cluster(index: RegisterIndex, limits: Limits, address: str | None) -> Engine:
    """Return the engine for a cluster; without an address a small one is started on this machine.

    Raises StreamError where Ray is not installed or the cluster does not answer.
    """
    try:
        import ray  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise StreamError('to search on a cluster install Servanda with its extra "ray"') from error
    try:
        ray.init(address=address, ignore_reinit_error=True, log_to_driver=False, logging_level="error")
    except ConnectionError as error:
        raise StreamError(f"{address}: no Ray cluster answers; check --address") from error
    name = f"{index.version} {limits}"
    sent = ray.put((index, limits))
    judging = ray.remote(max_retries=_RETRIES)(_judge)
    most = _AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))

    def engine(blocks: Iterable[Block]) -> Iterator[tuple[Block, Judged]]:
        waiting: deque[tuple[Block, Any]] = deque()
        for block in blocks:
            waiting.append((block, judging.remote(name, [sent], block.lines)))
            if len(waiting) >= most:
                yield _taken(waiting)
        while waiting:
            yield _taken(waiting)

    def _taken(waiting: deque[tuple[Block, Any]]) -> tuple[Block, Judged]:
        block, result = waiting.popleft()
        judged: Judged = ray.get(result)
        return block, judged

    return engine


def _judge(name: str, sent: list[Any], lines: tuple[tuple[int, bytes], ...]) -> Judged:
    """Judge lines in a worker, which keeps the register that it was sent."""
    if name not in _watchers:
        import ray  # noqa: PLC0415 - in a worker it is there

        _watchers[name] = Watcher(*ray.get(sent[0]))
    return judge(_watchers[name], lines)
