"""Arguments from the command line as typed values, or one clear line and exit status 2."""

import datetime
import re

import typer

from servanda.lexicon.language import LANGUAGES, Language

_SITE = re.compile(r"https?://[^\s/?#\"<>]+[^\s?#\"<>]*")


def day_of(written: str | None, option: str = "--date") -> datetime.date | None:
    """Return the day of an option. Raises typer.BadParameter when it is none."""
    if written is None:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(f"{written!r} is no day; write it as 2026-03-31", param_hint=option) from error


def language_of(written: str | None) -> Language | None:
    """Return the language of ``--language``. Raises typer.BadParameter when it is not one that Servanda reads."""
    if written is not None and written not in LANGUAGES:
        raise typer.BadParameter(f"{written!r} is none of {', '.join(LANGUAGES)}", param_hint="--language")
    return written


def site_of(written: str | None) -> str | None:
    """Return the address of ``--site``. Raises typer.BadParameter when it is none."""
    if written is not None and _SITE.fullmatch(written) is None:
        raise typer.BadParameter(f"{written!r} is no address; write https://HOST", param_hint="--site")
    return written


def form_of(written: str, forms: tuple[str, ...]) -> str:
    """Return ``--format``. Raises typer.BadParameter when there is no such format."""
    if written not in forms:
        raise typer.BadParameter(f"{written!r} is none of {', '.join(forms)}", param_hint="--format")
    return written
