"""Tell the passive: what is undertaken is the subject ("will be built", "sera créé", "se creará")."""

import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.subject import Subject

_PASSIVE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?: not| also| soon| jointly| now| then| henceforth| thereafter| again| \w+ly)*"
        r" be(?: also| jointly| further| \w+ly)* (?:\w+(?:ed|en|wn|orn)"
        r"|(?:re|up|over|out|under|with)?(?:held|made|built|set|put|paid|sent|met|led|kept|brought|drawn|run|done|begun|spent"
        r"|sold|taught|dug|cut|laid|lent|bought|fed|bound|cast|dealt|found|heard|hung|left|lit|lost|shut|sought|split|spread"
        r"|stood|struck|swept|told|thought|won|wound))\b"
    ),
    "fr": re.compile(
        r"(?: \w+ment| aussi| également| ainsi| pas| plus| jamais)* [^\W_]+"
        r"(?:ée?s?|ies?|is|ues?|us|u|i|ites?|its?|erte?s?|ises?|inte?s?)\b"
    ),
    "es": re.compile(
        r"(?: \w+mente| también)* (?!(?:distint|exact|ciert|just|alt|cort|lent|mixt|content|atent)[oa]s?\b)"
        r"[^\W_]+(?:ad[oa]s?|id[oa]s?|(?:t|ch|est|uest|rit)[oa]s?)\b"
    ),
}
_BEING = {"en": frozenset({""}), "fr": frozenset({"être"}), "es": frozenset({"ser", "quedar"})}
DUTIES = frozenset({"devoir", "deber"})
_BE = re.compile(r" (?:être|ser)(?= )")
_REFLEXIVE = re.compile(r"(?<![^\W_])se $")
_PRONOMINAL = re.compile(r" (?:a|al|de|del|en|con|por|para|cargo) ")


def is_passive(folded: str, head: Head, subject: Subject, language: Language) -> bool:
    """Whether what is undertaken is the subject: "will be built", "se creará", but not "el grupo se reunirá"."""
    if head.kind not in {"future", "reported"}:
        return head.kind == "passive"
    if language == "es" and head.verb and _REFLEXIVE.search(folded, max(0, head.start - 4), head.start):
        moves = subject.end > subject.start and head.verb in commitment_words("es").chain.changing
        return subject.kind in {"other", "none"} and not moves and not is_pronominal(folded, head)
    return undergoes(folded, head, language)


def is_pronominal(folded: str, head: Head) -> bool:
    """Whether a Spanish verb takes "se" for its own, so that it is no passive: "se hará cargo de"."""
    return (
        head.verb in commitment_words("es").chain.pronominal
        and _PRONOMINAL.match(folded, head.end) is not None
        and _REFLEXIVE.search(folded, max(0, head.start - 4), head.start) is not None
    )


def undergoes(folded: str, head: Head, language: Language) -> bool:
    """Whether the verb is in the passive, in the future or as reported: "will be", "would be granted"."""
    start = head.end
    leads = head.verb in DUTIES or not head.verb  # "devront être achevés", "doivent être mises", "va a ser construido"
    if leads and (being := _BE.match(folded, start)) is not None:
        start = being.end()
    elif head.verb not in _BEING[language]:
        return False
    return _PASSIVE[language].match(folded, start) is not None
