"""The index of a register: everything that the monitor knows of it, frozen under one version."""

import datetime
import hashlib
from collections.abc import Mapping

import msgspec

from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring.lookup import Lookup
from servanda.monitoring.names import Name, names
from servanda.monitoring.profile import Profile, profile, wordings
from servanda.monitoring.proper_names import proper_names
from servanda.monitoring.term import Term
from servanda.monitoring.watched import Watched
from servanda.monitoring.weights import term_weights

RULE = "servanda-monitor/4"


class RegisterIndex(msgspec.Struct, frozen=True):
    """One register as the monitor looks for it.

    ``weights`` is the table of whole numbers by which terms count. ``version`` is the SHA-256 of all the rest: the same
    version gives the same candidates for the same document, on any machine.
    """

    rule: str
    agreement: str
    parties: tuple[str, ...]
    signed: datetime.date
    names: dict[Language, tuple[Name, ...]]
    profiles: tuple[Profile, ...]
    weights: dict[Term, int]
    version: str = ""


def register_index(watched: Watched, weights: Mapping[Term, int] | None = None) -> RegisterIndex:
    """Return the index of a register.

    ``weights`` replaces the table that the register's own words give, where reviewers have adopted another.
    """
    used = proper_names(watched)
    known = {language: names(watched, language, used) for language in LANGUAGES}
    words = wordings(watched, {language: Lookup(language, known[language]) for language in LANGUAGES})
    table = dict(weights) if weights is not None else term_weights(frozenset(one.factors) for one in words)
    agreement = watched.agreement
    index = RegisterIndex(
        RULE,
        agreement.id,
        tuple(party.id for party in agreement.parties),
        agreement.signed,
        known,
        tuple(profile(one, table) for one in words),
        table,
    )
    version = hashlib.sha256(msgspec.json.encode(index, order="deterministic")).hexdigest()
    return msgspec.structs.replace(index, version=version)
