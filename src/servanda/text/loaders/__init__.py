"""Open a published text: bytes in, one canonical Document out, or one clear reason why not."""

import hashlib
from pathlib import Path

from servanda.lexicon.language import Language
from servanda.text.document import Block, Document
from servanda.text.identify import identify
from servanda.text.loaders.draft import Draft
from servanda.text.loaders.plain import load_plain


class UnreadableError(Exception):
    """A file that cannot be read; ``code`` says why for programs, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def load_path(path: Path, *, name: str | None = None, language: Language | None = None) -> Document:
    """Load a file. Raises UnreadableError when it is missing, empty, too large, encrypted or of no known format."""
    return load_bytes(path.read_bytes(), name=name or path.name, language=language)


def load_bytes(content: bytes, *, name: str, language: Language | None = None) -> Document:
    """Load the bytes of a file whose name says, with its first bytes, what format it has."""
    return assemble(load_plain(content), name=name, content=content, media_type="text/plain", language=language)


def assemble(draft: Draft, *, name: str, content: bytes, media_type: str, language: Language | None) -> Document:
    """Make the document of a draft: identify the language of the whole and of each block."""
    whole, each = identify([draft.text[block.start : block.end] for block in draft.blocks], language)
    blocks = tuple(
        Block(block.kind, block.start, block.end, speaks, block.level, block.marker, block.row)
        for block, speaks in zip(draft.blocks, each, strict=True)
    )
    return Document(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=media_type,
        text=draft.text,
        blocks=blocks,
        language=whole,
        date=draft.date,
        title=draft.title
        or next((draft.text[b.start : b.end] for b in blocks if b.kind in {"title", "heading"}), None),
        publisher=draft.publisher,
        address=draft.address,
        origins=tuple(draft.origins),
        issues=draft.issues,
    )
