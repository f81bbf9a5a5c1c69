"""A paper for the screen: of a list that is too long for a web page, its beginning, and how many more there are."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import ngettext

from servanda_portal.pages import formats
from servanda_portal.pages.briefs.blocks import (
    Block,
    Disagreements,
    Funds,
    Items,
    Moments,
    Paper,
    Rest,
    Section,
    SourceList,
    Sources,
    Table,
)

MOST = 50  # rows of one list on a screen


def shortened(paper: Paper, most: int | None = MOST) -> Paper:
    """Return the paper with at most so many rows in a list, and of its sources those that these rows cite.

    What is left out is told under each list, in the language of the moment, and never put into words. Counts and
    squares stay whole; so does all where ``most`` is None.
    """
    sections = [dataclasses.replace(one, blocks=list(_blocks(one, most, paper.language))) for one in paper.sections]
    cited = {number for section in sections for number in _cited(section)}
    return dataclasses.replace(paper, sections=[_with_sources(one, cited, most, paper.language) for one in sections])


def _blocks(section: Section, most: int | None, language: str) -> Iterator[Block]:
    for block in section.blocks:
        if isinstance(block, Items | Moments | Funds | Disagreements | Table):
            whole: Any = block  # each kind has rows of its own
            yield dataclasses.replace(whole, rows=list(block.rows[:most]))
            if most is not None and len(block.rows) > most:
                yield _rest(len(block.rows) - most, language)
        else:
            yield block


def _with_sources(section: Section, cited: set[int], most: int | None, language: str) -> Section:
    blocks: list[Block] = []
    for block in section.blocks:
        if not isinstance(block, SourceList):
            blocks.append(block)
        elif most is None or len(block.rows) <= most:
            blocks.append(SourceList(list(block.rows)))
        else:
            numbers = sorted(cited)
            blocks.append(SourceList([block.rows[number - 1] for number in numbers]))
            if left := len(block.rows) - len(numbers):
                blocks.append(_rest(left, language))
    return dataclasses.replace(section, blocks=blocks)


def _cited(section: Section) -> Iterator[int]:
    """Give the number of every source that the rows of a section cite."""
    for block in section.blocks:
        every: Sequence[Sources] = []
        if isinstance(block, Items | Moments | Funds):
            every = [row.sources for row in block.rows]
        elif isinstance(block, Disagreements):
            every = [numbers for row in block.rows for _answer, numbers in row.answers]
        for numbers in every:
            for first, written in numbers:
                yield from range(first, int(written.rpartition("–")[2]) + 1)


def _rest(left: int, language: str) -> Rest:
    words = ngettext("%(count)s more stands in the PDF.", "%(count)s more stand in the PDF.", left)
    return Rest(words % {"count": formats.number(left, language)})
