"""Standard output and error that never stop the program halfway: whatever prints, and wherever it goes.

A disk may be full, the reader of a pipe may have left, a stream may be closed from the start, or its encoding may know
no "é". What standard output cannot take ends the program with one line and status 2; where it is a pipe whose reader
has left, without a word, as other programs end. What standard error cannot take is lost, and the work goes on.
"""

import contextlib
import errno
import io
import os
import select
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from servanda_cli.telling import refuse

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_NOBODY_READS = 128 + 13  # what a shell tells of a program that a pipe without a reader ended (SIGPIPE)
_BUFFER = 1 << 16  # bytes
_OUTPUT, _ERROR = 1, 2  # their numbers


class OutputError(Exception):
    """Standard output took not all. No OSError: no command may take it for a fault of the files that it writes."""


@contextlib.contextmanager
def standard_streams() -> Iterator[None]:
    """Print through streams that behave as above. Raises SystemExit where standard output took not all."""
    _fill_closed()
    output = _Stream(_OUTPUT, needed=True)
    sys.stdout, sys.stderr = _text(output, sys.stdout), _text(_Stream(_ERROR, needed=False), sys.stderr)
    try:
        yield
    except OutputError:
        pass
    finally:
        with contextlib.suppress(OutputError):
            sys.stdout.flush()
        if isinstance(output.fault, BrokenPipeError):
            raise SystemExit(_NOBODY_READS)
        if output.fault is not None:
            fault = "it is closed" if output.fault.errno == errno.EBADF else output.fault.strerror
            said = f"standard output: {fault}; not all was printed, so print it somewhere else"
            raise SystemExit(refuse(said))


def _fill_closed() -> None:
    """Open something where a stream is closed: a file would else get its number. Nothing can be written to it."""
    while (number := os.open(os.devnull, os.O_RDONLY)) <= _ERROR:
        pass
    os.close(number)


def _text(stream: "_Stream", before: TextIO | None) -> TextIO:
    """Return a stream for text, in the encoding of the one before it, that can say every character somehow."""
    return io.TextIOWrapper(
        io.BufferedWriter(stream, _BUFFER),
        encoding="utf-8" if before is None else before.encoding,
        errors="backslashreplace",
        line_buffering=stream.fileno() == _ERROR or stream.isatty(),
    )


class _Stream(io.FileIO):
    """A stream, by its number. The first fault that it meets is kept in ``fault``; what comes then is dropped.

    With ``needed``, whoever prints is told of the fault, once.
    """

    def __init__(self, number: int, *, needed: bool) -> None:
        super().__init__(number, "wb", closefd=False)
        self.fault: OSError | None = None
        self._to_tell = needed

    def write(self, data: "ReadableBuffer") -> int:
        """Write some of the bytes, waiting where the other end is slow, and return how many."""
        while self.fault is None:
            try:
                if (written := super().write(data)) is not None:
                    return written
            except OSError as error:
                self.fault = error
            else:
                select.select([], [self], [])
        if self._to_tell:
            self._to_tell = False
            raise OutputError
        return memoryview(data).nbytes
