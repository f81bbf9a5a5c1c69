"""Read quotations: direct ones in their marks, indirect ones in reported clauses, each with who is said to speak."""

from servanda.reading.mention import Mention, Quotation, mention
from servanda.reading.quotations.attribution import Attribution
from servanda.reading.quotations.marks import find_quoted
from servanda.reading.quotations.reported import read_reported
from servanda.reading.quotations.speakers import speaker
from servanda.reading.scan import Scan


def read_quotations(scan: Scan) -> list[Mention]:
    """Return a mention for every quotation, in order; a speaker whom the text leaves open is None.

    A speaker's words are those that name them best nearby: for "she said" the name that "she" stands for.
    """
    text = scan.text
    quoted = find_quoted(text, scan.folded, scan.document.blocks)
    attribution = Attribution(scan, quoted)
    mentions = [
        mention("quotation", text, words.start, words.end, rule, Quotation(speaker(naming), direct=True))
        for words, naming, rule in attribution.read()
    ]
    mentions += [
        mention("quotation", text, start, end, rule, Quotation(speaker(naming), direct=False))
        for start, end, naming, rule in read_reported(attribution.speakers, scan.folded)
    ]
    mentions.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return mentions
