"""A paper as PDF pages, set by Typst with the fonts that it carries: no system font, no network, no clock.

The paper goes in as data and is never read as Typst's own notation, so that no text can be taken for a command. The
pages are tagged for assistive software (PDF/UA-1) and fit for an archive (PDF/A-2a), where the fonts have every letter.
"""

import dataclasses
import datetime
import functools
import json
from pathlib import Path

import typst

from servanda_portal.pages.briefs.blocks import Paper

_TEMPLATES = Path(__file__).parent / "typst"


def draw(paper: Paper) -> bytes:
    """Return the paper as PDF. The same paper gives the same bytes."""
    return _compiled(json.dumps(dataclasses.asdict(paper), ensure_ascii=False), paper.iso_day)


@functools.lru_cache(maxsize=48)  # every brief of a few plans in three languages
def _compiled(paper: str, day: str) -> bytes:
    midnight = datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), datetime.UTC)
    compiled = functools.partial(
        typst.compile,
        str(_TEMPLATES / "paper.typ"),
        root=str(_TEMPLATES),
        font_paths=[],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": paper},
        timestamp=int(midnight.timestamp()),
    )
    try:
        drawn = compiled(pdf_standards=["ua-1", "a-2a"])
    except typst.TypstError:
        # The standards allow no letter that the fonts do not have, as of a name in another script: then one without.
        drawn = compiled()
    if not isinstance(drawn, bytes):
        raise TypeError("a paper is one file")
    return drawn
