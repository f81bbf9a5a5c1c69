"""How firm versions are: the force of a commitment (CODEBOOK I5), and what is no more than permitted or hoped."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.language import Language
from servanda.reading.commitments.heads import Head, heads_in
from servanda.reading.mention import Commitment, Force, Mention
from servanda.reconciling.patterns import any_of
from servanda.reconciling.rows import Gap, Laid, Place, Said, pairs
from servanda.reconciling.versions import Segment, Version

_NO_PERMISSION = {"May", "Should", "Might"}  # a month; conditions at the head of a sentence ("Should a party fail")
_REFLEXIVE = 5  # characters of "nous ", the longest of the reflexive words, which a commitment may leave out
_CONDITION = 60  # characters before a wish in which its clause begins ("si un tiers des Parties le souhaitent")
_HEAD = 40  # characters from the start of a commitment in which its verbs stand
_PASSIVE = re.compile(r"\s(?:être|ser)\b|\s\w+se\b")  # "pourront être consultés", "podrán consultarse"


def commitments(version: Version, segments: Sequence[Segment]) -> Iterator[Mention]:
    """Yield the commitments that begin in some segments, without the measures inside another (CODEBOOK S2)."""
    end = 0
    for segment in segments:
        for mention in version.within(segment.start, segment.end):
            if isinstance(mention.value, Commitment) and mention.start >= end:
                end = mention.end
                yield mention


def force_of(version: Version, mention: Mention) -> Force | Literal["permitted"] | None:
    """Return how firm a commitment is, None where languages have no common measure.

    The words at its head count by one list for all languages before what was read, so that versions are measured alike.
    To "promote" is exploratory in one language and has firmer words in others ("impulsar"); samples are "tested" in one
    and "analizadas" in another. A permission undertakes nothing, unless it says what will become possible ("podrán
    consultarse"). What a reader takes for an intention though it opens with a plain future, others may word firmly.
    """
    if not isinstance(mention.value, Commitment):
        return None
    language = version.document.language
    start, end = max(0, mention.start - _REFLEXIVE), min(mention.end, mention.start + _HEAD)
    permission = _words(language, "permissions").match(version.folded, mention.start)
    if permission is not None and version.document.text[mention.start : permission.end()] not in _NO_PERMISSION:
        return None if _PASSIVE.match(version.folded, permission.end()) else "permitted"
    if _words(language, "explorations").search(version.folded, start, end):
        return "exploratory"
    if mention.value.force == "exploratory" and _words(language, "unmeasured").search(version.folded, start, end):
        return None
    if _words(language, "intentions").search(version.folded, start, end):
        return "intended"
    opens = any(head.start <= mention.start + _REFLEXIVE for head in _futures(version, start, end, language))
    return None if mention.value.force == "intended" and opens else mention.value.force


def wording_gaps(versions: Sequence[Version], row: Laid) -> Iterator[Gap]:
    """Yield the sentence that puts something in the future in some versions, and only intends or permits it in others.

    Commitments show the same where they are read in all versions; these words show it for whoever acts, and for the
    second verb of a sentence. Intentions count where the other versions have no such word, permissions only where they
    stand in the place of a future, and not where that makes something possible ("permettra", "podrán"). What may be
    done ("podrá someterse") does so, unless a version says that it shall be.
    """
    heads = [futures(version, own) for version, own in pairs(versions, row)]
    soft = [_is_soft(version, own) for version, own in pairs(versions, row)]
    permitted = [_permitted(version, place) for version, place in zip(versions, row.places, strict=True)]
    bound = any(
        _words(place.language, "obligations").search(v.folded, place.start, place.end)
        for v, place in _present(versions, row)
    )
    allowed = functools.partial(permissions, passive=bound)
    for weaker, in_place in ((_intentions, False), (allowed, True)):
        words = [weaker(version, own) for version, own in pairs(versions, row)]
        most = max(map(len, words))
        weak = [number for number in row.present if words[number] and (not in_place or len(words[number]) == most)]
        firm = [number for number in row.present if heads[number] and number not in weak and not soft[number]]
        if not in_place:
            firm = [number for number in firm if not words[number]]
        elif weak:
            left = max(len(set(heads[number]) - set(words[number])) for number in weak)
            least = min(permitted[number] for number in weak)
            firm = [number for number in firm if len(heads[number]) > left and permitted[number] < least]
            if all(
                _words(place.language, "limits").search(v.folded, place.start, place.end)
                for v, place in _present(versions, row)
            ):
                firm = []  # "will spend up to three months" is "pourront passer trois mois au plus"
        if weak and firm:
            yield Gap("force", None, tuple(words[number] or heads[number] for number in range(len(versions))))
            return


def _present(versions: Sequence[Version], row: Laid) -> Iterator[tuple[Version, Place]]:
    return ((versions[number], row.places[number]) for number in row.present)


def _permitted(version: Version, place: Place) -> int:
    """Return how often a version says that something becomes possible, or may or should be done."""
    patterns = (
        _words(place.language, "enablings"),
        _words(place.language, "permissions"),
        _words(place.language, "expectations"),
    )
    return len({match.start() for one in patterns for match in one.finditer(version.folded, place.start, place.end)})


def _is_soft(version: Version, segments: Sequence[Segment]) -> bool:
    """Whether a commitment in some segments is read as less than firm, in whichever words."""
    return any(force_of(version, mention) != "firm" for mention in commitments(version, segments))


def futures(version: Version, segments: Sequence[Segment]) -> tuple[Said, ...]:
    """Return the words in some segments that put something in the future: "will", "versera", but not "doit"."""
    return tuple(
        Said(head.start, head.end, None)
        for one in segments
        for head in _futures(version, one.start, one.end, one.language)
    )


def _futures(version: Version, start: int, end: int, language: Language) -> list[Head]:
    heads = heads_in(version.document.text, version.folded, start, end, language)
    return [head for head in heads if head.kind == "future" and (head.verb or language == "en")]


def _intentions(version: Version, segments: Sequence[Segment]) -> tuple[Said, ...]:
    """Return the words in some segments by which somebody intends or explores."""
    return tuple(
        Said(match.start(), match.end(), None)
        for one in segments
        for pattern in (_words(one.language, "intentions"), _words(one.language, "explorations"))
        for match in pattern.finditer(version.folded, one.start, one.end)
        if not _is_condition(version, match)
    )


def permissions(version: Version, segments: Sequence[Segment], *, passive: bool = True) -> tuple[Said, ...]:
    """Return the words in some segments that permit or hope, and undertake nothing; ``passive`` ones where asked."""
    return tuple(
        Said(match.start(), match.end(), None)
        for one in segments
        for match in _words(one.language, "permissions").finditer(version.folded, one.start, one.end)
        if version.document.text[match.start() : match.end()] not in _NO_PERMISSION
        and not _is_condition(version, match)
        and (passive or not _PASSIVE.match(version.folded, match.end()))
    )


def _is_condition(version: Version, match: re.Match[str]) -> bool:
    """Whether somebody only wishes as a condition of something else: "States that wish to join may do so"."""
    wish = _words(version.document.language, "wishes").match(version.folded, match.start())
    before = version.folded[max(0, match.start() - _CONDITION) : match.start()]
    return wish is not None and _conditional(version.document.language).search(before) is not None


@functools.cache
def _conditional(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{any_of(counterparts(language).conditions)}(?: \w+){{0,5}}\s?$")


@functools.cache
def _words(language: Language, which: str) -> re.Pattern[str]:
    return re.compile(any_of(getattr(counterparts(language), which)))
