"""In what two wordings of one commitment differ besides values: under what conditions, and for how many cases.

A condition that comes in weakens, one that goes strengthens. The scope is wider where a wording holds for all cases and
not for some, for the whole country, or for the same things and others besides ("beef" and "beef, lamb and poultry").
"""

import functools
import re
from collections.abc import Iterator

from servanda.lexicon.counterparts import counterparts
from servanda.lexicon.directions import directions
from servanda.lexicon.language import Language
from servanda.reconciling.change_finding import Difference, Effect
from servanda.reconciling.gap_finding import Span
from servanda.reconciling.patterns import any_of
from servanda.reconciling.terms import is_content
from servanda.reconciling.wording import Wording
from servanda.text.words import words

_Spans = tuple[Span, ...]


def bounds(old: Wording, new: Wording) -> Iterator[Difference]:
    """Yield the differences of two wordings in their conditions and their scope."""
    before, after = _said(old, "conditions"), _said(new, "conditions")
    if bool(before) != bool(after):
        yield Difference("condition", "weaker" if after else "stronger", before, after)
    scope = _all_or_some(old, new) or _everywhere(old, new) or _listed(old, new)
    if scope is not None:
        yield scope


def _all_or_some(old: Wording, new: Wording) -> Difference | None:
    """Compare wordings of which one holds for all cases and the other for some."""
    every, every_now = _said(old, "whatever"), _said(new, "whatever")
    some, some_now = _said(old, "some"), _said(new, "some")
    if every and some_now and not (every_now or some):
        return _scope("weaker", every, some_now)
    if some and every_now and not (every or some_now):
        return _scope("stronger", some, every_now)
    return None


def _everywhere(old: Wording, new: Wording) -> Difference | None:
    """Compare wordings of which only one holds for the whole country."""
    before, after = _said(old, "everywhere"), _said(new, "everywhere")
    return _scope("stronger" if after else "weaker", before, after) if bool(before) != bool(after) else None


def _listed(old: Wording, new: Wording) -> Difference | None:
    """Compare wordings that are the same but for things that one lists besides."""
    if more := _joined_to(old, new):
        return _scope("stronger", (), (more,))
    if more := _joined_to(new, old):
        return _scope("weaker", (more,), ())
    return None


def _joined_to(shorter: Wording, longer: Wording) -> Span | None:
    """Return what a wording joins to the words of another, None where it does not only join something to them."""
    less, more = (list(words(one.version.folded, one.mention.start, one.mention.end)) for one in (shorter, longer))
    said, also = (
        [one.version.folded[start:end] for start, end in spans] for one, spans in ((shorter, less), (longer, more))
    )
    added = len(also) - len(said)
    first = next((at for at, (one, other) in enumerate(zip(said, also, strict=False)) if one != other), len(said))
    if added <= 0 or said[first:] != also[first + added :]:
        return None
    start, end = more[first][0], more[first + added - 1][1]
    folded, language = longer.version.folded, longer.language
    if longer.version.stated(start, end, language):
        return None
    opens = _of(language, "joining").match(folded, start) is not None
    listed = folded[:start].rstrip()[-1:] == "," and is_content(also[first], language)
    joins = _of(language, "joining").search(folded, start, end) is not None
    return Span(start, end) if opens or (listed and joins) else None


def _scope(effect: Effect, before: _Spans, after: _Spans) -> Difference:
    return Difference("scope", effect, before, after)


def _said(wording: Wording, which: str) -> _Spans:
    """Return where a wording has one of these words first."""
    folded, end = wording.version.folded, wording.mention.end
    for match in _of(wording.language, which).finditer(folded, wording.begin, end):
        following = next((folded[first:last] for first, last in words(folded, match.end(), end)), "")
        if not _is_other(which, following, wording.language):
            return (Span(*match.span()),)
    return ()


def _is_other(which: str, following: str, language: Language) -> bool:
    """Whether the word that follows gives words of scope another sense: "every year", "du pays hôte"."""
    if which == "whatever":
        return any(following in words_of for words_of in counterparts(language).rhythms.values())
    return which == "everywhere" and bool(following) and is_content(following, language)


@functools.cache
def _of(language: Language, which: str) -> re.Pattern[str]:
    return re.compile(any_of(getattr(directions(language), which)))
