"""Language versions of one text in, what they do not say alike out."""

from collections.abc import Iterator, Sequence

from servanda.reading.mention import Reading
from servanda.reconciling.alignment import Row, align
from servanda.reconciling.differing_actors import actor_gaps, exchanged_actors
from servanda.reconciling.differing_bodies import body_gaps
from servanda.reconciling.differing_names import name_gaps
from servanda.reconciling.differing_roles import role_gaps
from servanda.reconciling.differing_undertakings import (
    missing_blocks,
    missing_clauses,
    missing_commitments,
    undertaking_gaps,
)
from servanda.reconciling.differing_values import currency_gaps, moved, unshared, value_gaps
from servanda.reconciling.finding import Ref
from servanda.reconciling.gap_finding import LanguageGap, LanguageGapDetail, Span, VersionWords
from servanda.reconciling.rows import Gap, Laid, Value, lay_out
from servanda.reconciling.versions import Version
from servanda.text.document import Document

_Pair = tuple[Document, Reading]


def align_versions(versions: Sequence[_Pair]) -> list[Row]:
    """Return the rows of the versions' blocks side by side: for each version, in the order given, indices of blocks."""
    ordered, places = _ordered(versions)
    rows = align([version.blocks for version in ordered], translated=True)
    return [tuple(row[place] for place in places) for row in rows]


def language_gaps(versions: Sequence[_Pair]) -> list[LanguageGap]:
    """Return what the language versions of one text do not say alike, in the order of the text.

    A value, actor, item or force that is in one version and not in another is one gap, however many versions there are.
    The result does not depend on the order of the versions.
    """
    ordered, _ = _ordered(versions)
    blocks = [version.blocks for version in ordered]
    rows = lay_out(ordered, blocks, align(blocks, translated=True))
    values = [unshared(ordered, row) if len(row.present) > 1 else [] for row in rows]
    found = []
    for at, row in enumerate(rows):
        neighbours = [value for near in (at - 1, at + 1) if 0 <= near < len(rows) for value in values[near]]
        rest = [value for value in values[at] if not moved(value, neighbours)]
        found += [_finding(ordered, row, gap) for gap in _gaps(ordered, row, rest)]
    return found


def _ordered(versions: Sequence[_Pair]) -> tuple[list[Version], list[int]]:
    """Return the versions in an order of their own, and where in it each of those given stands."""
    given = [Version(document, reading) for document, reading in versions]
    order = sorted(range(len(given)), key=lambda index: given[index].key)
    return [given[index] for index in order], [order.index(index) for index in range(len(given))]


def _gaps(versions: Sequence[Version], row: Laid, values: Sequence[Value]) -> Iterator[Gap]:
    """Yield the gaps of one row of blocks: items first, then values, actors and force."""
    yield from missing_blocks(versions, row)
    if len(row.present) < 2:
        return
    sentences = _sentences(versions, row)
    left_out = [(inner, gap) for inner in sentences for gap in missing_commitments(versions, inner, row)]
    yield from (gap for _, gap in left_out)
    gaps = [*value_gaps(versions, row, values), *currency_gaps(versions, row), *actor_gaps(versions, row)]
    if not any(gap.slot == "actor" for gap in gaps):
        gaps += [gap for inner in sentences for gap in exchanged_actors(versions, inner)]
    gaps += body_gaps(versions, row)
    if not any(gap.slot == "actor" for gap in gaps):
        gaps += name_gaps(versions, row)
    gaps += [gap for inner in sentences if len(inner.present) > 1 for gap in role_gaps(versions, inner)]
    yield from (gap for gap in gaps if not any(_inside(gap, inner) for inner, _ in left_out))
    slots = frozenset(gap.slot for gap in gaps)
    for inner in sentences:
        undertaken = list(undertaking_gaps(versions, inner, slots))
        yield from undertaken
        if not undertaken and not any(_inside(gap, inner) for gap in gaps):
            yield from missing_clauses(versions, inner, row)


def _sentences(versions: Sequence[Version], row: Laid) -> list[Laid]:
    """Return the rows of the sentences inside a row of blocks."""
    sentences = [
        [one for segment in inside for one in version.sentences(segment)]
        for version, inside in zip(versions, row.segments, strict=True)
    ]
    return lay_out(versions, sentences, align(sentences, translated=True))


def _inside(gap: Gap, row: Laid) -> bool:
    """Whether all words of a gap stand in sentences that are told to be missing as a whole."""
    return all(
        place.start <= words.start < place.end
        for place, said in zip(row.places, gap.said, strict=True)
        for words in said
    )


def _finding(versions: Sequence[Version], row: Laid, gap: Gap) -> LanguageGap:
    return LanguageGap(
        slot=gap.slot,
        mentions=tuple(
            Ref(version.document.name, words.mention)
            for version, said in zip(versions, gap.said, strict=True)
            for words in said
            if words.mention is not None
        ),
        detail=LanguageGapDetail(
            rule="differs" if all(gap.said) else "missing",
            measure=gap.measure,
            versions=tuple(
                VersionWords(
                    version.document.name,
                    version.document.language,
                    Span(place.start, place.end),
                    tuple(Span(words.start, words.end) for words in said),
                )
                for version, place, said in zip(versions, row.places, gap.said, strict=True)
            ),
        ),
    )
