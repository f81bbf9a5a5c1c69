"""Treaty articles that undertake in the present tense: "La Partie béninoise met à disposition ..."."""

import re

from servanda.lexicon.commitments import Present, commitment_words
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.subject_finder import subject_finder
from servanda.reading.commitments.told import Sentence
from servanda.reading.scan import Scan

_FEW_ARTICLES = 3  # articles from which a text is a treaty or written like one
_SUBJECT_LENGTH = 90  # characters in which the subject of an article's sentence must end
_NEXT = re.compile(r"[,\s]*(?P<verb>(?:(?:se|ne|en|y) |s'|n')*(?P<word>[^\W\d_]+))")
_PARTICIPLE = re.compile(
    r"(?: [^\W\d_]+ment| aussi| également)? [^\W_]+(?:ée?s?|ies?|is|ues?|us|u|i|ites?|its?|erte?s?|ises?)\b"
)
_AND = re.compile(r" (?:et|y|e)(?: (?:en|se|lui|leur|les|los|las))? $")
_AND_LENGTH = 9  # characters of the longest of them
_IMPERSONAL = re.compile(r"il (?:est|sera) (?:institué|créé|établi|constitué)e?\b")


def has_articles(scan: Scan) -> bool:
    """Whether the text is written in articles, so that its present tense undertakes."""
    count = 0
    for block in scan.document.blocks:
        openers = commitment_words(block.language).present.articles
        marked = bool(block.marker) and block.marker.lower().startswith(openers)
        count += marked or scan.folded.startswith(openers, block.start)
    return count >= _FEW_ARTICLES


def present_heads(sentence: Sentence) -> list[Head]:
    """Return the verb right after the subject that opens the sentence, as a head; none where it only defines."""
    folded, start, end = sentence.scan.folded, sentence.start, sentence.end
    present = commitment_words(sentence.language).present
    impersonal = _IMPERSONAL.match(folded, start, end)
    if impersonal is not None and present.articles:
        return [Head(start, impersonal.end(), "passive", "")]
    reach = min(end, start + _SUBJECT_LENGTH)
    for subject in subject_finder(sentence.language).openers(sentence, start, reach):
        match = _NEXT.match(folded, subject.end, end)
        if match is not None and _is_verb(match, present):
            return [Head(match.start("verb"), match.end(), "undertake", ""), *_second(sentence, match.end())]
    return []


def _second(sentence: Sentence, start: int) -> list[Head]:
    """Return the verbs right after "and" that share the subject: "offre soixante places et prend en charge ..."."""
    return [
        Head(head.start, head.end, "undertake", "")
        for head in sentence.heads
        if head.start > start and _AND.search(sentence.scan.folded, head.start - _AND_LENGTH, head.start)
    ]


def _is_verb(match: re.Match[str], present: Present) -> bool:
    word = match["word"]
    if word in present.being and not _PARTICIPLE.match(match.string, match.end()):
        return False  # "est sans effet sur", but "est versée en quatre annuités"
    return len(word) > 2 and word not in present.no_verb and match["verb"] not in present.no_verb
