"""Choose the blocks of a page that are its text.

What stands beside the text (menus, cookie notices, share bars) is left out, but never what holds most of the words:
a page whose whole text is in a form or in a "share" box keeps it. Then the text is ``main``, or one large ``article``.
Blocks that are only links lead elsewhere, and are left out.
"""

from servanda.text.loaders.html_walk import PageBlock, Scope

_MOST = 0.5  # of the words: more, and a scope is no mere side of the page
_MAIN = 1 / 3  # of the words that are left: from here, ``main`` is believed
_ARTICLE = 2 / 3  # of the words of ``main``: from here, one article is the text
_LINKED = 0.8  # of a block's characters: from here, it only leads elsewhere


def choose(blocks: list[PageBlock], scopes: list[Scope]) -> list[PageBlock]:
    """Return the blocks of the text, in order; the page's first heading leads where the text has none of level 1."""
    beside = _beside(scopes)
    kept = [block for block in blocks if not beside[block.scope]]
    text = kept
    for kind, least in (("main", _MAIN), ("article", _ARTICLE)):
        text = _largest(text, scopes, kind, least)
    if not any(block.level == 1 for block in text if block.kind == "heading"):
        text = [block for block in kept if block.kind == "heading" and block.level == 1][:1] + text
    return _without_links(text)


def _beside(scopes: list[Scope]) -> list[bool]:
    """Return, for each scope, whether it or one around it stands beside the text."""
    lengths = [scope.length for scope in scopes]
    for index in range(len(scopes) - 1, 0, -1):  # a scope comes after the one around it
        lengths[scopes[index].around] += lengths[index]
    beside = [False]
    for index, scope in enumerate(scopes[1:], 1):
        aside = scope.kind == "aside" and lengths[index] <= _MOST * lengths[0]
        beside.append(aside or beside[scope.around])
    return beside


def _largest(blocks: list[PageBlock], scopes: list[Scope], kind: str, least: float) -> list[PageBlock]:
    """Return the blocks in the largest outermost scope of a kind, where it holds at least this share; else all."""
    outermost: list[int] = []
    for index, scope in enumerate(scopes):
        above = outermost[scope.around] if index else 0
        outermost.append(above or (index if scope.kind == kind else 0))
    lengths: dict[int, int] = {}
    for block in blocks:
        holder = outermost[block.scope]
        lengths[holder] = lengths.get(holder, 0) + len(block.text)
    total = sum(lengths.values())
    lengths.pop(0, None)  # the page itself
    best = max(lengths, key=lambda holder: lengths[holder], default=0)
    if not best or lengths[best] < least * total:
        return blocks
    return [block for block in blocks if outermost[block.scope] == best]


def _without_links(blocks: list[PageBlock]) -> list[PageBlock]:
    """Leave out blocks that are only links, and the headings that then head nothing."""
    kept: list[PageBlock] = []
    dropped = False
    for block in blocks:
        if _only_links(block):
            dropped = True
            continue
        if block.kind == "heading" and dropped:
            _drop_empty_headings(kept, block.level)
        dropped = False
        kept.append(block)
    if dropped:
        _drop_empty_headings(kept, 1)
    return kept


def _drop_empty_headings(kept: list[PageBlock], level: int) -> None:
    while len(kept) > 1 and kept[-1].kind == "heading" and kept[-1].level >= level:
        kept.pop()


def _only_links(block: PageBlock) -> bool:
    if block.kind == "table_cell" or (block.kind == "heading" and block.level == 1):
        return False
    return block.linked >= _LINKED and not block.text.endswith((".", "!", "?", "”", "»", ";"))
