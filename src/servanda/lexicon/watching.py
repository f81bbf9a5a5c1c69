"""Words by which a stream is watched, beside the concepts."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class WatchingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one language, in lower case.

    ``idle`` are words by which a register tells where it has something from, and words too wide to tell anything;
    they count only where they are words of a concept. ``together`` are phrases that name all sides of an agreement
    without their names ("the two governments").
    """

    idle: tuple[str, ...]
    together: tuple[str, ...]


def watching_words(language: Language) -> WatchingWords:
    """Return the words by which texts of a language are watched."""
    return loader.load(f"{language}/watching.toml", WatchingWords)
