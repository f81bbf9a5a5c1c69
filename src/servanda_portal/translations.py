"""The catalogues: extracted from code and templates, written by people, compiled without any tool but babel.

``python -m servanda_portal.translations`` brings locale/*/LC_MESSAGES/django.po up to date with the sources.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import babel
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PORTAL = Path(__file__).parent
CATALOGUES = PORTAL.parents[1] / "locale"
LANGUAGES = ("fr", "es")  # sources are English

_KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext_lazy": (1, 2),
}


def catalogue_path(language: str) -> Path:
    """Return the catalogue that people write."""
    return CATALOGUES / language / "LC_MESSAGES" / "django.po"


def compile_catalogues(folder: Path) -> None:
    """Write each catalogue's binary form into a folder, where it is missing or older than the catalogue."""
    for language in LANGUAGES:
        source = catalogue_path(language)
        target = folder / language / "LC_MESSAGES" / "django.mo"
        if not source.exists() or (target.exists() and target.stat().st_mtime > source.stat().st_mtime):
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language)
        target.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and renamed: two processes may start at once.
        aside = target.with_suffix(f".{os.getpid()}")
        with aside.open("wb") as file:
            write_mo(file, catalogue)
        aside.replace(target)


def extract() -> Catalog:
    """Return every message of the portal's code and templates, with the files in which it stands.

    They come by the first of these files and then by their own words: where in a file they stand moves none of them.
    """
    places: dict[tuple[str | tuple[str, ...], str | None], list[str]] = {}
    for path, message, context in _messages():
        places.setdefault((message, context), []).append(path.relative_to(CATALOGUES.parent).as_posix())
    found = Catalog(charset="utf-8", fuzzy=False)
    for (message, context), files in sorted(places.items(), key=lambda one: (one[1][0], str(one[0]))):
        found.add(message, locations=[(file, 0) for file in files], context=context)
    return found


def update(language: str) -> None:
    """Bring one catalogue up to date: new messages come in empty, those no longer used go, the others stay in place."""
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    else:
        catalogue = Catalog(locale=babel.Locale.parse(language), fuzzy=False)
    catalogue.project, catalogue.version = "Servanda", "0.1.0"
    catalogue.msgid_bugs_address = ""
    catalogue.last_translator = catalogue.language_team = "The Servanda authors"
    catalogue.update(extract(), no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, ignore_obsolete=True, include_lineno=False)


def _messages() -> Iterator[tuple[Path, str | tuple[str, ...], str | None]]:
    for path in sorted([*PORTAL.rglob("*.py"), *PORTAL.rglob("*.html"), *PORTAL.rglob("*.txt")]):
        content = path.read_text(encoding="utf-8")
        source = content if path.suffix == ".py" else templatize(content, origin=str(path))
        for _line, function, arguments, _comments in extract_python(io.BytesIO(source.encode()), _KEYWORDS, [], {}):
            values = [value for value in ((arguments,) if isinstance(arguments, str) else arguments) if value]
            context = values.pop(0) if str(function).startswith("p") and values else None
            if values:
                yield path, values[0] if len(values) == 1 else tuple(values[:2]), context


if __name__ == "__main__":
    for one in sys.argv[1:] or LANGUAGES:
        update(one)
