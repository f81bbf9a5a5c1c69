"""Who gives what a commitment speaks of: "Ireland's contribution", "la contribution suisse", "a Norwegian grant"."""

import functools
import re

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.forms import whole_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.told import within
from servanda.reading.parties import parties_among, party_of

_THIS = re.compile(r"(?:this|that|ce|cet|cette|est[ae]|dich[oa]) ")
_THIS_LENGTH = 7  # characters of the longest of them
_GIFT = 60  # characters of a draft in which its gift is named
_GIVER = 24  # characters around a gift in which its giver is named
_FROM = re.compile(r"\b(?:from|by|de|du|des|del|par|por|d') ?(?:(?:the|la|le|les|el|los|las) |l')?$")
_GIVES = re.compile(r"(?:'s|')? (?:[^\W_]+ ){0,2}| ?(?:of|de|del|from|by|du|des|de la|de l') ?")


def is_the_gift_before(draft: Draft) -> bool:
    """Whether the subject is a gift that was spoken of: "Cette contribution est versée en quatre annuités"."""
    sentence, subject = draft.sentence, draft.subject
    folded = sentence.scan.folded
    this = _THIS.search(folded, max(sentence.start, subject.start - _THIS_LENGTH), subject.end)
    return this is not None and _gifts(sentence.language).search(folded, subject.start, subject.end) is not None


def givers_of(draft: Draft) -> tuple[str, ...] | None:
    """Return the parties named as givers of what a draft is about, None where it is about no gift."""
    scan, item = draft.sentence.scan, draft.rule == "commitment.item"
    start = min(draft.clause, draft.start)
    end = min(draft.end, max(draft.strength.verb_end, draft.start + _GIFT))
    gift = _gifts(draft.sentence.language).search(scan.folded, start, end)
    if gift is None or (not item and gift.end() > draft.strength.verb_end):
        return None
    near = within(draft.sentence.actors, max(start, gift.start() - _GIVER), min(gift.end() + _GIVER, draft.end))
    givers = (
        actor
        for actor in near
        if (actor.start <= gift.start() and gift.end() <= actor.end)  # "a Norwegian consulate in Kumasi"
        or _GIVES.fullmatch(scan.folded[actor.end : gift.start()] or scan.folded[gift.end() : actor.start])
    )
    return parties_among(givers, scan)


def giver_to_receiver(draft: Draft, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return who gives what somebody is to receive: "will receive 40 buses from Chile", else the other ``parties``."""
    sentence, subject = draft.sentence, draft.subject
    if draft.strength.verb not in commitment_words(sentence.language).chain.receiving:
        return ()
    for actor in within(sentence.actors, draft.start, draft.end):
        party = party_of(actor, sentence.scan)
        if party in parties and _FROM.search(sentence.scan.folded, draft.start, actor.start):
            return (party,)
    given = subject.kind == "agent" and within(sentence.money, draft.start, draft.end)
    return tuple(party for party in parties if party not in subject.parties) if given else ()


@functools.cache
def _gifts(language: Language) -> re.Pattern[str]:
    return whole_words(commitment_words(language).subjects.gifts)
