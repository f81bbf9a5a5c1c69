"""Judge one head in its clause: a commitment, nothing, or left out for a reason (CODEBOOK I1, I2)."""

import functools
import re
from typing import Literal

from servanda.lexicon.commitments import commitment_words, expand
from servanda.lexicon.language import Language
from servanda.reading.commitments.force import Strength, strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.subjects import Subject
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.deadlines import find_deadline
from servanda.reading.mention import Date, Quotation, Reason

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
_TO_BE = frozenset({"be", "have", "être", "avoir", "ser", "estar", "tener", "haber"})
_REFLEXIVE = re.compile(r"(?<![^\W_])se $")
_WORD = re.compile(r"[^\W_]+")
_WORD_LENGTH = 24  # characters before a head in which the word before it stands
_FIRST_WORDS = 9
_REACH = 400  # characters after a verb in which something definite is said, if at all
_SHORTLY = 80  # characters before a noun of undertaking in which it may be thanked for
_BEGINNING = 60  # characters in which a sentence names its subject, or the words after a name say who it is
_BESIDE = 40  # characters before a name in which a word may say whose it is
_NEAR = 110  # characters after a head within which what it needs must stand
_OPENS = 16  # characters at the head of a clause in which a day stands for all of it: "In May 2021, "
_SOON = 12  # characters after a verb in which the day of its act stands: "pledged in 2021"
# "Whether Ghana will keep its word", "reste à savoir si Dakar tiendra parole": nobody undertakes what is asked.
_ASKED = re.compile(
    r"\b(?:(?:whether|if|how|si|comment|pourquoi|cómo) |s'(?=[^\W_]))(?:[^\W_]+(?:['-][^\W_]+)* ){0,5}(?:[^\W_]+')?$"
)
_LONG_PAST = re.compile(r"\b(?:had|avait|avaient|s'était|s'étaient|había|habían)\b")
_GONE = re.compile(r"\b(?:was|were|fut|furent|a été|ont été|fue|fueron)\b")
_TAKES_PLACE = re.compile(r" (?:place|lieu|lugar)\b")
# "Hará más resistentes las orillas", "servira de modèle".
_EFFECT = re.compile(
    r" (?:más|menos|posible|plus|moins|possible|de modèle|d'exemple|de modelo|de ejemplo|as a model|as an example)\b"
)
_TO_MAKE = frozenset({"hacer", "rendre", "faire", "servir", "serve"})
_ALLOWS = re.compile(r"\bmay\b")  # "agreed that fishers from either bank may land"
_THAT = re.compile(r" (?:that|que|qu')\b")

_ALSO_NOUNS = frozenset(
    (
        "plan",
        "plans",
        "pledge",
        "pledges",
        "promise",
        "promises",
        "offer",
        "offers",
        "aim",
        "aims",
        "vow",
        "vows",
        "resolve",
    )
)
_VOWS = frozenset({"undertake", "intend", "explore", "fund", "launch", "plan", "bind", "impersonal"})

Verdict = Literal["commitment", "nothing"] | Reason


def passive(folded: str, head: Head, subject: Subject, language: Language) -> bool:
    """Whether what is undertaken is the subject: "will be built", "se creará", but not "el grupo se reunirá"."""
    if head.kind not in {"future", "reported"}:
        return head.kind == "passive"
    if language == "es" and head.verb and _REFLEXIVE.search(folded, max(0, head.start - 4), head.start):
        return subject.kind in {"other", "none"}
    return _undergoes(folded, head, language)


def stands(sentence: Sentence, head: Head) -> bool:
    """Whether the head is a finite verb or a noun of undertaking here, and not "the will", "to commit", "a plan to"."""
    if head.kind == "noun":
        return True
    text, start = sentence.scan.text, head.start
    if text[start].isupper() and start > sentence.start and text[start - 1].isspace() and not head.verb:
        return text[max(0, start - 2) : start].strip() in {"“", '"', "«"}
    first = max(sentence.start, start - _WORD_LENGTH)
    last = first + len(sentence.scan.folded[first:start].rstrip("' \n"))
    before = sentence.scan.spaced[first:last].rpartition(" ")[2]
    if not head.verb and sentence.language == "es" and before in {"lo", "aquí"}:
        return False  # "lo aquí acordado", but "lo entregará"
    if before == "s" and sentence.scan.folded[start : head.end].split(" ", 1)[0] in _ALSO_NOUNS:
        return False  # "Ghana's plan to"
    return before not in _no_verb_after(sentence.language)


def judge(
    sentence: Sentence,
    head: Head,
    subject: Subject,
    strong: Strength,
    clause: tuple[int, int],
    parties: tuple[str, ...],
) -> Verdict:
    """Return what the head is in its clause, from where the clause begins to where it ends."""
    if not _has_what_it_needs(sentence, head, subject, clause[1]):
        return "nothing"
    return (
        _left_out(sentence, head, subject, clause, parties)
        or _described(sentence, head, subject, strong, clause)
        or "commitment"
    )


def _left_out(
    sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int], parties: tuple[str, ...]
) -> Reason | None:
    """Return why nobody here undertakes anything: somebody else does, it is asked, long done, or thanked for."""
    start, end = clause
    elsewhere = bool(subject.parties and parties) and set(subject.parties).isdisjoint(parties)
    unknown = subject.kind == "other" and head.kind not in {"future", "noun", "reported", "passive"}
    unknown = (
        unknown and sentence.scan.folded[subject.start : subject.end].strip() != "se"
    )  # "Se acordó": nobody is named
    stranger = subject.kind == "stranger" or unknown or (subject.kind == "agent" and elsewhere)
    if stranger or _is_outsider(sentence, head, subject, start):
        return "third_party"
    before = sentence.reasons(start, head.start)
    if subject.reported and "wish" in before:
        return "wish"  # "hopes that Chile will"
    if "welcome" in before[:1] and within(sentence.relatives, start, head.start):
        return "welcome"  # "We welcome the gift of Norway, which has offered"
    return _passed(sentence, head, start, end) or (
        _of_a_noun(sentence, head, subject, clause) if head.kind == "noun" else None
    )


def _passed(sentence: Sentence, head: Head, start: int, end: int) -> Reason | None:
    """Return why what is said is not undertaken now: it is asked, denied or long done."""
    folded = sentence.scan.folded
    if folded.endswith("?", start, end) or (head.kind in _VOWS and _denied(folded, head, sentence.language)):
        return "description"
    if _ASKED.search(folded, start, head.start):
        return "description"
    long_past = _LONG_PAST.search(folded, max(0, head.start - 12), head.end) is not None
    long_past = long_past or (head.kind in _VOWS and _long_ago(sentence, start, head))
    return "past" if long_past or (head.kind in {"launch", "fund"} and _past(sentence, start, end)) else None


def _is_outsider(sentence: Sentence, head: Head, subject: Subject, start: int) -> bool:
    """Whether the words of the subject say that it is no party's: "the carrier", "Sen. Nes, of the opposition"."""
    folded = sentence.scan.folded
    outsiders = _outsiders(sentence.language)
    if subject.kind in {"singular", "plural", "none"}:  # "The carrier has 40 ships; it will"
        return (
            start > sentence.start
            and outsiders.search(folded, sentence.start, min(start, sentence.start + _BEGINNING)) is not None
        )
    if subject.kind == "speaking":
        return _is_said_outside(sentence, head, outsiders)
    if subject.kind not in {"agent", "other", "instrument"}:
        return False
    # A party's body with such a word in its name is an outsider; of others, what stands around the name tells.
    named = subject.parties and not folded.startswith("'s ", subject.end)  # "Ghana's main opposition party"
    floor = start if subject.start >= start else sentence.start
    first, last = (subject.start, subject.end) if named else (max(floor, subject.start - _BESIDE), head.start)
    return outsiders.search(folded, min(first, subject.start), max(last, subject.end)) is not None


def _is_said_outside(sentence: Sentence, head: Head, outsiders: re.Pattern[str]) -> bool:
    """Whether the words around the speaker of a quotation say that it is no party's: "Nes, who leads a union"."""
    quotation = sentence.quotation_at(head.start)
    speaker = quotation.value.speaker if quotation is not None and isinstance(quotation.value, Quotation) else None
    if speaker is None or sentence.scan.cast.party_named(speaker.name):
        return False
    folded, block = sentence.scan.folded, sentence.block
    first, last = max(block.start, speaker.start - _BESIDE), min(block.end, speaker.end + _BEGINNING)
    stop = re.search(r"[.!?\"]", folded[speaker.end : last])
    return outsiders.search(folded, first, speaker.end + stop.start() if stop is not None else last) is not None


@functools.cache
def _outsiders(language: Language) -> re.Pattern[str]:
    words = commitment_words(language).subjects.outsiders
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(form for entry in words for form in expand(entry))})(?![^\W_])")


def _of_a_noun(sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int]) -> Reason | None:
    """Return why a noun of undertaking makes none: "a pledge to help was struck out", "thanked for its decision to"."""
    start, end = clause
    if subject.kind == "none" and _GONE.search(sentence.scan.folded, head.end, end):
        return "past"
    before = sentence.reasons(max(start, head.start - _SHORTLY), head.start)
    return before[-1] if before and before[-1] in {"welcome", "ceremony"} else None


def _described(
    sentence: Sentence, head: Head, subject: Subject, strong: Strength, clause: tuple[int, int]
) -> Reason | None:
    """Return why what is said only describes: things that will be so, views that are shared."""
    folded, language = sentence.scan.folded, sentence.language
    if folded.endswith((" that", " que"), head.start, head.end):
        undertaken = within(sentence.heads, head.end, clause[1]) or _ALLOWS.search(folded, head.end, clause[1])
        return None if undertaken else "shared_value"
    if head.kind == "reported" and _thinks(folded, head, language):
        return "description"
    if head.kind not in {"future", "undertake", "intend"} or passive(folded, head, subject, language):
        return None
    if not _specific(sentence, strong, clause[1]):
        return "description"
    return "description" if head.kind == "future" and _foretells(sentence, head, subject, strong, clause) else None


def _foretells(sentence: Sentence, head: Head, subject: Subject, strong: Strength, clause: tuple[int, int]) -> bool:
    """Whether a future only says what will be so: of a thing, or with a verb that undertakes nothing."""
    chain = commitment_words(sentence.language).chain
    acting = subject.kind in {"agent", "collective", "speaking", "counterpart"}
    folded = sentence.scan.folded
    if not acting and _EFFECT.match(folded, strong.verb_end) and strong.verb in _TO_MAKE:
        return True
    if _TAKES_PLACE.match(sentence.scan.folded, strong.verb_end):
        return subject.kind == "other"
    if strong.verb in chain.describing or (
        not acting and not chain.enabling.isdisjoint((strong.verb, _verb(folded, head)))
    ):
        # "The clinic will be ready by June" is one all the same: somebody undertook that day.
        dated = find_deadline(sentence.scan, *clause, within(sentence.times, *clause)) is not None
        return not dated or subject.kind in {"other", "none", "singular"}
    if _assured(sentence, head, subject, clause[1]) or changes(sentence, head, subject, clause):
        return False
    if subject.kind == "none":
        return sentence.language != "es"  # a Spanish verb may leave its subject unsaid
    return subject.kind == "other" or (not acting and _negated(sentence, head))


def changes(sentence: Sentence, head: Head, subject: Subject, clause: tuple[int, int]) -> bool:
    """Whether what only the parties can move will move, by so much or by when: "Tariffs will fall to zero by 2029".

    So with what they begin: "Work will begin no later than May 2027".
    """
    if subject.kind not in {"other", "instrument"} or head.kind not in {"future", "reported"}:
        return False
    folded, words = sentence.scan.folded, commitment_words(sentence.language)
    verb = _verb(folded, head)
    if verb in words.chain.beginning:
        return find_deadline(sentence.scan, *clause, within(sentence.times, *clause)) is not None
    if verb not in words.chain.changing or not _levers(sentence.language).search(folded, subject.start, head.start):
        return False
    return bool(within(sentence.amounts, head.end, clause[1]) or within(sentence.times, head.end, clause[1]))


@functools.cache
def _levers(language: Language) -> re.Pattern[str]:
    words = commitment_words(language).subjects.levers
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(form for entry in words for form in expand(entry))})(?![^\W_])")


def _verb(folded: str, head: Head) -> str:
    """Return the first verb of a future: the word after "will", or the head itself."""
    return head.verb or (_WORD.findall(folded, head.end, head.end + _WORD_LENGTH) or [""])[0]


def _assured(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Whether a party says of a thing that it will stay or be done: "visas will remain free" (CODEBOOK I11)."""
    if not subject.reported or subject.kind != "other":
        return False
    strong = strength(sentence.scan.folded, head, end, sentence.language)
    return strong.stage == "continuing" or _undergoes(sentence.scan.folded, head, sentence.language)


def _thinks(folded: str, head: Head, language: Language) -> bool:
    """Whether a reported verb undertakes nothing: "he would think about it"."""
    verb = _verb(folded, head)
    return verb in commitment_words(language).chain.describing and verb not in _TO_BE


def _undergoes(folded: str, head: Head, language: Language) -> bool:
    """Whether the verb is in the passive, in the future or as reported: "will be", "would be granted"."""
    return head.verb in _BEING[language] and _PASSIVE[language].match(folded, head.end) is not None


def _negated(sentence: Sentence, head: Head) -> bool:
    """Whether the head is denied: "it will not fill a well", "n'affectera pas", "no reemplazará"."""
    folded = sentence.scan.folded
    before = folded[max(0, head.start - 6) : head.start].replace("'", "' ").split()
    after = folded[head.end : head.end + 7].split()
    return not {*before[-1:], *after[:1]}.isdisjoint(commitment_words(sentence.language).left.negation)


def _denied(folded: str, head: Head, language: Language) -> bool:
    """Whether a word right before the head denies it: "have not agreed to", "no se acordó", "n'ont pas convenu"."""
    before = folded[max(0, head.start - 8) : head.start].replace("'", "' ").split()[-1:]
    return not commitment_words(language).left.negation.isdisjoint(before)


def _specific(sentence: Sentence, strong: Strength, end: int) -> bool:
    """Whether the words after the verb say something definite, or give a number or a time (CODEBOOK I1)."""
    light, start = _light(sentence.language), strong.verb_end
    if any(match[0] not in light for match in _WORD.finditer(sentence.scan.folded, start, min(end, start + _REACH))):
        return True
    return bool(within(sentence.times, start, end) or within(sentence.amounts, start, end))


@functools.cache
def _light(language: Language) -> frozenset[str]:
    words = commitment_words(language)
    return words.chain.vague | words.chain.links | words.subjects.determiners | words.subjects.before


def _has_what_it_needs(sentence: Sentence, head: Head, subject: Subject, end: int) -> bool:
    """Look for what the kind of head needs: something new, money, a plan as its subject, or a report."""
    folded = sentence.scan.folded
    near = min(end, head.end + _NEAR)
    if head.kind == "reported":
        told = (
            subject.kind not in {"other", "instrument"} or _assured(sentence, head, subject, end)
            if subject.reported
            else sentence.goes_on and subject.kind == "agent"
        )
        return told and " if " not in folded[head.start : end]
    if head.kind in {"plan", "bind"}:  # whom an agreement binds stands after the verb
        return subject.kind == "instrument" if head.kind == "plan" else subject.start > head.start
    if head.kind not in {"fund", "launch"}:
        return True
    if head.kind == "launch" and _THAT.match(folded, head.end):
        return False
    if subject.kind == "money" or within(sentence.money, head.end, near):
        return True
    return head.kind == "launch" and _tells_of_something_new(sentence, head.end, near)


def _long_ago(sentence: Sentence, start: int, head: Head) -> bool:
    """Whether a verb of undertaking stands with a day well before the document's: "In 2021 they pledged to"."""
    opens = _past_day(sentence, start, min(head.end, start + _OPENS))
    return opens or _past_day(sentence, head.start, head.end + _SOON)


def _tells_of_something_new(sentence: Sentence, start: int, end: int) -> bool:
    """Whether one of the first words of a stretch says that something is new."""
    novelty = within(sentence.novelty, start, end)
    return bool(novelty) and len(_WORD.findall(sentence.scan.folded, start, novelty[0].start)) < _FIRST_WORDS


def _past(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the clause tells of something long done: it says so, or names a day well before the document's."""
    return "past" in sentence.reasons(start, end) or _past_day(sentence, start, end)


def _past_day(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch names a day well before the document's."""
    day = sentence.scan.day
    dates = [mention.value for mention in within(sentence.times, start, end) if isinstance(mention.value, Date)]
    return day is not None and any(date.end < day and (day - date.end).days > 31 for date in dates)


@functools.cache
def _no_verb_after(language: Language) -> frozenset[str]:
    subjects = commitment_words(language).subjects
    if language == "en":
        modals = {
            "to",
            "would",
            "could",
            "can",
            "may",
            "might",
            "should",
            "must",
            "political",
            "good",
            "free",
            "will",
            "as",
        }
        return (
            subjects.determiners - {"both", "all", "each", "that", "this", "these", "those", "two", "other"}
        ) | modals
    return frozenset({"un", "une", "ce", "cet", "cette", "son", "sa", "una", "su", "sus", "pour", "para"})
