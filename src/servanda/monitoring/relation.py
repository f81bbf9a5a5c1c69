"""How a passage bears on a commitment (CODEBOOK E7), by its cues, its figures, and its day."""

import datetime
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from servanda.lexicon.language import Language
from servanda.lexicon.relations import relation_words
from servanda.monitoring.cues import Cue, Cues, any_word
from servanda.monitoring.leaning import leaning, telling
from servanda.monitoring.numbers import SMALLEST, has_digit, numbers_in
from servanda.monitoring.profile import Aim
from servanda.monitoring.shares import Told
from servanda.reading.numerals import find_numerals
from servanda.register.happening import Relation
from servanda.text.folding import fold

# Of cues that count the same the first in this order says how a passage bears.
_ORDER: tuple[Relation, ...] = ("contradicts", "delays", "completes", "restates", "context", "progress")
# What a cue says where the commitment asks for one of these, and where it does not.
_BY_AIM: dict[Cue, tuple[tuple[str, ...], Relation, Relation]] = {
    "rises": (("lowers",), "contradicts", "progress"),
    "falls": (("lowers",), "progress", "contradicts"),
    "begins": (("begins", "opens"), "completes", "progress"),
    "works": (("begins",), "completes", "progress"),
    "ends": (("ends",), "completes", "contradicts"),
    "signs": (("signs",), "completes", "progress"),
}
_PART_OF_A_WHOLE, _BESIDE_THE_START, _BESIDE_THE_TARGET = 3, 2, 1
_CUE = 100  # thousandths: what a cue weighs beside what plain words lean to, times what it counts
_CLEAR = 2  # how many cues more what the cues alone say counts
_MANY = 10  # the fourth may be a meeting; the fortieth is one of what is counted
_FAR = Decimal("1.5")  # a figure beyond that many times the target counts something else


def relation(
    found: Cues,
    told: Sequence[Told],
    aim: Aim,
    language: Language,
    day: datetime.date | None,
    signed: datetime.date,
) -> tuple[Relation, tuple[str, ...]]:
    """Return the relation of a passage to a commitment with this aim, and the cues that gave it.

    What a document up to the day of signature tells is background (CODEBOOK T1). A cue in a negated clause is turned
    round. What was due before is delayed, unless it is there: lateness belongs to the schedule (T4). What will not be
    contradicts, unless it will only not be at some time, or the passage tells of a delay: it will be later. A figure
    that reaches the target of the commitment says that it is done, one below it that it is under way, whatever is
    finished. What states no
    deliverable, or falls due every year, is never complete: a step of it is progress. A rise is progress and a fall
    contradicts, or the other way where the commitment is to make something less.
    """
    if day is not None and day <= signed:
        return "context", ("before_signature",)
    return weighed(found, told, aim, language, leaning(told, language))


def weighed(
    found: Cues, told: Sequence[Told], aim: Aim, language: Language, leans: dict[Relation, int]
) -> tuple[Relation, tuple[str, ...]]:
    """Return the relation that weighs most: what the cues and figures count, with what the plain words lean to.

    The reasons are the cues for it, and the words that lean most to it where the cues alone say something else. Without
    leanings the cues decide alone, and where they say nothing it is a step.
    """
    passage = " ".join(text for text, _ in told)
    counts: dict[Relation, int] = {}
    figures = tuple(_figures(passage, aim, language))
    short = _falls_short(figures, passage, aim, language)
    every = tuple(_settled((*found, *figures), aim))
    for bears, count, _ in every:
        counts[bears] = counts.get(bears, 0) + count
    if not counts and not leans:
        return "progress", ()
    weights = dict.fromkeys(_ORDER, 0) | leans
    if aim.open_ended or short:
        counts["progress"] = counts.get("progress", 0) + counts.pop("completes", 0)
        weights["progress"] = max(weights["progress"], weights.pop("completes"))
    for bears, count in counts.items():
        weights[bears] += _CUE * count
    if counts:
        weights[_first(counts)] += _CLEAR * _CUE
    best = max((bears for bears in _ORDER if bears in weights), key=weights.__getitem__)
    same = {best, "completes"} if "completes" not in weights and best == "progress" else {best}
    why = dict.fromkeys(words for bears, _, words in every if bears in same)
    if leans and counts.get(best, 0) < max(counts.values(), default=1):
        why |= dict.fromkeys(telling(told, language, best))
    return best, tuple(why)


def _first(counts: Mapping[Relation, int]) -> Relation:
    """Return what the cues alone say: the relation that counts most, of several the first in the order."""
    return max((bears for bears in _ORDER if bears in counts), key=counts.__getitem__)


def _settled(every: Cues, aim: Aim) -> Iterator[tuple[Relation, int, str]]:
    said = {bears for bears, _, _ in every}
    for bears, count, words in every:
        match bears:
            case "late":
                if not said & {"completes", "begins", "works", "signs"}:
                    gone = "contradicts" in said and "delays" not in said
                    yield ("contradicts" if gone else "delays"), count, words
            case "undone":
                later = said & {"delays", "late"} and "contradicts" not in said
                yield ("delays" if later else "contradicts"), count, words
            case "rises" | "falls" | "begins" | "works" | "ends" | "signs":
                asked, as_asked, otherwise = _BY_AIM[bears]
                yield (as_asked if any(getattr(aim, name) for name in asked) else otherwise), count, words
            case _:
                yield bears, count, words


def _figures(passage: str, aim: Aim, language: Language) -> Iterator[tuple[Cue, int, str]]:
    """Compare parts with their wholes ("310 of the 400", "all 400"); without any, what is stated with the targets.

    The target itself says nothing where a smaller figure stands beside it: it is only recalled. A figure on the wrong
    side of that from which the commitment starts has gone the wrong way.
    """
    parts = _parts(passage, language)
    yield from parts
    stated = _stated(passage, language) if aim.targets and not parts else ()
    for target in () if parts else aim.targets:
        wanted = Decimal(target[1:])
        if wanted in _ordinals(passage, language):
            yield "completes", _PART_OF_A_WHOLE, str(wanted)
            continue
        if not stated:
            continue
        start = Decimal(aim.start[1:]) if aim.start else None
        if start is not None and start > wanted:
            yield from _lowered(stated, wanted, start)
            continue
        reached = [number for number in stated if wanted <= number <= wanted * _FAR]
        below = [number for number in stated if wanted / 10 <= number < wanted]
        if reached and not (below and reached == [wanted]):
            yield "completes", _BESIDE_THE_TARGET, str(reached[0])
        elif start is not None and below and below[-1] <= start:
            if start / 2 <= below[-1] < start:
                yield "contradicts", _BESIDE_THE_START, str(below[-1])
        elif below:
            yield "progress", _BESIDE_THE_TARGET, str(below[-1])


def _falls_short(figures: Cues, passage: str, aim: Aim, language: Language) -> bool:
    """Whether all that figures tell is that part of a target is reached: what is finished then is that part.

    Where the target is stated beside smaller numbers they may count something else.
    """
    if not aim.targets or {bears for bears, _, _ in figures} != {"progress"}:
        return False
    parts = any(count == _PART_OF_A_WHOLE for _, count, _ in figures)
    return parts or not any(Decimal(target[1:]) in _stated(passage, language) for target in aim.targets)


def _lowered(stated: Sequence[Decimal], wanted: Decimal, start: Decimal) -> Iterator[tuple[Cue, int, str]]:
    """Compare what is stated with a target below that from which the commitment starts; the lowest figure counts."""
    near = [number for number in stated if wanted / 2 <= number <= start * _FAR and number != start]
    if not near or near == [wanted]:
        return
    least = near[0] if near[0] != wanted else near[1]
    if least > start:
        yield "contradicts", _BESIDE_THE_START, str(least)
    elif least > wanted:
        yield "progress", _BESIDE_THE_TARGET, str(least)
    else:
        yield "completes", _BESIDE_THE_TARGET, str(least)


@functools.lru_cache(maxsize=64)  # all matches of a passage ask for the same
def _parts(passage: str, language: Language) -> list[tuple[Cue, int, str]]:
    if not has_digit(passage):
        return []
    parts: list[tuple[Cue, int, str]] = []
    folded = fold(passage)
    moves = [(match, match[1], match[2]) for match in _move(language).finditer(folded)]
    moves += [(match, match[2], match[1]) for match in _beside_the_past(language).finditer(folded)]
    for match, older, newer in moves:
        before, after = _number(older), _number(newer)
        if before != after and min(before, after) >= SMALLEST:
            parts.append(("rises" if after > before else "falls", _PART_OF_A_WHOLE, match[0]))
    for match in _part(language).finditer(folded):
        part, whole = _number(match[1]), _number(match[2])
        if whole >= SMALLEST:
            parts.append(("completes" if part >= whole else "progress", _PART_OF_A_WHOLE, match[0]))
    parts.extend(
        ("completes", _PART_OF_A_WHOLE, match[0])
        for match in _whole(language).finditer(folded)
        if _number(match[1]) >= SMALLEST
    )
    return parts


@functools.lru_cache(maxsize=64)
def _stated(passage: str, language: Language) -> Sequence[Decimal]:
    """Return the numbers of a passage, in figures and in words, the least first; "one" and "two" tell nothing."""
    numbers = {Decimal(number[1:]) for number in numbers_in(passage)}
    folded = fold(passage)
    for numeral in find_numerals(folded, 0, len(folded), language):
        if numeral.words and numeral.kind == "cardinal" and numeral.value >= SMALLEST:
            numbers.add(numeral.value)
    return sorted(numbers)


@functools.lru_cache(maxsize=64)
def _ordinals(passage: str, language: Language) -> frozenset[Decimal]:
    """Return the places in a count that a passage states: "the fortieth school" is the last of forty."""
    folded = fold(passage)
    found = find_numerals(folded, 0, len(folded), language)
    return frozenset(numeral.value for numeral in found if numeral.kind == "ordinal" and numeral.value >= _MANY)


def _number(figure: str) -> Decimal:
    return max((Decimal(number[1:]) for number in numbers_in(figure)), default=Decimal(0))


@functools.cache
def _move(language: Language) -> re.Pattern[str]:
    words = relation_words(language)
    moves, to = any_word(words.moves).pattern, any_word(words.to).pattern
    return re.compile(rf"{moves} (\d[\d.,]*) (?:\w+ )?{to} (\d[\d.,]*)(?!\w)")


@functools.cache
def _beside_the_past(language: Language) -> re.Pattern[str]:
    words = relation_words(language)
    against, past = any_word(words.against).pattern, any_word(words.past).pattern
    number = r"(\d[\d.,]*)(?!\w)"
    return re.compile(rf"(?<![\w.,]){number}(?:[^.;:!?\d]|\b20\d\d\b){{0,80}}{against} {number}[^.;:!?]{{0,40}}{past}")


@functools.cache
def _part(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(\d[\d.,]*) {any_word(relation_words(language).of).pattern} (\d[\d.,]*)(?!\w)")


@functools.cache
def _whole(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{any_word(relation_words(language).all).pattern} (\d[\d.,]*)(?!\w)")
