"""Load one topic of one language's lexicon, strictly.

Every topic is a ``msgspec.Struct`` beside this file (``numbers.py``, ``dates.py``, ...) and one TOML file a language
(``en/numbers.toml``, ...). A key that the struct does not know, or a value of the wrong type, is refused: a misspelt
word list must never be silently empty.
"""

import functools
import tomllib
from importlib import resources
from types import GenericAlias
from typing import TypeVar, cast

import msgspec

Topic = TypeVar("Topic", bound=msgspec.Struct)


class LexiconError(Exception):
    """A lexicon file does not fit its topic; the message names the file and the place in it."""


def load(file: str, topic: type[Topic]) -> Topic:
    """Return the packaged lexicon file, for example ``"en/numbers.toml"``, as its topic.

    Raises LexiconError when the file is not TOML or holds something that the topic does not know.
    """
    return cast("Topic", _load(file, topic))


def load_named(file: str, entry: type[Topic]) -> dict[str, Topic]:
    """Return a packaged lexicon file of many tables of one kind, by their names.

    Raises LexiconError as ``load`` does.
    """
    return cast("dict[str, Topic]", _load(file, GenericAlias(dict, (str, entry))))


@functools.cache
def _load(file: str, topic: type | GenericAlias) -> object:
    content = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(content), topic)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"lexicon/{file}: {error}") from error
