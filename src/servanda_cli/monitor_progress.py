"""How far a run is and how fast, on standard error where a person is watching."""

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from servanda_cli.monitor_blocks import Block

_EVERY = 0.5  # seconds


class Progress:
    """Bytes read so far, and the rate."""

    def __init__(self, sources: list[tuple[str, Path]]) -> None:
        self._sources = len(sources)
        self._shown = sys.stderr.isatty()
        self._read = 0
        self._documents = 0

    def __enter__(self) -> Self:
        self._start = self._last = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._seconds = time.monotonic() - self._start
        if self._shown:
            sys.stderr.write("\r\x1b[K")

    def add(self, block: Block) -> None:
        """Count a block that is done."""
        self._read += block.size
        self._documents += len(block.lines)
        now = time.monotonic()
        self._seconds = now - self._start
        if self._shown and now - self._last >= _EVERY:
            self._last = now
            sys.stderr.write(f"\r\x1b[KMonitoring {block.source}: {self._documents:,} documents, {self.rate:,.1f} MB/s")
            sys.stderr.flush()

    @property
    def megabytes(self) -> float:
        """How much was read in this run."""
        return self._read / 1e6

    @property
    def rate(self) -> float:
        """Megabytes a second in this run."""
        return self.megabytes / self._seconds if self._seconds else 0.0
