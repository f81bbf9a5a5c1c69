"""Split what one verb undertakes into its commitments, and these into their measures (CODEBOOK S1, S2, S3)."""

import re

from msgspec.structs import replace

from servanda.lexicon.language import Language
from servanda.reading.commitments.clauses import object_end
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import within
from servanda.reading.parties import party_of

_AND_MONEY = re.compile(
    r",? (?:and|as well as|et|ainsi que|y|así como) "
    r"(?:(?:another|an additional|otros|otro|autres|un autre|unos|about|some) )?$"
)
_INFINITIVE: dict[Language, str] = {
    "en": r"to [a-z]{3,}\b",
    "fr": r"(?:à |de |d')[^\W\d_]+(?:er|ir|re|oir)\b",
    "es": r"(?:a |en )[^\W\d_]+(?:ar|er|ir)\b",
}
_DEED = {language: re.compile(rf",? (?P<deed>{verb})") for language, verb in _INFINITIVE.items()}
_MEASURE = {language: re.compile(rf" (?P<deed>{verb})") for language, verb in _INFINITIVE.items()}
_JOIN = re.compile(r"(?:,(?: and| et| y)?| and| et| y)$")  # before a second measure
_JOIN_LENGTH = 5  # characters of the longest of them
_AND_PARTY = re.compile(r"(?:,? (?:and|et|y|e)|\s?;) (?:(?:the|le|la|les|el|los|las)(?: [^\W_]+){0,2} |l')?$")
_SEVERAL = 2  # measures, fewer of which are none
_ENOUGH = 25  # characters of a first object before a second may be split from it


def parts_of(draft: Draft) -> list[Draft]:
    """Return the commitments of a draft, each followed by its measures."""
    return [part for own in _split_at_party(draft) for whole in _split_at_money(own) for part in _with_measures(whole)]


def _split_at_party(draft: Draft) -> list[Draft]:
    """Split where the verb is left out before another party: "Ghana undertook to pay, and Nigeria to send experts"."""
    if draft.rule != "commitment.undertake":
        return [draft]
    sentence = draft.sentence
    folded = sentence.scan.folded
    for actor in within(sentence.actors, draft.start + _ENOUGH, draft.end):
        party = party_of(actor, sentence.scan)
        deed = _DEED[sentence.language].match(folded, actor.end, draft.end)
        join = _AND_PARTY.search(folded, draft.start, actor.start)
        if deed is None or join is None or party is None or party in draft.subject.parties:
            continue
        first = replace(draft, end=object_end(sentence, draft.start, join.start()))
        second = replace(
            draft,
            start=deed.start("deed"),
            clause=join.end(),
            subject=Subject(actor.start, actor.end, "agent", (party,)),
            strength=replace(draft.strength, verb_end=deed.end()),
        )
        return [first, *_split_at_party(second)]
    return [draft]


def _split_at_money(draft: Draft) -> list[Draft]:
    """Split "announced a mission, and $9.9 million in funding": distinct targets are distinct (CODEBOOK S1)."""
    if draft.rule not in {"commitment.launch", "commitment.fund"}:
        return [draft]
    sentence = draft.sentence
    for money in within(sentence.money, draft.start + _ENOUGH, draft.end):
        join = _AND_MONEY.search(sentence.scan.folded, draft.start, money.start)
        if join is not None:
            first = replace(draft, end=object_end(sentence, draft.start, join.start()))
            second = replace(draft, start=money.start, clause=money.start, rule="commitment.fund")
            return [first, *_split_at_money(second)]
    return [draft]


def _with_measures(draft: Draft) -> list[Draft]:
    """Return the draft, and under it each of its measures where infinitives are coordinated (CODEBOOK S2)."""
    folded = draft.sentence.scan.folded
    deeds = list(_MEASURE[draft.sentence.language].finditer(folded, max(0, draft.start - 1), draft.end))
    if len(deeds) < _SEVERAL or _joined(folded, draft.start, deeds[0].start()) is not None:
        return [draft]
    starts, ends = [deeds[0].start("deed")], []
    for deed in deeds[1:]:
        join = _joined(folded, draft.start, deed.start())
        if join is not None:
            starts.append(deed.start("deed"))
            ends.append(join.start())
    if not ends:
        return [draft]
    ends.append(draft.end)
    return [draft] + [
        replace(draft, start=start, end=end, rule="commitment.measure", parent=draft)
        for start, end in zip(starts, ends, strict=True)
    ]


def _joined(folded: str, floor: int, offset: int) -> re.Match[str] | None:
    """Return what joins the words at an offset to those before them."""
    return _JOIN.search(folded, max(floor, offset - _JOIN_LENGTH), offset)
