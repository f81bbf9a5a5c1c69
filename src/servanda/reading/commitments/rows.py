"""Candidates that stand in a row: "Norway and Chile" are one subject, "of Ireland and Ghana" is none."""

import re
from collections.abc import Iterator

from servanda.lexicon.commitments import Subjects
from servanda.reading.commitments.subject import Subject

_GLUE = 6  # words that may stand between coordinated subjects
_FAR = 100  # characters, more than such words have
_NEAR = 40  # characters before a candidate in which its preposition stands
_OWNED = re.compile(r"'s(?: [^\W_]+){1,3} and (?:the )?")  # "Chile's navy and the Royal Guard"
_WORD = re.compile(r"[^\W_]+")
_LAST_WORDS = re.compile(r"[\w'.&-]+|[,;:()]")  # and what parts them from those before


class Rows:
    """Finds the rows among the candidates of one language."""

    def __init__(self, subjects: Subjects) -> None:
        """Prepare the words of a language."""
        self._determiners = subjects.determiners
        self._before = subjects.before
        self._and = subjects.and_
        self._glue = subjects.glue | subjects.and_

    def free(self, folded: str, start: int, candidates: list[Subject]) -> Iterator[Subject]:
        """Yield, the last first, the candidates that are not in "of Ireland and Ghana": of a row, those before it."""
        end = len(candidates)
        while end:
            first = end - 1
            while first and self._side_by_side(folded, candidates[first - 1], candidates[first], coordinated=True):
                first -= 1
            bound = first
            while bound < end and not self._modifies(folded, start, candidates[bound].start):
                bound += 1
            yield from reversed(candidates[first:bound])
            end = first

    def before(self, folded: str, subject: Subject, earlier: Iterator[Subject]) -> Subject:
        """Join the agents before one that stand side by side with it: "Prime Minister Diaz and President Roth"."""
        for other in earlier:
            owns = _OWNED.fullmatch(folded[other.end : subject.start]) is not None
            if other.kind != "agent" or not (owns or self._side_by_side(folded, other, subject)):
                break
            subject = _joined(other, subject)
        return subject

    def after(self, folded: str, free: list[Subject]) -> Subject:
        """Join the first of the free candidates, which stands last in their list, and those coordinated with it."""
        subject = free.pop()
        while subject.kind == "agent" and free and self._side_by_side(folded, subject, free[-1], coordinated=True):
            subject = _joined(subject, free.pop())
        return subject

    def _modifies(self, folded: str, floor: int, offset: int) -> bool:
        """Whether what starts here stands after a preposition, and so is not the subject itself."""
        if offset == floor:
            return False
        words = _LAST_WORDS.findall(folded, max(floor, offset - _NEAR), offset)
        while words and words[-1].strip("'") in self._determiners:
            words.pop()
        return bool(words) and words[-1].strip("'.") in self._before

    def _side_by_side(self, folded: str, one: Subject, other: Subject, *, coordinated: bool = False) -> bool:
        """Whether nothing but glue stands between two subjects; where asked, also a word that coordinates them."""
        if other.start - one.end > _FAR:
            return False
        between = set(_WORD.findall(folded, one.end, other.start))
        return len(between) <= _GLUE and between <= self._glue and not (coordinated and between.isdisjoint(self._and))


def _joined(one: Subject, other: Subject) -> Subject:
    return Subject(one.start, other.end, other.kind, tuple(dict.fromkeys(one.parties + other.parties)))
