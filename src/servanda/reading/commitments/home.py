"""Where a text speaks from: its publisher's country, or the capital in its dateline ("Berne, 25 March 2026 -")."""

import functools
import re

from servanda.lexicon.actors import actor_words, world
from servanda.reading.scan import Scan
from servanda.text.folding import fold

_BLOCKS = 4  # blocks at the head of a text in which a dateline can stand
_OFFICE = re.compile(r"\s*(?P<office>[^,\n]{6,90}), (?P<capital>[^,\n]{3,30})\s*(?:\n|$)")
_DATELINE = re.compile(r"\s*([^\W\d_][^\d,.(–—-]{2,30}?)\s*(?:[,.(–—-]|\d)")


def home_of(scan: Scan) -> str | None:
    """Return the state that a text speaks from, None where it does not show."""
    if scan.document.country:
        return scan.document.country
    for block in scan.document.blocks[:_BLOCKS]:
        match = _DATELINE.match(scan.folded, block.start, block.end)
        if match is not None and match[1] in _capitals():
            return _capitals()[match[1]]
    return None


def office_of(scan: Scan) -> str | None:
    """Return the state whose office says above a text that it is its own: "Ministry of Finance, Oslo"."""
    for block in scan.document.blocks[:_BLOCKS]:
        line = _OFFICE.match(scan.folded, block.start, block.end)
        if line is not None and line["capital"] in _capitals():
            institutions = actor_words(block.language).institutions
            if not institutions.isdisjoint(line["office"].split()):
                return _capitals()[line["capital"]]
    return None


@functools.cache
def _capitals() -> dict[str, str]:
    return {fold(name.text): actor.id for actor in world().actors for name in actor.names if name.form == "capital"}
