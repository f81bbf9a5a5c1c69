"""Words that tell how a passage bears on a commitment (CODEBOOK E7): done, under way, late, undone, said again."""

import functools
import re

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language

_ENDING = re.compile(r"<(\w+)>")


class RelationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cues of one language, in lower case, in the notation of ``forms.expand``.

    A verb may be written with the name of its ``endings``: "annul<er>" stands for all forms that tell what is or was.

    completes    what was undertaken is there: opened, signed, in force, the last of them
    progress     something of it is: begun, a first part, so far
    delays       it is not there where it should be
    late         it was due before: a delay, unless it is there now
    contradicts  it was undone or refused
    restates     it was said again, or is still to come
    context      somebody without a part in it speaks of it: polls, columnists, those who ask for it
    rises        it became more: progress, unless the commitment is to make it less
    falls        it became less: the other way round
    begins       it was begun: progress, unless the commitment is to begin or to open it
    works        works on it were begun: progress, unless the commitment is to begin it
    beginning    words of a title that say that something is to begin
    ends         it was abolished: contradicts, unless the commitment is to abolish something
    ending       words of a title that say that something is to be abolished
    opening      words of a title that say that something is to be opened
    signs        it was signed: progress, unless the commitment is to sign or to agree
    signing      words of a title that say that something is to be signed
    less         words of a title that say that something is to become less
    partly       what is done is the first of several: a step
    negations    words before a cue, in its clause, that turn it round: what is not done is late, what is not dropped
                 was said again
    contrasts    phrases with a negation that only set one thing against another: "once and not twice", "not only"
    future       words before a cue that say that it is still to come
    denials      words that turn round whatever follows in their sentence: "denied a claim that it would be halved"
    burdens      what stands in the way: appeals, fees, bans
    lifts        words before a burden that say that it is gone: "threw out an appeal", "no longer need a permit"
    lifted       the same words behind it: "the fee has been scrapped"
    imposes      words before a burden that say that it is laid on: "brought back the fee"
    imposed      the same words behind it: "the fee is back"
    undone       patterns of a verb that says that something will not be, or is not any more; they contradict, or
                 delay where something else does
    unmade       patterns of a verb that says that something has not been, or should have; only where nothing else tells
                 anything: late
    lasting      patterns that say that something is so from now on; only where nothing else tells anything: done
    foretold     patterns of somebody's words that something will be; only where nothing else does: said again
    when         times after it that say that it will not be then, but later
    until        words behind a cue that say that it is so only for a time: what is stopped until then is late
    of           words between a part and the whole: "310 of the 400"
    moves, to    words before and between two numbers of which the second is the newer: "went from 300 to 240"
    against,     words before a number and behind it that say that it is the older of two: "40, against 100 the year
    past         before"
    all          words before a number that is reached: "all 400"
    """

    endings: dict[str, str]
    completes: tuple[str, ...]
    progress: tuple[str, ...]
    delays: tuple[str, ...]
    late: tuple[str, ...]
    contradicts: tuple[str, ...]
    restates: tuple[str, ...]
    context: tuple[str, ...]
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    begins: tuple[str, ...]
    works: tuple[str, ...]
    beginning: tuple[str, ...]
    opening: tuple[str, ...]
    ends: tuple[str, ...]
    ending: tuple[str, ...]
    signs: tuple[str, ...]
    signing: tuple[str, ...]
    less: tuple[str, ...]
    partly: tuple[str, ...]
    negations: tuple[str, ...]
    contrasts: tuple[str, ...]
    future: tuple[str, ...]
    denials: tuple[str, ...]
    burdens: tuple[str, ...]
    lifts: tuple[str, ...]
    lifted: tuple[str, ...]
    imposes: tuple[str, ...]
    imposed: tuple[str, ...]
    undone: tuple[str, ...]
    unmade: tuple[str, ...]
    lasting: tuple[str, ...]
    foretold: tuple[str, ...]
    when: tuple[str, ...]
    until: tuple[str, ...]
    moves: tuple[str, ...]
    to: tuple[str, ...]
    against: tuple[str, ...]
    past: tuple[str, ...]
    of: tuple[str, ...]
    all: tuple[str, ...]


@functools.cache
def relation_words(language: Language) -> RelationWords:
    """Return the cues of a language, with the endings of every verb."""
    words = loader.load(f"{language}/relations.toml", RelationWords)
    ended = {
        kind: tuple(_ENDING.sub(lambda name: f"({words.endings[name[1]]})", entry) for entry in getattr(words, kind))
        for kind in words.__struct_fields__
        if kind != "endings"
    }
    return msgspec.structs.replace(words, **ended)
