"""How much a loader takes in before it refuses: a published text is far below, a hostile file is above."""

import msgspec

from servanda.text.loaders.errors import UnreadableError

MEGABYTE = 1024 * 1024
HTML_DEPTH = 256  # elements inside one another; libxml2 itself goes no deeper


class Limits(msgspec.Struct, frozen=True):
    """The limits of one load.

    ``archive_bytes`` bounds what a Word file may unpack to, and ``archive_ratio`` how many times its own size that may
    be, which is looked at above one megabyte. ``page_bytes`` bounds what one page of a PDF may unpack to.
    """

    file_bytes: int = 50 * MEGABYTE
    characters: int = 50 * MEGABYTE
    lines: int = 1_000_000
    blocks: int = 500_000
    pages: int = 2_000
    archive_bytes: int = 100 * MEGABYTE
    archive_ratio: int = 200
    page_bytes: int = 30 * MEGABYTE


LIMITS = Limits()


def refuse_more(limits: Limits, *, characters: int = 0, lines: int = 0, blocks: int = 0, pages: int = 0) -> None:
    """Raise UnreadableError (``too_large``) where a document has more than a limit allows."""
    for limit, count, what in (
        (limits.characters, characters, "characters of text"),
        (limits.lines, lines, "lines"),
        (limits.blocks, blocks, "paragraphs"),
        (limits.pages, pages, "pages"),
    ):
        if count > limit:
            raise UnreadableError("too_large", f"has more than {limit:,} {what}; split it")
