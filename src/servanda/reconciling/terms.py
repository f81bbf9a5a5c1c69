"""The words by which two passages are known to speak of one thing, within a language and across languages."""

import functools
import re

from servanda.lexicon.comparing import comparing_words
from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.forms import expand
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import unaccented, words_by_spelling

_LENGTH = 6  # letters of a stem: "integration", "intégration" and "integración" share six, their endings differ
_SHORTEST = 3
_COGNATES = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"ch|qu|k|q"), "c"),
    (re.compile(r"th"), "t"),
    (re.compile(r"y"), "i"),
    (re.compile(r"cion"), "tion"),
    (re.compile(r"(\w)\1"), r"\1"),
)
# Endings with their accents: "formera" is a future, "choléra" is not.
_ENDINGS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<=\w{4})(?:ing|ed|es)$|(?<=\w{3})[aes]$"),
    "fr": re.compile(r"(?<=\w{4})(?:er(?:a|ont|ait|aient)?|ées?|és?|ant|ent|ait|aient|es)$|(?<=\w{3})[aes]$"),
    "es": re.compile(r"(?<=\w{3})(?:[aei]r(?:án?)?|[ai]d[ao]s?|ando|iendo|[ai]e?ron|[aeo]s|[aeos])$"),
}


@functools.lru_cache(maxsize=65536)
def stem(word: str, language: Language) -> str:
    """Return what the forms and cognates of a word have in common, roughly.

    A mistake costs little: a stem counts only beside others, in one unit and between the same actors.

    >>> stem("integration", "en") == stem("intégration", "fr") == stem("integración", "es")
    True
    >>> stem("trafficking", "en"), stem("tráfico", "es")
    ('trafic', 'trafic')
    """
    plain = unaccented(_ENDINGS[language].sub("", word.lower()))
    for pattern, replacement in _COGNATES:
        plain = pattern.sub(replacement, plain)
    return plain[:_LENGTH]


@functools.lru_cache(maxsize=65536)
def meaning(word: str, language: Language) -> str:
    """Return one name for a word and for those that say the same, in the language and in the others: else its stem.

    >>> meaning("formación", "es") == meaning("training", "en"), meaning("lits", "fr") == meaning("beds", "en")
    (True, True)
    """
    key = stem(word, language)
    return _units(language).get(word) or _meanings(language).get(key, key)


@functools.cache
def _meanings(language: Language) -> dict[str, str]:
    """Return, by the stem of a word, the name of its meaning in the three languages."""
    return {
        stem(word, language): f"={name}" for name, words in counterparts(language).meanings.items() for word in words
    }


@functools.lru_cache(maxsize=65536)
def is_content(word: str, language: Language) -> bool:
    """Whether a word in lower case can tell what is spoken of: no number, no common word, not too short."""
    return len(word) >= _SHORTEST and not word[0].isdigit() and unaccented(word) not in _common(language)


@functools.cache
def _common(language: Language) -> frozenset[str]:
    listed = {unaccented(form) for entry in comparing_words(language).common for form in expand(entry)}
    return frozenset(listed | {unaccented(word) for word in words_by_spelling(language)})


@functools.lru_cache(maxsize=4096)
def unit_name(unit: str, language: Language) -> str:
    """Return one name for what is counted, in the singular and for the three languages where the lexicon allows.

    >>> unit_name("bourses de la Merle", "fr"), unit_name("scholarships", "en")
    ('scholarship', 'scholarship')
    """
    known = _units(language)
    head = unit_head(unit, language)
    return known.get(unit.lower()) or known.get(head) or meaning(head, language)


def unit_noun(name: str, language: Language) -> str | None:
    """Return the noun for several of a unit in a language, by its one name; None where the lexicon has none.

    >>> unit_noun("year", "es"), unit_noun("hospital", "fr")
    ('años', 'hôpitaux')
    """
    forms = comparing_words(language).units.get(name)
    return None if forms is None else forms[min(1, len(forms) - 1)]


def unit_head(unit: str, language: Language) -> str:
    """Return the noun that is counted: the last before an "of" in English, the first in French and Spanish."""
    words = unit.lower().partition(" of ")[0].split()
    return words[-1] if language == "en" else words[0]


def counts_people(noun: str, language: Language) -> bool:
    """Whether a noun in lower case stands for people or their posts."""
    return noun in _people(language)


def counts_anybody(noun: str, language: Language) -> bool:
    """Whether a noun in lower case stands for any people, whatever they do."""
    return noun in comparing_words(language).anybody


@functools.cache
def _people(language: Language) -> frozenset[str]:
    return frozenset((*comparing_words(language).people, *comparing_words(language).staffs))


@functools.cache
def _units(language: Language) -> dict[str, str]:
    return {form: name for name, forms in comparing_words(language).units.items() for form in forms}
