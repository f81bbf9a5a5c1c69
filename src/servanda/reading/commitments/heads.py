"""Find the words that can begin a commitment: auxiliaries, performatives, nouns of undertaking, synthetic futures."""

import bisect
import operator
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from servanda.lexicon.commitments import Future, commitment_words
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.phrases import Found
from servanda.reading.trigger_words import trigger_words
from servanda.text.folding import spaced

HeadKind = Literal[
    "future",
    "undertake",
    "intend",
    "explore",
    "fund",
    "launch",
    "plan",
    "bind",
    "impersonal",
    "noun",
    "passive",
    "reported",
]

_START = operator.attrgetter("start")
_AUXILIARY = re.compile(
    r"(?<![^\W_])(?:se sont|s'est|s'étaient|nous sommes|a|ont|avons|sont|est|have|has|had|se han|se ha|ha|han|hemos)"
    r"(?: \w+(?:ment|mente|ly)| aussi| également| ainsi| also| también| all| toutes?| tous)* $"
)
# What the auxiliary and its adverbs can end with: they are looked for only after one of these.
_LAST_WORDS = frozenset(
    ("sont", "est", "étaient", "sommes", "had", "a", "ont", "avons", "have", "has", "han", "ha", "hemos")
) | frozenset(("aussi", "également", "ainsi", "also", "también", "all", "toute", "toutes", "tous"))
_ADVERBS = ("ment", "mente", "ly")
_LONGEST_ADVERB = 24
_ASIDE = r"(?:,[^,;:.!?\"«»]{2,80},)"
# Words that open an adverbial between a verb and what it undertakes: "vowed on Thursday to", "a promis jeudi de".
_ADVERBIAL = {
    "en": r"(?:on|at|in|during|with|this|last|also|both|again|together|today|yesterday|now|further|all|\w+ly|\w+day)",
    "fr": r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|cette|aussi|également|ensemble|ainsi|en|à|au"
    r"|avec|devant|lors|dans|pour|tous|toutes|aujourd'hui|\w+ment)",
    "es": r"(?:el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|este|esta|también|asimismo|además"
    r"|en|con|ante|durante|por|a su vez|igualmente|\w+mente)",
}
_GAP = {language: rf"(?: {opener}(?:[ '-][^\W_]+){{0,6}}?)?{_ASIDE}?" for language, opener in _ADVERBIAL.items()}
_ENGLISH_VERB = r"(?!(?:the|a|an|its|their|our|his|her|this|that|date|each|all) )[a-z]+"
_FRENCH_VERB = r"(?:ne |pas |plus |n'|se |s'|y |en |l'|le |la |les |leur |lui |nous )*[^\W\d_]+(?:er|ir|re|oir)\b"
_SPANISH_VERB = r"(?:no )?[^\W\d_]+(?:ar|er|ir|ír)(?:se|lo|la|los|las|le|les)?\b"
_MAKING = r"[^\W_]+(?:tion|sion|ment|age|ance|ción|sión|miento)\b"  # nouns of action
_ENGLISH_NUMBERS = (
    "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|a hundred)(?![^\\W_])"
)
# What is signed or sealed to do something: "sealed a pact to", "suscribieron un convenio para".
_DEAL = {
    "en": r"deal|agreement|pact|accord|treaty|memorandum|contract|arrangement|partnership|letter|protocol|plan",
    "fr": r"accord|entente|convention|protocole|pacte|mémorandum|traité|partenariat|contrat|accord-cadre|lettre",
    "es": r"acuerdo|convenio|pacto|memorando|memorándum|tratado|compromiso|acta|alianza|carta|protocolo|contrato",
}
# What a state moves by saying so: "is lifting its ban", "double sa contribution", "levanta el veto".
_LEVER = {
    "en": r"bans?|embargo|aid|contributions?|dut(?:y|ies)|tariffs?|lev(?:y|ies)|fees?|quotas?|funding|support|visas?"
    r"|limits?|caps?|moratorium|sanctions|restrictions?|tax(?:es)?|subsid(?:y|ies)|requirements?|programme|grants?"
    r"|consulate|embassy",
    "fr": r"interdictions?|embargo|aides?|contributions?|droits?|tarifs?|taxes?|frais|quotas?|financements?|soutien"
    r"|appui|visas?|plafonds?|moratoire|sanctions|restrictions?|subventions?|exigences?|programme|bourses|consulat"
    r"|ambassade|redevances?|dotations?|participation",
    "es": r"veto|prohibición|prohibiciones|embargo|ayudas?|contribución|contribuciones|arancel(?:es)?|aportes?|tasas?"
    r"|cuotas?|cupos?|financiamiento|financiación|apoyo|visas?|visados?|topes?|moratoria|sanciones|restricci(?:ón|ones)"
    r"|impuestos?|subsidios?|subvenciones|requisitos?|programa|becas|consulado|embajada|canon|cooperación|barreras",
}
_ENGLISH_WORDS = r"(?: [^\W_]+(?:['-][^\W_]+)*)"
_VOW = {
    "en": r"(?:commitment|determination|resolve|resolution|undertaking|pledge|promise)",
    "fr": r"(?:engagements?|détermination|résolution|promesse)",
    "es": r"(?:compromisos?|determinación|resolución|promesa|obligación)",
}
_AIM = {
    "en": r"(?:intentions?|ambitions?|aims?|goals?|plans?|readiness|willingness|objectives?|targets?|aspiration)",
    "fr": r"(?:intentions?|volonté|ambition|objectifs?|but|disponibilité|disposition)",
    "es": r"(?:intención|voluntad|propósito|objetivos?|metas?|disposición|ambición|aspiración)",
}
_OWNERS = {
    "en": r" (?:both )?(?:its|their|our|his|her|the|a)(?: [\w'-]+){0,4}? ",
    "fr": r" (?:également |aussi |tous deux |toutes deux |ainsi |à nouveau )?"
    r"(?:leur|leurs|sa|son|ses|notre|nos|l'|la|une?)(?: ?[^\W_]+){0,3}? ?",
    "es": r" (?:también |asimismo |además )?(?:sus?|nuestr[oa]s?|el|la|una?)(?: [^\W_]+){0,3}? ",
}


def _declared(language: Language, nouns: Mapping[str, str]) -> re.Pattern[str]:
    """Return how something is declared to be undertaken: "their firm commitment to open", "leur volonté d'ouvrir"."""
    what = {
        "en": rf" (?:to {_ENGLISH_VERB}|(?:of|to) [a-z]+ing\b|that )",
        "fr": rf"(?: [^\W_]+){{0,3}}? (?:à |de |d'){_FRENCH_VERB}",
        "es": rf"(?: [^\W_]+){{0,3}}? (?:de|a|para|en) {_SPANISH_VERB}",
    }
    return re.compile(rf"(?P<through>{_OWNERS[language]}{nouns[language]}\b)(?={what[language]})")


# What must follow a head. ``through`` ends where the head itself ends.
_NEXT: dict[Language | None, dict[str, re.Pattern[str]]] = {
    None: {
        "inf": re.compile(
            r"(?: (?:d'|de |a |à |se |s'|y |en |no |ne |pas |aussi |donc |ainsi |désormais |en outre |además "
            r"|también |asimismo |[^\W\d_]+ment |[^\W\d_]+mente )?)*"
            r"[^\W\d_]+(?:er|ir|ír|ar|re|oir)(?:se|lo|la|los|las|le|les)?\b"
        ),
        "ger": re.compile(r" [^\W\d_]+ndo\b"),
    },
    "en": {
        "to": re.compile(rf"(?P<through>{_GAP['en']} (?:not )?to)(?: {_ENGLISH_VERB}|:)"),
        "obj": re.compile(
            r"(?P<through> (?:its|their|our|the|his|her|both|all|officials|ministers|experts|teams|senior|relevant)"
            rf"{_ENGLISH_WORDS}{{0,8}}? (?:to|with)) (?:{_ENGLISH_VERB}|the {_MAKING})"
        ),
        "own": re.compile(
            rf"(?P<through> (?:its|their|our|his|her){_ENGLISH_WORDS}{{1,8}}? (?:to|with)) {_ENGLISH_VERB}"
        ),
        "bound": re.compile(rf"(?P<through>{_ENGLISH_WORDS}{{1,6}}? to) {_ENGLISH_VERB}"),
        "offer": re.compile(
            rf"{_ENGLISH_WORDS}{{1,5}}? (?:proposal|offer|request|recommendation|suggestion) to {_ENGLISH_VERB}"
        ),
        "avail": re.compile(r"[^;:.]{3,60} available\b"),
        "until": re.compile(rf"[^;,.]{{0,50}}? to {_ENGLISH_VERB}"),
        "deal": re.compile(
            rf" (?:an?|the|their) (?:[\w-]+ ){{0,3}}?(?:{_DEAL['en']})(?: [^,;:.]{{2,40}}?)?"
            rf" to {_ENGLISH_VERB}\b"
        ),
        "stake": re.compile(
            r" (?:up )?[^;:.]{3,50}? (?:on the table|towards?|into|behind|at (?:the|their|its) disposal)(?![^\W_])"
        ),
        "lever": re.compile(rf" (?:its|their|the|all|visa) (?:[\w-]+ ){{0,4}}?(?:{_LEVER['en']})\b"),
        "whom": re.compile(r" (?:(?:its|their|his|her|the) )?[^,;:.]{3,40}? (?:that|to)(?![^\W_])"),
        "count": re.compile(rf" (?:(?:some|about|around|another|up to|a further) )?(?:\d|{_ENGLISH_NUMBERS})"),
        "resolve": _declared("en", _VOW),
        "aim": _declared("en", _AIM),
    },
    "fr": {
        "to": re.compile(rf"(?P<through>{_GAP['fr']} (?:d'|de |à |pour ))(?:{_FRENCH_VERB}|:|(?<=à )ce qu)"),
        "obj": re.compile(
            r"(?P<through> (?:leurs?|ses|nos|notre|son|sa|le |la |les |l'|à |aux |au )"
            r"[^,;:.]{3,80}? (?:d'|de |à |pour ))"
            rf"(?:{_FRENCH_VERB}|(?:l'|la ){_MAKING})"
        ),
        "own": re.compile(
            rf"(?P<through> (?:à|aux) (?:leurs?|ses|nos|notre|son|sa) [^,;:.]{{3,60}}? (?:d'|de )){_FRENCH_VERB}"
        ),
        "bound": re.compile(rf"(?P<through> [^,;:.]{{3,60}}? (?:d'|de |à )){_FRENCH_VERB}"),
        "task": re.compile(r" [^,;:.]{3,80}? (?:le |la |les |l'|une? )"),
        "act": re.compile(_MAKING),
        "maybe": re.compile(
            r" (?:la |l'|une )(?:possibilité|opportunité|faisabilité|éventualité|idée|option|perspective)\b"
        ),
        "avail": re.compile(r"[^;:.]{3,60} (?:à (?:la )?disposition|au service)\b"),
        "until": re.compile(rf"[^;,.]{{0,50}}? pour {_FRENCH_VERB}"),
        "lever": re.compile(rf" (?:sa|son|ses|leurs?|la|le|les|l') ?(?:[\w-]+ ){{0,3}}?(?:{_LEVER['fr']})\b"),
        "agent": re.compile(rf"(?P<through> (?:leurs?|ses|son|sa) [^,;:.]{{3,60}}? (?:d'|de |à )){_FRENCH_VERB}"),
        "see": re.compile(rf"(?P<through>{_ASIDE}? à )(?:ce qu|l'|la |le |les |{_FRENCH_VERB})"),
        "deal": re.compile(
            rf" (?:une? |l'|le |la )(?:{_DEAL['fr']})(?: [^,;:.]{{2,40}}?)? (?:pour|afin de|en vue de) "
        ),
        "stake": re.compile(r" [^;:.]{0,50}?(?: ?sur la table| ?au pot)(?![^\W_])"),
        "resolve": _declared("fr", _VOW),
        "aim": _declared("fr", _AIM),
    },
    "es": {
        "to": re.compile(
            rf"(?P<through>{_GAP['es']} (?:(?:a|en|de|para|por) )?)(?:{_SPANISH_VERB}|(?<=[ae] )que )"
            r"|(?: (?:a|en|de))?:"
        ),
        "obj": re.compile(rf"{_GAP['es']} (?:a|al) [^,;:.]{{3,80}}? (?:a|para|que|el|la|los|las|una?|de) "),
        "own": re.compile(r" a (?:sus?|nuestr[oa]s) [^,;:.]{3,80}? (?:que|[^\W\d_]+(?:ar|er|ir))\b"),
        "bound": re.compile(r"(?P<through> (?:a|al) [^,;:.]{2,60}? a )(?:[^\W\d_]+(?:ar|er|ir)(?:se)?\b|que )"),
        "maybe": re.compile(
            r" (?:la|una|el)(?: [^\W_]+)? "
            r"(?:posibilidad|viabilidad|factibilidad|conveniencia|opción|idea|pertinencia)\b"
        ),
        "future": re.compile(r"[^,;:.]{0,80}?[^\W_](?:rá|rán|ría|rían)\b"),
        "avail": re.compile(r"[^;:.]{3,60} a disposición\b"),
        "until": re.compile(rf"[^;,.]{{0,50}}? para {_SPANISH_VERB}"),
        "deal": re.compile(
            rf" (?:un|una|el|la) (?:{_DEAL['es']})(?: [^,;:.]{{2,40}}?)?"
            r" para "
        ),
        "lever": re.compile(rf" (?:sus?|el|la|los|las) (?:[\w-]+ ){{0,3}}?(?:{_LEVER['es']})\b"),
        "stake": re.compile(r" [^;:.]{0,50}? ?(?:sobre|encima de) la mesa(?![^\W_])"),
        "resolve": _declared("es", _VOW),
        "aim": _declared("es", _AIM),
    },
}


class Head(msgspec.Struct, frozen=True, order=True, gc=False):
    """Words that can begin a commitment. ``verb`` is the infinitive of a synthetic future, else empty."""

    start: int
    end: int
    kind: HeadKind
    verb: str


def heads_in(text: str, folded: str, start: int, end: int, language: Language) -> list[Head]:
    """Return the heads of a stretch, for those who look at nothing else in it."""
    found = trigger_words(Vocabulary(), language).find(folded, spaced(folded[start:end]), start)
    return find_heads(text, folded, found, language)


def find_heads(text: str, folded: str, found: Mapping[str, Sequence[Found[Any]]], language: Language) -> list[Head]:
    """Return the heads of a stretch in order, none overlapping another; ``found`` are its trigger words."""
    heads = [
        Head(_with_auxiliary(folded, phrase.start), meant[1], meant[0], "")
        for phrase in found["heads"]
        if (meant := _meant(phrase, folded, language)) is not None
    ]
    future = commitment_words(language).future
    futures = []
    for ending in found["futures"]:
        first = _word_start(folded, ending.start)
        place = bisect.bisect_left(heads, ending.end, key=_START) - 1
        if first == ending.start or (place >= 0 and heads[place].end > first) or _is_name(text, first):
            continue
        verb = infinitive(folded[first : ending.end], folded[ending.start : ending.end], future)
        if verb:
            futures.append(Head(first, ending.end, ending.label, verb))
    return sorted(heads + futures) if futures else heads


def infinitive(word: str, ending: str, future: Future) -> str:
    """Return the infinitive of a word that ends like a synthetic future, or "" where it is none.

    >>> infinitive("versera", "ra", commitment_words("fr").future)
    'verser'
    >>> infinitive("tendrán", "rán", commitment_words("es").future)
    'tener'
    """
    if word in future.not_future:
        return ""
    stem = word[: len(word) - len(ending)] + "r"
    irregular = future.irregular.get(stem)
    if irregular is not None:
        return irregular
    if stem.endswith(tuple(future.irregular)):
        # A prefixed verb ("maintiendra") follows the long stem that it is made of ("tiendra").
        for irregular, whole in future.irregular.items():
            if len(irregular) > 4 and stem.endswith(irregular):
                return stem.removesuffix(irregular) + whole
    if len(stem) < 4 or not stem.endswith(future.stems):
        return ""
    if stem.endswith(("oier", "uier")) and ending.startswith("r") and "vr" in future.stems:
        return f"{stem[:-3]}yer"  # "emploiera", "appuiera"
    return stem if stem.endswith(("ar", "er", "ir")) else stem + "e"


def _meant(phrase: Found[list[tuple[HeadKind, str]]], folded: str, language: Language) -> tuple[HeadKind, int] | None:
    """Return the kind that the phrase has here, the first whose form follows it, and where the head then ends."""
    for kind, form in phrase.label:
        if not form:
            return kind, phrase.end
        pattern = _NEXT[None].get(form) or _NEXT[language][form]
        following = pattern.match(folded, phrase.end)
        if following is not None:
            through = "through" in pattern.groupindex
            return kind, following.end("through") if through else phrase.end
    return None


def _is_name(text: str, first: int) -> bool:
    """Whether a capital inside a sentence shows that the word is a name ("Altamira", "Solvera")."""
    if not text[first].isupper():
        return False
    before = text[max(0, first - 3) : first].rstrip(" ")  # a new line opens a sentence
    return bool(before) and before[-1] != "\n" and before[-1] not in '.!?¡¿"“«—:'


def _with_auxiliary(folded: str, offset: int) -> int:
    """Return where "ont également convenu de" begins: a participle takes in the auxiliary before its adverbs."""
    last = (folded[max(0, offset - _LONGEST_ADVERB) : offset].split() or [""])[-1]
    if last.rpartition("'")[2] not in _LAST_WORDS and not last.endswith(_ADVERBS):
        return offset
    before = _AUXILIARY.search(folded, max(0, offset - 40), offset)
    return before.start() if before is not None else offset


def _word_start(folded: str, offset: int) -> int:
    while offset and folded[offset - 1].isalpha():
        offset -= 1
    return offset
