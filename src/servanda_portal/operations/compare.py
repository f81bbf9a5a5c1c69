"""Lay side by side the texts of a plan that are versions of one another, or that one puts in place of another."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from servanda.plans.documents import cited, renditions
from servanda.plans.plan import Plan
from servanda.reading.mention import Reading as Read
from servanda.reconciling.changes import changes
from servanda.reconciling.language_gaps import align_versions, language_gaps
from servanda.text import document as texts
from servanda_portal.codec import decode, decode_reading, digest, encode
from servanda_portal.documents.models import Comparison, Reading
from servanda_portal.documents.shapes import Changes, LaidGap, Versions

Pair = tuple[texts.Document, Read]
_RULES = "comparison/2"  # of how pairs are chosen and laid out here


def compare(plan: Plan) -> None:
    """Store what differs between the renditions of each text here, and between a text and the one that it supersedes.

    What is up to date is left alone.
    """
    identity = plan.agreement.id
    inputs = dict(Reading.objects.filter(agreement=identity).values_list("cited", "inputs"))
    wanted: dict[tuple[str, str], tuple[str, ...]] = {}
    for group in renditions(plan):
        by_language = {one.language: one.id for one in reversed(group) if one.id in inputs}  # the first of each stays
        if len(by_language) > 1:
            wanted["versions", group[0].id] = tuple(one.id for one in group if one.id in by_language.values())
    for document in plan.documents:
        if document.id in inputs and document.supersedes in inputs:
            wanted["changes", document.id] = (document.supersedes, document.id)
    for row in Comparison.objects.filter(agreement=identity).only("kind", "cited"):
        if (row.kind, row.cited) not in wanted:
            row.delete()
    for (kind, first), ids in wanted.items():
        state = digest(_RULES, [(one, inputs[one]) for one in ids])
        if not Comparison.objects.filter(agreement=identity, kind=kind, cited=first, inputs=state).exists():
            made, count = _COMPARE[kind]([_read(plan, one) for one in ids])
            Comparison.objects.update_or_create(
                agreement_id=identity,
                kind=kind,
                cited=first,
                defaults={"inputs": state, "count": count, "body": encode(made)},
            )


def _read(plan: Plan, identity: str) -> Pair:
    """Return a document and its reading, named by the id under which the plan cites it, as findings name it."""
    row = (
        Reading.objects.select_related("document")
        .defer("document__origins")
        .get(agreement=plan.agreement.id, cited=identity)
    )
    document = msgspec.structs.replace(decode(row.document.body, texts.Document), text=row.document.text)
    return msgspec.structs.replace(cited(document, plan), name=identity), decode_reading(row.body)


def _versions(pairs: Sequence[Pair]) -> tuple[Versions, int]:
    rows = align_versions(pairs)
    places = {
        (document.name, document.blocks[blocks[0]].start): number
        for number, row in enumerate(rows)
        for (document, _), blocks in zip(pairs, row, strict=True)
        if blocks
    }
    mentions = {(document.name, one.id): one for document, reading in pairs for one in reading.mentions}
    gaps = []
    for gap in language_gaps(pairs):
        row = next(
            places[version.document, version.aligned.start]
            for version in gap.detail.versions
            if version.aligned.end > version.aligned.start
        )
        said: dict[str, tuple[msgspec.Raw, ...]] = {}
        for ref in gap.mentions:
            raw = msgspec.Raw(encode(mentions[ref.document, ref.id]).encode())
            said[ref.document] = (*said.get(ref.document, ()), raw)
        gaps.append(LaidGap(gap, row, said))
    return Versions(tuple(document.name for document, _ in pairs), tuple(rows), tuple(gaps)), len(gaps)


def _changes(pairs: Sequence[Pair]) -> tuple[Changes, int]:
    earlier, later = pairs
    found = changes(earlier, later)
    count = sum(one.detail.change != "kept" for one in found)
    return Changes(earlier[0].name, later[0].name, tuple(found)), count


_COMPARE: Mapping[str, Callable[[Sequence[Pair]], tuple[Any, int]]] = {"versions": _versions, "changes": _changes}
