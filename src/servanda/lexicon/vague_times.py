"""Words that promise a time and name no date ("in the coming months"), for CODEBOOK D5."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class VagueTimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of one language for each vague time, in lower case with plain quotes, as ``text.folding`` writes."""

    immediately: tuple[str, ...]
    coming_weeks: tuple[str, ...]
    soon: tuple[str, ...]
    coming_months: tuple[str, ...]
    short_term: tuple[str, ...]
    medium_term: tuple[str, ...]
    long_term: tuple[str, ...]


def vague_times(language: Language) -> VagueTimes:
    """Return the vague times of a language."""
    return loader.load(f"{language}/vague_times.toml", VagueTimes)
