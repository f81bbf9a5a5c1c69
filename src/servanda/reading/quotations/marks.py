"""Find what stands in quotation marks, paragraph by paragraph, and what runs on into the next paragraphs.

Double marks, guillemets and straight marks of the three languages; single marks where a paragraph has no others, since
most of them are apostrophes. What is quoted inside a quotation belongs to it and is not found again.
"""

import re
from collections.abc import Container, Iterator, Sequence

import msgspec

from servanda.text.document import Block

_MARKS = frozenset('"“”„«»‹›')  # all of them plain marks in the folded text
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"'}
# A Spanish paragraph in the middle of a quotation opens with the closing mark: "»Y no quiero ..."
_CONTINUES = {"»": "«", "”": "“"}
# Single marks, which apostrophes are not: before a word, or after a word or its punctuation at its end.
_SINGLE = re.compile(r"(?P<opens>(?<![^\s(\[—–-])[‘'](?=\w))|(?:(?<=[.,!?…])|(?<=\w)(?<!s))[’'](?=[\s,.;:!?)]|\Z)")
_SINGLE_LEAST = 15  # characters, fewer of which in single marks are a word held at a distance
_OPENS_AFTER = frozenset(" \u00a0\u202f\n\t([—–-:'’")
_CARRY = 6  # paragraphs over which a quotation may run


class Quoted(msgspec.Struct, frozen=True, gc=False):
    """Words in marks: ``start`` to ``end`` without marks and inner space, ``outer_start`` to ``outer_end`` with them.

    ``block`` is the number of their block; ``carried`` where they go on from the block before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    carried: bool = False


def find_quoted(text: str, folded: str, blocks: Sequence[Block]) -> list[Quoted]:
    """Return everything in quotation marks, in order."""
    marked = _marks_by_block(text, folded, blocks)
    found = _single(text, blocks, marked)
    carried_to = -1
    for number in sorted(marked):
        block = blocks[number]
        for opener, closer in _pairs(text, block, marked[number]):
            carried = carried_to == number and opener == block.start
            if closer is not None:
                found.append(_quoted(text, opener, opener + 1, closer, closer + 1, number, carried=carried))
                continue
            rest = _rest(text, blocks, marked, number)
            if rest or opener == block.start or _opens_block(text, blocks, marked, number + 1):
                found.append(_quoted(text, opener, opener + 1, block.end, block.end, number, carried=carried))
                found += rest
                carried_to = number + 1
    found.sort(key=lambda quoted: quoted.start)
    return [quoted for quoted in found if quoted.end > quoted.start]


def _marks_by_block(text: str, folded: str, blocks: Sequence[Block]) -> dict[int, list[tuple[int, str]]]:
    marked: dict[int, list[tuple[int, str]]] = {}
    number = 0
    offset = folded.find('"')
    while offset >= 0:
        while number < len(blocks) and blocks[number].end <= offset:
            number += 1
        if number < len(blocks) and offset >= blocks[number].start and text[offset] in _MARKS:
            marked.setdefault(number, []).append((offset, text[offset]))
        offset = folded.find('"', offset + 1)
    return marked


def _single(text: str, blocks: Sequence[Block], marked: Container[int]) -> list[Quoted]:
    """Return what stands in single marks, in the blocks without double ones."""
    if not text.startswith("'") and not any(opener in text for opener in ("‘", " '", "\n'")):
        return []
    found = []
    for number, block in enumerate(blocks):
        opener = -1
        for match in _SINGLE.finditer(text, block.start, block.end) if number not in marked else ():
            if match["opens"]:
                opener = match.start() if opener < 0 else opener
            elif opener >= 0 and match.start() - opener > _SINGLE_LEAST:
                found.append(_quoted(text, opener, opener + 1, match.start(), match.end(), number))
                opener = -1
    return found


def _pairs(text: str, block: Block, marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int | None]]:
    """Yield the outermost pairs of marks; the last has no closer where the paragraph leaves it open."""
    opener = -1
    kind = ""
    depth = 0
    written = [mark for _, mark in marks]
    ahead = {mark: written.count(mark) for mark in _MARKS}
    for offset, mark in marks:
        ahead[mark] -= 1
        if opener < 0:
            if mark in _CONTINUES and offset == block.start:
                opener, kind, depth = offset, _CONTINUES[mark], 1
            elif mark in _CLOSERS and _opens(text, block, offset, mark):
                opener, kind, depth = offset, mark, 1
        elif mark in _CLOSERS[kind] and not (kind == '"' and _only_opens(text, block, offset)):
            depth -= 1
            if not depth:
                yield opener, offset
                opener = -1
        elif mark == kind:
            if sum(ahead[closer] for closer in _CLOSERS[kind]) > depth:
                depth += 1
            else:
                opener, depth = offset, 1  # the earlier mark was a stray
    if opener >= 0:
        yield opener, None


def _opens(text: str, block: Block, offset: int, mark: str) -> bool:
    """Whether a mark can open: all but closing ones; a straight one only at the start of a word."""
    if mark != '"':
        return mark in "“„«‹"
    follows = offset == block.start or text[offset - 1] in _OPENS_AFTER
    return follows and offset + 1 < block.end and not text[offset + 1].isspace()


def _only_opens(text: str, block: Block, offset: int) -> bool:
    """Whether a straight mark stands as no closing mark could: space before, a word after."""
    return text[offset - 1].isspace() and offset + 1 < block.end and text[offset + 1].isalnum()


def _opens_block(text: str, blocks: Sequence[Block], marked: dict[int, list[tuple[int, str]]], number: int) -> bool:
    """Whether a block begins with an opening mark, as each paragraph of a long quotation does."""
    if number not in marked or not marked[number]:
        return False
    offset, mark = marked[number][0]
    return offset == blocks[number].start and (mark in _CONTINUES or _opens(text, blocks[number], offset, mark))


def _rest(text: str, blocks: Sequence[Block], marked: dict[int, list[tuple[int, str]]], number: int) -> list[Quoted]:
    """Return what the next paragraphs hold of a quotation left open here, where one of them closes it first of all.

    The mark that closes it is taken from that paragraph's.
    """
    for last in range(number + 1, min(number + _CARRY, len(blocks))):
        if last not in marked:
            continue
        if not marked[last]:
            return []
        offset, mark = marked[last][0]
        block = blocks[last]
        if not (mark in "”»›" or (mark == '"' and not _opens(text, block, offset, mark))) or offset == block.start:
            return []
        marked[last].pop(0)
        whole = [
            _quoted(text, between.start, between.start, between.end, between.end, place, carried=True)
            for place, between in enumerate(blocks[number + 1 : last], number + 1)
        ]
        return [*whole, _quoted(text, block.start, block.start, offset, offset + 1, last, carried=True)]
    return []


def _quoted(
    text: str, outer_start: int, start: int, end: int, outer_end: int, block: int, *, carried: bool = False
) -> Quoted:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, outer_start, outer_end, block, carried)
