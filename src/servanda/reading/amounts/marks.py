"""Say which decimal mark a text uses, where its language has two."""

import re
from collections import Counter

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words
from servanda.reading.scan import Scan

# Decimals where nothing else can be meant: up to two before a scale, a currency or a unit, three before a percent sign.
_DECIMAL = re.compile(
    r"[0-9]([.,])[0-9]{1,2}(?= ?(?:mil|md|mm|km|ha |tonelada|grado|dólar|peso|euro|punto))"
    r"|[0-9]([.,])[0-9]{1,3}(?= ?%| por ciento)"
)
# Three digits after a single mark, as groups have and decimals hardly ever. The look-behind stands after the digit
# with which the pattern begins: so it is searched for four times as fast.
_GROUP = re.compile(r"[1-9](?<![0-9.,'][1-9])[0-9]{0,2}([.,])[0-9]{3}(?![0-9]|[.,'][0-9])")


def decimal_mark(scan: Scan, language: Language) -> str:
    """Return the decimal mark of a language in a document.

    Spanish has both: a comma, and in Mexico and its neighbours a point. The decimals of the text decide, then the
    publisher's country, then the groups of three digits of the text, then the custom of the language.
    """
    words = number_words(language)
    if not words.point_countries:
        return words.decimal_mark
    decimals = Counter(first or second for first, second in _DECIMAL.findall(scan.folded))
    if decimals["."] != decimals[","]:
        return "." if decimals["."] > decimals[","] else ","
    if scan.document.country is not None:
        return "." if scan.document.country in words.point_countries else words.decimal_mark
    groups = Counter(_GROUP.findall(scan.folded))
    return "." if groups[","] > groups["."] else words.decimal_mark
