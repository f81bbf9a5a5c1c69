"""What a loader of one format returns: a canonical text and its blocks, before languages are known."""

import datetime

import msgspec

from servanda.lexicon.language import Language
from servanda.text.document import BlockKind, Origin


class DraftBlock(msgspec.Struct, frozen=True, gc=False):
    """A block whose language is not known yet; see ``servanda.text.document.Block``."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    row: int | None = None


class Draft(msgspec.Struct, frozen=True, gc=False):
    """The canonical text of one file, its blocks, the table back to the original, and what the file says of itself."""

    text: str
    blocks: list[DraftBlock]
    origins: list[Origin] = []
    issues: tuple[str, ...] = ()
    title: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    address: str | None = None
    language: Language | None = None
