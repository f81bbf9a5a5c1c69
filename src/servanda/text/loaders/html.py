"""Load HTML: the text of a page in its order, without what stands around it, with the path of every block.

No-break spaces stay. The choice of blocks is our own rather than trafilatura's: that rewrites the tree and its spaces,
so that its blocks would have to be found again, it takes three times as long as all our reading may, and it runs the
number of a footnote into the word before it.
"""

import re

from lxml import etree

from servanda.text.loaders.builder import Builder
from servanda.text.loaders.draft import Draft, DraftBlock
from servanda.text.loaders.errors import UnreadableError
from servanda.text.loaders.html_choice import choose
from servanda.text.loaders.html_said import read_said
from servanda.text.loaders.html_walk import HtmlWalk
from servanda.text.loaders.limits import HTML_DEPTH, Limits
from servanda.text.loaders.plain import decode
from servanda.text.loaders.structure import mark_items

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{3,20})", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page declares its character set
# The single-byte sets that pages in our languages use, as browsers read them: Latin-1 is read as Windows-1252.
_CODECS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-15": "iso-8859-15", "macintosh": "mac-roman",
}  # fmt: skip


def load_html(content: bytes, limits: Limits) -> Draft:
    """Return the canonical text and blocks of a page, and what it says of itself.

    Raises UnreadableError: ``too_large`` above a limit, ``damaged`` where there is no page in it.
    """
    page, issues = _decode(content)
    # The parser reads no DTD, expands no entity of the page's own, and never opens another address.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError(
            "too_large",
            f"nests its elements deeper than {HTML_DEPTH}, or has one of 10 MB; save its text and read that",
        )
    if root is None:
        raise UnreadableError("damaged", "holds no HTML; get the page again")
    walk = HtmlWalk(root, limits)
    builder = Builder(limits)
    has_title = False
    for block in choose(walk.blocks, walk.scopes):
        kind = block.kind
        if kind == "heading" and block.level == 1 and not has_title:
            kind, has_title = "title", True
        builder.add(DraftBlock(kind, 0, 0, block.level, block.marker, block.row), block.text, block.node)
    said = read_said(root)
    text = builder.text
    return Draft(
        text=text,
        blocks=mark_items(text, builder.blocks),
        origins=builder.origins,
        issues=issues,
        title=said.title,
        date=said.date,
        publisher=said.publisher,
        address=said.address,
        language=said.language,
    )


def _decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of the bytes: by byte order mark, then as declared, then as plain text is decoded."""
    declared = _CHARSET.search(content[:_HEAD])
    if declared and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = (declared[1] or declared[2]).decode("ascii", "replace").lower()
        if name in _CODECS:
            return content.decode(_CODECS[name], "replace"), ()
    return decode(content)
