"""How much a loader takes in before it refuses: a published text is far below, a hostile file is above."""

import msgspec

MEGABYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """The limits of one load.

    ``archive_bytes`` bounds what a Word file may unpack to, and ``archive_ratio`` how many times its own size that may
    be (checked above one megabyte). ``html_depth`` is bounded by the parser at 2,048 whatever is asked for.
    """

    file_bytes: int = 50 * MEGABYTE
    text_characters: int = 50 * MEGABYTE
    archive_bytes: int = 100 * MEGABYTE
    archive_ratio: int = 200
    html_depth: int = 1_000
    pages: int = 2_000


LIMITS = Limits()
