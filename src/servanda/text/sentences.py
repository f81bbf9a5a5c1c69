"""Where the sentences of a paragraph begin and end.

Rules, no model: a terminator, its closing marks, white space, and then something that can begin a sentence. A full
stop ends nothing in an abbreviation, an initial or a number that counts ("Mr.", "J. Smith", "No. 5", "1. Trade").
"""

import re

from servanda.lexicon.language import Language
from servanda.lexicon.structure import StructureWords, structure_words

# The look-behind and the possessive repeats keep a run of a million full stops linear. A pattern that begins with a
# set of characters is searched for four times as fast as one that begins with a look-behind.
_BOUNDARY = re.compile(
    r"""
    [.!?…] (?<![.!?…][.!?…]) [.!?…]*+                 # the terminator, whole
    (?: \s?» | [\"”’)\]] | \[\d{1,3}\] | [¹²³⁴-⁹] )*+  # marks that close with it, and the reference of a footnote
    (\s++)
    (?= [\"“‘'«(\[¿¡—–-]* \s? [^\W_a-zß-öø-ÿœ] )       # marks that open the next one, and a capital or a digit
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[«“”\"'‘’/–—-]++\Z")
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")  # "J", "U.S", "EE.UU", "p.m"
_NEXT_WORD = re.compile(r"[\W_]*([^\W_]+)")
_NUMBER = re.compile(r"\d.*|[IVXLCDM]+")
_LONGEST = 16  # characters of an abbreviation
_LONGEST_SENTENCE = 5_000  # characters; what is longer is no prose, and is cut so that reading stays linear
_PIECE = re.compile(rf"\S.{{0,{_LONGEST_SENTENCE - 1}}}(?<=\S)(?!\S)|\S{{{_LONGEST_SENTENCE}}}", re.DOTALL)


def sentences(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Return the start and end of every sentence of ``text[start:end]``, without the space between them.

    What would be longer than 5,000 characters is cut between words, or anywhere where it has none.
    """
    known = structure_words(language)
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        stop, (space, after) = match.start(), match.span(1)
        if space == stop + 1 and text[stop] == "." and _goes_on(text, begin, stop, after, known):
            continue
        _add(spans, text, begin, space)
        begin = after
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        _add(spans, text, begin, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    """Add a sentence, or its pieces where it is longer than any sentence is."""
    if end - begin <= _LONGEST_SENTENCE:
        spans.append((begin, end))
    else:
        spans += [match.span() for match in _PIECE.finditer(text, begin, end)]


def _goes_on(text: str, begin: int, stop: int, after: int, known: StructureWords) -> bool:
    """Whether the full stop at ``stop`` belongs to what stands before it, and the sentence goes on ``after`` it."""
    found = _LAST_WORD.search(text, max(begin, stop - _LONGEST), stop)
    if found is None:
        return False
    word = found[0].lower()
    if word in known.abbreviations:
        return True
    if word.isdigit():  # "1. Trade" at the head of a sentence counts; "in 2026. The" ends
        return found.start() == begin or text.endswith((": ", "; "), begin, found.start())
    if word in known.abbreviations_before_numbers:
        following = _next_word(text, after)
        return _NUMBER.fullmatch(following) is not None and following.lower() not in known.common
    if word in known.abbreviations_at_the_end or _INITIALS.fullmatch(found[0]):
        return _next_word(text, after).lower() not in known.common
    return False


def _next_word(text: str, start: int) -> str:
    match = _NEXT_WORD.match(text, start)
    return match[1] if match else ""
