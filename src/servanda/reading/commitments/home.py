"""Where a text speaks from, and whether it speaks for several.

Its publisher's country, the capital in its dateline ("Berne, 25 March 2026 -"), the office above it; of two parties the
one whose offices it names without their state.
"""

import functools
import itertools
import re
from collections.abc import Sequence

from servanda.lexicon.actors import actor_words, world
from servanda.reading.commitments.joint import says_joint
from servanda.reading.commitments.subject_finder import subject_finder
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.scan import Scan
from servanda.text.folding import fold

_BLOCKS = 6  # blocks at the head of a text: its dateline, the office above it, the heading of a speech
_PAIR = 2  # parties of which one may be named everywhere and the other not
_OPENING_SENTENCES = 4  # sentences in which a text says of whom it tells
_ARTICLE = 4  # characters of an article that may open a sentence
_BESIDE = 12  # characters between a subject and its verb
_HEAD = 2  # blocks in which a text says what it is
OFFICIALS = frozenset({"person", "office", "institution"})
_ORATORS = frozenset({"person", "office"})
_SPEECH = re.compile(
    r"(?:the |le |la |el |las |les )?(?:(?:opening|closing|keynote|welcome) )?(?:remarks|speech|address|statement"
    r"|keynote|lecture|discours|allocution|intervention|déclaration|propos|discurso|palabras|alocución|intervención|mensaje)"
    r"(?: \w+){0,2}? (?:by |of |de |du |des |del |d')"
)
# "Ministry of Finance, Oslo", "Federal Council – Berne, 27 May 2026"
_OFFICE = re.compile(
    r"\s*(?P<office>[^,\n]{6,90}?)(?:, | [–—-] )(?P<capital>[^,\d\n–—-]{3,30}?)\s*(?:\n|$|, (?=[^\n]{0,12}\d))"
)
_DATED = re.compile(r"\s*[^,\n]{3,30}, [^\n]{0,12}\d[^\n]{0,24}$")  # a place and a day on a line of their own
_DATELINE = re.compile(r"\s*([^\W\d_][^\d,.(–—-]{2,30}?)\s*(?:[,.(–—-]|\d)")


def home_of(scan: Scan) -> str | None:
    """Return the state that a text speaks from, None where it does not show."""
    if scan.document.country:
        return scan.document.country
    for block in scan.document.blocks[:_BLOCKS]:
        match = _DATELINE.match(scan.folded, block.start, block.end)
        if match is not None and match[1] in _capitals():
            return _capitals()[match[1]]
    return None


def opener_of(sentences: Sequence[Sentence], parties: tuple[str, ...]) -> str | None:
    """Return the state beside the parties that undertakes something as the text opens: it speaks of its own acts.

    "Better warnings for Tonga and Samoa. New Zealand will build two radars in Tonga and Samoa".
    """
    proper = (sentence for sentence in sentences if sentence.block.kind not in {"title", "heading"})
    for sentence in itertools.islice(proper, _OPENING_SENTENCES):
        if not _opens_beside(sentence, parties):
            continue
        subject = subject_finder(sentence.language).opener(sentence)
        if subject is None or subject.kind != "agent":
            continue
        undertakes = any(0 < head.start - subject.end < _BESIDE for head in sentence.heads)
        beside = len(subject.parties) == 1 and subject.parties[0] not in parties
        if undertakes and beside and _names_any(sentence, subject.end, parties):
            return subject.parties[0]
    return None


def _opens_beside(sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """Whether who is named first in a sentence opens it and is none of the parties."""
    first = sentence.actors[0] if sentence.actors and sentence.heads else None
    if first is None or first.start - sentence.start > _ARTICLE:
        return False
    party = sentence.scan.cast.party_at(first.start, first.end)
    return party is not None and party not in parties


def _names_any(sentence: Sentence, start: int, parties: tuple[str, ...]) -> bool:
    """Whether what follows in the sentence names one of the parties: whom it is done for."""
    cast = sentence.scan.cast
    return any(
        cast.party_at(actor.start, actor.end) in parties for actor in within(sentence.actors, start, sentence.end)
    )


def orator_of(scan: Scan) -> tuple[str, ...]:
    """Return the state of who gives a speech, by its heading: "Remarks by the Minister of Ports of Chile"."""
    for block in scan.document.blocks[:_BLOCKS]:
        if _SPEECH.match(scan.folded, block.start, block.end):
            for naming in scan.cast.namings:
                if block.start <= naming.start < block.end and naming.party and naming.value.type in _ORATORS:
                    return (naming.party,)
    return ()


def office_of(scan: Scan) -> str | None:
    """Return the state whose office says above a text that it is its own: "Ministry of Finance, Oslo"."""
    for block in scan.document.blocks[:_BLOCKS]:
        line = _OFFICE.match(scan.folded, block.start, block.end)
        if line is not None and line["capital"] in _capitals():
            institutions = actor_words(block.language).institutions
            if not institutions.isdisjoint(line["office"].split()):
                return _capitals()[line["capital"]]
    return _office_above_day(scan)


def _office_above_day(scan: Scan) -> str | None:
    """Return the state of an office on a line of its own, right above one with its capital and a day."""
    for above, below in itertools.pairwise(scan.document.blocks[:_BLOCKS]):
        dated = _DATED.match(scan.folded, below.start, below.end)
        place = _DATELINE.match(scan.folded, below.start, below.end) if dated is not None else None
        opening = scan.folded[above.start : above.end].split(" ", 1)[0]
        if place is not None and opening in actor_words(above.language).institutions:
            return _capitals().get(place[1])
    return None


def is_joint(scan: Scan) -> bool:
    """Whether the text says at its head that its parties speak together: "Joint Statement", "Déclaration conjointe"."""
    return any(says_joint(scan, block.start, block.end) for block in scan.document.blocks[:_HEAD])


def has_guests(scan: Scan) -> bool:
    """Whether more than one head of state or government is named without a state: one of them is not at home."""
    heads = {
        naming.value.name
        for naming in scan.cast.namings
        if naming.party is None and naming.rule == "person" and scan.folded.startswith(_heads(), naming.start)
    }
    return len(heads) > 1


def unnamed_home(scan: Scan, parties: tuple[str, ...], home: str | None) -> str | None:
    """Return the party whose offices and bodies a text names without their state, because it is its own.

    "The Minister for Agriculture ... Kenya's Cabinet Secretary": of two parties, it speaks from the other one. Where it
    names the state of no office, it speaks from its ``home``, unless it opens with another one.
    """
    if len(parties) != _PAIR or is_joint(scan):
        return None
    named = [naming.party for naming in scan.cast.namings if naming.value.type in OFFICIALS]
    others = [party for party in parties if party not in named]
    if named.count(None) < _PAIR:
        return None
    if len(others) == 1:
        return others[0]
    return home if home in others and _opens_alone(scan, home) else None


def issuer_of(scan: Scan, parties: tuple[str, ...], home: str | None) -> str | None:
    """Return the state whose own release a text is: by the office above it, or by its ``home`` and how it opens."""
    office = office_of(scan)
    if office is not None or home is None or not _opens_alone(scan, home):
        return office
    return home if home == unnamed_home(scan, parties, home) and not orator_of(scan) else None


def _opens_alone(scan: Scan, home: str) -> bool:
    """Whether a text names no other state than its own as it opens."""
    opening = scan.document.blocks[:_BLOCKS]
    named = (naming.party for naming in scan.cast.namings if naming.start < opening[-1].end)
    return all(party is None or party == home for party in named)


def only_state(scan: Scan) -> str | None:
    """Return the one state that a text names, None where it names several: the ministries that it names are its own."""
    named = {naming.party for naming in scan.cast.namings if naming.party is not None and naming.party.isupper()}
    return named.pop() if len(named) == 1 else None


@functools.cache
def _heads() -> tuple[str, ...]:
    """Return what heads of state and government are called."""
    return tuple(world().presidents | world().prime_ministers)


@functools.cache
def _capitals() -> dict[str, str]:
    return {fold(name.text): actor.id for actor in world().actors for name in actor.names if name.form == "capital"}
