"""Whether two figures measure the same thing: what they share, and what keeps them apart.

Two figures share a slot when they have one kind, unit, period and stage, and enough of the same words, names and actors
stand beside them. How much is enough depends on the values: equal values that few would state by chance ("18.2
million") need little, a conflict needs more, because a false conflict is worse than a missed one.
"""

from decimal import Decimal

from servanda.reconciling.agreeing_barely import agree_barely
from servanda.reconciling.beside import SIGNED
from servanda.reconciling.differing_nearby import differ_nearby
from servanda.reconciling.figure import Figure, Kept, Span, Stage
from servanda.reconciling.measured import digits
from servanda.reconciling.one_matter import LATER, apart_in_time, of_one_matter

# Two figures agree where the terms they share weigh enough, or where there are enough of them and they are most of what
# the poorer figure has: the square of their number, over the number of those. By how many digits of the value count.
_TO_AGREE = {1: (4, 2, 1.5), 2: (3, 2, 1.0)}
_TO_AGREE_PRECISELY = (2, 1, 0.5)  # three digits or more
_TO_AGREE_ON_A_DAY = (3, 2, 1.0)
_TO_AGREE_ON_A_BUSY_DAY = (4, 3, 1.5)  # the day of a text, to which much is dated, or a whole month

_NAMES_IN_COMMON = 2
_TO_DIFFER = 3  # terms; or two with an organisation among them
_SHARE_TO_DIFFER = 0.5  # of what stands beside the two figures together
_MANY = 4  # terms in common, with which a smaller share will do
_SHARE_OF_MANY = 0.4
_SAME_SENTENCE = 0.8  # of the terms of two sentences that are the same but for their figures
_FEWEST_IN_A_SENTENCE = 4
_PART = Decimal("0.7")  # of a whole, at most
_FAR_DAYS = 183
_SHORTEST_MONTH, _MONTH = 28, 31  # days
OUTWEIGHS_ANY_TERMS = 1000

_STAGES: dict[Stage, Stage] = {"today": "past"}
_UNLIKE_STAGES = ({"due", "past"}, {"due", "today"}, {"done", "ahead"})
_PAID_AND_NOT = {"done", "stated"}  # of money


def shared(one: Figure, other: Figure) -> list[str]:
    """Return the terms that stand beside both figures, in order."""
    return sorted(one.beside.terms.keys() & other.beside.terms.keys())


def can_agree(one: Figure, other: Figure) -> int:
    """Return how alike two figures with overlapping values are, 0 where they may measure different things."""
    stages = {one.stage, other.stage}
    if one.value.kind == "date" and _coarser_than_month(one, other) and not _begin_or_end_alike(one, other):
        return 0
    if _kept_apart(one, other) or stages in _UNLIKE_STAGES or (stages == _PAID_AND_NOT and one.value.kind == "money"):
        return 0
    terms = shared(one, other)
    alike = _weight(one, other, terms)
    if one.value.kind == "quantity" and one.value.unit != other.value.unit:
        return max(1, alike) if agree_barely(one, other, terms) else 0
    enough, fewest, most = max(_to_agree(one), _to_agree(other))
    poorer = min(len(one.beside.terms), len(other.beside.terms))
    if alike >= enough or (len(terms) >= fewest and len(terms) ** 2 >= most * poorer):
        return alike
    return max(1, alike) if agree_barely(one, other, terms) else 0


def can_differ(one: Figure, other: Figure) -> int:
    """Return how alike two figures are that exclude each other, 0 where they may well measure different things.

    They exclude each other by disjoint values in one unit, or by one amount in two currencies that the texts state.
    """
    if _bounds_apart(one, other) or _are_stretches(one, other) or _is_inside(one, other) or _is_copied_day(one, other):
        return 0
    terms = shared(one, other)
    alike = _weight(one, other, terms)
    if differ_nearby(one, other, terms):
        return max(1, alike)
    if not alike or _named_apart(one, other) or _far(one, other):
        return 0
    if one.place.order == other.place.order and _same_sentence(one, other):
        return alike + OUTWEIGHS_ANY_TERMS
    fewest = _TO_DIFFER - any(term == SIGNED or (term in one.beside.marks and term[0] == "@") for term in terms)
    share = _SHARE_OF_MANY if len(terms) >= _MANY else _SHARE_TO_DIFFER
    both = sum(one.beside.terms.values()) + sum(other.beside.terms.values())
    return alike if len(terms) >= fewest and 2 * alike >= share * both else 0


def _coarser_than_month(one: Figure, other: Figure) -> bool:
    return any(side.value.high - side.value.low > _MONTH for side in (one, other))


def _begin_or_end_alike(one: Figure, other: Figure) -> bool:
    """Whether two periods begin on one day, or end so: "the end of 2028" is 31 December."""
    days = min(side.value.high - side.value.low for side in (one, other))
    return one.value.low == other.value.low or (days == 1 and one.value.high == other.value.high)


def _are_stretches(one: Figure, other: Figure) -> bool:
    """Whether a date is a few days long, within which much happens: "20 and 21 May", "late May"."""
    return any(
        side.value.kind == "date" and 1 < side.value.high - side.value.low < _SHORTEST_MONTH for side in (one, other)
    )


def _is_copied_day(one: Figure, other: Figure) -> bool:
    """Whether two sentences tell a day by the same words: "on Friday" is the same Friday in a copy of another day."""
    in_words = one.value.kind == "date" and not (one.value.exact or other.value.exact)
    return in_words and _mostly_same(one, other)


def _far(one: Figure, other: Figure) -> bool:
    """Whether two days are so far apart that they may well be different occasions."""
    return one.value.kind == "date" and abs(one.value.amount - other.value.amount) > _FAR_DAYS


def _is_inside(one: Figure, other: Figure) -> bool:
    """Whether the parts of the larger follow, of which the smaller may be one: "42 million, including a station"."""
    part, whole = sorted((one, other), key=lambda figure: figure.value.amount)
    return whole.value.kind == "money" and whole.place.breakdown and part.value.amount <= _PART * whole.value.amount


def _bounds_apart(one: Figure, other: Figure) -> bool:
    """Whether currencies, stages, states or periods show that two figures do not exclude each other."""
    if one.value.unit != other.value.unit and not (one.value.certain and other.value.certain):
        return True
    if {one.stage, other.stage} == {"due"} and abs(one.value.amount - other.value.amount) <= 1:
        return True  # "before 1 April" is "by 31 March"
    if one.value.kind != "date" and any(
        told(one) != told(other) for told in (_is_former, _is_past, _is_added, _is_yearly)
    ):
        return True
    return _kept_apart(one, other) or not _one_stage(one, other)


def _is_former(figure: Figure) -> bool:
    return figure.beside.former or figure.place.compared


def _is_yearly(figure: Figure) -> bool:
    return figure.beside.yearly and figure.value.kind in {"money", "quantity"}


def _is_added(figure: Figure) -> bool:
    return figure.place.added


def _is_past(figure: Figure) -> bool:
    """Whether a period that is over stands beside a figure: "between 2018 and 2022"."""
    day = figure.document.date
    return day is not None and any(last < day for _, last in figure.beside.periods)


def _weight(one: Figure, other: Figure, terms: list[str]) -> int:
    """Return how much shared terms count: a name counts as one only where both texts have it as one."""
    return sum(min(one.beside.terms[term], other.beside.terms[term]) for term in terms)


def _to_agree(figure: Figure) -> tuple[int, int, float]:
    if figure.value.kind == "date":
        one_day = figure.value.high - figure.value.low == 1
        return _TO_AGREE_ON_A_DAY if one_day and figure.stage != "today" else _TO_AGREE_ON_A_BUSY_DAY
    return _TO_AGREE.get(digits(figure.value), _TO_AGREE_PRECISELY)


def _same_sentence(one: Figure, other: Figure) -> bool:
    mine, theirs = one.beside.sentence, other.beside.sentence
    return len(mine & theirs) >= _FEWEST_IN_A_SENTENCE and _mostly_same(one, other)


def _mostly_same(one: Figure, other: Figure) -> bool:
    mine, theirs = one.beside.sentence, other.beside.sentence
    return len(mine & theirs) >= _SAME_SENTENCE * len(mine | theirs)


def _one_stage(one: Figure, other: Figure) -> bool:
    """Whether two figures are at one stage: what is undertaken and what is reached later do not exclude each other."""
    stages = {_STAGES.get(one.stage, one.stage), _STAGES.get(other.stage, other.stage)}
    if stages <= {"stated", "done"} and apart_in_time(one.document, other.document):
        return False
    if stages == {"ahead", "stated"}:
        ahead, stated = sorted((one, other), key=lambda figure: figure.stage)
        told, later = ahead.document.date, stated.document.date
        return told is None or later is None or (later - told).days <= LATER
    if one.value.kind == "date" and "due" in stages and stages <= {"ahead", "due", "day"}:
        due, other_day = sorted((one, other), key=lambda figure: figure.stage != "due")
        return len(stages) == 1 or due.value.high <= other_day.value.low  # later than by when it was due
    return len(stages) == 1 or "day" in stages


def _named_apart(one: Figure, other: Figure) -> bool:
    """Whether each has a name that the other has not. Names are translated: between languages one in common will do."""
    mine, theirs = one.beside, other.beside
    if one.language != other.language:
        return _exclude(mine.marks, theirs.marks)
    return not (mine.marks <= theirs.terms.keys() or theirs.marks <= mine.terms.keys())


def are_told_apart(one: Figure, other: Figure) -> bool:
    """Whether other states stand beside two figures."""
    return _exclude(one.beside.states, other.beside.states)


def _kept_apart(one: Figure, other: Figure) -> bool:
    """Whether states, ordinals or periods beside two figures show that they measure different things."""
    mine, theirs = one.beside, other.beside
    return (
        _exclude(mine.states, theirs.states)
        or _exclude(mine.ordinals, theirs.ordinals)
        or bool(mine.periods and theirs.periods and not _overlap(mine.periods, theirs.periods))
        or not (_related(one.document, other.document) or of_one_matter(one.document, other.document))
    )


def _related(one: Kept, other: Kept) -> bool:
    """Whether two documents may speak of one matter: they have names in common, as far as they name anybody."""
    names = (one.names & (other.names | other.capitals)) | (other.names & one.capitals)
    common = len(one.states & other.states) + len(names)
    return common >= min(_NAMES_IN_COMMON, len(one.names), len(other.names))


def _exclude(mine: frozenset[object], theirs: frozenset[object]) -> bool:
    return bool(mine and theirs and not mine & theirs)


def _overlap(mine: tuple[Span, ...], theirs: tuple[Span, ...]) -> bool:
    return any(start <= last and first <= end for start, end in mine for first, last in theirs)
