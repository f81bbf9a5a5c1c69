"""Build the canonical text of a format that has blocks of its own: HTML, Word, PDF."""

import unicodedata

from servanda.text.document import Origin
from servanda.text.loaders.draft import DraftBlock
from servanda.text.loaders.limits import Limits, refuse_more

# Soft hyphens, byte order marks and spaces of no width are never seen; ligatures are letters to a reader.
_CLEAN = {0xAD: None, 0xFEFF: None, 0x200B: None, 0x2060: None} | {
    ord(ligature): unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"
}


def clean(text: str) -> str:
    """Return a text as it is seen: composed (NFC), without what has no width, with ligatures as letters."""
    return unicodedata.normalize("NFC", text.translate(_CLEAN))


class Builder:
    """A canonical text that grows by blocks.

    Blocks are parted by an empty line; items of a list and rows of a table by a line end, cells of a row by a tab. A
    list marker stands before its item, as it is seen.
    """

    def __init__(self, limits: Limits) -> None:
        self.blocks: list[DraftBlock] = []
        self.origins: list[Origin] = []
        self._pieces: list[str] = []
        self._length = 0
        self._limits = limits

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._pieces)

    def add(self, block: DraftBlock, content: str, node: str | None = None) -> int:
        """Add a block; its offsets are set here. Return where its content begins.

        ``content`` is clean, not empty, and without space around it. Raises UnreadableError above a limit.
        """
        separator = self._separator(block)
        before = f"{separator}{block.marker} " if block.marker else separator
        start = self._length + len(before)
        end = start + len(content)
        self._pieces += (before, content)
        self._length = end
        self.blocks.append(DraftBlock(block.kind, start, end, block.level, block.marker, block.row))
        if node is not None:
            self.origins.append(Origin(start, end, node=node))
        refuse_more(self._limits, characters=end, blocks=len(self.blocks))
        return start

    def _separator(self, block: DraftBlock) -> str:
        if not self.blocks:
            return ""
        last = self.blocks[-1]
        if last.kind != block.kind or block.kind not in {"list_item", "table_cell"}:
            return "\n\n"
        return "\t" if block.row is not None and last.row == block.row else "\n"
