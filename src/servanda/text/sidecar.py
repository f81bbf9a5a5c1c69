"""The sidecar of a document: a TOML file beside it that says what the document does not say of itself.

For ``statement.html`` it is ``statement.html.toml``, or ``statement.toml`` where that is not there::

    publisher = "Ministry of Water"
    country = "CL"
    date = 2025-05-12

    [[parts]]
    begins = "The two governments"
    authority = "joint"

A part begins at exact words (``begins``), or, where they may not be stored, at ``words`` and ``sha256`` of a hash
selector. What a sidecar says stands before what the file says of itself.
"""

import datetime
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.text.document import Document
from servanda.text.loaders.errors import UnreadableError
from servanda.text.parts import PartStart, lay_out
from servanda.text.selectors import HashSelector, QuoteSelector, Selector

_LARGEST = 1024 * 1024  # bytes
Country = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class SidecarPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the document: where it begins, by words or by hash, and whose authority it has."""

    authority: Literal["joint", "official", "press"]
    begins: Text | None = None
    words: Annotated[int, msgspec.Meta(ge=1)] | None = None
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")] | None = None
    publisher: Text | None = None
    country: Country | None = None

    def __post_init__(self) -> None:
        by_words, by_hash = self.begins is not None, (self.words is not None, self.sha256 is not None)
        if by_hash != (not by_words, not by_words):
            raise ValueError("a part needs either begins, or words and sha256")

    @property
    def selector(self) -> Selector:
        """What finds the beginning."""
        if self.words is not None and self.sha256 is not None:
            return HashSelector(self.words, self.sha256)
        return QuoteSelector(self.begins or "")


class Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a sidecar may say; ``language`` is that of the whole document."""

    publisher: Text | None = None
    country: Country | None = None
    date: datetime.date | None = None
    address: Text | None = None
    title: Text | None = None
    language: Language | None = None
    parts: tuple[SidecarPart, ...] = ()


def find_sidecar(path: Path) -> Path | None:
    """Return the sidecar of a document, or None where it has none."""
    beside = (path.with_name(f"{path.name}.toml"), path.with_suffix(".toml"))
    return next((file for file in beside if file != path and file.is_file()), None)


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar. Raises UnreadableError (``sidecar``) that names the file and what is wrong in it."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise UnreadableError("sidecar", f"{path}: larger than a megabyte; a sidecar is a few lines")
        return msgspec.convert(tomllib.loads(content.decode("utf-8")), Sidecar)
    except OSError as error:
        raise UnreadableError("sidecar", f"{path}: {error}") from error
    except ValueError as error:
        known = ", ".join(Sidecar.__struct_fields__)
        raise UnreadableError("sidecar", f"{path}: {error}; it may say {known}; a day as 2026-03-31") from error


def apply_sidecar(document: Document, sidecar: Sidecar) -> Document:
    """Return the document with what its sidecar says.

    Raises UnreadableError (``sidecar``) where the first words of a part are not in the document.
    """
    starts = [PartStart(part.selector, part.authority, part.publisher, part.country) for part in sidecar.parts]
    parts, missing = lay_out(document.text, starts)
    if missing:
        raise UnreadableError("sidecar", f"no part begins at {missing[0].begins} in the text; correct its sidecar")
    return msgspec.structs.replace(
        document,
        publisher=sidecar.publisher or document.publisher,
        country=sidecar.country or document.country,
        date=sidecar.date or document.date,
        address=sidecar.address or document.address,
        title=sidecar.title or document.title,
        parts=parts,
    )
