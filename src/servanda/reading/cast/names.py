"""Every word that names an actor or announces one, for the one pass over a text, and what those found mean there."""

import operator
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from servanda.lexicon.actors import World, actor_words, world
from servanda.lexicon.language import LANGUAGES, Language
from servanda.lexicon.speech import speech_words
from servanda.lexicon.structure import structure_words
from servanda.lexicon.vocabulary import Actor, ActorName, Vocabulary
from servanda.reading.mention import ActorValue
from servanda.reading.phrases import Found
from servanda.text.folding import fold


class Word(msgspec.Struct, frozen=True, gc=False):
    """What a name or an announcing word means.

    ``sort`` is "name", "nationality", "capital", "acronym" or "short" for the name of an actor; "other" for a longer
    name that only holds one; else the list of ``ActorWords`` that it comes from. ``party`` is the state or organisation
    that the actor is or acts for. ``capital``: the text must open it with a capital; ``alone``: no capitalised word may
    stand beside it; ``gender``: "f" where the word says so. ``lower``: what it means without a capital ("suisse").
    """

    sort: str
    value: ActorValue | None = None
    party: str | None = None
    capital: bool = False
    alone: bool = False
    gender: str = ""
    lower: "Word | None" = None

    @property
    def is_party(self) -> bool:
        """Whether the word names a state or an organisation, not somebody who acts for one."""
        return self.value is not None and self.value.type in {"state", "organisation"}


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A word that names or announces somebody, in a text."""

    start: int
    end: int
    word: Word


def name_lists(vocabulary: Vocabulary, language: Language) -> dict[str, Iterable[tuple[str, Any]]]:
    """Return the names and announcing words of a language, and the acronyms, each with what it means.

    Names are looked for in the folded text and must open with a capital in the text itself; acronyms must stand in the
    text as they are. Nationalities and announcing words are those of the language; names are those of all languages,
    since official prose quotes them. A name that two actors share names nobody for certain: its id is None.
    """
    known = world()
    planned = frozenset(actor.id for actor in vocabulary.actors)
    names: dict[str, Word] = {}
    acronyms: dict[str, Word] = {}
    foreign: dict[str, Word] = {}
    for actor in vocabulary.joined(known.actors).actors:
        canonical = _canonical(actor, language)
        for name in actor.names:
            word = _word(actor, name, canonical, known)
            if name.language not in {None, language}:
                if name.form == "name":
                    foreign.setdefault(fold(name.text), word)
            elif name.form == "acronym":
                _add(acronyms, name.text, word, planned)
            else:
                _add(names, fold(name.text), word, planned)
    names = foreign | names  # what a name means in this language comes before what it means in another
    for text, word in list(names.items()):
        if word.sort == "name" and not text.isascii():
            names.setdefault(_without_accents(text), word)
    for text, word in _announcing(language, known):
        names.setdefault(text, word)
    return {"names": names.items(), "acronyms": [(fold(text), (text, word)) for text, word in acronyms.items()]}


def find_names(text: str, found: Mapping[str, Sequence[Found[Any]]]) -> list[Hit]:
    """Return the names among the trigger words that stand in a stretch of the text, in order and apart."""
    hits = [
        Hit(phrase.start, phrase.end, word) for phrase in found["names"] if (word := _meant(text, phrase)) is not None
    ]
    acronyms = [
        Hit(phrase.start, phrase.end, word)
        for phrase in found["acronyms"]
        for written, word in [phrase.label]
        if text.startswith(written, phrase.start) and _is_acronym(text, phrase.start, phrase.end)
    ]
    return _apart(hits, acronyms)


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether capitals are an acronym here: not part of "US$", nor a word among capitals ("JOIN US TODAY")."""
    if text.startswith("$", end):
        return False
    if text[start:end] not in world().words_in_capitals:
        return True
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    return not around.isupper()


def _word(actor: Actor, name: ActorName, canonical: str, known: World) -> Word:
    party = actor.id if actor.type in {"state", "organisation"} else actor.party
    capital = name.text[0].isupper()
    return Word(name.form, ActorValue(canonical, actor.id, actor.type), party, capital, name.text in known.given_names)


def _canonical(actor: Actor, language: Language) -> str:
    """Return the actor's usual name in a language, or the name it goes by everywhere."""
    return next((name.text for name in actor.names if name.form == "name" and name.language == language), actor.name)


def _add(words: dict[str, Word], text: str, word: Word, planned: frozenset[str]) -> None:
    """Add a name. One that the plan gives is the plan's; one that two others share names nobody for certain."""
    known = words.setdefault(text, word)
    if known.value is None or word.value is None or known.value.id in planned:
        return
    if known.value.id == word.value.id:
        if known.capital and not word.capital:
            words[text] = msgspec.structs.replace(known, lower=word)
    else:
        words[text] = msgspec.structs.replace(known, value=ActorValue(text.title(), None, known.value.type), party=None)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _announcing(language: Language, known: World) -> Iterator[tuple[str, Word]]:
    """Yield what announces an actor, or only looks like one; of words in two lists the first counts."""
    words = actor_words(language)
    speech = speech_words(language)
    for word, texts in (
        (Word("other"), map(fold, known.others)),
        (Word("office", gender="f"), words.offices_feminine),
        (Word("office"), words.offices),
        (Word("offices"), words.offices_plural),
        (Word("leader"), words.leaders),
        (Word("honorific", gender="f"), words.honorifics_feminine),
        (Word("honorific", gender="m"), words.honorifics_masculine),
        (Word("honorific"), words.honorifics),
        (Word("government"), words.governments),
        (Word("institution"), words.institutions),
        (Word("treaty"), words.treaties),
        (Word("saying"), speech.verbs),
        (Word("according"), speech.according),
    ):
        for text in texts:
            yield text, word


def _meant(text: str, found: Found[Word]) -> Word | None:
    """Return what a word means with the capital that it has, None where it needs one or must stand alone."""
    word = found.label
    if not word.capital:
        return word
    if text[found.start].islower():
        return word.lower
    if word.alone and (name_before(text, found.start) or capital_after(text, found.end)):
        return None
    return word


def name_before(text: str, start: int) -> bool:
    """Whether the word before is capitalised and may be a name: "Michael Jordan", but not "From Jordan"."""
    if text[start - 1 : start] != " " or not text[start - 2 : start - 1].isalpha():
        return False
    word = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    return word[0].isupper() and not any(word.lower() in structure_words(each).common for each in LANGUAGES)


def capital_after(text: str, end: int) -> bool:
    """Whether the next word is capitalised."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _apart(hits: list[Hit], acronyms: list[Hit]) -> list[Hit]:
    """Join two lists of hits in order; of two that overlap the one that begins first stays, then the name."""
    if not acronyms:
        return hits
    joined: list[Hit] = []
    reach = -1
    for hit in sorted(hits + acronyms, key=operator.attrgetter("start")):
        if hit.start >= reach:
            joined.append(hit)
            reach = hit.end
    return joined
