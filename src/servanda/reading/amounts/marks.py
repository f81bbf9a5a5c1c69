"""Say which decimal mark a text uses, where its language has two."""

import re
from collections import Counter

from servanda.lexicon.language import Language
from servanda.lexicon.numbers import number_words
from servanda.reading.scan import Scan

# One or two decimals where nothing else can be meant: before a percent sign or a scale.
_DECIMAL = re.compile(r"[0-9]([.,])[0-9]{1,2}(?= ?(?:%|mil|por ciento|md|mm))")


def decimal_mark(scan: Scan, language: Language) -> str:
    """Return the decimal mark of a language in a document.

    Spanish has both: a comma, and in Mexico and its neighbours a point. The numbers of the text that can be read in one
    way only decide, then the publisher's country, then the custom of the language.
    """
    words = number_words(language)
    if not words.point_countries:
        return words.decimal_mark
    written = Counter(_DECIMAL.findall(scan.folded))
    if written["."] != written[","]:
        return "." if written["."] > written[","] else ","
    return "." if scan.document.country in words.point_countries else words.decimal_mark
