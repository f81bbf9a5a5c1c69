"""The arguments of ``servanda monitor`` as typed values, or one clear line and exit status 2."""

import re
from pathlib import Path

import typer

from servanda.lexicon.language import LANGUAGES
from servanda.monitoring.watcher import Limits
from servanda_cli.arguments import day_of, language_of
from servanda_cli.monitor import Shard

SHARD = re.compile(r"([1-9]\d*)/([1-9]\d*)")


def one_stream(paths: list[Path], plan: Path | None, *, feeds: bool) -> tuple[Path, Path]:
    """Return the stream and the plan. Raises typer.BadParameter where there is not one of each.

    With ``feeds`` the stream is the list in the plan folder, and none is named.
    """
    if len(paths) != (0 if feeds else 1):
        raise typer.BadParameter(
            "give one stream, or --feeds and none; a folder of streams counts as one", param_hint="STREAM"
        )
    if plan is None:
        raise typer.BadParameter("give the plan whose commitments are looked for", param_hint="--plan")
    return plan / "feeds.yaml" if feeds else paths[0], plan


def limits_of(since: str | None, until: str | None, languages: list[str]) -> Limits:
    """Return what of the stream is searched. Raises typer.BadParameter for what is no day or language, or no days."""
    chosen = {language_of(language) for language in languages}
    first, last = day_of(since, "--since"), day_of(until, "--until")
    if first is not None and last is not None and first > last:
        raise typer.BadParameter(f"{last} is before {first}, the day of --since; exchange them", param_hint="--until")
    return Limits(first, last, tuple(each for each in LANGUAGES if not chosen or each in chosen))


def shard_of(written: str) -> Shard:
    """Return ``--shard``. Raises typer.BadParameter where it is not like 2/5."""
    match = SHARD.fullmatch(written)
    if match is None or int(match[1]) > int(match[2]):
        raise typer.BadParameter(f"{written!r} is no part; write the second of five as 2/5", param_hint="--shard")
    return Shard(int(match[1]), int(match[2]))
