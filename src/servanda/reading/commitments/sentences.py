"""Read the commitments of one sentence: find its heads, their subjects, and where each object ends."""

import re

from servanda.lexicon.commitments import commitment_words
from servanda.reading.commitments.clauses import clause_start, connect, in_relative, object_end
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
            clause, joined = clause_start(folded, sentence[0], head.start, language), False
            mine = finder.find(told, clause, head.start)
        else:
            how, clause = connect(folded, anchor.end, head.start, language)
            if how == "inside":
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
        end = object_end(text, folded, start, limit, language)
        if any(map(str.isalpha, folded[head.end : end])):
            drafts.append(Draft(start, end, clause, block, mine, strong, f"commitment.{head.kind}", joined))
    return [part for draft in _grouped(told, drafts) for part in _split_at_money(told, draft)], left


def _limit(told: Told, head: Head, sentence: tuple[int, int], later: list[Head], language: str) -> int:
    """Return how far the head's clause can reach: the next clause, the end of its quotation, or of its sentence."""
    folded = told.scan.folded
    end = sentence[1]
    quotation = told.quotation_at(head.start)
    if quotation is not None and quotation.end < end and _closes(folded, quotation.end):
        end = quotation.end
    for other in later:
        if other.start >= end or not stands(told.scan.text, folded, other, sentence, language):  # type: ignore[arg-type]
            continue
        how, clause = connect(folded, head.end, other.start, language)  # type: ignore[arg-type]
        if how != "inside":
            cut = max(
                folded.rfind(mark, head.end, clause)
                for mark in (",", ";", " and", " et ", " y ", " while", " mientras", " tandis", ".", " e ")
            )
            return cut if cut > head.end else clause
    return end


def _closes(folded: str, end: int) -> bool:
    """Whether a quotation ends its sentence where it ends, so that its commitment ends there too."""
    return folded[end - 1] in ".,!?" or re.match(r"\s?\"\s?(?:$|\n|,|\.)", folded[end : end + 4]) is not None


def _start(folded: str, head: Head, subject: Subject, language: str) -> int:
    """Return where the span begins: at the head, or at a subject that is itself what is undertaken."""
    undergoes = passive(folded, head, subject, language)  # type: ignore[arg-type]
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


def _grouped(told: Told, drafts: list[Draft]) -> list[Draft]:
    """Put verbs of one subject under a parent, unless each has its own money or number (CODEBOOK S1, S3)."""
    grouped: list[Draft] = []
    index = 0
    while index < len(drafts):
        group = [drafts[index]]
        while index + len(group) < len(drafts) and drafts[index + len(group)].joined:
            group.append(drafts[index + len(group)])
        index += len(group)
        targets = sum(bool(told.within(told.amounts, draft.start, draft.end)) for draft in group)
        if len(group) == 1 or targets > 1 or any(draft.rule != "commitment.future" for draft in group):
            grouped += group
            continue
        first, last = group[0], group[-1]
        parent = Draft(first.start, last.end, first.clause, first.block, first.subject, first.strength, first.rule)
        grouped.append(parent)
        grouped += [
            Draft(d.start, d.end, d.clause, d.block, d.subject, d.strength, d.rule, joined=True, parent=parent)
            for d in group
        ]
    return grouped


def _split_at_money(told: Told, draft: Draft) -> list[Draft]:
    """Split "announced a mission, and $9.9 million in funding": distinct targets are distinct (CODEBOOK S1)."""
    if draft.rule not in {"commitment.launch", "commitment.fund"}:
        return [draft]
    folded = told.scan.folded
    for money in told.within(told.money, draft.start + _ENOUGH, draft.end):
        join = _AND_MONEY.search(folded, draft.start, money.start)
        if join is not None:
            end = object_end(told.scan.text, folded, draft.start, join.start(), draft.block.language)
            d = draft
            first = Draft(d.start, end, d.clause, d.block, d.subject, d.strength, d.rule, d.joined, d.parent)
            second = Draft(money.start, d.end, money.start, d.block, d.subject, d.strength, "commitment.fund")
            return [first, *_split_at_money(told, second)]
    return [draft]
