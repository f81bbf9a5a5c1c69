"""Where the sentences of a paragraph begin and end."""

import re

from servanda.lexicon.language import Language
from servanda.lexicon.structure import structure_words

# A terminator with the closing marks that belong to it, then space, then something that can begin a sentence.
_BOUNDARY = re.compile(r"[.!?…]+[\"”’»)\]\u00a0\u202f]*(?=\s)\s+(?=[\"“‘«(\[¿¡\u00a0—–-]*\s?[^\W_a-zà-ÿ])")
_LAST_WORD = re.compile(r"[^\s(\[«“\"]+$")


def sentences(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Return the start and end of every sentence of ``text[start:end]``, without the space between them."""
    abbreviations = structure_words(language).abbreviations
    spans = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if text[match.start()] == "." and _abbreviates(text, begin, match.start(), abbreviations):
            continue
        stop = match.start() + len(match[0].rstrip())
        spans.append((begin, stop))
        begin = match.end()
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        spans.append((begin, end))
    return spans


def _abbreviates(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial ("U.S.", "J. Smith")."""
    last = _LAST_WORD.search(text, max(start, stop - 16), stop)
    if last is None:
        return False
    word = last[0]
    return word.lower() in abbreviations or (len(word) == 1 and word.isupper())
