"""Words that tell how a passage bears on a commitment (CODEBOOK E7): done, under way, late, undone, said again."""

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class RelationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cues of one language, in lower case, in the notation of ``commitments.expand``.

    completes    what was undertaken is there: opened, signed, in force, the last of them
    progress     something of it is: begun, a first part, so far
    delays       it is not there where it should be
    late         it was due before: a delay, unless it is there now
    contradicts  it was undone or refused
    restates     it was said again, or is still to come
    context      somebody without a part in it speaks of it: polls, columnists, those who ask for it
    negations    words before a cue, in its clause, that turn it round: what is not done is late, what is not dropped
                 was said again
    undone       patterns of a verb that says that something will not be, or is not any more; they contradict, or
                 delay where something else does
    when         times after it that say that it will not be then, but later
    of           words between a part and the whole: "310 of the 400"
    all          words before a number that is reached: "all 400"
    """

    completes: tuple[str, ...]
    progress: tuple[str, ...]
    delays: tuple[str, ...]
    late: tuple[str, ...]
    contradicts: tuple[str, ...]
    restates: tuple[str, ...]
    context: tuple[str, ...]
    negations: tuple[str, ...]
    undone: tuple[str, ...]
    when: tuple[str, ...]
    of: tuple[str, ...]
    all: tuple[str, ...]


def relation_words(language: Language) -> RelationWords:
    """Return the cues of a language."""
    return loader.load(f"{language}/relations.toml", RelationWords)
