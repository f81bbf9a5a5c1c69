"""Open a document that a stranger gave: in a process of its own, with limits."""

import msgspec

from servanda.lexicon.language import Language
from servanda.text.document import Document
from servanda.text.loaders import Limits, UnreadableError
from servanda.text.loaders.errors import Code
from servanda.text.loaders.limits import MEGABYTE
from servanda_portal.operations.alone import AloneError, run_alone
from servanda_portal.operations.drawing import Size

# An upload is answered while somebody waits, so that less is taken in than from a folder.
UPLOAD = Limits(file_bytes=20 * MEGABYTE, characters=10 * MEGABYTE, pages=1_000)


class Opened(msgspec.Struct, frozen=True):
    """A document, with the sizes of its pages where it has pages."""

    document: Document
    pages: tuple[Size, ...] = ()


class Refused(msgspec.Struct, frozen=True):
    """Why a document cannot be read."""

    code: Code
    message: str


class Outcome(msgspec.Struct, frozen=True):
    """What the process that opened a document says."""

    opened: Opened | None = None
    refused: Refused | None = None


def parse_safely(content: bytes, name: str, language: Language | None = None) -> Opened:
    """Return the document of an upload. Its first bytes say what it is, and its name must agree.

    Raises UnreadableError, whose message begins with the name.
    """
    if len(content) > UPLOAD.file_bytes:
        most = UPLOAD.file_bytes // MEGABYTE
        raise UnreadableError("too_large", f"{name}: is larger than {most} MB; split it, or extract the text")
    try:
        said = run_alone("servanda_portal.operations.parsing:parse", content, name, language or "")
    except AloneError as error:
        raise UnreadableError(
            "damaged", f"{name}: cannot be opened within the limits; save it anew or split it"
        ) from error
    outcome = msgspec.msgpack.decode(said, type=Outcome)
    if outcome.opened is not None:
        return outcome.opened
    refused = outcome.refused or Refused("damaged", f"{name}: cannot be opened")
    raise UnreadableError(refused.code, refused.message)
