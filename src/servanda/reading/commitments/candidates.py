"""Who or what in a stretch of a sentence may be a subject: who is named, sums of money, words for the parties."""

import re

from servanda.lexicon.commitments import Subjects
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import ActorValue, Mention
from servanda.reading.parties import parties_among
from servanda.reading.phrases import Found

_NAME = re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z]+){0,3}(?= (?:will|shall|is|has|plans|also|would|agreed|said)\b)")
_BETWEEN_STATES = re.compile(r" | (?:et|y|e) |, ")
_BESIDE = 16  # characters beside a nationality in which the noun stands that makes it a party
_PEOPLE_OF = re.compile(
    r"(?<![^\W_])(?P<people>[^\W_]+)(?: (?:of|for|de|del|de la|du|de l'|des)(?:(?<=') ?| )[^\W_]+(?: [^\W_]+){0,3})?"
    r" (?:of|from|de|d'|des) ?$"
)
_PEOPLE = 60  # characters before a word for the parties in which those stand who act for them
_AFTER_COMMA = re.compile(r", (?:(?:the|le|la|les|el|los|las) |l')?$")
_WORTH = re.compile(r", (?:[^\W_]+ ){0,2}?(?:worth|of|at|de|por|d'|en|à)(?:(?<=') ?| )(?:[^\W_]+ ){0,3}$")
_WORD = re.compile(r"[^\W_]+")


class CandidateFinder:
    """Finds what may be a subject in one language."""

    def __init__(self, subjects: Subjects) -> None:
        """Prepare the words of a language."""
        self._states = subjects.states
        self._sides = frozenset(subjects.sides)
        self._before = subjects.before

    def find(self, sentence: Sentence, start: int, end: int) -> list[Subject]:
        """Return what may be a subject in a stretch, in order."""
        found = self._named(sentence, start, end)
        if sentence.money:
            sums = (money for money in within(sentence.money, start, end) if not _is_set_in(sentence, money))
            found += [Subject(money.start, money.end, "money") for money in sums]
        for said in within(sentence.subjects, start, end):
            subject: Subject | None
            if said.label == "government":
                subject = self._government(sentence, said, end)
                if subject is not None and subject.parties:  # those named after it say whose it is
                    found = [one for one in found if one.start < said.end]
            elif any(one.start <= said.start < one.end for one in found):
                continue
            elif said.label == "singular" and any(said.start < one.start < said.end < one.end for one in found):
                continue  # "la ministre suisse Anne Favre"
            elif said.label == "collective" and (subject := _of_states(sentence, said, end)) is not None:
                found = [one for one in found if one.start < subject.start or one.start >= subject.end]
            else:
                start = self._people_of(sentence, said) if said.label == "collective" else said.start
                subject = Subject(start, said.end, said.label)  # type: ignore[arg-type]  # one of SubjectKind's
            if subject is not None:
                found.append(subject)
        return sorted(found)

    def _named(self, sentence: Sentence, start: int, end: int) -> list[Subject]:
        """Return who is named in a stretch, but no nationality that only describes."""
        found: list[Subject] = []
        for actor in within(sentence.actors, start, end):
            named = actor.rule != "nationality" or self._has_side(sentence, actor) or _begins_a_name(sentence, actor)
            # The states in "the Ireland-Ghana Plan" are part of its name: what holds others comes first.
            if named and not (found and actor.end <= found[-1].end):
                found.append(as_subject(sentence, actor))
        return found

    def _has_side(self, sentence: Sentence, nationality: Mention) -> bool:
        """Whether a nationality stands with a noun that makes it a party: "the Irish side", "la parte peruana"."""
        folded = sentence.scan.folded
        before = _WORD.findall(folded[max(0, nationality.start - _BESIDE) : nationality.start])
        after = _WORD.findall(folded[nationality.end : nationality.end + _BESIDE])
        return bool({*before[-1:], *after[:1]} & self._sides)

    def _people_of(self, sentence: Sentence, said: Found[str]) -> int:
        """Return where the people begin who act for all parties: "examiners from each country", "buzos de ambos"."""
        people = _PEOPLE_OF.search(sentence.scan.folded, max(sentence.start, said.start - _PEOPLE), said.start)
        return people.start() if people is not None and people["people"] in self._sides else said.start

    def _government(self, sentence: Sentence, said: Found[str], end: int) -> Subject | None:
        """Return a government or its ministers with the states named after them; None where others are named there.

        Where nobody is named, "le gouvernement du Québec" acts for a state, "the ministers of health" for all parties.
        """
        actors = within(sentence.actors, said.end, end)
        if actors and _begins_clause(sentence.scan.folded, actors[-1], end):
            actors = actors[:-1]  # "signed by the ministers of transport, Chile will"
        parties = parties_among(actors, sentence.scan)
        if parties:
            return Subject(said.start, end, "agent", parties)
        words = sentence.scan.folded[said.start : said.end].split()
        if actors or words[0] in self._before:  # "on behalf of"
            return None
        governs = any(word.startswith(self._states) for word in words)
        return Subject(said.start, said.end, "agent" if governs else "collective")


def as_subject(sentence: Sentence, actor: Mention) -> Subject:
    """Return an actor as a subject; agreements, and bodies that act for no one party, may stand for all of them."""
    place = actor.start, actor.end
    party = sentence.scan.cast.party_at(*place) or sentence.assumed.get(place)
    kind = actor.value.type if isinstance(actor.value, ActorValue) else None
    if kind == "agreement" or (kind == "institution" and not party):
        return Subject(actor.start, actor.end, "instrument")
    return Subject(actor.start, actor.end, "agent", (party,) if party else ())


def _is_set_in(sentence: Sentence, money: Mention) -> bool:
    """Whether a sum only says between commas what something costs: "a call, worth 4 million dollars, will be"."""
    folded = sentence.scan.folded
    return folded.startswith(",", money.end) and _WORTH.search(folded, sentence.start, money.start) is not None


def _begins_clause(folded: str, actor: Mention, end: int) -> bool:
    """Whether somebody stands alone between a comma and the verb at ``end``."""
    return not folded[actor.end : end].strip() and _AFTER_COMMA.search(folded, 0, actor.start) is not None


def _begins_a_name(sentence: Sentence, nationality: Mention) -> bool:
    """Whether a nationality begins the name of a body: "Indian Railways", "Danish Shipping"."""
    return _NAME.match(sentence.scan.text, nationality.end) is not None


def _of_states(sentence: Sentence, said: Found[str], end: int) -> Subject | None:
    """Return a collective noun with the states after it, where several: "les parties béninoise et burkinabè"."""
    parties: list[str] = []
    place = said.end
    for actor in within(sentence.actors, said.end, end):
        party = sentence.scan.cast.party_at(actor.start, actor.end)
        if not _BETWEEN_STATES.fullmatch(sentence.scan.folded, place, actor.start) or party is None:
            break
        parties.append(party)
        place = actor.end
    return Subject(said.start, place, "agent", tuple(dict.fromkeys(parties))) if len(parties) > 1 else None
