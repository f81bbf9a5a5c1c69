"""Tell the passive: what is undertaken is the subject ("will be built", "sera créé", "se creará")."""

import re

from servanda.lexicon.language import Language
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.subjects import Subject

_PASSIVE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?: not| also| soon| jointly| \w+ly)* be(?: also| jointly| further| \w+ly)* (?:\w+(?:ed|en|wn)"
        r"|held|made|built|set|put|paid|sent|met|led|kept|brought|drawn|run|done|begun|spent|sold|taught|dug|cut|laid|lent|bought|fed)\b"
    ),
    "fr": re.compile(
        r"(?: \w+ment| aussi| également| ainsi)* [^\W_]+"
        r"(?:ée?s?|ies?|is|ues?|us|u|i|ites?|its?|erte?s?|ises?|inte?s?)\b"
    ),
    "es": re.compile(r"(?: \w+mente| también)* [^\W_]+(?:ad[oa]s?|id[oa]s?|(?:t|ch|est|uest|rit)[oa]s?)\b"),
}
_BEING = {"en": frozenset({""}), "fr": frozenset({"être"}), "es": frozenset({"ser"})}
_REFLEXIVE = re.compile(r"(?<![^\W_])se $")


def is_passive(folded: str, head: Head, subject: Subject, language: Language) -> bool:
    """Whether what is undertaken is the subject: "will be built", "se creará", but not "el grupo se reunirá"."""
    if head.kind not in {"future", "reported"}:
        return head.kind == "passive"
    if language == "es" and head.verb and _REFLEXIVE.search(folded, max(0, head.start - 4), head.start):
        return subject.kind in {"other", "none"}
    return undergoes(folded, head, language)


def undergoes(folded: str, head: Head, language: Language) -> bool:
    """Whether the verb is in the passive, in the future or as reported: "will be", "would be granted"."""
    return head.verb in _BEING[language] and _PASSIVE[language].match(folded, head.end) is not None
