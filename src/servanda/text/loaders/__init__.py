"""Open a published text: bytes in, one canonical Document out, or one clear reason why not.

The libraries for HTML, PDF and Word are imported when the first such file is met.
"""

import hashlib
from pathlib import Path

import msgspec

from servanda.lexicon.language import Language
from servanda.text.document import Block, Document
from servanda.text.identify import identify
from servanda.text.loaders.draft import Draft
from servanda.text.loaders.errors import UnreadableError
from servanda.text.loaders.formats import MEDIA_TYPES, SUFFIXES, Format, find_format
from servanda.text.loaders.limits import LIMITS, MEGABYTE, Limits, refuse_more
from servanda.text.loaders.names import called
from servanda.text.sidecar import apply_sidecar, find_sidecar, read_sidecar

__all__ = ["LIMITS", "Limits", "UnreadableError", "load_bytes", "load_path", "readable_files"]


def load_path(
    path: Path, *, name: str | None = None, language: Language | None = None, limits: Limits = LIMITS
) -> Document:
    """Load a file, with what its sidecar says of it (see ``servanda.text.sidecar``).

    ``name`` is how the document is called, by default the file's name; ``language`` decides for all of its text.
    Raises UnreadableError, whose message names the file.
    """
    content = _read(path, limits)
    beside = find_sidecar(path)
    sidecar = read_sidecar(beside) if beside else None
    if sidecar is not None and language is None:
        language = sidecar.language
    try:
        document = _load(content, path.name, language, limits)
        if sidecar is not None:
            document = apply_sidecar(document, sidecar)
    except UnreadableError as error:
        raise UnreadableError(error.code, f"{path}: {error}") from error
    return document if name is None else msgspec.structs.replace(document, name=called(name))


def load_bytes(content: bytes, *, name: str, language: Language | None = None, limits: Limits = LIMITS) -> Document:
    """Load the bytes of a file; its first bytes say what format it has, and its name must agree.

    Raises UnreadableError, whose message begins with the name.
    """
    try:
        return _load(content, name, language, limits)
    except UnreadableError as error:
        raise UnreadableError(error.code, f"{name}: {error}") from error


def readable_files(folder: Path) -> list[Path]:
    """Return the documents in a folder and its folders, by path; no hidden files, sidecars or other formats.

    Links to folders are not followed. Raises UnreadableError where the folder is not one or may not be opened.
    """
    if not folder.is_dir():
        raise UnreadableError("missing", f"{folder}: there is no such folder; check the path")
    try:
        return sorted(_walk(folder))
    except OSError as error:
        raise UnreadableError("forbidden", f"{folder}: {error.strerror}; check who may read it") from error


def _walk(folder: Path) -> list[Path]:
    files: list[Path] = []
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            files += [] if path.is_symlink() else _walk(path)
        elif path.suffix.lower() in SUFFIXES:
            files.append(path)
    return files


def _read(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file, never more than the limit and never those of a device or pipe."""
    try:
        if path.is_dir():
            raise UnreadableError("directory", f"{path}: is a folder; name the files in it")
        if path.exists() and not path.is_file():
            raise UnreadableError("unsupported", f"{path}: is not a file with content; save what it gives as a file")
        with path.open("rb") as file:
            content = file.read(limits.file_bytes + 1)
    except PermissionError as error:
        raise UnreadableError("forbidden", f"{path}: may not be opened; check who may read it") from error
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        raise UnreadableError("missing", f"{path}: there is no such file; check the path") from error
    return content


def _load(content: bytes, name: str, language: Language | None, limits: Limits) -> Document:
    if len(content) > limits.file_bytes:
        raise UnreadableError(
            "too_large", f"is larger than {limits.file_bytes / MEGABYTE:g} MB; split it, or extract the text"
        )
    if not content.strip():
        raise UnreadableError("empty", "is empty; get the file again")
    form = find_format(content, name)
    draft = _draft(form, content, limits)
    refuse_more(limits, characters=len(draft.text), blocks=len(draft.blocks))
    if not draft.blocks:
        raise UnreadableError("no_text", "has no text to read; get the text itself")
    return assemble(draft, name=called(name), content=content, media_type=MEDIA_TYPES[form], language=language)


def _draft(form: Format, content: bytes, limits: Limits) -> Draft:
    if form == "html":
        from servanda.text.loaders.html import load_html  # noqa: PLC0415 - lxml is for those who read HTML

        return load_html(content, limits)
    if form == "pdf":
        from servanda.text.loaders.pdf import load_pdf  # noqa: PLC0415 - pdfium is for those who read PDF

        return load_pdf(content, limits)
    if form == "docx":
        from servanda.text.loaders.docx import load_docx  # noqa: PLC0415 - python-docx is for those who read Word

        return load_docx(content, limits)
    from servanda.text.loaders.plain import load_plain  # noqa: PLC0415 - beside the others

    return load_plain(content, limits)


def assemble(draft: Draft, *, name: str, content: bytes, media_type: str, language: Language | None) -> Document:
    """Make the document of a draft: identify the language of the whole and of each block."""
    paragraphs = [draft.text[block.start : block.end] for block in draft.blocks]
    whole, each = identify(paragraphs, language, draft.language)
    blocks = tuple(
        Block(block.kind, block.start, block.end, speaks, block.level, block.marker, block.row)
        for block, speaks in zip(draft.blocks, each, strict=True)
    )
    title = next((draft.text[block.start : block.end] for block in blocks if block.kind == "title"), None)
    return Document(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=media_type,
        text=draft.text,
        blocks=blocks,
        language=whole,
        date=draft.date,
        title=title or draft.title,
        publisher=draft.publisher,
        address=draft.address,
        origins=tuple(draft.origins),
        issues=draft.issues,
    )
