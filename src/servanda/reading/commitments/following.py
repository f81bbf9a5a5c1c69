"""What must follow a word that begins a commitment only together with it: "[to]", "[deal]" of ``lexicon.Heads``."""

import functools
import re
from collections.abc import Iterable

from servanda.lexicon.commitments import Following, commitment_words
from servanda.lexicon.forms import any_of
from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words, spellings

_ASIDE = r"(?:,[^,;:.!?\"«»]{2,80},)"
# Words that open an adverbial between a verb and what it undertakes: "vowed on Thursday to", "a promis jeudi de".
_ADVERBIAL = {
    "en": r"(?:on|at|in|during|with|this|last|also|both|again|together|today|yesterday|now|further|all|\w+ly|\w+day)",
    "fr": r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|cette|aussi|également|ensemble|ainsi|en|à|au"
    r"|avec|devant|lors|dans|pour|tous|toutes|aujourd'hui|\w+ment)",
    "es": r"(?:el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|este|esta|también|asimismo|además"
    r"|en(?! que)|con|ante|durante|por|a su vez|igualmente|\w+mente)",
}
_GAP = {language: rf"(?: {opener}(?:[ '-][^\W_]+){{0,6}}?)?{_ASIDE}?" for language, opener in _ADVERBIAL.items()}
_ENGLISH_VERB = r"(?!(?:the|a|an|its|their|our|his|her|this|that|date|each|all) )[a-z]+"
_FRENCH_VERB = r"(?:ne |pas |plus |n'|se |s'|y |en |l'|le |la |les |leur |lui |nous )*[^\W\d_]+(?:er|ir|re|oir)\b"
_SPANISH_VERB = r"(?:no )?[^\W\d_]+(?:ar|er|ir|ír)(?:se|lo|la|los|las|le|les)?\b"
_MAKING = r"[^\W_]+(?:tion|sion|ment|age|ance|ción|sión|miento)\b"  # nouns of action
_ENGLISH_WORDS = r"(?: [^\W_]+(?:['-][^\W_]+)*)"
_OWNERS = {
    "en": r" (?:both )?(?:its|their|our|his|her|the|a)(?: [\w'-]+){0,4}? ",
    "fr": r" (?:également |aussi |tous deux |toutes deux |ainsi |à nouveau )?"
    r"(?:leur|leurs|sa|son|ses|notre|nos|l'|la|une?)(?: ?[^\W_]+){0,3}? ?",
    "es": r" (?:también |asimismo |además )?(?:sus?|nuestr[oa]s?|el|la|una?)(?: [^\W_]+){0,3}? ",
}
_NO_THINGS = (
    r"[^,;.]{0,12}\b(?:million|billion|trillion|euros?|dollars?|pounds|years?|months?|weeks?|days?|decades?|times"
    r"|millions?|milliards?|ans|années|mois|semaines|jours|fois|millones|millón|dólares|pesos|años|meses|días|veces"
    r"|francs|de plus|choses?|cosas?|m\$)(?![^\W_])"
)

_IN_EVERY_LANGUAGE = {
    "inf": (
        r"(?:,[^,;:.!?\"«»]{2,40},)?(?: (?:d'|de |a |à |se |s'|y |en |no |ne |pas |aussi |donc |ainsi |désormais "
        r"|en outre |además |también |asimismo |[^\W\d_]+ment |[^\W\d_]+mente )?)*"
        r"[^\W\d_]+(?:er|ir|ír|ar|re|oir)(?:se|lo|la|los|las|le|les)?\b"
    ),
    "ger": r" [^\W\d_]+ndo\b",
}


@functools.cache
def form_following(form: str, language: Language) -> re.Pattern[str]:
    """Return the pattern of a form; its group ``through``, if it has one, ends where the head itself ends."""
    return re.compile(_forms(language)[form])


@functools.cache
def _forms(language: Language) -> dict[str, str]:
    following = commitment_words(language).following
    cost = {"cost": rf" (?:[^\W_]+['’ ]){{1,3}}?{any_of(following.costs)}(?![^\W_])"}
    return _IN_EVERY_LANGUAGE | cost | {"en": _english, "fr": _french, "es": _spanish}[language](following)


def _english(words: Following) -> dict[str, str]:
    several = rf" (?:(?:some|about|around|another|up to|a further) )?(?:a hundred(?![^\W_])|{_several('en')})"
    return {
        "to": rf"(?P<through>{_GAP['en']} (?:not )?to)(?: {_ENGLISH_VERB}|:)",
        "obj": (
            r"(?P<through> (?:its|their|our|the|his|her|both|all|officials|ministers|experts|teams|senior|relevant)"
            rf"{_ENGLISH_WORDS}{{0,8}}? (?:to|with)) (?:{_ENGLISH_VERB}|the {_MAKING})"
        ),
        "own": rf"(?P<through> (?:its|their|our|his|her){_ENGLISH_WORDS}{{1,8}}? (?:to|with)) {_ENGLISH_VERB}",
        "bound": rf"(?P<through>{_ENGLISH_WORDS}{{1,6}}? to) {_ENGLISH_VERB}",
        "offer": rf"{_ENGLISH_WORDS}{{1,5}}? (?:proposal|offer|request|recommendation|suggestion) to {_ENGLISH_VERB}",
        "support": (
            r"(?P<through> (?:(?:its|their|his|her|our|the) )?(?:(?:full|country's|government's|continued|further) )?"
            rf"{any_of(words.supports)} (?:for|to|in|towards))(?![^\W_])"
        ),
        "request": (
            r"(?P<through> to (?:an?|the|its|their) (?:(?:joint|new|formal|long-standing) )?"
            rf"{any_of(words.requests)} (?:to|that|for|from|by))(?![^\W_])"
        ),
        "avail": r"[^;:.]{3,60} available\b",
        "until": rf"[^;,.]{{0,50}}? to {_ENGLISH_VERB}",
        "deal": (
            rf" (?:an?|the|their) (?:[\w-]+ ){{0,3}}?{any_of(words.deals)}(?: [^,;:.]{{2,40}}?)?"
            rf" to {_ENGLISH_VERB}\b"
        ),
        "stake": (
            r" (?:up )?[^;:.]{3,50}? (?:on the table|towards?|into|behind|at (?:the|their|its) disposal)(?![^\W_])"
        ),
        "lever": rf" (?:its|their|the|all|visa) (?:[\w-]+ ){{0,4}}?{any_of(words.moved)}\b",
        "whom": r" (?:(?:its|their|his|her|the) )?[^,;:.]{3,40}? (?:that|to)(?![^\W_])",
        "count": several,
        "things": rf"{several}(?!{_NO_THINGS})",  # "pledged 40 radios"; what is said of money asks for its amount
        "resolve": _declared("en", words.vows),
        "aim": _declared("en", words.aims),
    }


def _several(language: Language) -> str:
    """Return how a number begins, in figures or words."""
    number = any_of(spellings(" ".join(number_words(language).cardinals.values())))
    return rf"(?:\d|{number}(?![^\W_]))"


def _french(words: Following) -> dict[str, str]:
    return {
        "to": rf"(?P<through>{_GAP['fr']} (?:d'|de |à |pour ))(?:{_FRENCH_VERB}|:|(?<=à )ce qu)",
        "obj": (
            r"(?P<through> (?:leurs?|ses|nos|notre|son|sa|le |la |les |l'|à |aux |au )"
            r"[^,;:.]{3,80}? (?:d'|de |à |pour ))"
            rf"(?:{_FRENCH_VERB}|(?:l'|la ){_MAKING})"
        ),
        "own": rf"(?P<through> (?:à|aux) (?:leurs?|ses|nos|notre|son|sa) [^,;:.]{{3,60}}? (?:d'|de )){_FRENCH_VERB}",
        "bound": rf"(?P<through> [^,;:.]{{3,60}}? (?:d'|de |à )){_FRENCH_VERB}",
        "task": r" [^,;:.]{3,80}? (?:le |la |les |l'|une? )",
        "thing": rf"{_ASIDE}? (?:(?:si|la|le|les|une?)(?![^\W_])|l')",
        "act": rf" ?{_MAKING}",
        "maybe": r" (?:la |l'|une )(?:possibilité|opportunité|faisabilité|éventualité|idée|option|perspective)\b",
        "avail": r"[^;:.]{3,60} (?:à (?:la )?disposition|au service)\b",
        "things": rf" {_several('fr')}(?!{_NO_THINGS})",
        "until": rf"[^;,.]{{0,50}}? pour {_FRENCH_VERB}",
        "lever": rf" (?:sa|son|ses|leurs?|la|le|les|l') ?(?:[\w-]+ ){{0,3}}?{any_of(words.moved)}\b",
        "agent": rf"(?P<through> (?:leurs?|ses|son|sa) [^,;:.]{{3,60}}? (?:d'|de |à )){_FRENCH_VERB}",
        "see": rf"(?P<through>{_ASIDE}? à )(?:ce qu|l'|la |le |les |{_FRENCH_VERB})",
        "deal": rf" (?:une? |l'|le |la ){any_of(words.deals)}(?: [^,;:.]{{2,40}}?)? (?:pour|afin de|en vue de) ",
        "stake": r" [^;:.]{0,50}?(?: ?sur la table| ?au pot)(?![^\W_])",
        "resolve": _declared("fr", words.vows),
        "aim": _declared("fr", words.aims),
    }


def _spanish(words: Following) -> dict[str, str]:
    return {
        "to": (
            rf"(?P<through>{_GAP['es']} (?:(?:a|en|de|para|por) )?)(?:{_SPANISH_VERB}|(?<=[ae] )que )"
            r"|(?: (?:a|en|de))?:"
        ),
        "obj": (
            rf"(?P<through>{_GAP['es']} (?:a|al) [^,;:.]{{3,80}}?)(?: (?:a|para|que|el|la|los|las|una?|de) "
            rf"| {_SPANISH_VERB})"
        ),
        "thing": rf"{_ASIDE}? (?:si|cómo|el|la|los|las|una?)(?![^\W_])",
        "own": r" a (?:sus?|nuestr[oa]s) [^,;:.]{3,80}? (?:que|[^\W\d_]+(?:ar|er|ir))\b",
        "bound": r"(?P<through> (?:a|al) [^,;:.]{2,60}? a )(?:[^\W\d_]+(?:ar|er|ir)(?:se)?\b|que )",
        "maybe": (
            r" (?:la|una|el)(?: [^\W_]+)? "
            r"(?:posibilidad|viabilidad|factibilidad|conveniencia|opción|idea|pertinencia)\b"
        ),
        "future": r"[^,;:.]{0,80}?[^\W_](?:rá|rán|ría|rían)\b",
        "avail": r"[^;:.]{3,60} a disposición\b",
        "things": rf" {_several('es')}(?!{_NO_THINGS})",
        "until": rf"[^;,.]{{0,50}}? para {_SPANISH_VERB}",
        "deal": (rf" (?:un|una|el|la) {any_of(words.deals)}(?: [^,;:.]{{2,40}}?)? para "),
        "lever": rf" (?:sus?|el|la|los|las) (?:[\w-]+ ){{0,3}}?{any_of(words.moved)}\b",
        "stake": r" [^;:.]{0,50}? ?(?:sobre|encima de) la mesa(?![^\W_])",
        "resolve": _declared("es", words.vows),
        "aim": _declared("es", words.aims),
    }


def _declared(language: Language, nouns: Iterable[str]) -> str:
    """Return how something is declared to be undertaken: "their firm commitment to open", "leur volonté d'ouvrir"."""
    what = {
        "en": rf" (?:to {_ENGLISH_VERB}|(?:of|to) [a-z]+ing\b|that )",
        "fr": rf"(?: [^\W_]+){{0,3}}? (?:à |de |d'){_FRENCH_VERB}",
        "es": rf"(?: [^\W_]+){{0,3}}? (?:de|a|para|en) {_SPANISH_VERB}",
    }
    return rf"(?P<through>{_OWNERS[language]}{any_of(nouns)}\b)(?={what[language]})"
