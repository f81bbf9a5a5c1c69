"""Which lines look like headings, judged by the line alone."""

import re

_LONGEST = 120  # characters
_LONGEST_IN_CAPITALS = 200
_ENDS_NO_HEADING = (*'.!?…:;,"”»', "-", "–", "—")
_NOT_A_HEADING = re.compile(r"@|w(?<!\ww)ww\.|https?:|©|\n")
_DATELINE = re.compile(
    r"""
    (?: [^\d,–—(]{2,40} (?: [ ]?\([^)]*\) )? (?: , | \s[–—-] ) .{0,30}? )?   # a place, and a comma or a dash
    (?: \d{1,2} (?:er|º|°|st|nd|rd|th)? (?:\sde)? \s [^\W\d]+\.? (?:\sdel?)? | [^\W\d]+\.? \s \d{1,2} ,? )  # day, month
    \s (?:19|20)\d\d
    """,
    re.VERBOSE,
)


def looks_like_heading(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is short, begins with a capital or a number, and does not end like a sentence."""
    if end - start > _LONGEST_IN_CAPITALS or text.endswith(_ENDS_NO_HEADING, start, end):
        return False
    line = text[start:end]
    if end - start > _LONGEST and not line.isupper():
        return False
    first = next(filter(str.isalnum, line), "")
    if not first or first.islower() or not any(map(str.isalpha, line)):
        return False
    dated = line[-1].isdecimal() and _DATELINE.fullmatch(line) is not None
    return not dated and _NOT_A_HEADING.search(line) is None
