"""Read the commitments of one sentence: find its heads, their subjects, and where each object ends."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from servanda.reading.commitments.clauses import (
    Connection,
    Span,
    clause_start,
    connect,
    find_joins,
    in_relative,
    object_end,
)
from servanda.reading.commitments.described import changes
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.force import strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.judgement import judge, stands
from servanda.reading.commitments.owners import pronoun_of
from servanda.reading.commitments.passive import is_passive, is_pronominal
from servanda.reading.commitments.present import has_articles, present_heads
from servanda.reading.commitments.reported import is_document
from servanda.reading.commitments.splitting import parts_of
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.subject_finder import subject_finder
from servanda.reading.commitments.told import Sentence, opens_clause, within
from servanda.reading.mention import Reason
from servanda.reading.scan import Scan

_CLOSED = re.compile(r"\s?\"\s?(?:$|\n|,|\.)")
_FEW_WORDS = re.compile(r"(?:[^\W_]+ ){1,3}$")
_JOINED = re.compile(r"^.*\b(?:and|et|y|that|que) ")
_OURS = re.compile(r"(?:nos )?[^\W\d_]*(?:remos|ré|vamos|hemos|amos|emos|imos)\b")  # "we" in a verb's ending
_MINE = re.compile(r"\b(?:my|our|ma|notre|mi|nuestra) ")  # "you have my word that"
_NOBODY = re.compile(r"(?:(?:también|además|asimismo|igualmente|[^\W_]+mente),? )*se ")
_REPORTS = re.compile(r"(?:that|que|qu')\b")
_BEFORE_CLAUSE = (",", ";", ".", " and", " while", " et ", " tandis", " y ", " e ", " mientras")
_AND = re.compile(r" (?:and|et|y|e)(?: (?:also|then|se|s'))? ?$")
_PAUSED = re.compile(r"[,;:] ?(?:and |et |y |e |while |tandis que |mientras )?$")  # before a clause of its own
_OF_THE_PLAN = re.compile(r"(?: of the | del | du | de l')(?=[^\W_]+ )|:")
_VOWS = frozenset({"undertake", "intend", "explore"})
_NAMED = frozenset({"instrument", "agent", "collective"})
_BESIDE = 25  # characters between a subject and the relative pronoun that still means it
_LONG_JOIN = 12  # characters of a join that takes in words set in: " y, con ese fin, "
_CLITIC = 4  # characters of a pronoun before a verb: "se "
_SET_APART = re.compile(r",[^,]*,")  # "A committee, chaired by Norway in its first year, will"
_SHORT_SUBJECT = 12  # words that a subject may have and still be part of what is undertaken

SentenceReading = tuple[list[Draft], list[Reason]]  # its commitments; why some of its heads are none


class SentenceReader:
    """Reads the sentences of one document."""

    def __init__(self, scan: Scan, acting: tuple[str, ...]) -> None:
        """``acting`` are the states and organisations whose undertakings count; empty where anybody's do."""
        self._acting = acting
        self._articles = has_articles(scan)

    def read(self, sentence: Sentence) -> SentenceReading:
        """Read a sentence by its heads; in a text of articles, by its verbs in the present where these open it."""
        present = present_heads(sentence) if self._articles else []
        known = any(head.start <= present[0].start for head in sentence.heads) if present else True
        if len(present) > 1 and not known:  # "offre soixante places et prend en charge": of these a head is the second
            return _read(sentence, present, self._acting)
        drafts, left = self.by_heads(sentence) if sentence.heads else ([], [])
        return (drafts, left) if drafts or left or not present else _read(sentence, present, self._acting)

    def by_heads(self, sentence: Sentence, subject: Subject | None = None) -> SentenceReading:
        """Read a sentence by its heads; ``subject`` is what a lead-in gives to an item that begins with its verb."""
        return _read(sentence, sentence.heads, self._acting, subject)


def _read(
    sentence: Sentence, heads: Sequence[Head], acting: tuple[str, ...], lead: Subject | None = None
) -> SentenceReading:
    """Go from head to head; the subject of a clause holds for the verbs joined to it."""
    folded = sentence.scan.folded
    standing = [head for head in heads if stands(sentence, head)]
    joins = find_joins(sentence) if len(standing) > 1 else []
    drafts: list[Draft] = []
    left: list[Reason] = []
    anchor: Head | None = None
    subject = Subject(sentence.start, sentence.start, "none")
    for index, head in enumerate(standing):
        if anchor is None:
            clause, joined = clause_start(sentence, head.start), False
            mine = lead or subject_finder(sentence.language).find(sentence, clause, head.start)
            if _only_describes(sentence, head, standing[index + 1 :], clause):
                continue
        else:
            how, clause = _hangs(sentence, joins, anchor, head)
            if how == "inside" or _attributes(sentence, head, clause):
                continue
            joined = how == "shared"
            mine = subject if joined else _of_next_clause(sentence, head, subject, clause)
        mine = _meant_by(sentence, head, mine)
        later = standing[index + 1 :]
        limit = _limit(sentence, head, later, joins)
        strong = strength(folded, head, limit, sentence.language)
        verdict = judge(sentence, head, mine, strong, (clause, limit), acting)
        if verdict == "nothing" or _describes_another(sentence, head, mine, clause):
            continue
        if verdict != "commitment":
            left.append(verdict)
            if anchor is None and _is_set_apart(sentence, head, later, clause):
                continue  # "A desk, where both will sit, is promised for May": its verb is still to come
        anchor, subject = head, mine
        if verdict != "commitment":
            continue
        start = head.start if joined else _start(sentence, head, mine, (clause, limit))
        end = object_end(sentence, max(start, head.start), limit)
        if any(map(str.isalpha, folded[head.end : end])) or start < head.start - _CLITIC:
            drafts.append(Draft(start, end, clause, sentence, mine, strong, f"commitment.{head.kind}"))
    return [part for draft in drafts for part in parts_of(draft)], left


def _hangs(sentence: Sentence, joins: Sequence[Span], anchor: Head, head: Head) -> tuple[Connection, int]:
    """Say how a head hangs together with the one before it, which may open the clause that it is the verb of.

    "agreed that a visa for the spouses and children of miners would": its "and" joins no clauses.
    """
    how, clause = connect(sentence, joins, anchor.end, head.start)
    if how != "apart" or not opens_clause(sentence.scan.folded, anchor):
        return how, clause
    first = not within(sentence.heads, anchor.end, head.start)
    paused = _PAUSED.search(sentence.scan.folded, anchor.end, clause) is not None
    return ("inside" if first and not paused else how), clause


def _meant_by(sentence: Sentence, head: Head, subject: Subject) -> Subject:
    """Return the subject that a head itself shows: "it was agreed that", "obliges Ghana to", "vamos a"."""
    unsaid = head.kind == "passive" and subject.kind == "none"
    if head.kind == "impersonal" or unsaid or _is_the_aim(sentence, head):
        return Subject(head.start, head.start, "collective")
    if head.kind == "bind" and (subject.kind == "instrument" or is_document(sentence, subject)):
        return subject_finder(sentence.language).bound(sentence, head.start, head.end)
    if _goes_on_saying(sentence, head, subject):
        return replace(subject, kind="agent")
    if subject.kind in {"other", "none"}:
        subject = _left_unsaid(sentence, head, subject)
    if subject.kind in {"other", "instrument"} and (owner := pronoun_of(sentence, subject)) is not None:
        return replace(subject, kind=owner)
    return subject


def _is_the_aim(sentence: Sentence, head: Head) -> bool:
    """Whether an aim is told without whose it is: "the aim of the plan is to", "Objectif : doubler"."""
    if head.kind != "intend":
        return False
    return _OF_THE_PLAN.search(sentence.scan.folded, head.start, head.end) is not None


def _goes_on_saying(sentence: Sentence, head: Head, subject: Subject) -> bool:
    """Whether who told of a thing undertakes something: "explained that a review had closed and undertook to"."""
    if subject.kind != "other" or not subject.reported or not subject.parties or head.kind not in _VOWS:
        return False
    thing = sentence.scan.text[subject.start].islower()  # a name may undertake something itself
    return thing and _AND.search(sentence.scan.folded, subject.start, head.start) is not None


def _left_unsaid(sentence: Sentence, head: Head, subject: Subject) -> Subject:
    """Return who a verb's own form means where no subject is named: "vamos a", "se hará cargo", "my word that"."""
    folded, spanish = sentence.scan.folded, sentence.language == "es"
    if (spanish and _OURS.match(folded, head.start)) or _MINE.search(folded, head.start, head.end):
        return Subject(head.start, head.start, "speaking")
    if spanish and is_pronominal(folded, head) and _NOBODY.fullmatch(folded, subject.start, head.start):
        return Subject(head.start, head.start, "none")
    return subject


def _of_another(sentence: Sentence, subject: Subject, head: Head) -> bool:
    """Whether a relative clause describes what stands between: "The parties welcomed the plan, which will"."""
    if subject.kind != "collective" or subject.reported or subject.end >= head.start:
        return False
    between = within(sentence.relatives, subject.end, head.start)
    return bool(between) and between[-1].start - subject.end > _BESIDE


def _describes_another(sentence: Sentence, head: Head, subject: Subject, clause: int) -> bool:
    """Whether the head stands in a relative clause that describes somebody else than its subject."""
    named = subject.kind in _NAMED or (subject.reported and subject.kind in {"singular", "speaking"})
    if named and not _of_another(sentence, subject, head):
        return False
    return in_relative(sentence, clause, head.start)


def _of_next_clause(sentence: Sentence, head: Head, before: Subject, clause: int) -> Subject:
    """Return the subject of a later clause, which may go on reporting: "said it would pay and that he would come"."""
    opened = _REPORTS.match(sentence.scan.folded, clause) if before.reported else None
    start = opened.end() if opened is not None and opened.end() < head.start else clause
    mine = subject_finder(sentence.language).find(sentence, start, head.start)
    if (opened is None and not mine.reported) or before.kind not in {"agent", "singular", "other", "money"}:
        return mine
    if mine.kind in {"singular", "plural", "none"}:
        if before.kind in {"other", "money"}:
            return mine  # "that the money would come and that it would": who says so is no subject
        return replace(mine, kind=before.kind, parties=before.parties, reported=True)
    return replace(mine, reported=True, parties=before.parties if mine.kind == "other" else mine.parties)


def _only_describes(sentence: Sentence, head: Head, later: Sequence[Head], clause: int) -> bool:
    """Whether the head only says something of a subject: "Chile, which will chair it, will host"."""
    return in_relative(sentence, clause, head.start) and _is_set_apart(sentence, head, later, clause)


def _is_set_apart(sentence: Sentence, head: Head, later: Sequence[Head], clause: int) -> bool:
    """Whether the head stands in a relative clause between commas, after which another one follows."""
    folded = sentence.scan.folded
    relatives = within(sentence.relatives, clause, head.start)
    opened = relatives[0].start if relatives else 0
    if opened < 2 or folded[opened - 2] != ",":
        return False
    return any(folded.endswith(", ", 0, other.start) for other in later)


def _attributes(sentence: Sentence, head: Head, clause: int) -> bool:
    """Whether the head only says who said it: "... and Calabar, the two governments announced yesterday"."""
    says = any(said.start == head.start for said in within(sentence.sayings, head.start, head.end))
    return says and "," in sentence.scan.folded[clause : head.start]


def _limit(sentence: Sentence, head: Head, later: Sequence[Head], joins: Sequence[Span]) -> int:
    """Return how far the head's clause can reach: the next clause, the end of its quotation, or of its sentence."""
    folded = sentence.scan.folded
    end = sentence.end
    quotation = sentence.quotation_at(head.start)
    if quotation is not None and quotation.end < end and _closes(folded, quotation.end):
        end = quotation.end
    for other in later if joins and joins[-1][0] >= head.end else ():
        if other.start >= end:
            break
        how, clause = _hangs(sentence, joins, head, other)
        if how != "inside" and not _attributes(sentence, other, clause):
            long = next((join for join in joins if join[1] == clause and clause - join[0] > _LONG_JOIN), None)
            if long is not None:
                return long[0]
            cut = max(folded.rfind(mark, head.end, clause) for mark in _BEFORE_CLAUSE)
            return cut if cut > head.end else clause
    return end


def _closes(folded: str, end: int) -> bool:
    """Whether a quotation ends its sentence where it ends, so that its commitment ends there too."""
    return folded[end - 1] in ".,!?" or _CLOSED.match(folded[end : end + 4]) is not None


def _is_body_of_all(sentence: Sentence, subject: Subject) -> bool:
    """Whether a body acts for all parties because their text says so: "the minutes say that a task force would be"."""
    if subject.kind != "collective" or not subject.reported:
        return False
    return not any(said.label == "collective" for said in within(sentence.subjects, subject.start, subject.end))


def _start(sentence: Sentence, head: Head, subject: Subject, clause: Span) -> int:
    """Return where the span begins: at the head, or at a subject that is itself what is undertaken."""
    folded, language = sentence.scan.folded, sentence.language
    if changes(sentence, head, subject, clause):
        return subject.start
    undergoes = is_passive(folded, head, subject, language)
    thing = subject.kind in {"other", "instrument"} or _is_body_of_all(sentence, subject)
    whole = subject.kind == "money" or (undergoes and thing)
    if not whole or subject.start >= head.start:
        if undergoes and folded.startswith("se ", head.start - 3):
            return head.start - 3
        return head.start
    start = subject.start
    before = _FEW_WORDS.search(folded[max(0, start - 30) : start]) if subject.kind == "money" else None
    if before is not None:
        start -= len(_JOINED.sub("", before[0]))
    return start if len(_SET_APART.sub("", folded[start : head.start]).split()) <= _SHORT_SUBJECT else head.start
