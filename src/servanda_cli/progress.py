"""A progress bar on standard error, where a person is watching and there is more than a moment's work."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_FEW = 3


def progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """Yield the items, showing how far it is when standard error is a terminal and the items are more than a few."""
    if total <= _FEW or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 only a terminal needs it
    from rich.progress import track  # noqa: PLC0415 only a terminal needs it

    yield from track(items, description=doing, total=total, console=Console(stderr=True), transient=True)
