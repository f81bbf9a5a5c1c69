"""Where a text speaks from: its publisher's country, or the capital in its dateline ("Berne, 25 March 2026 -")."""

import functools
import re

from servanda.lexicon.actors import actor_words, world
from servanda.reading.scan import Scan
from servanda.text.folding import fold

_BLOCKS = 4  # blocks at the head of a text in which a dateline can stand
_ORATORS = frozenset({"person", "office"})
_SPEECH = re.compile(
    r"(?:the |le |la |el |las |les )?(?:(?:opening|closing|keynote|welcome) )?(?:remarks|speech|address|statement"
    r"|keynote|lecture|discours|allocution|intervention|déclaration|propos|discurso|palabras|alocución|intervención|mensaje)"
    r"(?: \w+){0,2}? (?:by |of |de |du |des |del |d')"
)
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


def orator_of(scan: Scan) -> tuple[str, ...]:
    """Return the state of who gives a speech, by its heading: "Remarks by the Minister of Ports of Chile"."""
    for block in scan.document.blocks[:_BLOCKS]:
        if _SPEECH.match(scan.folded, block.start, block.end):
            for naming in scan.cast.namings:
                if block.start <= naming.start < block.end and naming.party and naming.value.type in _ORATORS:
                    return (naming.party,)
    return ()


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
