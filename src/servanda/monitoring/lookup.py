"""From a passage to the terms and names in it, one look-up a word."""

import functools
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

import msgspec
from ahocorasick_rs import BytesAhoCorasick, MatchKind

from servanda.lexicon.language import Language
from servanda.monitoring.names import Name
from servanda.monitoring.numbers import numbers_in
from servanda.monitoring.term import IMPLIED, Term, written
from servanda.monitoring.terms import terms
from servanda.monitoring.words import Phrases, fold_words

_MOST = 500_000  # words remembered
_LAST = 64  # texts remembered: the sentences and the title of a passage are asked about for each of its matches


class Said(msgspec.Struct, frozen=True):
    """What a passage says: its terms; the sides and other states that it names.

    ``own``: it names the agreement; ``both``: all sides together; ``known``: a name that the register uses. ``title``
    are the terms of the title that it stands under, which count only where it is asked what the text is about; ``head``
    are those of title and first passage together, also those that it has itself.
    """

    terms: frozenset[Term]
    sides: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    own: bool = False
    both: bool = False
    known: bool = False
    title: frozenset[Term] = frozenset()
    head: frozenset[Term] = frozenset()

    @property
    def concerns(self) -> bool:
        """Whether anybody is named with whom the register has to do."""
        return bool(self.sides) or self.own or self.both or self.known

    @property
    def beyond(self) -> frozenset[Term]:
        """Return the terms of the head that are none of its own."""
        return self.head - self.terms

    def joined(self, other: "Said") -> "Said":
        """Return what two passages say together."""
        return Said(
            self.terms | other.terms,
            self.sides | other.sides,
            self.others | other.others,
            self.own or other.own,
            self.both or other.both,
            self.known or other.known,
        )

    def under(self, title: "Said", lead: "Said") -> "Said":
        """Return what a later passage says in its document, of which the title and the first passage tell the subject.

        A passage speaks of the states that they name, unless it names a side itself, and with theirs two of them.
        """
        several = bool(self.sides) and len(self.sides | lead.sides) > 1
        others = self.others if several or self.own else self.others | lead.others
        return msgspec.structs.replace(self, others=others, title=title.terms, head=lead.terms)


NOTHING = Said(frozenset())


class Lookup:
    """What the words of one language say, for one register; every word is looked up once and remembered."""

    def __init__(
        self,
        language: Language,
        names: Iterable[Name],
        known: AbstractSet[Term] | None = None,
        phrases: AbstractSet[Term] | None = None,
    ) -> None:
        """Prepare for a language.

        ``known`` are the terms of the register, None to keep every term; ``phrases`` those of them that count as they
        are written, where every term is kept.
        """
        self.language = language
        self._terms = terms(language)
        listed = [(name.words.encode("latin-1"), name) for name in names]
        self._openings = [(words, name) for words, name in listed if name.opens]
        self._names = {words.replace(b" ", b"_"): name for words, name in listed if not name.opens}
        several = [words.replace(b"_", b" ") for words in self._names if b"_" in words]
        self._phrases = Phrases((*self._terms.phrases, *several))
        self._known = known
        begin = written("", language)
        self._written = sorted(term for term in known or phrases or () if term.startswith(begin))
        forms = [fold_words(term.removeprefix(begin)) for term in self._written]
        self._finder = BytesAhoCorasick(forms, MatchKind.Standard) if forms else None
        self._told = _Remembered(self._tells)
        self.said = functools.lru_cache(_LAST)(self._said)

    def _said(self, text: str) -> Said:
        """Return what a text says."""
        folded = fold_words(text)
        words = self._phrases.split(folded)
        found = set().union(*filter(None, map(self._told.__getitem__, words)))
        found.difference_update([term + IMPLIED for term in found])
        if self._finder is not None:
            matches = self._finder.find_matches_as_indexes(folded, overlapping=True)
            found.update(self._written[which] for which, _, _ in matches)
        numbers = numbers_in(text)
        found.update(numbers if self._known is None else numbers & self._known)
        who = [self._names[word] for word in self._names.keys() & words]
        who = [name for name in who if name.exact is None or name.exact in text or name.exact.upper() in text]
        if not who:
            return Said(frozenset(found))
        actors = {f"&{name.actor}" for name in who if name.actor is not None}
        found.update(actors if self._known is None else actors & self._known)
        roles = {name.role for name in who}
        return Said(
            frozenset(found),
            frozenset(name.stands_for for name in who if name.role == "side"),
            frozenset(name.stands_for for name in who if name.role == "other"),
            own="own" in roles,
            both="both" in roles,
            known="known" in roles,
        )

    def is_strange(self, name: str) -> bool:
        """Whether a name is neither in the register nor a word that the lexicon knows."""
        said = self.said(name)
        terms = self._terms.of(name.lower())
        return not said.concerns and not said.others and bool(terms) and all(":" in term for term in terms)

    def _tells(self, word: bytes) -> tuple[Term, ...]:
        """Return the terms of a word, none of a name."""
        if word in self._names:
            return ()
        if opening := next((name for begin, name in self._openings if word.startswith(begin)), None):
            self._names[word] = opening
            return ()
        found = self._terms.of_phrase(word) if b"_" in word else self._terms.of(word.decode("latin-1"))
        return found if self._known is None else tuple(term for term in found if term in self._known)


class _Remembered(dict[bytes, tuple[Term, ...]]):
    """What words tell, asked for once a word."""

    def __init__(self, tells: Callable[[bytes], tuple[Term, ...]]) -> None:
        super().__init__()
        self._tells = tells

    def __missing__(self, word: bytes) -> tuple[Term, ...]:
        if len(self) >= _MOST:
            self.clear()
        told = self[word] = self._tells(word)
        return told
