"""Items of lists and plans: each is a commitment, a sentence of its own or one with its lead-in (CODEBOOK I5, S3)."""

import re

from msgspec.structs import replace

from servanda.lexicon.commitments import commitment_words
from servanda.lexicon.language import Language
from servanda.reading.commitments.clauses import object_end
from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.force import Strength, strength
from servanda.reading.commitments.heads import Head
from servanda.reading.commitments.list_words import deed, refused
from servanda.reading.commitments.lists import Lead
from servanda.reading.commitments.notes import Note
from servanda.reading.commitments.sentences import SentenceReader
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence, within
from servanda.reading.mention import Force, Reason

_ACTING = frozenset(("agent", "collective", "speaking", "singular", "plural", "counterpart", "instrument"))
# "To their ministers of finance, to seek ...": what is undertaken follows who is told to do it.
_RECIPIENT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"to [^,;]{3,60}, to "),
    "fr": re.compile(r"(?:à|aux?) [^,;]{3,60}, (?:à |de |d')"),
    "es": re.compile(r"(?:a|al) [^,;]{3,60}, a (?:que )?"),
}
_NO_ITEM = frozenset({"welcome", "ceremony", "wish", "shared_value"})
_WELCOME = 25  # characters at the head of an item in which it says that it only welcomes or thanks
_CLITICS = 6  # characters that may stand before the verb of an item: "en ", "s'y "
_ORDER: dict[Force, int] = {"firm": 0, "intended": 1, "exploratory": 2}
_KEY = re.compile(r"[^\W\d_][^\W_]*(?:[ '-][^\W_]+){0,3} ?: (?=\w)")
_LED = re.compile(r"[^,;:]{2,60}, ")
_TO = re.compile(r" to (\w+)")
_ARTICLE_LENGTH = 4  # characters of an article before who an item names first
_THAT = re.compile(r"(?:that|que|qu')\b")


def read_item(
    first: Sentence, lead: Lead, notes: tuple[Note, ...], reader: SentenceReader
) -> tuple[list[Draft], Reason | None]:
    """Return the commitments of an item that begins with this sentence, or why there are none, where it says so."""
    drafts, left = _with_verb(first, lead, reader) or reader.read(first)
    acting = [draft for draft in drafts if _acts(draft)]
    if any(map(_opens, acting)):
        return [replace(draft, notes=notes) for draft in acting], None
    reason = _only_thanks(first, lead)
    if reason is not None or "third_party" in left:
        return [], reason
    return [_whole(first, lead, notes)], None


def _only_thanks(first: Sentence, lead: Lead) -> Reason | None:
    """Return why an item undertakes nothing: it thanks or hopes, but not "agreed to: recognise each other's papers"."""
    opening = first.scan.folded[first.start : first.end].split(" ", 1)[0]
    acts = not lead.neutral and opening in commitment_words(first.language).lists.verbs
    for one in first.left:
        if one.label in _NO_ITEM and one.start < first.start + _WELCOME and not (acts and one.start == first.start):
            return one.label
    return None


def _with_verb(first: Sentence, lead: Lead, reader: SentenceReader) -> tuple[list[Draft], list[Reason]] | None:
    """Read an item that begins with a verb of its own ("équipera 180 stations et en rendra compte"), if it does."""
    head = first.heads[0] if first.heads else None
    if head is None or not head.verb or head.start - first.start > _CLITICS or not lead.subject.parties:
        return None
    drafts, left = reader.by_heads(first, lead.subject)
    return (drafts, left) if drafts else None


def _whole(first: Sentence, lead: Lead, notes: tuple[Note, ...]) -> Draft:
    """Return an item as one commitment, of whom its lead-in names or its own words assign it to."""
    recipient = _RECIPIENT[first.language].match(first.scan.folded, first.start, first.end)
    start = recipient.end() if recipient is not None else item_start(first)
    given = assigned(first, start) if start > first.start else None
    if given is not None:
        start = given.end + 1
    end = object_end(first, start, first.end)
    strong = _strength(first, start, lead)
    return Draft(start, end, start, first, given or lead.subject, strong, "commitment.item", notes=notes)


def _acts(draft: Draft) -> bool:
    """Whether somebody acts in a draft; a Spanish verb may leave its subject unsaid: "Encomendaron a sus ministros"."""
    kind = draft.subject.kind
    return kind in _ACTING or (kind == "none" and draft.sentence.language == "es")


def _opens(draft: Draft) -> bool:
    """Whether a draft's subject opens its item, so that the item is a sentence of its own."""
    sentence, subject = draft.sentence, draft.subject
    opening = item_start(sentence)
    led = _LED.match(sentence.scan.folded, opening, max(opening, subject.start))  # "To that end, Chile will"
    start = led.end() if led is not None else opening
    before = sentence.scan.folded[start : subject.start].replace("'", " ").split()
    if not set(before) <= commitment_words(sentence.language).subjects.determiners:
        return False
    # "Create an observatory, whose cost will be shared" is an item with a relative clause.
    return not within(sentence.relatives, subject.start, draft.start)


def item_start(sentence: Sentence) -> int:
    """Return where an item begins after a key word ("Ports: joint study of"), or where its sentence does."""
    folded, start = sentence.scan.folded, sentence.start
    key = _KEY.match(folded, start, sentence.end)
    if key is None or refused(sentence.language).match(folded, start, key.end()):
        return start
    return key.end()


def assigned(sentence: Sentence, start: int) -> Subject | None:
    """Return whose task an item is that begins with who is to do it: "Chile to deepen the channel"."""
    actor = next(iter(within(sentence.actors, start, sentence.end)), None)
    if actor is None or actor.start - start > _ARTICLE_LENGTH or sentence.language != "en":
        return None
    party = sentence.scan.cast.party_at(actor.start, actor.end)
    to_do = _TO.match(sentence.scan.folded, actor.end, sentence.end)
    known = to_do is not None and to_do[1] in commitment_words("en").lists.verbs
    return Subject(actor.start, actor.end, "agent", (party,)) if party is not None and known else None


def _strength(sentence: Sentence, start: int, lead: Lead) -> Strength:
    """Return the force of an item: its lead-in's, or a weaker one where its own verbs are weaker."""
    folded, language = sentence.scan.folded, sentence.language
    if sentence.heads and _THAT.match(folded, start, sentence.end):  # "that Chile will consider ..."
        start = sentence.heads[0].start
    own = strength(folded, _item_head(sentence, start, lead), sentence.end, language)
    return own if _ORDER[own.force] >= _ORDER[lead.force] else replace(own, force=lead.force)


def _item_head(sentence: Sentence, start: int, lead: Lead) -> Head:
    """Return what an item begins with: its own future ("analizarán si"), a noun of action, or the bare verb."""
    if sentence.heads and sentence.heads[0].verb and sentence.heads[0].start == start:
        return sentence.heads[0]
    noun = deed(sentence.language).match(sentence.scan.folded, start, sentence.end) if lead.neutral else None
    return Head(start if noun is None else noun.start("deed"), start, "future", "")
