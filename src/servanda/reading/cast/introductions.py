"""Short names that a text introduces itself, in parentheses ("Commission of Rivers (COR)"), and those of ministries.

In Latin America a ministry is known by the beginnings of its words: "Minsa" is the "Ministerio de Salud".
"""

import re
import unicodedata
from collections.abc import Sequence

from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue

_INTRODUCED = re.compile(r" \((?:the |la |le |el |l['’])?[“\"«]?\s?([A-Z][A-Za-zÀ-Ý&/-]{1,11})\s?[”\"»]?\)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 120  # characters of a name whose initials are its short name
_MINISTRY = re.compile(r"Ministerio (?:de |del |para )?(?:la |el |los |las )?(?P<field>[^\W\d_]+)")
_SHORT_MINISTRY = re.compile(r"\bMin[a-zà-ÿ]{2,}\b")
_MINISTRIES = "Min"


def read_introductions(text: str, namings: Sequence[Naming]) -> dict[str, Naming]:
    """Return what each short name in parentheses stands for: the actor named just before it.

    Where nobody is named there, the words whose initials the short name spells are the name; the naming returned for
    it lies over these words.
    """
    ends = {naming.end: naming for naming in namings}
    introduced: dict[str, Naming] = {}
    for match in _INTRODUCED.finditer(text):
        short = match[1]
        if sum(letter.isupper() for letter in short) < 2 or short in introduced:
            continue
        naming = ends.get(match.start())
        if naming is not None and naming.value.type not in {"person", "office"} and naming.rule != "nationality":
            introduced[short] = naming
        elif (start := _initials(text, match.start(), short)) is not None:
            value = ActorValue(text[start : match.start()], None, "organisation")
            introduced[short] = Naming(start, match.start(), "introduced", value)
    return introduced | _ministries(text, namings)


def _ministries(text: str, namings: Sequence[Naming]) -> dict[str, Naming]:
    """Return what each ministry's short name stands for, where the text also names one ministry that begins so."""
    named = {
        ministry["field"].lower(): naming
        for naming in namings
        if naming.rule == "institution" and (ministry := _MINISTRY.match(naming.value.name)) is not None
    }
    found: dict[str, Naming] = {}
    for short in sorted(set(_SHORT_MINISTRY.findall(text))) if named else ():
        meant = [naming for field, naming in named.items() if field.startswith(short.removeprefix(_MINISTRIES))]
        if len(meant) == 1:
            found[short] = meant[0]
    return found


def _initials(text: str, end: int, short: str) -> int | None:
    """Return where the words before ``end`` begin whose initials spell the short name, leaving little words out."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    before = list(_WORD.finditer(text, max(0, end - _LONGEST), end))
    for word in reversed(before):
        if "." in text[word.end() : end] or "\n" in text[word.end() : end]:
            return None
        initial = unicodedata.normalize("NFD", word[0][0])[0].lower()
        if letters and initial == letters[-1] and (word[0][0].isupper() or len(word[0]) > 3):
            letters.pop()
            if not letters:
                return word.start() if word[0][0].isupper() else None
        elif len(word[0]) > 4:
            return None
    return None
