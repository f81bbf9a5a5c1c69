"""A paper as a web page that stands alone: one file, with nothing to fetch."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from servanda_portal.pages.briefs.blocks import Paper


def write(paper: Paper) -> str:
    """Return the paper as one HTML file."""
    sheets = (Path(str(finders.find(name))) for name in ("servanda.css", "brief.css"))
    stylesheet = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    with translation.override(paper.language):
        return render_to_string("brief_alone.html", {"paper": paper, "stylesheet": stylesheet})
