"""Decide whose dollar it is: the currency of a unit whose name several states share, and on what that rests.

What the text states comes first, then who pays, then who publishes, then the only state of the sentence with such a
currency, then what the text says elsewhere with the same word, then the state that the text is about. Dollars in a
text about states that have none of their own, or write theirs otherwise, are those of the United States. Where none of
them decides, the currency stays open (DESIGN section 5: never a guess).
"""

import bisect
import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from servanda.lexicon.currencies import currencies, currency_words
from servanda.lexicon.language import Language
from servanda.lexicon.places import places
from servanda.reading.amounts.notation import Notation
from servanda.reading.amounts.stretch import beginnings
from servanda.reading.mention import CurrencyBasis
from servanda.reading.scan import Scan

Decision = tuple[str | None, CurrencyBasis | None]

_NOTHING: Decision = (None, None)
_DOMINANT = 3  # times as often as all others together must a state be named to be what the text is about
_DOLLAR = "USD"
_COPYRIGHT = 60  # characters of a copyright line in which its owner is named
_LEAST = 2  # times it must be named at all


class CurrencyContext:
    """What a document says about currencies: who is named where, who publishes, whom it is about."""

    def __init__(self, scan: Scan, notations: Iterable[tuple[Notation, Language]]) -> None:
        """Prepare to decide the currency of every notation of a document, given with its language."""
        self._scan = scan
        self._notations = notations

    def decide(self, notation: Notation, language: Language) -> Decision:
        """Return the currency of a notation and its basis."""
        if notation.decided:
            return notation.unit, "stated"
        certain = self._certain.get(notation.start)
        if certain is not None:
            return certain
        if not _is_assumed(notation, language):
            return self._of_nobody_named(notation, _states(notation, language))
        states = _states(notation, language)
        beside = self._beside(notation.start, states)
        if beside is not None:
            return beside
        known = self._by_unit.get(notation.unit, set())
        if len(known) == 1:  # one text means one currency by its bare word or sign
            return next(iter(known)), "assumed"
        return self._about(states) or self._of_nobody_named(notation, states)

    def is_money(self, notation: Notation, language: Language) -> bool:
        """Whether a notation that is money only beside its state is money in this text, and any other."""
        if not notation.doubtful:
            return True
        currency, _ = self.decide(notation, language)
        return currency is not None and any(currency.startswith(party) for party in self._named)

    def _of_nobody_named(self, notation: Notation, states: Mapping[str, str]) -> Decision:
        """Decide by who is named: dollars are those of the United States where no other state named has its own.

        A state has none here whose dollars the text writes otherwise: beside "J$6 billion", "$4.1 billion" are not
        Jamaica's.
        """
        others = {state for state, currency in states.items() if currency not in {_DOLLAR, *self._written}}
        dollars = notation.unit == currencies().signs["$"]
        foreign = dollars and self._named and others.isdisjoint(self._named) and others.isdisjoint(self._visited)
        return (_DOLLAR, "assumed") if foreign else _NOTHING

    @functools.cached_property
    def _visited(self) -> set[str]:
        """The states with dollars whose regions or cities the text names: a release of Québec need not name Canada."""
        text, dollars = self._scan.text, _states_of(currencies().signs["$"])
        return {state for state in dollars if any(_stands_in(text, name) for name in places().get(state, ()))}

    @functools.cached_property
    def _written(self) -> set[str]:
        """The currencies that the text itself states, so that a bare word or sign means another."""
        return {notation.unit for notation, _ in self._notations if notation.decided}

    @functools.cached_property
    def _certain(self) -> dict[int, Decision]:
        """What payers and publishers decide, by the start of the amount."""
        decisions = {
            notation.start: self._donor(notation.start, language, states) or self._publisher(notation.start, states)
            for notation, language in self._notations
            if not notation.decided
            for states in [_states(notation, language)]
        }
        return {start: decision for start, decision in decisions.items() if decision is not None}

    @functools.cached_property
    def _by_unit(self) -> dict[str, set[str]]:
        """The currencies that payers and publishers, and states named with it, give each ambiguous unit."""
        known: dict[str, set[str]] = {}
        for notation, _ in self._notations:
            currency, _ = self._certain.get(notation.start, _NOTHING)
            if currency is not None:
                known.setdefault(notation.unit, set()).add(currency)
            elif notation.family:  # "Mauritian rupees" once says what "rupees" are
                known.setdefault(notation.family, set()).add(notation.unit)
        return known

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
        """Decide by who publishes: the document's country, else the state whose copyright line the text ends with."""
        document = self._scan.document
        part = document.part_at(position)
        country = (part.country if part is not None else None) or document.country or self._owner
        return (states[country], "publisher") if country is not None and country in states else None

    @functools.cached_property
    def _owner(self) -> str | None:
        mark = self._scan.text.rfind("\N{COPYRIGHT SIGN}")
        named = set(self._parties(mark, mark + _COPYRIGHT)) if mark >= 0 else set()
        return named.pop() if len(named) == 1 else None

    def _beside(self, position: int, states: Mapping[str, str]) -> Decision | None:
        """Decide by the sentence: the only state named in it that has such a currency; dollars are too many's."""
        start, end, _ = self._sentence(position)
        named = {states[party] for party in self._parties(start, end) if party in states}
        return (named.pop(), "assumed") if len(named) == 1 and _DOLLAR not in states.values() else None

    def _about(self, states: Mapping[str, str]) -> Decision | None:
        """Decide by what the text is about: its only state of such a currency, or nearly the only one."""
        own = {state for state, currency in states.items() if currency not in self._written}
        tally = Counter({party: times for party, times in self._named.items() if party in own})
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
        first, last = bisect.bisect_left(self._naming_starts, start), bisect.bisect_left(self._naming_starts, end)
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


def _states(notation: Notation, language: Language) -> dict[str, str]:
    """Return which state's currency is which, of those that a unit may mean."""
    dollar = notation.sign and notation.unit == currencies().signs["$"]
    return _states_of(*currency_words(language).sign_families.split() if dollar else [notation.unit])


def _stands_in(text: str, name: str) -> bool:
    """Whether a name stands in a text as words of its own: no "Nadi" in "Nadie"."""
    return name in text and re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", text) is not None


@functools.cache
def _states_of(*families: str) -> dict[str, str]:
    return {state: code for family in families for state, code in currencies().families[family].items()}


def _is_assumed(notation: Notation, language: Language) -> bool:
    """Whether the rest of a text may decide: not whose "dólares" they are, which are mostly those of one state."""
    return currency_words(language).assumes or notation.unit != "dollar" or notation.sign


@functools.cache
def _paying(language: Language) -> re.Pattern[str]:
    return beginnings(currency_words(language).paying)
