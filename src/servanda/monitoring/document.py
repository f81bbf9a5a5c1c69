"""What the passages of a document say, read under its title and first passage, which tell of whom it speaks."""

import re

import msgspec

from servanda.monitoring.lookup import Lookup, Said

_NAME = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]{3,}\b")
_WITHIN_A_SENTENCE = re.compile(r"(?<=[a-zà-ÿ,] )(?:[dlDL][’'])?([A-ZÀ-Ý][a-zà-ÿ]{3,})\b")


def under_head(title: str, text: str, said: list[Said], lookup: Lookup) -> list[Said]:
    """Return what every passage of a document says; ``said`` is what each says by itself.

    The title counts with the first passage. Where they name nobody with whom the register has to do, a name of the
    title that nobody knows and that the text repeats is of another state: no list has them all, or their towns.
    """
    if not said:
        return []
    head = lookup.said(title)
    lead = said[0].joined(head)
    if not (lead.sides or lead.own or lead.known):
        lead = msgspec.structs.replace(lead, others=lead.others | _strangers(title, text, lookup))
    return [lead, *(one.under(head, lead) for one in said[1:])]


def _strangers(title: str, text: str, lookup: Lookup) -> frozenset[str]:
    names = set(_NAME.findall(title))
    repeated = names.intersection(_WITHIN_A_SENTENCE.findall(text)) if names else names
    return frozenset(name for name in repeated if lookup.is_strange(name))
