"""Find everybody whom a text names: by the lexicon, by what announces an actor, by the short names the text makes."""

from servanda.reading.cast.cast import Cast

__all__ = ["Cast"]
