"""What a term is."""

from servanda.lexicon.language import Language
from servanda.monitoring.words import fold_words

# A concept of the lexicon ("port"), one that is only implied ("health~", by a hospital), a stem of one language
# ("es:practicaj"), words as they are written ("en:=state of the river"), an actor ("&ilo"), a number ("#5.5").
Term = str

IMPLIED = "~"
WRITTEN = "="


def written(words: str, language: Language) -> Term:
    """Return the term of words that count as they are written, whatever each of them means.

    >>> written("State of the river", "en")
    'en:=state of the river'
    """
    return f"{language}:{WRITTEN}{fold_words(words).decode('latin-1').strip()}"
