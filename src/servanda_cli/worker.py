"""What every process that works for another one does first."""

import multiprocessing
import os
import threading
from multiprocessing.connection import wait


def end_with_the_parent() -> None:
    """Let this process end when the one that started it does, even where that is killed and can tell nobody."""
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
