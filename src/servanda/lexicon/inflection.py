"""Every form of a nationality: gender and number, from the form that a dictionary lists."""

from servanda.lexicon.language import Language

_SPANISH_ENDINGS = {"és": "es", "án": "an", "ón": "on", "ín": "in"}


def forms(word: str, language: Language) -> tuple[str, ...]:
    """Return the singular and plural forms, masculine and feminine, of a nationality; the word itself comes first.

    >>> forms("canadien", "fr")
    ('canadien', 'canadienne', 'canadiens', 'canadiennes')
    >>> forms("danés", "es")
    ('danés', 'danesa', 'daneses', 'danesas')
    """
    if language == "en":
        return (word,) if word.endswith(("s", "sh", "ch", "ese")) else (word, word + "s")
    return _french(word) if language == "fr" else _spanish(word)


def _french(word: str) -> tuple[str, ...]:
    if word.endswith(("en", "on")):
        feminine = word + "ne"
    elif word.endswith(("e", "è")):
        feminine = word
    else:
        feminine = word + "e"
    plural = word if word.endswith("s") else word + "s"
    return (word, feminine, plural, feminine + "s")


def _spanish(word: str) -> tuple[str, ...]:
    if word.endswith("o"):
        stem = word[:-1]
        return (word, stem + "a", stem + "os", stem + "as")
    if word.endswith(("a", "e")):
        return (word, word + "s")
    if word.endswith(("í", "ú")):
        return (word, word + "es", word + "s")
    ending = _SPANISH_ENDINGS.get(word[-2:])
    stem = word[:-2] + ending if ending else word
    return (word, stem + "a", stem + "es", stem + "as")
