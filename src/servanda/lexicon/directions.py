"""Words that tell whether more is stronger: a target to rise to or to come down to, a limit, a beginning."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class Directions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, in lower case and in the notation of ``forms.expand``.

    reducing  verbs whose target is the stronger the lower it is, where one of ``down_to`` leads to it ("reduce to 24
              hours", but "reduce by 30 %")
    below     words before a number that it must not pass ("below", "no more than")
    whatever  words that make a commitment hold for all cases of a kind: a threshold after them ("every contract of more
              than") is the stronger the more cases it takes in
    within    words before a length of time in which something must be done; ``lasting`` before one that something lasts
    starting  words before a date from which something holds
    conditions  words that open a condition, under which alone something holds ("where resources allow")
    some      words for a part of the cases, as ``whatever`` for all
    everywhere  words for a whole country
    joining   words that join one thing to others ("and")
    """

    reducing: tuple[str, ...]
    down_to: tuple[str, ...]
    below: tuple[str, ...]
    whatever: tuple[str, ...]
    within: tuple[str, ...]
    lasting: tuple[str, ...]
    starting: tuple[str, ...]
    conditions: tuple[str, ...]
    some: tuple[str, ...]
    everywhere: tuple[str, ...]
    joining: tuple[str, ...]


def directions(language: Language) -> Directions:
    """Return the words of direction of a language."""
    return loader.load(f"{language}/directions.toml", Directions)
