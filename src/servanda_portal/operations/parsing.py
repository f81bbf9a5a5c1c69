"""What is done alone with a stranger's document: bytes into text and places.

Everything that it takes is loaded with this module, for once it works nothing can be opened any more
(``operations.alone``).
"""

import codecs

import msgspec

from servanda.lexicon.language import Language
from servanda.text.loaders import UnreadableError, docx, html, load_bytes, pdf
from servanda_portal.operations.drawing import MEDIA_TYPE, page_sizes
from servanda_portal.operations.parse_safely import UPLOAD, Opened, Outcome, Refused

_LOADERS = (docx, html, pdf)  # loaded here: a loader is otherwise imported when its first file is met


def parse(content: bytes, name: str, language: str) -> bytes:
    """Return the outcome as MessagePack; ``language`` is empty where nobody says it."""
    spoken: Language | None = msgspec.convert(language or None, Language | None)
    try:
        document = load_bytes(content, name=name, language=spoken, limits=UPLOAD)
    except UnreadableError as error:
        return msgspec.msgpack.encode(Outcome(refused=Refused(error.code, str(error))))
    pages = page_sizes(content) if document.media_type == MEDIA_TYPE else ()
    return msgspec.msgpack.encode(Outcome(opened=Opened(document, tuple(pages))))


# The last is that of the names inside a Word file.
for _codec in ("utf-8", "utf-16", "cp1252", "iso-8859-15", "mac-roman", "cp437"):
    codecs.lookup(_codec)
for _name, _text in (("a.txt", b"We agree."), ("a.html", b"<html><body><p>We agree.</p></body></html>")):
    load_bytes(_text, name=_name)
