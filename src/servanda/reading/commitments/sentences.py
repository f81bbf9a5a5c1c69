"""Read the commitments of one sentence: find its heads, their subjects, and where each object ends."""

import dataclasses
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.clauses import clause_start, connect, in_relative, object_end, saying
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.force import strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.judgement import judge, passive, stands
from servanda.reading.commitments.subjects import Subject, subject_finder
from servanda.reading.commitments.told import Told
from servanda.reading.mention import Reason
from servanda.text.document import Block

_AND_MONEY = re.compile(
    r",? (?:and|as well as|et|ainsi que|y|así como) "
    r"(?:(?:another|an additional|otros|otro|autres|un autre|unos|about|some) )?$"
)
_INFINITIVE: dict[Language, str] = {
    "en": r"to [a-z]{3,}\b",
    "fr": r"(?:à |de |d')[^\W\d_]+(?:er|ir|re|oir)\b",
    "es": r"(?:a |en )[^\W\d_]+(?:ar|er|ir)\b",
}
_FIRST_MEASURE = {language: re.compile(rf"(?<= ){verb}") for language, verb in _INFINITIVE.items()}
_NEXT_MEASURE = {
    language: re.compile(rf"(?P<join>,(?: and| et| y)?| and| et| y) (?P<measure>{verb})")
    for language, verb in _INFINITIVE.items()
}
_BEFORE_CLAUSE = (",", ";", ".", " and", " while", " et ", " tandis", " y ", " e ", " mientras")
_ENOUGH = 25  # characters of a first object before a second may be split from it
_SHORT_SUBJECT = 12  # words that a subject may have and still be part of what is undertaken


def read_sentence(
    told: Told, sentence: tuple[int, int], block: Block, heads: list[Head], parties: tuple[str, ...]
) -> tuple[list[Draft], list[Reason]]:
    """Return the commitments of a sentence, and the reasons why some of its heads are none."""
    text, folded = told.scan.text, told.scan.folded
    language = block.language
    finder = subject_finder(language)
    chain = commitment_words(language).chain
    drafts: list[Draft] = []
    left: list[Reason] = []
    anchor: Head | None = None
    subject = Subject(sentence[0], sentence[0], "none")
    for index, head in enumerate(heads):
        if not stands(text, folded, head, sentence, language):
            continue
        if anchor is None:
            clause, joined = clause_start(folded, sentence[0], head.start), False
            mine = finder.find(told, clause, head.start)
        else:
            how, clause = connect(folded, anchor.end, head.start, language)
            if how == "inside" or _attributes(told, head, clause, language):
                continue
            joined = how == "shared"
            mine = subject if joined else finder.find(told, clause, head.start)
        limit = _limit(told, head, sentence, heads[index + 1 :], language)
        strong = strength(folded, head, limit, chain)
        verdict = judge(told, head, mine, strong, (clause, limit), parties, language)
        if verdict == "nothing":
            continue
        if in_relative(folded, clause, head.start, language) and mine.kind not in {"instrument", "agent", "collective"}:
            continue
        anchor, subject = head, mine
        if verdict != "commitment":
            left.append(verdict)
            continue
        start = head.start if joined else _start(folded, head, mine, language)
        end = object_end(told, start, limit, language)
        if any(map(str.isalpha, folded[head.end : end])):
            drafts.append(Draft(start, end, clause, block, mine, strong, f"commitment.{head.kind}"))
    return [
        part for draft in drafts for whole in _split_at_money(told, draft) for part in _with_measures(told, whole)
    ], left


def _attributes(told: Told, head: Head, clause: int, language: Language) -> bool:
    """Whether the head only says who said it: "... and Calabar, the two governments announced yesterday"."""
    says = any(found.start == head.start for found in told.phrases(saying(language), head.start, head.end))
    return says and "," in told.scan.folded[clause : head.start]


def _limit(told: Told, head: Head, sentence: tuple[int, int], later: list[Head], language: Language) -> int:
    """Return how far the head's clause can reach: the next clause, the end of its quotation, or of its sentence."""
    folded = told.scan.folded
    end = sentence[1]
    quotation = told.quotation_at(head.start)
    if quotation is not None and quotation.end < end and _closes(folded, quotation.end):
        end = quotation.end
    for other in later:
        if other.start >= end or not stands(told.scan.text, folded, other, sentence, language):
            continue
        how, clause = connect(folded, head.end, other.start, language)
        if how != "inside":
            cut = max(folded.rfind(mark, head.end, clause) for mark in _BEFORE_CLAUSE)
            return cut if cut > head.end else clause
    return end


def _closes(folded: str, end: int) -> bool:
    """Whether a quotation ends its sentence where it ends, so that its commitment ends there too."""
    return folded[end - 1] in ".,!?" or re.match(r"\s?\"\s?(?:$|\n|,|\.)", folded[end : end + 4]) is not None


def _start(folded: str, head: Head, subject: Subject, language: Language) -> int:
    """Return where the span begins: at the head, or at a subject that is itself what is undertaken."""
    undergoes = passive(folded, head, subject, language)
    whole = subject.kind == "money" or (undergoes and subject.kind in {"other", "instrument"})
    if not whole or subject.start >= head.start:
        if undergoes and folded.startswith("se ", head.start - 3):
            return head.start - 3
        return head.start
    start = subject.start
    before = re.search(r"(?:[^\W_]+ ){1,3}$", folded[max(0, start - 30) : start])
    if subject.kind == "money" and before is not None:
        start -= len(re.sub(r"^.*\b(?:and|et|y|that|que) ", "", before[0]))
    return start if len(folded[start : head.start].split()) <= _SHORT_SUBJECT else head.start


def _with_measures(told: Told, draft: Draft) -> list[Draft]:
    """Return the draft, and under it each of its measures where infinitives are coordinated (CODEBOOK S2)."""
    folded, language = told.scan.folded, draft.block.language
    joins = list(_NEXT_MEASURE[language].finditer(folded, draft.start, draft.end))
    first = _FIRST_MEASURE[language].search(folded, draft.start, joins[0].start() if joins else draft.start)
    if first is None:
        return [draft]
    starts = [first.start(), *(join.start("measure") for join in joins)]
    ends = [*(join.start() for join in joins), draft.end]
    return [draft] + [
        dataclasses.replace(draft, start=start, end=end, rule="commitment.measure", parent=draft)
        for start, end in zip(starts, ends, strict=True)
    ]


def _split_at_money(told: Told, draft: Draft) -> list[Draft]:
    """Split "announced a mission, and $9.9 million in funding": distinct targets are distinct (CODEBOOK S1)."""
    if draft.rule not in {"commitment.launch", "commitment.fund"}:
        return [draft]
    folded = told.scan.folded
    for money in told.within(told.money, draft.start + _ENOUGH, draft.end):
        join = _AND_MONEY.search(folded, draft.start, money.start)
        if join is not None:
            end = object_end(told, draft.start, join.start(), draft.block.language)
            first = dataclasses.replace(draft, end=end)
            second = dataclasses.replace(draft, start=money.start, clause=money.start, rule="commitment.fund")
            return [first, *_split_at_money(told, second)]
    return [draft]
