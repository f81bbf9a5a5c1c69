"""Say which decimal mark a text uses, where its language has two."""

import re

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words
from servanda.reading.scan import Scan

# One or two decimals where nothing else can be meant: before a percent sign or a scale, or after a "$".
_DECIMAL = (
    r"(?:(?<![\d.,])\d{{1,3}}{mark}\d{{1,2}}(?= ?(?:%|mil|por ciento|md|mm))|\$ ?\d[\d.,]*{mark}\d{{1,2}}(?![\d.,]))"
)
_POINT = re.compile(_DECIMAL.format(mark=r"\."))
_COMMA = re.compile(_DECIMAL.format(mark=","))


def decimal_mark(scan: Scan, language: Language) -> str:
    """Return the decimal mark of a language in a document.

    Spanish has both: a comma, and in Mexico and its neighbours a point. The numbers of the text that can be read in one
    way only decide, then the publisher's country, then the custom of the language.
    """
    words = number_words(language)
    if not words.point_countries:
        return words.decimal_mark
    points, commas = len(_POINT.findall(scan.folded)), len(_COMMA.findall(scan.folded))
    if points != commas:
        return "." if points > commas else ","
    return "." if scan.document.country in words.point_countries else words.decimal_mark
