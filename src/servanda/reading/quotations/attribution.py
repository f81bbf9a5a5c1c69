"""Say who speaks the words in quotation marks: by the words around them, by what went before, by a signature."""

import bisect
import re
from collections.abc import Sequence

from servanda.lexicon.language import Language
from servanda.lexicon.speech import SpeechWords, speech_words
from servanda.reading.cast.naming import Naming
from servanda.reading.quotations.clauses import CLAUSE, Clauses
from servanda.reading.quotations.described import described_at
from servanda.reading.quotations.marks import Quoted
from servanda.reading.quotations.meant import Meant
from servanda.reading.quotations.speakers import Speakers
from servanda.reading.scan import Scan

_FEW = 3  # words that may stand in marks for another reason than that somebody said them
_SIGNATURE = 220  # characters of a paragraph that is no more than a signature
_NAMED_ONLY = re.compile(
    r"(?:\w+'s|\b(?:a|an|the|this|its|their|his|her|un|une|le|la|les|ce|cette|el|los|las|una|su|sus)|called)\s?$"
)
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"[\s,.;:!?…—–-]*")


class Attribution:
    """Gives each quotation of one document its speaker, in order, remembering who spoke last."""

    def __init__(self, scan: Scan, quoted: Sequence[Quoted]) -> None:
        self._text = scan.text
        self._folded = scan.folded
        self._blocks = scan.document.blocks
        self._quoted = quoted
        outer = [(each.outer_start, each.outer_end) for each in quoted]
        self.speakers = Speakers(scan, outer)
        self._sayings = self.speakers.sayings
        self._clauses = Clauses(scan, self.speakers)
        self.meant = Meant(scan, self.speakers)
        self._found: list[Naming | None] = []
        self._row_end = -1

    def read(self) -> list[tuple[Quoted, Naming | None, str]]:
        """Return every quotation with its speaker and the rule that found them; what is no quotation is left out."""
        read = []
        for number, quoted in enumerate(self._quoted):
            naming, rule = self._attribute(number, quoted)
            naming = self.meant.by(naming, speech_words(self._blocks[quoted.block].language))
            self._found.append(naming)
            if rule:
                read.append((quoted, naming, rule))
        for place in range(len(read) - 2, -1, -1):  # what runs on is said by who is named where it ends
            quoted, naming, _ = read[place]
            following = read[place + 1]
            if naming is None and following[0].carried and following[0].block == quoted.block + 1:
                read[place] = (quoted, following[1], "carried")
        return read

    def _attribute(self, number: int, quoted: Quoted) -> tuple[Naming | None, str]:
        block = self._blocks[quoted.block]
        words = speech_words(block.language)
        follows = self._quoted[number + 1].outer_start if number + 1 < len(self._quoted) else block.end
        before, attached = self._clauses.before(quoted, words)
        if attached and before is not None and self._clauses.is_over(quoted):
            return before, "said_before"
        naming = self._clauses.after(quoted, min(block.end, follows), words)
        if naming is not None:
            return naming, "said_after"
        naming = before
        few = self._text.count(" ", quoted.start, quoted.end) < _FEW
        few = few and not self._is_sentence(quoted) and not self._clauses.is_said(quoted, words)
        if few and not attached and self._names_something(quoted, naming):
            return None, ""
        rule = "said_before"
        if naming is None:
            naming, rule = self._known_otherwise(number, quoted, words)
        if naming is None and (few or self._is_title(quoted)):
            rule = ""
        return naming, rule

    def _known_otherwise(self, number: int, quoted: Quoted, words: SpeechWords) -> tuple[Naming | None, str]:
        """Find who speaks where the sentence does not say: who signs, whose words go on, who spoke before."""
        alone = self._alone(quoted)
        naming = self._signature(number) if alone else None
        if naming is not None:
            return naming, "signed"
        if quoted.carried and number:
            naming = self._found[number - 1]
        elif self._stands_free(quoted):
            naming = self._clauses.inserted(quoted, words) or self._spoke_before(number, quoted, alone=alone)
        else:
            naming = self._subject(quoted, words)
        return naming, "unattributed" if naming is None else "carried"

    def _names_something(self, quoted: Quoted, speaker: Naming | None) -> bool:
        """Whether a few words in marks are a name or an expression held at a distance, not somebody's words."""
        if speaker is None or self._text[quoted.start].isupper():
            return True
        return _NAMED_ONLY.search(self._folded, max(0, quoted.outer_start - 20), quoted.outer_start) is not None

    def _is_sentence(self, quoted: Quoted) -> bool:
        """Whether the words are a sentence of their own, with its full stop inside or right after."""
        ending = self._text[quoted.end - 1 : quoted.outer_end + 1].strip('”»"’ \n\u00a0\u202f')
        return self._stands_free(quoted) and ending.endswith((".", "!", "?", "…"))

    def _is_title(self, quoted: Quoted) -> bool:
        """Whether all long words are capitalised, as in the name of a programme or a report."""
        long = [word[0] for word in _WORD.finditer(self._text, quoted.start, quoted.end) if len(word[0]) > 3]
        return bool(long) and all(word[0].isupper() for word in long)

    def _alone(self, quoted: Quoted) -> bool:
        """Whether a paragraph is nothing but a quotation."""
        block = self._blocks[quoted.block]
        return (
            _SPACE.fullmatch(self._text, block.start, quoted.outer_start) is not None
            and _SPACE.fullmatch(self._text, quoted.outer_end, block.end) is not None
        )

    def _stands_free(self, quoted: Quoted) -> bool:
        """Whether a quotation begins its own sentence."""
        before = self._text[max(self._blocks[quoted.block].start, quoted.outer_start - 4) : quoted.outer_start].rstrip()
        return not before or before.endswith((".", "!", "?", ":", "…", "”", "»", '"'))

    def _signature(self, number: int) -> Naming | None:
        """Return who signs the paragraph after a quotation, or after several that follow one another."""
        follows = self._quoted[self._last_of_row(number)].block + 1
        if follows >= len(self._blocks):
            return None
        block = self._blocks[follows]
        if block.end - block.start > _SIGNATURE or self._text.endswith((".", ":"), block.start, block.end):
            return None
        naming = self.speakers.next(block.start)
        if naming is None or not self._clauses.opens(block.start, naming):
            return None
        place = bisect.bisect_left(self._sayings, (block.start, 0))
        signs = place == len(self._sayings) or self._sayings[place][0] >= block.end
        return naming if signs else None

    def _last_of_row(self, number: int) -> int:
        """Return the last of the quotations that fill one paragraph after another from this one on."""
        if number > self._row_end:
            self._row_end = number
            while (
                self._row_end + 1 < len(self._quoted)
                and self._quoted[self._row_end + 1].block == self._quoted[self._row_end].block + 1
                and self._alone(self._quoted[self._row_end + 1])
            ):
                self._row_end += 1
        return self._row_end

    def _spoke_before(self, number: int, quoted: Quoted, *, alone: bool) -> Naming | None:
        """Return who was speaking: in the paragraph so far, else, for a paragraph that opens so, in the one before."""
        block = self._blocks[quoted.block]
        before = self._quoted[number - 1] if number else None
        if before is not None and before.block == quoted.block:
            gap = self._folded[before.outer_end : quoted.outer_start]
            other = self._sayer(before.outer_end, quoted.outer_start, block.language)
            if other is None or len(gap) < CLAUSE:
                return other or self._found[number - 1]
            return other
        if quoted.outer_start > block.start:
            leads = self._folded[block.start : quoted.outer_start].rstrip().endswith(":")
            subject = self._last_subject(quoted) if leads else None  # "Her counterpart was more careful: “...”"
            sayer = subject or self._sayer(block.start, quoted.outer_start, block.language)
            return sayer or self._last_subject(quoted)
        if not alone or not quoted.block:
            return None
        earlier = self._blocks[quoted.block - 1]
        if before is not None and before.block == quoted.block - 1:
            return self._sayer(before.outer_end, earlier.end, earlier.language) or self._found[number - 1]
        return self._sayer(earlier.start, earlier.end, earlier.language)

    def _sayer(self, start: int, end: int, language: Language) -> Naming | None:
        """Return the subject of the last verb of saying in a stretch."""
        words = speech_words(language)
        first, last = bisect.bisect_left(self._sayings, (start, 0)), bisect.bisect_left(self._sayings, (end, 0))
        for verb in reversed(self._sayings[first:last]):
            naming = self.speakers.subject_of(verb, start, end, words)
            if naming is not None:
                return naming
        return None

    def _subject(self, quoted: Quoted, words: SpeechWords) -> Naming | None:
        """Return whom the sentence is about in which words stand: "The lawyer wants “a date, not a season”"."""
        start, _, _ = self.speakers.sentence(quoted.outer_start)
        return self.speakers.subject(start, quoted.outer_start, "", words) or described_at(self._text, start, words)

    def _last_subject(self, quoted: Quoted) -> Naming | None:
        """Return the person that the sentence before a quotation is about."""
        end = quoted.outer_start
        while end and self._text[end - 1].isspace():
            end -= 1
        start, stop, language = self.speakers.sentence(end - 1)
        words, stop = speech_words(language), min(stop, end)
        return self.speakers.subject(start, stop, "", words) or self.speakers.stranger(start, stop, words)
