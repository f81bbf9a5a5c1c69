"""Say whom a text means by a description: "the mayor" is Kari Nes, whom it introduced as "mayor of Bergen"."""

import bisect
import re
from collections.abc import Sequence

from servanda.lexicon.actors import actor_words
from servanda.lexicon.people import is_person
from servanda.lexicon.speech import SpeechWords
from servanda.reading.cast.naming import Naming
from servanda.reading.quotations.speakers import Speakers
from servanda.reading.scan import Scan

_BEFORE = 80  # characters before a name in which its clause says who that is
_AFTER = 100  # ... and after it
_BACK = 200  # namings of people before a description, among which its person is looked for
_CLAUSE = re.compile(r'[.;:!?"“”«»\n]')
_WORD = re.compile(r"[^\W\d_]{3,}")
_ARTICLE = re.compile(r"([^\W\d_]+)['’ ]$")
_LONGEST_ARTICLE = 8
_UNNAMED = frozenset({"described", "office"})
_APPOSED = re.compile(r"[^,.;:()\"]{0,60}, (?:(?:the|le|la|el|l'|une?|una) ?(?P<noun>[^\W\d_]+)(?: [^\W\d_]+){0,3} )?")


class Meant:
    """Finds the person of one document whom a description or an office means."""

    def __init__(self, scan: Scan, speakers: Speakers) -> None:
        """``speakers`` know who is named outside quotation marks."""
        self._text = scan.text
        self._folded = scan.folded
        self._speakers = speakers
        self._namings = [naming for naming in speakers.namings if naming.names_a_person]
        self._starts = [naming.start for naming in self._namings]
        self._first: dict[str, int] = {}
        for place, naming in enumerate(self._namings):
            self._first.setdefault(naming.value.name, place)
        self._introduced: dict[str, frozenset[str]] = {}

    def by(self, naming: Naming | None, words: SpeechWords) -> Naming | None:
        """Return the person whom a naming means, itself where it names somebody or the text does not tell whom."""
        if naming is None or naming.value.id is not None or naming.rule not in _UNNAMED:
            return naming
        if naming.names_a_person:  # an office whose holder is known, unless the paragraph tells of another's
            return self._counterpart(naming, words) or naming
        named = self._named_after(naming, words)
        if named is not None:
            return named
        if naming.rule == "office":
            return self._introduced_as(naming, words) or naming
        if self._article(naming) not in words.definite:
            return naming
        return self._introduced_as(naming, words) or self._spoken_of(naming, words) or naming

    def _named_after(self, naming: Naming, words: SpeechWords) -> Naming | None:
        """Return who is named right after a description: "says the mayor, Kari Nes", "..., the fisher Kari Nes,"."""
        place = bisect.bisect_left(self._starts, naming.end)
        if place == len(self._starts):
            return None
        named = self._namings[place]
        gap = _APPOSED.fullmatch(self._folded, naming.end, named.start)
        if gap is None or not (gap["noun"] is None or is_person(gap["noun"], words.language)):
            return None
        return named if self._folded.startswith((",", "."), named.end) else None

    def _counterpart(self, office: Naming, words: SpeechWords) -> Naming | None:
        """Return the counterpart whom the paragraph names last before "the minister"."""
        last = bisect.bisect_left(self._starts, office.start) - 1
        if last < 0 or office.field or "\n" in self._text[self._starts[last] : office.start]:
            return None
        named = self._namings[last]
        counterparts = actor_words(words.language).counterparts
        return named if not counterparts.isdisjoint(self._introduction(named)) else None

    def _introduced_as(self, naming: Naming, words: SpeechWords) -> Naming | None:
        """Return the person named last before who was introduced by the noun of a description."""
        gender = self._gender(naming, words)
        nouns = _nouns(naming.role or naming.value.name.lower(), words)
        last = bisect.bisect_left(self._starts, naming.start)
        for person in reversed(self._namings[max(0, last - _BACK) : last]):
            if gender and person.gender and gender != person.gender:
                continue
            if not nouns.isdisjoint(self._introduction(person)):
                return person
        return None

    def _introduction(self, person: Naming) -> frozenset[str]:
        """Return the words around the first place that names a person, by which it says who that is."""
        name = person.value.name
        if name not in self._introduced:
            place = self._first[name]
            first = self._namings[place]
            before = self._namings[place - 1].end if place else 0
            after = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._text)
            start, end = max(before, first.start - _BEFORE), min(after, first.end + _AFTER)
            opens = max((mark.end() for mark in _CLAUSE.finditer(self._text, start, first.start)), default=start)
            closes = _CLAUSE.search(self._text, first.end, end)
            words = _WORD.findall(self._folded, opens, closes.start() if closes is not None else end)
            self._introduced[name] = _singular(words)
        return self._introduced[name]

    def _spoken_of(self, naming: Naming, words: SpeechWords) -> Naming | None:
        """Return whom the paragraph tells of ("says the young miner"), or who was spoken of in those before."""
        nouns = _nouns(naming.value.name.lower(), words)
        if not any(is_person(noun, words.language) for noun in nouns):
            return None
        gender = self._gender(naming, words)
        paragraph = self._folded.rfind("\n", 0, naming.start) + 1
        return self._speakers.only(paragraph, naming.start, gender) or self._speakers.person(gender, naming.start)

    def _gender(self, naming: Naming, words: SpeechWords) -> str:
        """Return what the words or the article of a description say of the gender."""
        return naming.gender or words.definite.get(self._article(naming), "")

    def _article(self, naming: Naming) -> str:
        article = _ARTICLE.search(self._folded, max(0, naming.start - _LONGEST_ARTICLE), naming.start)
        return article[1] if article is not None else ""


def _nouns(description: str, words: SpeechWords) -> frozenset[str]:
    """Return the words of a description that may be its noun: those before "of" and the like."""
    nouns = []
    for word in description.replace("'", "' ").replace("’", "' ").split():
        if word in words.prepositions:
            break
        nouns.append(word)
    return _singular(nouns)


def _singular(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in words)
