"""Which states and organisations a text treats as the parties, and for which of them somebody acts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from servanda.lexicon.vocabulary import Actor
from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue, Mention, Quotation
from servanda.reading.scan import Scan

# Two names stand together when only this is between them: "Norway and Uruguay", "du Chili et de la Suisse", "A-B".
_TOGETHER = re.compile(
    r"\s?[-/]\s?|,? (?:and|et|y|e) (?:(?:the|le|la|les|el|los|las|de|du|des|del) |l'|d'|de l'|de la |de los )*"
)
# "Ghana, the Federal Republic of Nigeria": the form of a state may stand before its name.
_ENUMERATED = re.compile(
    r",? (?:(?:of|de|du|des|del|the|le|la|les|el|los|las|(?:[^\W_]+ ){0,2}(?:republic|kingdom|commonwealth|union|state)"
    r"|(?:république|royaume|union|état|república|reino|unión|estado)(?: [^\W_]+)?) |d'|l')*"
)
_OPENING_SENTENCES = 3
_OFTEN = 3  # times that a party is named, and times more often than a state that is none


def parties_of(scan: Scan, namings: Sequence[Naming]) -> tuple[str, ...]:
    """Return the ids of the parties of the text, in its order; empty where it is unclear.

    The plan's parties win where the text names one of them. Else the states or organisations that stand together in a
    heading, then in the opening sentences, else the two that one of these names alone, else the two that all of these
    name, else the pair that the text most often joins, else two states that alone are named again and again.
    """
    named = [(naming, party) for naming in namings if (party := _stands_for(naming)) is not None]
    known = scan.vocabulary.parties
    if known and any(party in known for _, party in named):
        return known
    stretches = _opening(scan)
    opening = [pair for pair in named if pair[0].start < stretches[-1][1]] if stretches else []
    for start, end in stretches:
        groups = _groups(scan, [pair for pair in opening if start <= pair[0].start < end])
        if groups:
            return groups[0]
    for start, end in stretches:
        alone = tuple(dict.fromkeys(party for naming, party in opening if start <= naming.start < end))
        if len(alone) == 2:
            return alone
    together = tuple(dict.fromkeys(party for _, party in opening))
    if len(together) == 2:
        return together
    tally = Counter(tuple(sorted(group)) for group in _groups(scan, named))
    best = tally.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        return best[0][0]
    return _alone_in(named)


def _alone_in(named: Sequence[tuple[Naming, str]]) -> tuple[str, ...]:
    """Return two states beside which hardly another is named, in the order of the text."""
    tally = Counter(party for _, party in named)
    often = [count for _, count in tally.most_common(3)] + [0, 0, 0]
    if often[1] < _OFTEN or often[2] * _OFTEN > often[1]:
        return ()
    return tuple(party for party in tally if tally[party] >= often[1])


def party_of(named: Mention | Actor | ActorValue, scan: Scan) -> str | None:
    """Return the id of the state or organisation that somebody is or acts for, None where nothing says so.

    A quotation has the party of its speaker. A nationality has its state, although "Canadian" alone may say no more
    than where something is: its ``rule`` tells.
    """
    if isinstance(named, Actor):
        return named.id if named.type in {"state", "organisation"} else named.party
    if isinstance(named, ActorValue):
        return scan.cast.party_named(named.name)
    if isinstance(named.value, Quotation):
        speaker = named.value.speaker
        if speaker is None:
            return None
        return scan.cast.party_at(speaker.start, speaker.end) or scan.cast.party_named(speaker.name)
    return scan.cast.party_at(named.start, named.end)


def parties_among(named: Iterable[Mention], scan: Scan) -> tuple[str, ...]:
    """Return the ids of the states and organisations that some are or act for, each once, in their order."""
    return tuple(dict.fromkeys([party for one in named if (party := party_of(one, scan))]))


def _stands_for(naming: Naming) -> str | None:
    """Return the party that somebody may stand for: a state or organisation itself, or whoever acts for a state."""
    party = naming.party
    if party is None or party.isupper():
        return party
    return party if naming.value.type in {"state", "organisation"} else None


def _opening(scan: Scan) -> list[tuple[int, int]]:
    """Return the title and headings before the first paragraph, then the first sentences of the text proper."""
    stretches: list[tuple[int, int]] = []
    sentences = 0
    for start, end, block in scan.sentences:
        if block.kind not in {"title", "heading"}:
            sentences += 1
        stretches.append((start, end))
        if sentences == _OPENING_SENTENCES:
            break
    return stretches


def _groups(scan: Scan, named: Sequence[tuple[Naming, str]]) -> list[tuple[str, ...]]:
    """Return the groups of two or more different parties that stand together, in order."""
    groups: list[tuple[str, ...]] = []
    run: list[str] = []
    joined = False
    reach = -1
    for naming, party in named:
        if naming.start < reach:
            continue
        gap = scan.folded[reach : naming.start] if reach >= 0 and naming.start - reach < 30 else None
        together = gap is not None and _TOGETHER.fullmatch(gap) is not None
        if together or (gap is not None and _ENUMERATED.fullmatch(gap)):
            run.append(party)
            joined = joined or together
        else:
            _keep(groups, run, joined)
            run, joined = [party], False
        reach = naming.end
    _keep(groups, run, joined)
    return groups


def _keep(groups: list[tuple[str, ...]], run: list[str], joined: bool) -> None:
    different = tuple(dict.fromkeys(run))
    if joined and len(different) > 1:
        groups.append(different)
