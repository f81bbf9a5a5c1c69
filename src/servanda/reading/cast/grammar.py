"""How names of people, offices and bodies are built in each language: the patterns around announcing words."""

import dataclasses
import functools
import re

from servanda.lexicon.actors import ActorWords, actor_words
from servanda.lexicon.language import Language

CAPITAL = "[A-ZÀ-ÖØ-ÞČĆĐŁŃŚŠŽŻİĞŞŐŰ]"
_PARTICLE = "(?:van|von|der|den|de|del|della|di|da|das|do|dos|du|la|las|los|le|el|al|bin|bint|ibn|ten|ter|af|av|zu)"
# Letters are taken whole: what follows a word is never a letter, and no shorter word need be tried.
_TOKEN = rf"(?:{CAPITAL}\.|(?:{CAPITAL}|[dD]['’]{CAPITAL})[^\W\d_]*+(?:[-'’](?!s\b)[^\W\d_]++)*)"
_FULL = rf"{_TOKEN}(?: (?:{_PARTICLE} ){{0,2}}{_TOKEN}){{0,3}}"
_TWO = rf"{_TOKEN}(?: (?:{_PARTICLE} ){{0,2}}{_TOKEN}){{1,3}}"

NAME = re.compile(_FULL)
FULL_NAME = re.compile(_TWO)
SURNAME = re.compile(rf"(?:{_PARTICLE} ){{0,2}}{_FULL}")  # after an honorific: "Mr. van Dam", "Sra. de la Cruz"
BEFORE_OFFICE = re.compile(rf"({_TWO})(?:, (?:the |le |la |el |l['’])?| \()$")
_LETTERS = r"(?:(?:[^\W\d_]\.){2,}|[^\W\d_]+)"
_WORD = re.compile(r"[^\W\d_]+")
# "Traders' Association" goes on after its apostrophe.
FIELD_WORD = re.compile(rf"{_LETTERS}(?:[-'’](?!s\b(?! {CAPITAL})){_LETTERS})*(?:(?<=s)['’](?= {CAPITAL}))?")
FIRST_NAME = re.compile(  # not after "on" or "in", where a day or a place stands
    rf"(?:,|\b(?!(?:on|in|at|from|since|last|this|next|en|el|le|du|à|de|depuis|desde)\b)[a-zà-ÿ]+) ({_TOKEN}) $"
)
_AUXILIARY = r"(?:(?:has|have|had|also|a|ont|avait|ha|han|había) )?"
AFTER_MARK = re.compile(rf"[”\"»’'],? {_AUXILIARY}$")
BEFORE_SAYING = re.compile(
    rf"(?:(?<=[”\"»’'] )(?P<marked>{_FULL})|(?<![.'’\w-])(?P<name>{_TWO}))"
    rf"(?:,(?= )|, [^,;:.()]{{1,70}},| (?:of|from|de|del|du) [^,;:.()]{{1,50}})? {_AUXILIARY}$"
)
# Capitalised at the head of a sentence or of a name, and no part of it.
LEADING = re.compile(
    r"(?:(?:The|This|That|A|An|Our|Its|Their|In|At|By|For|From|And|But|With|Under|Both|Each|As|To|On|Of|Through|When"
    r"|While|Before|After|Since|À|Au|Aux|Dans|Depuis|Selon|Pour|Chez|Avec|Desde|Según|Para|Por|Con|Tras"
    r"|Le|La|Les|El|Los|Las|Un|Une|Una|En|Mais|Pero|Et|Y)[ ,]+)+"
)
BESIDE = re.compile(r"(?:,|\b(?:and|et|y|e)|&) (?:the |la |le |el |les |los |las |l')?$")  # in the folded text
COMMA = re.compile(r", (?:the )?")
CLOSES = re.compile(r"\s*(?:[,.;:)\n—–]|$)")
YEARS = re.compile(r" \d{4}(?:[-–]\d{2,4})?")

_LAST_FIELD = re.compile(rf"{_FULL},? (?:and|et|y|e|&) (?:[a-z]+ |[dl]['’]){{0,2}}(?P<word>{_LETTERS})")
# An adjective that only a field can have, since a name follows: "(de l'Économie) bleue, Ana Ruiz".
ADJECTIVE_BEFORE_NAME = re.compile(rf" [a-zà-ÿœ-]+(?=, (?:{CAPITAL}[^\W\d_]*\.? )?{_TWO})")

# Between a state and the office or body that it has: "Canadian foreign minister", "Norway's special envoy".
_MODIFIERS = (
    r"(?:(?!(?:and|or|the|a|an|of|to|with|by|that|is|was|will|has|have|had|its|their|his|her)\b)[A-Za-z-]+ ){0,2}"
)

# Prepositions with their articles: what stands between a title and its field, or between the words of a field.
_FRENCH = r"de la |de l['’]|des |du |de |d['’]|à la |à l['’]|aux |au "
_SPANISH = r"del |de la |de los |de las |de |para la |para el |para los |para las |para |en "
_OF = {
    "en": r" (?:of|for|responsible for)(?: the)? ",
    "fr": rf" (?:chargée? |responsable |déléguée? |auprès )?(?:{_FRENCH}|pour (?:la |le |les |l['’])|en )",
    "es": rf" (?:{_SPANISH})",
}
_JOINS = {
    "en": r",? (?:and|&) |, | (?:of|for|on)(?: the)? | ",
    "fr": rf",? et (?:{_FRENCH}|la |le |les |l['’])?|, (?:{_FRENCH})?"
    rf"| (?:{_FRENCH}|sur (?:la|les|le) |pour (?:la|les|le) |en )| ",
    "es": rf",? [ye] (?:{_SPANISH}|la |el |los |las )?|, (?:de )?| (?:{_SPANISH}|contra (?:la|el) )| ",
}
_AND = {
    "en": r",? and (?:the )?",
    "fr": rf",? et (?:{_FRENCH}|la |le |les |l['’])?",
    "es": r",? [ye] (?:del |de |la |el )?",
}
_ADJECTIVE = {  # adjectives that official names use; in French by endings that no verb has in the future or the past
    "en": re.compile(r"(?!)"),  # they stand before the noun
    "fr": re.compile(
        r" [^\W\d_]*(?:ique|al|ale|aux|el|elle|if|ive|aire|er|ère|iques|ales|els|elles|ifs|ives|aires|ères)\b"
    ),
    "es": re.compile(
        r" (?:nacional|federal|general|central|estatal|especial|internacional|regional|superior|permanente|ejecutiv[oa]"
        rf"|{CAPITAL}[^\W\d_]*(?:al|ar|ivo|iva|ico|ica|ario|aria|or))\b"
    ),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language.

    ``of`` stands between an office or body and its field, ``joins`` between the words of a field, ``together`` between
    two states that share a noun. ``has`` is what may stand between a state and what it has, before it (English).
    """

    language: Language
    words: ActorWords
    of: re.Pattern[str]
    joins: re.Pattern[str]
    together: re.Pattern[str]
    adjective: re.Pattern[str]
    has: re.Pattern[str]

    def knows_field(self, field: str) -> bool:
        """Whether a folded field holds a word that fields are known to have."""
        return any(word in self.words.fields for word in _WORD.findall(field))

    def field(self, text: str, start: int, limit: int, *, named: bool) -> int:
        """Return where the field that begins here ends, ``start`` where none does: "Foreign Affairs and Trade".

        A word of a field is capitalised or known. ``named``: somebody's name may follow at once, so after a known
        word two capitalised unknown ones are a name ("Minister of Finance Ana Ruiz").
        """
        end = position = start
        after_known = False
        while (word := FIELD_WORD.match(text, position, limit)) is not None:
            known = self.words.fields.issuperset(word[0].lower().split("-"))
            if not known:
                listed = position > start and text[end] == "," and not self._goes_on(text, position, limit)
                if not word[0][0].isupper() or listed:
                    break
                if named and after_known and position == end + 1 and FULL_NAME.match(text, position):
                    break
            end = word.end()
            after_known = known
            join = self.joins.match(text, end, limit)
            if join is None:
                break
            position = join.end()
        return end

    def _goes_on(self, text: str, start: int, limit: int) -> bool:
        """Whether a list of fields goes on with unknown words: "(Foreign Affairs,) European Union and Cooperation"."""
        last = _LAST_FIELD.match(text, start, limit)
        return last is not None and last["word"].lower() in self.words.fields


@functools.cache
def grammar(language: Language) -> Grammar:
    """Return the grammar of a language, compiled once."""
    return Grammar(
        language,
        actor_words(language),
        re.compile(_OF[language]),
        re.compile(_JOINS[language]),
        re.compile(_AND[language]),
        _ADJECTIVE[language],
        re.compile(rf"(?:['’]s)? {_MODIFIERS}" if language == "en" else r"(?!)"),
    )
