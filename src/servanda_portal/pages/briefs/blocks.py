"""What a paper is made of, in words of one language: both renderers walk the same blocks and add no word of theirs.

``block`` names the template that draws a block. Marks carry the codebook's values, which no reader sees.
"""

import dataclasses
from collections.abc import Sequence

# Numbers in the paper's list of sources: where each stretch of them begins, and how it is written ("4–9").
Sources = list[tuple[int, str]]


@dataclasses.dataclass(frozen=True)
class Mark:
    """The mark of one axis: its value, the step reached, and whether it is late."""

    value: str
    step: int = 0
    late: bool = False


@dataclasses.dataclass(frozen=True)
class Square:
    """A commitment as one square; ``said`` tells in words what it shows."""

    reference: str
    said: str
    mark: Mark


@dataclasses.dataclass(frozen=True)
class Told:
    """What somebody wrote in a form, in the language in which they wrote it."""

    text: str
    language: str


@dataclasses.dataclass(frozen=True)
class Prose:
    """A paragraph."""

    text: str
    block: str = "prose"


@dataclasses.dataclass(frozen=True)
class Nothing:
    """What an empty list says in its place."""

    text: str
    block: str = "nothing"


@dataclasses.dataclass(frozen=True)
class Chart:
    """Every square a commitment: rows of squares, and the key to them."""

    rows: list[tuple[str, list[Square]]]
    key: list[tuple[Mark, str]]
    alternative: str
    block: str = "chart"


@dataclasses.dataclass(frozen=True)
class Count:
    """How many commitments have one value of an axis, for each of the axis' ``columns``."""

    mark: Mark
    words: str
    counts: list[int]


@dataclasses.dataclass(frozen=True)
class Axis:
    """One axis counted: the official one has a column for each party, the others have one."""

    name: str
    title: str
    means: str
    columns: list[str]
    rows: list[Count]


@dataclasses.dataclass(frozen=True)
class Axes:
    """The three axes side by side."""

    axes: list[Axis]
    block: str = "axes"


@dataclasses.dataclass(frozen=True)
class Item:
    """A commitment as a row. ``about`` says who, by when and what else; ``official`` has a mark for each party."""

    reference: str
    title: str
    about: str
    official: list[tuple[str, Mark, str]]
    evidence: tuple[Mark, str]
    schedule: tuple[Mark, str]
    sources: Sources


@dataclasses.dataclass(frozen=True)
class Items:
    """Commitments in rows, under ``heads``; ``title`` is empty where the section's says enough."""

    title: str
    heads: list[str]
    rows: Sequence[Item]
    block: str = "items"


@dataclasses.dataclass(frozen=True)
class Table:
    """Words or figures; the first column heads its row.

    Columns of words have ``shares`` of the width; without them all but the first hold figures, set to the right.
    """

    title: str
    heads: list[str]
    rows: Sequence[Sequence[str | Told]]
    total: list[str] = dataclasses.field(default_factory=list)
    note: str = ""
    shares: Sequence[int] = ()
    block: str = "table"


@dataclasses.dataclass(frozen=True)
class Moment:
    """Something dated."""

    when: str
    title: str
    text: str
    sources: Sources


@dataclasses.dataclass(frozen=True)
class Moments:
    """Dated things, as a list; ``title`` is empty where the section's says enough."""

    title: str
    rows: Sequence[Moment]
    block: str = "moments"


@dataclasses.dataclass(frozen=True)
class Amount:
    """An amount at one stage; ``share`` of the largest in the same unit of the same contribution, from 0 to 1.

    ``done`` where money has moved or a thing was handed over: what is only said is drawn hollow.
    """

    stage: str
    amount: str
    share: float
    done: bool = False


@dataclasses.dataclass(frozen=True)
class Fund:
    """A contribution from stage to stage; ``depth`` is 1 where it is contained in the one above."""

    name: str
    about: str
    amounts: list[Amount]
    sources: Sources
    depth: int = 0


@dataclasses.dataclass(frozen=True)
class Funds:
    """Contributions, and the sums for each stage and unit."""

    heads: list[str]
    rows: Sequence[Fund]
    total: Fund
    block: str = "funds"


@dataclasses.dataclass(frozen=True)
class Disagreement:
    """A question, and the answers with their sources."""

    question: str
    answers: list[tuple[str, Sources]]
    note: str


@dataclasses.dataclass(frozen=True)
class Disagreements:
    """Questions to which the sources give different answers."""

    rows: list[Disagreement]
    block: str = "disagreements"


@dataclasses.dataclass(frozen=True)
class Facts:
    """Names and their values."""

    rows: list[tuple[str, str]]
    block: str = "facts"


@dataclasses.dataclass(frozen=True)
class Source:
    """A document of the list of sources; ``language`` is that of the document."""

    number: int
    publisher: str
    title: str
    about: str
    address: str
    identity: str


@dataclasses.dataclass(frozen=True)
class SourceList:
    """All sources, by number."""

    rows: Sequence[Source]
    block: str = "sources"


@dataclasses.dataclass(frozen=True)
class Rest:
    """What of the list above stands only in the whole paper."""

    text: str
    block: str = "rest"


Block = (
    Prose | Nothing | Chart | Axes | Items | Table | Moments | Funds | Disagreements | Facts | SourceList | Rest
)  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Section:
    """A section with its blocks; ``major`` ones begin a page in print."""

    identity: str
    title: str
    lead: str
    blocks: list[Block]
    major: bool = True


@dataclasses.dataclass(frozen=True)
class Paper:
    """A whole brief in one language."""

    language: str
    kind: str
    title: str
    subtitle: str
    day: str
    iso_day: str
    sentence: list[tuple[str, str]]
    facts: list[tuple[str, str]]
    author: str
    notice: tuple[str, str]
    contents: str
    page: str
    squares: list[Square]
    sections: list[Section]
