"""Read people whom no title announces and of whom the text tells who they are: "Kari Nes, a weaver from Bergen"."""

import bisect
import functools
import re
from collections.abc import Sequence

from servanda.lexicon.actors import actor_words
from servanda.lexicon.given_names import Gender, gender_of_name
from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.people import is_person
from servanda.reading.cast.grammar import CAPITAL, FULL_NAME, LEADING
from servanda.reading.cast.names import name_before
from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue

# A capitalised word before another or before the particle of a name: "Kari Nes", "Ana de la Cruz".
_FIRST = re.compile(rf"{CAPITAL}[\w'’-]{{0,40}}+\.?+ (?={CAPITAL}|[a-z]{{1,3}} |[dD]['’])")
_INSIDE = frozenset(".'’-_")  # marks after which a capital is inside a word
_WINDOW = 90  # characters before a name in which its sentence may say who that is
_WORDS = 40  # characters of a noun and its article right before a name
# What follows a name: "Kari Nes, 52, ...", "Kari Nes, who ...", "Kari Nes, the old weaver of ..."
_AGE = re.compile(r"(?:, | \()\d{2}(?: ans| años)?[,)]|, (?:who|whose|quien|cuy[oa]s?) ")
_AFTER = re.compile(
    r", (?:(?P<article>the|a|an|le|la|un|une|el|los|las|una) |l['’])?(?P<noun>[a-zà-ÿœ-]+(?: [a-zà-ÿœ-]+){0,2})"
)
# What stands right before one: "weaver Kari Nes", "la tejedora Kari Nes"
_BEFORE = re.compile(r"(?:\b(?P<article>[Ll]e|[Ll]a|[Ee]l|[Uu]na?|[Uu]ne) |\b[Ll]['’])?\b(?P<noun>[a-zà-ÿœ-]{4,}) $")
# ... or opens the sentence: "The weaver of the village, Kari Nes, ...", "Tisserande à Bergen, Kari Nes ..."
_OPENS = re.compile(
    r"(?:^|[.!?»”\"] |\n)(?:(?P<article>The|Le|La|El|Un|Une|Una) |L['’])?(?P<noun>[^\W\d_]+)[^,.;:\n«“\"]{0,80}, $"
)
_FEMININE = frozenset({"la", "une", "una"})
_MASCULINE = frozenset({"le", "el", "un"})
_MARKS = '"“«'


def read_told_of(text: str, stretches: Sequence[tuple[int, int, Language]], namings: Sequence[Naming]) -> list[Naming]:
    """Return the people of whom the text tells something and who are not named yet: "Kari Nes, who fishes off Bergen".

    What tells that they are people is a first name, a noun, their age, a pronoun, or words of theirs in a paragraph
    that opens so. ``stretches`` are of one language each.
    """
    starts = [naming.start for naming in namings]
    found: list[Naming] = []
    reach = 0
    for first, language in (
        (first, language) for begin, end, language in stretches for first in _FIRST.finditer(text, begin, end)
    ):
        start = first.start()
        place = bisect.bisect_right(starts, start)
        if start < reach or (place and namings[place - 1].end > start):
            continue
        name = FULL_NAME.match(text, start)
        if name is None or (place < len(starts) and starts[place] < name.end()):
            continue
        if LEADING.match(text, start, name.end()) or _goes_on(text, start):
            continue
        gender = _told(text, start, name.end(), language)
        if gender is not None:
            reach = name.end()
            found.append(Naming(start, reach, "speaking", ActorValue(name[0], None, None), gender=gender))
    return found


def _goes_on(text: str, start: int) -> bool:
    """Whether a capital stands inside a word or a longer name: "McNes", "Puerto Kari Nes", not "TD Kari Nes"."""
    if not start:
        return False
    if text[start - 1].isalnum() or text[start - 1] in _INSIDE:
        return True
    if not name_before(text, start):
        return False
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    return not before.isupper()


def _told(text: str, start: int, end: int, language: Language) -> str | None:
    """Return the gender that is told of somebody named here, "" where none is, None where nothing tells of anybody."""
    given = gender_of_name(text[start:end].split(" ", 1)[0])
    before = text[max(0, start - _WORDS) : start]
    if given is not None and _called_after().search(before) is None:
        return given
    if _AGE.match(text, end) is not None or _opens_paragraph(text, start, end):
        return ""
    after = _AFTER.match(text, end)
    if after is not None and any(is_person(word, language) for word in after["noun"].split()):
        return _gender(after["article"])
    told = _BEFORE.search(before)
    if told is None and before.endswith(", "):
        told = _OPENS.search(text[max(0, start - _WINDOW) : start])
    return _gender(told["article"]) if told is not None and is_person(told["noun"].lower(), language) else None


def _opens_paragraph(text: str, start: int, end: int) -> bool:
    """Whether a paragraph opens about somebody and holds their words: "Kari Nes, off Bergen, was glad. “At last!”"."""
    if (start and text[start - 1] != "\n") or not text.startswith(", ", end) or not text[end + 2 : end + 3].islower():
        return False
    close = text.find("\n", end)
    return any(text.find(mark, end, close if close >= 0 else len(text)) >= 0 for mark in _MARKS)


@functools.cache
def _called_after() -> re.Pattern[str]:
    """Return a pattern of what bears people's names, with an adjective or two, or of an article, right before one."""
    words = [actor_words(language) for language in LANGUAGES]
    kinds = "|".join(sorted(frozenset().union(*(each.named_after for each in words))))
    return re.compile(
        rf"\b(?:(?:{kinds})(?: [a-zà-ÿ]{{5,}}){{0,2}} |(?:the|an?|les?|las?|los|el|une?|una) |[ld]['’])$", re.IGNORECASE
    )


def _gender(article: str | None) -> Gender:
    word = (article or "").lower()
    return "f" if word in _FEMININE else "m" if word in _MASCULINE else ""
