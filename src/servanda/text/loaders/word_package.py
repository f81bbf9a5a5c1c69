"""Open a Word file: a ZIP archive of XML parts, related to one another (ECMA-376 part 2).

An archive may lie about its sizes, so what is unpacked is counted while it is unpacked. Parts are parsed without
entities, DTD or network. python-docx is not used: it knows neither numbering nor footnotes, passes over what stands in
content controls and tracked insertions, and unpacks every part in one piece, at the size that the archive claims.
"""

import io
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from lxml import etree

from servanda.text.loaders.errors import UnreadableError
from servanda.text.loaders.limits import MEGABYTE, Limits

_DAMAGED = "is a damaged Word file; open it in a word processor and save it again"
_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, etree.XMLSyntaxError,
)  # fmt: skip
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # all that Office writes, and all that unpacks piece by piece


class WordPackage:
    """The parts of one Word file. Raises UnreadableError: ``damaged``, ``encrypted``, ``too_large``."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._left = max(MEGABYTE, min(limits.archive_bytes, limits.archive_ratio * len(content)))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _FAULTS as error:
            raise UnreadableError("damaged", _DAMAGED) from error
        main = self._related("", "officeDocument")
        document = self._part(main) if main else None
        if main is None or document is None:
            raise UnreadableError("damaged", _DAMAGED)
        self.document: etree._Element = document
        self.styles, self.numbering, self.footnotes = (
            self._part(self._related(main, kind)) for kind in ("styles", "numbering", "footnotes")
        )

    def _related(self, source: str, kind: str) -> str | None:
        """Return the name of the part that a part is related to in this way."""
        place = PurePosixPath(source)
        relations = self._part(str(place.parent / "_rels" / f"{place.name}.rels"))
        for relation in () if relations is None else relations.iterchildren("{*}Relationship"):
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                return target[1:] if target.startswith("/") else str(place.parent / target)
        return None

    def _part(self, name: str | None) -> etree._Element | None:
        """Return the root element of a part, or None where the archive has no such part."""
        try:
            if name is None or name not in self._archive.namelist():
                return None
            content = self._unpack(self._archive.getinfo(name))
            parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
            return etree.fromstring(content, parser)
        except _FAULTS as error:
            raise UnreadableError("damaged", _DAMAGED) from error

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise UnreadableError("encrypted", "is protected by a password; save a copy without one and read that")
        if member.compress_type not in _METHODS:
            raise UnreadableError("damaged", _DAMAGED)
        with self._archive.open(member) as file:
            content = file.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise UnreadableError("too_large", "unpacks to far more than a text; check where it comes from")
        return content
