"""Everybody whom a text names, found once and shared by the readers of actors, quotations and commitments."""

import functools
from typing import TYPE_CHECKING

from servanda.lexicon.actors import actor_words
from servanda.lexicon.language import Language
from servanda.reading.names import Hit, name_index
from servanda.reading.naming import Naming

if TYPE_CHECKING:  # a scan holds its cast
    from servanda.reading.scan import Scan


class Cast:
    """The namings of a text, in order, and who acts for which party."""

    def __init__(self, scan: "Scan") -> None:
        self.namings = find_namings(scan)
        self._parties = {(naming.start, naming.end): naming.party for naming in self.namings}
        self._parties_by_name = {naming.value.name: naming.party for naming in self.namings if naming.party}

    def party_at(self, start: int, end: int) -> str | None:
        """Return the party of whoever is named at exactly these words."""
        return self._parties.get((start, end))

    def party_named(self, name: str) -> str | None:
        """Return the party of somebody by the name that their mentions have."""
        return self._parties_by_name.get(name)


def find_namings(scan: "Scan") -> list[Naming]:
    """Return everybody named in the text, in order."""
    return [
        Naming(hit.start, hit.end, hit.word.sort, hit.word.value, hit.word.party)
        for start, end, language in scan.stretches
        for hit in name_index(scan.vocabulary, language).find(scan.text, scan.folded, start, end)
        if hit.word.value is not None and (hit.word.sort != "capital" or _governs(scan, hit, language))
    ]


@functools.cache
def _places(language: Language) -> tuple[str, ...]:
    return tuple(f"{word} " for word in sorted(actor_words(language).places))


def _governs(scan: "Scan", hit: Hit, language: Language) -> bool:
    """Whether a capital stands for its government: not after "in", not in a dateline, and going on in the sentence."""
    after = scan.folded[hit.end : hit.end + 2]
    if len(after) < 2 or after[0] != " " or not (scan.text[hit.end + 1].islower() or after[1] == '"'):
        return False
    return not scan.folded.endswith(_places(language), 0, hit.start)
