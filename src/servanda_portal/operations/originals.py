"""The bytes of documents that have pages, kept so that their pages can be drawn.

They stand in the portal's own folder under their SHA-256; drawings stand beside them and may go at any time.
"""

import os
import shutil
import threading
from collections.abc import Iterable
from pathlib import Path

from servanda_portal.home import home
from servanda_portal.operations.alone import AloneError, run_alone


def keep_original(sha256: str, content: bytes) -> None:
    """Keep the bytes of a PDF that could be read."""
    path = _original(sha256)
    path.parent.mkdir(exist_ok=True)
    _write(path, content)


def has_original(sha256: str) -> bool:
    """Whether the bytes are kept."""
    return _original(sha256).exists()


def keep_originals(shas: Iterable[str]) -> None:
    """Drop the bytes and the drawings of every document that is not among these."""
    kept = set(shas)
    for path in home().glob("originals/*"):
        if path.stem not in kept:
            path.unlink()
    for folder in home().glob("drawings/*"):
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def draw_page(sha256: str, number: int) -> Path | None:
    """Return the PNG of a page, counted from 1; None where the document or the page is not there, or cannot be drawn.

    A page is drawn when it is first asked for.
    """
    drawing = home() / "drawings" / sha256 / f"{number}.png"
    if drawing.exists():
        return drawing
    original = _original(sha256)
    if not original.exists():
        return None
    try:
        image = run_alone("servanda_portal.operations.drawing:draw", original.read_bytes(), str(number))
    except AloneError:
        return None
    if not image:
        return None
    drawing.parent.mkdir(parents=True, exist_ok=True)
    _write(drawing, image)
    return drawing


def _original(sha256: str) -> Path:
    return home() / "originals" / f"{sha256}.pdf"


def _write(path: Path, content: bytes) -> None:
    """Write a file aside and rename it: two readers may ask for one page at once."""
    aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
