"""Decide whose dollar it is: the currency of a unit whose name several states share, and on what that rests.

What the text states comes first, then who pays, then who publishes, then the state that the text is about. Where none
of them decides, the currency stays open (DESIGN section 5: never a guess).
"""

import bisect
import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from servanda.lexicon.currencies import currencies, currency_words
from servanda.lexicon.language import Language
from servanda.reading.amounts.notation import Notation
from servanda.reading.amounts.stretch import beginnings
from servanda.reading.mention import CurrencyBasis
from servanda.reading.scan import Scan

Decision = tuple[str | None, CurrencyBasis | None]

_NOTHING: Decision = (None, None)
_DOMINANT = 3  # times as often as all others together must a state be named to be what the text is about
_DOLLAR = "USD"
_LEAST = 2  # times it must be named at all


class CurrencyContext:
    """What a document says about currencies: who is named where, who publishes, whom it is about."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan

    def decide(self, notation: Notation, language: Language) -> Decision:
        """Return the currency of a notation and its basis."""
        if notation.decided:
            return notation.unit, "stated"
        words = currency_words(language)
        families = words.sign_families.split() if notation.sign else [notation.unit]
        states = {state: code for family in families for state, code in currencies().families[family].items()}
        decision = self._donor(notation.start, language, states) or self._publisher(notation.start, states)
        if decision is None and (words.assumes or "dollar" not in families):
            decision = self._about(states)
        return decision or _NOTHING

    def _donor(self, position: int, language: Language, states: Mapping[str, str]) -> Decision | None:
        """Decide by who pays: the state named first in the sentence, the only one of such a currency so far."""
        start, end, lead_in = self._sentence(position)
        clause = self._scan.folded.rfind(";", start, position) + 1 or start
        named = self._parties(clause, position) or [*self._parties(*lead_in), *self._parties(start, position)]
        candidates = {party for party in named if party in states}
        # "Mexico told Canada that it would pay $5 million": a dollar follows the state named first, or nobody.
        if len(candidates) != 1 or (_DOLLAR in states.values() and named[0] not in states):
            return None
        pays = _paying(language)
        if pays.search(self._scan.folded, *lead_in) is None and pays.search(self._scan.folded, start, end) is None:
            return None
        return states[candidates.pop()], "donor"

    def _publisher(self, position: int, states: Mapping[str, str]) -> Decision | None:
        document = self._scan.document
        part = document.part_at(position)
        country = part.country if part is not None and part.country is not None else document.country
        return (states[country], "publisher") if country is not None and country in states else None

    def _about(self, states: Mapping[str, str]) -> Decision | None:
        """Decide by what the text is about: its only state of such a currency, or nearly the only one."""
        tally = Counter({party: times for party, times in self._named.items() if party in states})
        best = tally.most_common(1)
        if not best or best[0][1] < _LEAST or best[0][1] < _DOMINANT * (tally.total() - best[0][1]):
            return None
        return states[best[0][0]], "assumed"

    @functools.cached_property
    def _named(self) -> Counter[str]:
        return Counter(naming.party for naming in self._scan.cast.namings if naming.party is not None)

    @functools.cached_property
    def _naming_starts(self) -> list[int]:
        return [naming.start for naming in self._scan.cast.namings]

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _, _ in self._scan.sentences]

    def _parties(self, start: int, end: int) -> Sequence[str]:
        """Return the parties named in a stretch, in order."""
        first, last = (bisect.bisect_left(self._naming_starts, place) for place in (start, end))
        return [naming.party for naming in self._scan.cast.namings[first:last] if naming.party is not None]

    def _sentence(self, position: int) -> tuple[int, int, tuple[int, int]]:
        """Return the sentence at a position, and the lead-in of the list in which it stands (empty if in none)."""
        index = bisect.bisect_right(self._sentence_starts, position) - 1
        start, end, block = self._scan.sentences[index]
        while index > 0 and self._scan.sentences[index][2].kind == "list_item":
            index -= 1
        lead_in = self._scan.sentences[index]
        if block.kind != "list_item" or not self._scan.text.endswith(":", lead_in[0], lead_in[1]):
            return start, end, (start, start)
        return start, end, lead_in[:2]


@functools.cache
def _paying(language: Language) -> re.Pattern[str]:
    return beginnings(currency_words(language).paying)
