"""``servanda brief``: a plan's annual report or the brief on one pillar, as PDF or as a web page."""

import datetime
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.lexicon.language import LANGUAGES, Language
from servanda.plans.folder import load_plan
from servanda.plans.strict_yaml import PlanError
from servanda.register.refusal import Refusal
from servanda_cli.whole_files import write_file
from servanda_portal.commands.speaking import refused

if TYPE_CHECKING:
    from servanda_portal.pages.briefs.blocks import Paper


def brief(
    plan: Annotated[Path, typer.Argument(help="A plan folder.", show_default=False)],
    output: Annotated[Path, typer.Option(help="The file to write: .pdf, or .html for a web page of its own.")],
    annual: Annotated[bool, typer.Option("--annual", help="The annual report on the whole plan.")] = False,
    pillar: Annotated[str | None, typer.Option(help="The brief on one pillar, by its id.")] = None,
    language: Annotated[str, typer.Option(metavar="en|fr|es", help="The language of the brief.")] = "en",
    day: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="As at which day; the register's last by default.")
    ] = None,
) -> None:
    """Write a brief on PLAN for a meeting or for print."""
    if annual == (pillar is not None):
        raise refused("brief", "say which brief: --annual, or --pillar with a pillar's id")
    if language not in LANGUAGES:
        raise refused("brief", f"--language {language} is none of {', '.join(LANGUAGES)}")
    if output.suffix not in {".pdf", ".html"}:
        raise refused("brief", f"--output {output.name} ends neither in .pdf nor in .html")
    with tempfile.TemporaryDirectory() as home:
        # The words are the portal's; its database and its secret are not needed, so that it gets a folder to forget.
        os.environ["SERVANDA_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")
        import django  # noqa: PLC0415 the settings are read here, once the environment is right

        django.setup()
        paper = _paper(plan, day, pillar, language)
        content = _drawn(paper) if output.suffix == ".pdf" else _written(paper)
    try:
        write_file(output, content)
    except OSError as error:
        raise refused("brief", f"{output}: {error.strerror}") from error


def _paper(folder: Path, day: str | None, pillar: str | None, language: Language) -> "Paper":
    from servanda_portal.pages.briefs.paper import put_into_words  # noqa: PLC0415 needs the settings
    from servanda_portal.queries.brief import brief_of_plan  # noqa: PLC0415 needs the settings

    try:
        plan = load_plan(folder)
        chosen = plan.agreement.recorded_until if day is None else _day(day)
        if chosen > plan.agreement.recorded_until:
            raise refused("brief", f"--day {chosen} is after the register's last day, {plan.agreement.recorded_until}")
        if chosen < plan.agreement.signed:
            raise refused("brief", f"--day {chosen} is before the plan was signed, on {plan.agreement.signed}")
        return put_into_words(brief_of_plan(plan, chosen, pillar), language)
    except (PlanError, Refusal, ValueError) as error:
        raise refused("brief", str(error)) from error


def _day(written: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise refused("brief", f"--day {written!r} is no day; write it as 2026-03-31") from None


def _drawn(paper: "Paper") -> bytes:
    from servanda_portal.pages.briefs.pdf import draw  # noqa: PLC0415 only a PDF needs it

    return draw(paper)


def _written(paper: "Paper") -> bytes:
    from servanda_portal.pages.briefs.web import write  # noqa: PLC0415 needs the settings

    return write(paper).encode()
