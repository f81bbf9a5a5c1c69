"""Find who speaks around a verb of saying: the subject before it, the subject after it, and whom "she" stands for."""

import bisect
import functools
import operator
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from servanda.lexicon.language import Language
from servanda.lexicon.speech import SpeechWords, speech_words
from servanda.reading.cast.grammar import FULL_NAME, LEADING
from servanda.reading.cast.naming import Naming
from servanda.reading.cast.stretch import within
from servanda.reading.mention import ActorValue, Speaker
from servanda.reading.quotations.described import described_after, described_at
from servanda.reading.scan import Scan

Item = TypeVar("Item")

_WINDOW = 160  # characters between a subject and its verb
_AFTER = 60  # characters between a verb and the subject after it
_FEW = 6  # words between "according to" and a body whose statement it is
_LONGEST_VERB = 15
_BACK = 6  # sentences before, in which a pronoun's person is looked for
_CLOSE = 300  # characters from a sentence to a pronoun that may mean somebody whom only that sentence names
# "Ann Diallo waits", "In the queue, Ann Diallo, a nurse, waits"; not one of two.
_DOES = re.compile(
    rf"(?<![\w.'’-])(?<!\band )(?<!\bet )(?<!\by )({FULL_NAME.pattern})(?=,? (?!(?:and|et|y|e)\b)[a-zà-ÿ]{{2,}})"
)
_HEAD = 4  # blocks at the head of a text, among which is the line of who wrote it
_BYLINE = re.compile(
    r"(?:By|BY|Par|PAR|Por|POR|De notre) [A-ZÀ-Þ][^.!?]{3,80}$"
    r"|[^.!?,]{0,40}?(?:[Ee]nviad[oa](?: [Ee]special)?|[Cc]orresponsal|[Ee]nvoyée? [Ss]péciale?|[Cc]orrespondante?"
    r"|[Ss]pecial [Cc]orrespondent|(?:[Ss]taff|[Bb]usiness|[Pp]olitical) [Rr]eporter)\b[^.!?]{0,60}$",
    re.MULTILINE,
)
_DETERMINERS = frozenset(
    {"the", "le", "la", "les", "el", "los", "las", "l'", "a", "an", "un", "une", "una", "son", "sa", "su"}
)
_BODIES = frozenset({"government", "institution", "name", "acronym", "introduced", "capital"})
_CLOSING = ' "-,'  # what may stand between a quotation and a verb
_NOBODY = frozenset({"agreement"})
# Between a subject and its verb: ", who met her in May," or " of the Rangers' Union".
_BETWEEN = re.compile(r"\s?,[^;:.]*,| (?:of |from |de |del |du |des |d')[^,;:.()\"]{1,50}")
_ASIDE = re.compile(r" ?, [^,.]{1,30},")  # "said, for her part, Ms. Nes"
_TITLE = re.compile(r"(?: [^\W\d_]+){0,3} ")  # words of an office before the one that is known
_ADVERBS = ("ly", "ment", "mente")
_PRONOUN_INSIDE = re.compile(r"-(?:t-)?(il|elle)(?: [^\W\d_]+){0,3} $")  # "a-t-il également ajouté"
_INSIDE = 40
PRONOUN_AFTER = re.compile(r"[- ](?:t-)?(il|elle|él|ella|he|she)\b")
_ENDS = frozenset('.;:",()')  # marks after which nobody is the subject of the verb before them
_LAST_WORD = re.compile(r"[^\s,;:.()\"]++$")


class Speakers:
    """Finds the speakers of one document; ``sayings`` and ``sources`` are the cast's, outside quotation marks."""

    def __init__(self, scan: Scan, quoted: list[tuple[int, int]]) -> None:
        """``quoted`` are the stretches in quotation marks: who is named in them is not who speaks."""
        self._text = scan.text
        self._folded = scan.folded
        self._sentences = scan.sentences
        self._starts = [start for start, _, _ in self._sentences]
        self.namings = [
            naming
            for naming in outside(quoted, scan.cast.namings, operator.attrgetter("start"))
            if naming.rule != "nationality" and naming.value.type not in _NOBODY
        ]
        bylines = [block for block in scan.document.blocks[:_HEAD] if _BYLINE.match(scan.text, block.start, block.end)]
        self._silent = sorted(
            [*quoted, *((block.start, block.end) for block in bylines)]
        )  # who is named here is silent
        for block in bylines:
            self.namings = [one for one in self.namings if not block.start <= one.start < block.end]
        self._naming_starts = [naming.start for naming in self.namings]
        self.sayings = outside(quoted, scan.cast.sayings, operator.itemgetter(0))
        self.sources = outside(quoted, scan.cast.sources, operator.itemgetter(0))

    def sentence(self, offset: int) -> tuple[int, int, Language]:
        """Return the sentence that holds an offset, with its language."""
        start, end, block = self._sentences[max(0, bisect.bisect_right(self._starts, offset) - 1)]
        return start, end, block.language

    def subject_of(self, verb: tuple[int, int], floor: int, limit: int, words: SpeechWords) -> Naming | None:
        """Return the subject of a verb of saying: before it, after it, or, in Spanish, left unsaid."""
        naming = self.before(verb[0], floor, words) or self.after(verb[1], limit, words)
        before = self._folded[floor : self._without_auxiliaries(verb[0], floor, words)].rstrip(" ")
        alone = before.endswith(",") and self._folded.startswith(",", verb[1])  # "la prohibición, explicó, «...»"
        silent = naming is None and words.silent_subject and (alone or not before.strip(_CLOSING))
        if silent and described_after(self._folded, verb[1], limit, words) is None:
            return self.person("", verb[0])
        return naming

    def before(self, verb: int, floor: int, words: SpeechWords) -> Naming | None:
        """Return the subject of a verb of saying that begins at ``verb``, looking no further back than ``floor``."""
        inverted = _PRONOUN_INSIDE.search(self._folded, max(floor, verb - _INSIDE), verb)
        if inverted is not None:
            return self.person(gender_of(inverted[1], words) or "", verb)
        end = self._without_auxiliaries(verb, floor, words)
        if not self._folded[floor:end].strip(_CLOSING):
            return None
        last = _LAST_WORD.search(self._folded, max(floor, end - 20), end)
        pronoun = last[0].rsplit("'", 1)[-1] if last is not None else ""
        gender = gender_of(pronoun, words)
        if gender is not None:
            return self.person(gender, end)
        body = None
        for naming in self._before(end, floor):
            gap = self._folded[naming.end : end]
            if gap.strip(" ") not in {"", ","} and not _BETWEEN.fullmatch(gap):
                continue
            if self._joined(naming):
                return None
            if not self._depends(naming.start, floor, words) or self._likened(naming.start, floor, words):
                return naming
            body = body or (naming if naming.rule in _BODIES else None)
        return body

    def after(self, verb: int, limit: int, words: SpeechWords) -> Naming | None:
        """Return the subject that follows a verb of saying that ends at ``verb``: "said Ms. Nes", "a-t-elle dit"."""
        pronoun = PRONOUN_AFTER.match(self._folded, verb)
        if pronoun is not None:
            return self.person(gender_of(pronoun[1], words) or "", verb)
        naming = self.next(verb)
        if self._folded[max(0, verb - _LONGEST_VERB) : verb].rpartition(" ")[2] in words.addressing:
            return None
        if naming is None or naming.start > min(limit, verb + _AFTER):
            return None
        gap = _ASIDE.sub("", self._folded[verb : naming.start])
        if not (_ENDS.isdisjoint(gap) and words.stops.isdisjoint(gap.split())):
            return None
        if self._depends(naming.start, verb, words) or self._joins(naming):
            return None
        return self._officer(naming) or naming

    def _officer(self, body: Naming) -> Naming | None:
        """Return who holds the office that a body's name opens: "said WHO Country Director Kari Nes"."""
        follower = self.next(body.end) if body.rule in _BODIES else None
        if follower is None or follower.value.type != "person":
            return None
        return follower if _TITLE.fullmatch(self._folded, body.end, follower.start) else None

    def begins(self, start: int, verb: int, words: SpeechWords) -> bool:
        """Whether nothing but auxiliaries stands between an offset and a verb."""
        stretch = _phrases(words.auxiliaries).sub("", self._folded[start:verb])
        return all(word in words.auxiliaries for word in stretch.split())

    def source(self, phrase: tuple[int, int], limit: int) -> Naming | None:
        """Return who is given as a source after "according to": a name, or the body whose statement it is."""
        naming = self.next(phrase[1])
        if naming is None or naming.start >= limit:
            return None
        gap = self._folded[phrase[1] : naming.start].split()
        direct = self.only_determiners(phrase[1], naming.start)
        stated = naming.rule in _BODIES and len(gap) < _FEW and not any("," in word for word in gap)
        return naming if direct or stated else None

    def only_determiners(self, start: int, end: int) -> bool:
        """Whether nothing but articles and possessives stands in a stretch."""
        return all(word in _DETERMINERS for word in self._folded[start:end].replace("'", "' ").split())

    def last(self, offset: int) -> Naming | None:
        """Return the last naming that begins before an offset."""
        place = bisect.bisect_left(self._naming_starts, offset)
        return self.namings[place - 1] if place else None

    def next(self, offset: int) -> Naming | None:
        """Return the first naming that begins at an offset or after it."""
        place = bisect.bisect_left(self._naming_starts, offset)
        return self.namings[place] if place < len(self.namings) else None

    def person(self, gender: str, before: int) -> Naming | None:
        """Return whom a pronoun at an offset stands for: the subject of the nearest sentence that may be meant."""
        place = bisect.bisect_right(self._starts, before) - 1
        for start, end, block in reversed(self._sentences[max(0, place - _BACK) : place + 1]):
            stop = min(end, before)
            words = speech_words(block.language)
            subject = self.subject(start, stop, gender, words) or self.only(start, stop, gender)
            if subject is None and before - stop <= _CLOSE:
                subject = self.stranger(start, stop, words) or self._described(start, gender, words)
            if subject is not None:
                return subject
        return None

    def stranger(self, start: int, end: int, words: SpeechWords) -> Naming | None:
        """Return whoever does something in a stretch, whom nothing else introduces.

        "Natalino da Costa is frying eggs. “My daughter was born here,” he says."
        """
        for name in _DOES.finditer(self._text, start, end):
            leading = LEADING.match(self._text, *name.span(1))
            first, last = (leading.end() if leading is not None else name.start(1)), name.end(1)
            place = bisect.bisect_left(self._naming_starts, last) - 1
            taken = (place >= 0 and self.namings[place].end > first) or within(self._silent, first)
            if not taken and FULL_NAME.fullmatch(self._text, first, last) and not self._depends(first, start, words):
                return Naming(first, last, "speaking", ActorValue(self._text[first:last], None, None))
        return None

    def _described(self, start: int, gender: str, words: SpeechWords) -> Naming | None:
        """Return who is only described where a sentence begins, outside quotation marks."""
        described = None if within(self._silent, start) else described_at(self._text, start, words)
        if described is None:
            return None
        shown = words.definite.get(self._folded[start : described.start].rstrip(" '"), "")
        return None if gender and shown and gender != shown else described

    def subject(self, start: int, end: int, gender: str, words: SpeechWords) -> Naming | None:
        """Return the first person named in a stretch who can be its subject and have this gender."""
        first = bisect.bisect_left(self._naming_starts, start)
        last = bisect.bisect_left(self._naming_starts, end)
        for naming in self.namings[first:last]:
            if naming.value.type in {"person", "office", None}:  # nothing is known of who only speaks
                may_be = not gender or not naming.gender or naming.gender == gender
                if may_be and not self._depends(naming.start, start, words):
                    return None if self._joins(naming) else self._holder(naming, end)
        return None

    def _holder(self, naming: Naming, end: int) -> Naming:
        """Return who is named after an office: "the head of the school in Apia, Kari Nes, said"."""
        follower = self.next(naming.end) if naming.value.type == "office" else None
        if follower is None or follower.end > end or follower.rule != "speaking":
            return naming
        return follower if self._folded.startswith(",", follower.end) else naming

    def only(self, start: int, end: int, gender: str = "") -> Naming | None:
        """Return the one person in a stretch who may have this gender, subject or not: "For Kari Nes, it is late"."""
        first = bisect.bisect_left(self._naming_starts, start)
        last = bisect.bisect_left(self._naming_starts, end)
        found: dict[str, Naming] = {}
        for naming in self.namings[first:last]:
            if naming.names_a_person and (not gender or not naming.gender or naming.gender == gender):
                found.setdefault(naming.value.name, naming)
        return next(iter(found.values())) if len(found) == 1 else None

    def _before(self, end: int, floor: int) -> list[Naming]:
        place = bisect.bisect_left(self._naming_starts, end)
        floor = max(floor, end - _WINDOW)
        return [naming for naming in reversed(self.namings[max(0, place - 6) : place]) if naming.start >= floor]

    def _without_auxiliaries(self, verb: int, floor: int, words: SpeechWords) -> int:
        """Return where the words end before a verb and its auxiliaries and adverbs."""
        end = verb
        while end > floor and self._folded[end - 1] == " ":
            phrase = _phrases(words.auxiliaries).search(self._folded, max(floor, end - _LONGEST_VERB), end)
            if phrase is not None and phrase.end() == end:
                end = phrase.start()
                continue
            start = self._folded.rfind(" ", floor, end - 1) + 1
            word = self._folded[max(start, floor) : end - 1]
            if word not in words.auxiliaries and not (len(word) > 5 and word.endswith(_ADVERBS)):
                return end - 1
            end = max(start, floor)
        return end

    def _depends(self, start: int, floor: int, words: SpeechWords) -> bool:
        """Whether a name stands after a preposition, and so is no subject."""
        before = self._folded[max(floor, start - 40) : start].replace("'", "' ").split()
        while before and before[-1] in _DETERMINERS:
            before.pop()
        if not before or " ".join(before[-2:]) in words.according or before[-1] in words.according:
            return False
        return before[-1] in words.prepositions or " ".join(before[-2:]) in words.prepositions

    def _likened(self, start: int, floor: int, words: SpeechWords) -> bool:
        """Whether a clause opens here that only says whose words they are: "As Minister Nes put it"."""
        before = [word for word in self._folded[floor:start].split() if word not in _DETERMINERS]
        return len(before) == 1 and before[0] in words.like

    def _joined(self, naming: Naming) -> bool:
        """Whether a name shares its verb with one before it: "Nes and Ruiz said"."""
        place = bisect.bisect_left(self._naming_starts, naming.start)
        return place > 0 and self._between(self.namings[place - 1], naming)

    def _joins(self, naming: Naming) -> bool:
        """Whether a name shares its verb with one after it: "said Nes and Ruiz"."""
        place = bisect.bisect_right(self._naming_starts, naming.start)
        return place < len(self.namings) and self._between(naming, self.namings[place])

    def _between(self, first: Naming, second: Naming) -> bool:
        if not 0 < second.start - first.end < 20:
            return False
        words = [word for word in self._folded[first.end : second.start].split() if word not in _DETERMINERS]
        return words in (["and"], ["et"], ["y"], ["e"], [",", "and"])


def speaker(naming: Naming | None) -> Speaker | None:
    """Return the speaker that a naming is."""
    return None if naming is None else Speaker(naming.value.name, naming.start, naming.end)


def outside(stretches: list[tuple[int, int]], items: Sequence[Item], start: Callable[[Item], int]) -> list[Item]:
    """Return the items that begin in none of these stretches; both are in order."""
    kept: list[Item] = []
    first = 0
    for opened, closed in stretches:
        place = bisect.bisect_left(items, opened, lo=first, key=start)
        kept += items[first:place]
        first = bisect.bisect_left(items, closed, lo=place, key=start)
    return kept + list(items[first:])


@functools.cache
def _phrases(auxiliaries: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of the auxiliaries of several words, with the space after them: "de son côté "."""
    return re.compile(rf"\b(?:{'|'.join(sorted(word for word in auxiliaries if ' ' in word))}) ")


def gender_of(pronoun: str, words: SpeechWords) -> str | None:
    """Return the gender of a pronoun that stands for a speaker, None for any other word."""
    if pronoun in words.masculine:
        return "m"
    return "f" if pronoun in words.feminine else None
