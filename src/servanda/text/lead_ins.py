"""Lists without markers: the lines after "Key areas include:" whose bullets were lost when the page was copied.

Bullets of web pages do not survive copying. What shows that lines are items is the lead-in before them and their common
form: they all end with a semicolon, or begin with a gerund, an infinitive or an amount, or are all short.
"""

import re
from collections.abc import Callable, Sequence

from servanda.text.markers import heads_article

Span = tuple[int, int]

_SHORT = 80  # characters
_GERUND = re.compile(r"[A-Z]\w+ing\b")
_INFINITIVE = re.compile(
    r"(?:(?:d['’]|de )(?:s['’]|se )?)?\w+(?:[aeií]r(?:se|l[aeo]s?)?|[dptv]re|ire)\b", re.IGNORECASE
)
_AMOUNT = re.compile(r"(?:[A-Z]{0,3}[$€£]\s?)?\d")


def unmarked_items(text: str, spans: Sequence[Span], lead_in: int) -> range:
    """Return the paragraphs after this lead-in that are items of its list, by index: none, or at least two."""
    longest = range(0)
    for has_form in _FORMS:
        end = lead_in + 1
        while end < len(spans) and has_form(text, *spans[end]):
            end += 1
        if has_form is _ends_with_semicolon and end < len(spans) and end > lead_in + 1:
            end += 1  # the last item ends with a full stop
        if end - lead_in - 1 > max(1, len(longest)):
            longest = range(lead_in + 1, end)
    return longest


def _begins_with(pattern: re.Pattern[str]) -> Callable[[str, int, int], bool]:
    return lambda text, start, end: pattern.match(text, start, end) is not None


def _is_short(text: str, start: int, end: int) -> bool:
    if end - start > _SHORT or text.endswith((".", ":", "!", "?", "”", "»", '"'), start, end):
        return False
    return not text[start:end].isupper() and not heads_article(text, start, end)


def _ends_with_semicolon(text: str, start: int, end: int) -> bool:
    return ";" in text[max(start, end - 5) : end]  # "; and", "; et", "; y"


_FORMS = (_begins_with(_GERUND), _begins_with(_INFINITIVE), _begins_with(_AMOUNT), _is_short, _ends_with_semicolon)
