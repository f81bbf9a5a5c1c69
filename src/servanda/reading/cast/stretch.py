"""A stretch of text in one language while its actors are read: the words found in it and the namings made so far."""

import bisect
import functools
import re
import sys

from servanda.lexicon.actors import actor_words
from servanda.lexicon.language import Language
from servanda.lexicon.speech import speech_words
from servanda.reading.cast.grammar import ADJECTIVE_BEFORE_NAME, BESIDE, COMMA, grammar
from servanda.reading.cast.languages import is_language
from servanda.reading.cast.names import Hit
from servanda.reading.cast.naming import Naming
from servanda.reading.cast.short_bodies import BareKind

_NEAR = 14  # words of the index that a title or a body may run over
_OWNS = frozenset({"nationality", "name", "acronym"})
_OWNER_GAP = 30  # characters between a state and what it has: "Norway's special envoy"
_BESIDE = 10  # characters of " and the "
_TITLES = frozenset({"office", "offices", "leader", "honorific", "institution"})
# "Accra, for its part, will": what stands between a capital that stands for its government and its verb.
_OWN_PART = re.compile(
    r", (?:for its part|in turn|in return|on its side|meanwhile|pour sa part|de son côté|quant à elle|quant à lui"
    r"|en échange|en retour|por su parte|a su vez|a cambio|en cambio|por su lado"
    r"|(?:he|she|they) (?:said|added|promised)|a-t-(?:il|elle) (?:dit|ajouté|précisé|promis)"
    r"|(?:según )?(?:dijo|aseguró|afirmó|agregó|añadió|explicó|prometió)),"
)
# "La Paz, con poco dinero, dará"
_ASIDE = re.compile(r", (?:with|whose|which|avec|dont|qui|con|cuy[oa]s?|que) [^,;:.()]{3,70},(?= [a-zà-ÿ])")

# "... ; Brazzaville, à instaurer un visa": its verb is that of the clause before.
_JOINS = ("; ", " and ", " et ", " y ")
_GAPPED = re.compile(r", (?:to |à |d'|de |a )[a-zà-ÿ]{3,}")


class Stretch:
    """The state of reading one stretch; ``namings`` grow in the order of the text.

    ``treaties`` lie over the names of their parties, which are namings too; ``bare`` are kinds of bodies that
    stand alone.
    """

    def __init__(
        self, text: str, folded: str, end: int, language: Language, hits: list[Hit], headings: list[tuple[int, int]]
    ) -> None:
        """``hits`` are those of the whole stretch, in order; ``headings`` where words are capitalised anyway."""
        self.text = text
        self.folded = folded
        self.end = end
        self.hits = hits
        self.namings: list[Naming] = []
        self.treaties: list[Naming] = []
        self.bare: list[BareKind] = []
        self.grammar = grammar(language)
        self.language = language
        self.english = language == "en"
        self.places = _places(language)
        self.speech = speech_words(language)
        self._headings = headings

    def in_titled_heading(self, offset: int) -> bool:
        """Whether an offset lies in a heading whose words are all capitalised, where capitals show no names."""
        return within(self._headings, offset)

    def after(self, index: int) -> list[Hit]:
        """Return the next few hits after this one."""
        return self.hits[index + 1 : index + 1 + _NEAR]

    def owner_before(self, start: int) -> Naming | None:
        """Return the party named right before as the owner: "Canadian ", "Norway's ", "UN "."""
        if not self.namings or not self.english:
            return None
        before = self.namings[-1]
        if before.party is None or before.rule not in _OWNS or not 0 < start - before.end <= _OWNER_GAP:
            return None
        gap = self.text[before.end : start]
        if not self.grammar.has.fullmatch(gap):
            return None
        # "Norway deputy minister" is no owner, "Norway's", "Norwegian" and "UN" are.
        return None if before.rule == "name" and gap[0] == " " and before.value.type == "state" else before

    def description(self, index: int, *, named: bool) -> tuple[int, str, str | None]:
        """Read what describes an office or body after its title: nationality, field, state.

        Return where it ends, the folded words of the field, and the party. ``named``: a name may follow at once.
        """
        end = self.hits[index].end
        after = self.after(index)
        field = ""
        party: str | None = None
        while True:
            owner = self.owner_after(after, end)
            if owner is not None:
                party, end = party or owner.word.party, owner.end
                continue
            of = self.grammar.of.match(self.text, end, self.end)
            if of is not None:
                reach, owned = self._field(after, of.end(), named=named)
            else:
                reach, owned = self._adjective_after(after, end), None
            if reach <= (end if of is None else of.end()):
                return end, field, party
            field += self.folded[end:reach]
            party, end = party or owned, reach

    def owner_after(self, after: list[Hit], end: int) -> Hit | None:
        """Return the party of which an office or body is, at ``end``: " of Norway", " du Chili", " chilien"."""
        for follower in after:
            if follower.start > end:
                break
        else:
            return None
        if follower.word.party is None and follower.word.sort != "nationality":
            return None
        if follower.word.sort == "nationality":  # also of two states: "le ministre congolais des Mines"
            return follower if not self.english and follower.start == end + 1 else None
        of = self.grammar.of.match(self.text, end)
        if of is None or follower.start != of.end() or follower.word.sort not in {"name", "acronym"}:
            return None
        if self.text.startswith(("-", "–"), follower.end) or self._shared(after, follower):
            return None
        return follower

    def _field(self, after: list[Hit], start: int, *, named: bool) -> tuple[int, str | None]:
        """Return where the field ends that begins here, ``start`` where none does, and the party that it ends with."""
        reach = self.grammar.field(self.text, start, self._next_title(after, start), named=named)
        if named and reach > start and not self.english:
            reach = self._with_adjective(after, reach)
        for hit in after:
            if hit.start >= reach:
                break
            if hit.word.party is None or hit.start <= start or hit.word.sort not in {"name", "acronym"}:
                continue
            if self._shared(after, hit):  # "of Fisheries of Norway and Uruguay": the two states stand for themselves
                return self._before_preposition(start, hit.start), None
            if hit.end >= reach:
                return hit.end, hit.word.party
        return reach, None

    def _with_adjective(self, after: list[Hit], end: int) -> int:
        """Return where a field ends with an unknown adjective between it and a name."""
        adjective = ADJECTIVE_BEFORE_NAME.match(self.text, end, self.end)
        if adjective is None or any(hit.start == end + 1 for hit in after):
            return end
        return adjective.end()

    def _adjective_after(self, after: list[Hit], end: int) -> int:
        """Return where an adjective ends that follows in French and Spanish: "Office fédéral", not "il rappelle"."""
        adjective = None if self.english else self.grammar.adjective.match(self.text, end, self.end)
        if adjective is None or any(hit.start == end + 1 and hit.word.sort == "saying" for hit in after):
            return end
        return adjective.end()

    def names_a_party(self, hit: Hit) -> bool:
        """Whether a capital stands for its government here, and a nationality for more than a currency or language."""
        if hit.word.sort == "capital":
            return self._governs(hit)
        return not self._counts_money(hit) and not is_language(self.folded, hit.start, hit.end, self.language)

    def _governs(self, hit: Hit) -> bool:
        """Whether a capital stands for its government: not after "in", not in a dateline, the sentence going on."""
        if _OWN_PART.match(self.folded, hit.end) is not None:
            return True
        if self.folded.endswith(_JOINS, 0, hit.start) and _GAPPED.match(self.text, hit.end) is not None:
            return True
        aside = _ASIDE.match(self.text, hit.end)
        end = aside.end() if aside is not None else hit.end
        after = self.text[end : end + 2]
        if len(after) < 2 or not after[0].isspace() or not (after[1].islower() or after[1] in '"“«'):
            return False
        return not self.folded.endswith(self.places, 0, hit.start)

    def _counts_money(self, hit: Hit) -> bool:
        """Whether a nationality is part of a currency's name: "Canadian dollars", "francs suisses"."""
        if self.english:
            beside = self.folded[hit.end + 1 : hit.end + 12].split(" ", 1)[0]
        else:
            beside = self.folded[max(0, hit.start - 12) : hit.start].rstrip().rpartition(" ")[2]
        return beside.strip(".,;:)") in self.grammar.words.currencies

    def _shared(self, after: list[Hit], state: Hit) -> bool:
        """Whether another party shares the noun before: "of Norway and Uruguay", "of Norway, Chile"."""
        both = self.grammar.together.match(self.text, state.end) or COMMA.match(self.text, state.end)
        return both is not None and any(hit.start == both.end() and hit.word.is_party for hit in after)

    def _next_title(self, after: list[Hit], end: int) -> int:
        """Return where the next office or body begins that stands beside this one, which no field runs over."""
        return next(
            (
                hit.start
                for hit in after
                if hit.word.sort in _TITLES
                and hit.start >= end
                and BESIDE.search(self.folded, max(end, hit.start - _BESIDE), hit.start)
            ),
            self.end,
        )

    def _before_preposition(self, start: int, stop: int) -> int:
        """Return where the words before ``stop`` end without their last prepositions and articles."""
        words = self.text[start:stop].rstrip()
        while words and (last := words.rpartition(" ")[2])[0].islower():
            words = words[: -len(last)].rstrip()
        return start + len(words)


def within(stretches: list[tuple[int, int]], offset: int) -> bool:
    """Whether one of these stretches, which are in order, holds an offset."""
    place = bisect.bisect_right(stretches, (offset, sys.maxsize)) - 1
    return place >= 0 and offset <= stretches[place][1]


@functools.cache
def _places(language: Language) -> tuple[str, ...]:
    return tuple(sorted(f"{word} " for word in actor_words(language).places))
