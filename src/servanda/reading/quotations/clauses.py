"""Read the words around a quotation that say who speaks it: before it, after it, or set into it."""

import bisect
import re
from collections.abc import Sequence

from servanda.lexicon.people import is_person
from servanda.lexicon.speech import SpeechWords
from servanda.reading.cast.grammar import FULL_NAME
from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue
from servanda.reading.quotations.described import described_after, described_before
from servanda.reading.quotations.marks import Quoted
from servanda.reading.quotations.speakers import PRONOUN_AFTER, Speakers, gender_of
from servanda.reading.scan import Scan
from servanda.text.document import Block

CLAUSE = 160  # characters after a quotation in which its speaker is named
_FEW = 3  # words before a verb that are no more than its subject
_INSERTED = 10  # characters between a verb and its subject inside the words
_SETS_IN = (",", "-", "!", "?")  # before a clause that is set into somebody's words; dashes are plain in folded text
_JOIN = re.compile(r"[\s,.;!?]*")
_DASH = re.compile(r"\s*[—–-]+\s*")
_LEADS = frozenset({"", "the", "the rt. hon.", "the hon.", "le", "la", "l'", "el", "by", "par", "por"})
_ANY_VERB = re.compile(r"(?:s['’]|se )?([^\W\d_]+(?: [^\W\d_]+)?) ")
_STRANGER = re.compile(
    rf"(?P<before>[a-zà-ÿ]+) (?P<name>{FULL_NAME.pattern})|(?P<first>{FULL_NAME.pattern}) (?P<verb>[a-zà-ÿ]+)"
)
_INTRODUCED = re.compile(rf"(?P<name>{FULL_NAME.pattern})(?: \([^()]*\))?\s?: ?$")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_PRETERITE = re.compile(r"[^\W\d_]+ó *[.,;]")  # Spanish, third person


class Clauses:
    """Reads the clauses of saying of one document."""

    def __init__(self, scan: Scan, speakers: Speakers) -> None:
        """``speakers`` know who is named outside quotation marks."""
        self._text = scan.text
        self._folded = scan.folded
        self._cast = scan.cast
        self._blocks: Sequence[Block] = scan.document.blocks
        self._speakers = speakers

    def after(self, quoted: Quoted, limit: int, words: SpeechWords) -> Naming | None:
        """Read the clause after a quotation: ", said Ms. Nes", ", she said", ", according to Nes", " - Ana Ruiz"."""
        end = min(limit, quoted.outer_end + CLAUSE)
        dash = _DASH.match(self._text, quoted.outer_end, end)
        if dash is not None:
            signed = self._speakers.next(dash.end())
            if signed is not None and self.opens(dash.end(), signed):
                return signed
        join = _JOIN.match(self._text, quoted.outer_end, end)
        start = join.end() if join is not None else quoted.outer_end
        return (
            self._verb_after(quoted, start, end, words)
            or self._source_after(quoted, start, end, words)
            or self._any_verb_after(quoted, start, words)
        )

    def is_said(self, quoted: Quoted, words: SpeechWords) -> bool:
        """Whether a verb of saying follows at once, whoever its subject is: "», a-t-il ajouté"."""
        join = _JOIN.match(self._text, quoted.outer_end)
        start = join.end() if join is not None else quoted.outer_end
        place = bisect.bisect_left(self._speakers.sayings, (start, 0))
        verbs = self._speakers.sayings[place : place + 1]
        return any(verb[0] <= start + CLAUSE and self._speakers.begins(start, verb[0], words) for verb in verbs)

    def is_over(self, quoted: Quoted) -> bool:
        """Whether the sentence ends with a quotation, so that what follows says something new."""
        ending = self._text[quoted.end - 1 : quoted.outer_end + 1].strip('”»"’ \u00a0\u202f')
        after = self._text[quoted.outer_end : quoted.outer_end + 2].strip(" \u00a0\u202f.")[:1]
        return ending.endswith((".", "!", "?", "…")) and (after.isupper() or after in {"", "\n"})

    def before(self, quoted: Quoted, words: SpeechWords) -> tuple[Naming | None, bool]:
        """Read the sentence before a quotation: "She said: ", "According to Ana Ruiz, ". Say if it leads up to it."""
        floor, _, _ = self._speakers.sentence(quoted.outer_start)
        floor, end = max(floor, self._blocks[quoted.block].start), quoted.outer_start
        if floor >= end:
            floor, end = self._introduction(quoted)
        sayings = self._speakers.sayings
        place = bisect.bisect_left(sayings, (end, 0))
        verbs = [verb for verb in reversed(sayings[max(0, place - 4) : place]) if verb[0] >= floor]
        for verb in verbs:
            naming = self._speakers.subject_of(verb, floor, end, words)
            if naming is not None:
                said = PRONOUN_AFTER.match(self._folded, verb[1], end)
                gap = self._folded[max(said.end() if said is not None else verb[1], naming.end) : end]
                return naming, gap.strip(" ,:") in {"", *words.that}
        source = self._source(floor, end - 1, end, words)
        if source is not None:
            return source, True
        last = self._speakers.last(end)
        if last is not None and last.start >= floor and self._folded[last.end : end].strip(" )") == ":":
            return last, True
        stranger = _INTRODUCED.match(self._text, floor, end)
        if stranger is not None:
            return _named(stranger, "name"), True
        if not verbs:
            viewpoint = self._viewpoint(floor, end, words)
            return viewpoint, viewpoint is not None
        described = described_before(self._text, floor, verbs[0][0], words)
        described = described or _somebody(described_after(self._text, verbs[0][1], end, words), words)
        return described, described is not None

    def inserted(self, quoted: Quoted, words: SpeechWords) -> Naming | None:
        """Read a clause set into the words themselves: « Les bourses, a ajouté Mme Nes, seront versées »."""
        sayings, namings = self._cast.sayings, self._cast.namings
        place = bisect.bisect_left(sayings, (quoted.start, 0))
        for start, end in sayings[place : place + 3]:
            if end > quoted.end:
                break
            opens = max(self._folded.rfind(mark, quoted.start, start) for mark in _SETS_IN)
            if opens < 0 or not self._speakers.begins(opens + 1, start, words):
                continue
            pronoun = PRONOUN_AFTER.match(self._folded, end)
            if pronoun is not None and self._closes(pronoun.end()):
                return self._speakers.person(gender_of(pronoun[1], words) or "", quoted.start)
            first = bisect.bisect_left(namings, end, key=lambda naming: naming.start)
            for naming in namings[first : first + 1]:
                if naming.start < end + _INSERTED and self._closes(naming.end):
                    return naming
            described = described_after(self._text, end, quoted.end, words)
            if described is not None:
                return described
        return None

    def _closes(self, end: int) -> bool:
        """Whether a clause that is set into somebody's words ends here."""
        return self._folded[end : end + 2].strip(" ")[:1] in {",", ".", "-", ";"}

    def opens(self, start: int, naming: Naming) -> bool:
        """Whether a person's name opens a stretch, an article or a dash aside."""
        return _is_person(naming) and self._folded[start : naming.start].strip(" -") in _LEADS

    def _verb_after(self, quoted: Quoted, start: int, end: int, words: SpeechWords) -> Naming | None:
        """Read a verb of saying after a quotation, with the subject on either side."""
        fresh = "." in self._text[quoted.end - 1 : start] and self._text[start : start + 1].isupper()
        place = bisect.bisect_left(self._speakers.sayings, (start, 0))
        described = None
        for verb in self._speakers.sayings[place : place + 2]:
            if verb[0] >= end or "." in self._without_name(start, verb[0]):
                break
            if fresh and not self._text.startswith((".", ",", "\n"), verb[1]):
                break
            if self._speakers.begins(start, verb[0], words):
                naming = self._speakers.subject_of(verb, start, end, words)
                described = described or described_after(self._text, verb[1], end, words)
            else:
                naming = self._speakers.before(verb[0], start, words)
                if fresh and not self._leads(start, verb[0], naming):
                    break
                described = described or described_before(self._text, start, verb[0], words)
            if naming is not None:
                return naming
        return described

    def _leads(self, start: int, verb: int, naming: Naming | None) -> bool:
        """Whether a sentence does no more than say who speaks: "She said.", not "They meet her then, she said."."""
        before = self._folded[start : naming.start if naming is not None and naming.start >= start else verb]
        return "," not in before and before.count(" ") <= _FEW

    def _without_name(self, start: int, end: int) -> str:
        """Return a stretch without its first name, whose full stop ends no sentence ("Mr. Nes")."""
        naming = self._speakers.next(start)
        if naming is not None and naming.end <= end:
            return self._text[start : naming.start] + self._text[naming.end : end]
        return self._text[start:end]

    def _source(self, start: int, stop: int, end: int, words: SpeechWords) -> Naming | None:
        """Return who is given as a source by a phrase that begins from ``start`` to ``stop``, named before ``end``."""
        sources = self._speakers.sources
        place = bisect.bisect_left(sources, (start, 0))
        if place == len(sources) or sources[place][0] > stop:
            return None
        return self._speakers.source(sources[place], end) or described_after(self._text, sources[place][1], end, words)

    def _source_after(self, quoted: Quoted, start: int, end: int, words: SpeechWords) -> Naming | None:
        """Read ", according to Nes"; not "“....” According to Nes, the port will ..."."""
        source = self._source(start, start, end, words)
        fresh = "." in self._text[quoted.end - 1 : start] and self._text[start : start + 1].isupper()
        return None if source is not None and fresh and self._text.startswith(",", source.end) else source

    def _viewpoint(self, start: int, end: int, words: SpeechWords) -> Naming | None:
        """Read whose view a quotation is: "Pour la ministre Awa Ndiaye, « ... »"."""
        for word in words.viewpoints:
            closing = self._folded[start:end].rstrip(" ")[-1:]
            if self._folded.startswith(word + " ", start) and closing in {",", ":"}:
                naming = self._speakers.source((start, start + len(word)), end)
                if closing == ":":  # "Pour Awa Ndiaye, l'enjeu dépasse l'école : « ... »"
                    return naming if naming is not None and self._folded.startswith(",", naming.end) else None
                return naming or described_after(self._text, start + len(word), end, words)
        return None

    def _any_verb_after(self, quoted: Quoted, start: int, words: SpeechWords) -> Naming | None:
        """Read a clause after a comma whose verb is none of those of saying: "…,” Nes sighed", "», sourit M. Nes"."""
        if self._text[quoted.end - 1] not in ",!?" and "," not in self._text[quoted.outer_end : start]:
            return None
        if words.silent_subject and _PRETERITE.match(self._folded, start):
            return self._speakers.person("", start)
        stranger = _STRANGER.match(self._text, start)
        naming = self._speakers.next(start)
        if naming is None or not _is_person(naming) or (stranger is not None and naming.start > stranger.end()):
            return _stranger(stranger, words)
        if self._speakers.only_determiners(start, naming.start):
            following = _NEXT_WORD.match(self._folded, naming.end)
            return naming if following is not None and not _is_small(following[1], words) else None
        verb = _ANY_VERB.match(self._text, start)
        if verb is None or not verb[1].islower() or not self._speakers.only_determiners(verb.end(), naming.start):
            return None
        return None if any(_is_small(word, words) for word in verb[1].split()) else naming

    def _introduction(self, quoted: Quoted) -> tuple[int, int]:
        """Return the last sentence of the paragraph before, where it introduces this one: "The minister said:"."""
        before = self._blocks[quoted.block - 1] if quoted.block else None
        if before is None or not self._text.endswith(":", before.start, before.end):
            return quoted.outer_start, quoted.outer_start
        floor, _, _ = self._speakers.sentence(before.end - 1)
        return floor, before.end


def _is_person(naming: Naming) -> bool:
    return naming.value.type == "office" or naming.names_a_person


def _stranger(match: re.Match[str] | None, words: SpeechWords) -> Naming | None:
    """Return somebody whom nothing but the clause itself introduces, with any verb that is no small word."""
    if match is None or _is_small(match["before"] or match["verb"], words):
        return None
    return _named(match, "name" if match["before"] else "first")


def _named(match: re.Match[str], group: str) -> Naming:
    return Naming(match.start(group), match.end(group), "speaking", ActorValue(match[group], None, None))


def _somebody(described: Naming | None, words: SpeechWords) -> Naming | None:
    """Return who is described, nobody where it is a thing: "a promis un pont « dans les six mois »"."""
    if described is None or not any(is_person(word, words.language) for word in described.value.name.lower().split()):
        return None
    return described


def _is_small(word: str, words: SpeechWords) -> bool:
    """Whether a word is no verb for certain: a preposition or a word that begins a clause."""
    return word in words.prepositions or word in words.stops
