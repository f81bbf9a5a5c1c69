"""Work on strangers' bytes in a process of its own, which can compute and nothing else.

A file may be made to hang, exhaust or take over what opens it. The process that does has no environment and no
secrets, may use so much time and memory, and opens nothing once it has started: no file, no connection, no program.
Where the system knows no such limits (Windows), those of time and of one process for each file remain.
"""

import importlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_SECONDS = 60
_MEMORY = 1024**3  # bytes of address space
_AT_ONCE = threading.BoundedSemaphore(2)  # processes: whoever uploads more waits, and the portal goes on answering


class AloneError(Exception):
    """The work was not done: it took more than it may, or the process that did it failed."""


def run_alone(task: str, content: bytes, *arguments: str, seconds: int = _SECONDS) -> bytes:
    """Return what a task makes of the bytes. ``task`` names a function as ``module:function``.

    Raises AloneError where it fails or takes too long.
    """
    command = [sys.executable, "-I", "-m", __name__, str(seconds), task, *arguments]
    needed = {
        name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ
    }  # Windows starts nothing without
    with _AT_ONCE:
        try:
            done = subprocess.run(  # noqa: S603 our own program
                command, input=content, capture_output=True, timeout=2 * seconds, env=needed, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise AloneError(f"{task} took more than {2 * seconds} seconds") from error
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise AloneError(f"{task} ended with {done.returncode}: {said[-1] if said else 'it said nothing'}")
    return done.stdout


def _main(seconds: str, task: str, *arguments: str) -> None:
    module, _, name = task.partition(":")
    work: Callable[..., bytes] = getattr(importlib.import_module(module), name)
    content = sys.stdin.buffer.read()
    _lock(int(seconds))
    sys.stdout.buffer.write(work(content, *arguments))


def _lock(seconds: int) -> None:
    """Give up everything but computing: what is open stays open, nothing else can be opened."""
    if resource is None:
        return
    for limit, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    _main(*sys.argv[1:])
