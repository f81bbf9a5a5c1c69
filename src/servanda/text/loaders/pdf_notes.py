"""Tell the footnotes of a PDF page from its text: smaller lines at the foot of a column, from a marker on."""

import re

from servanda.text.loaders.pdf_lines import Line, Stretch

_SMALLER = 0.92  # of the size of the text
_MARKER = re.compile(r"(?:\(?\d{1,3}[.)]?|\*{1,3}|[†‡§])(?=\s|$)")


def take_notes(stretch: Stretch, body_size: float) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of the text, and the lines of each footnote under it, its marker first."""
    lines = stretch.lines
    first = len(lines)
    while first and lines[first - 1].size <= _SMALLER * body_size:
        first -= 1
    while first < len(lines) and marker_of(lines[first]) is None:
        first += 1
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if marker_of(line) is not None:
            notes.append([])
        notes[-1].append(line)
    return lines[:first], notes


def marker_of(line: Line) -> str | None:
    """Return the marker that begins a footnote, or None where the line begins none."""
    text = line.words[0].text
    return text if len(line.words) > 1 and _MARKER.fullmatch(text) else None
