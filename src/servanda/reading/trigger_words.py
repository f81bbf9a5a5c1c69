"""Every word by which actors, quotations and commitments are read, in one book: one pass over a text finds them all."""

import functools
import re
from collections.abc import Iterable, Iterator

from servanda.lexicon.commitments import Future, Heads, Left, Subjects, commitment_words
from servanda.lexicon.forms import expand
from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.cast.names import name_lists
from servanda.reading.mention import Reason
from servanda.reading.phrases import PhraseBook

_OPEN_RELATIVES = ("qu'", "d'où ")  # the next word follows at once
_REASONS: tuple[Reason, ...] = ("boilerplate", "welcome", "ceremony", "wish", "past", "shared_value")
_SUBJECTS = ("collective", "speaking", "singular", "plural", "counterpart", "instrument", "government")
_FORM = re.compile(r" \[(\w+)\]$")


@functools.lru_cache(maxsize=8)
def trigger_words(vocabulary: Vocabulary, language: Language) -> PhraseBook:
    """Return the book of a vocabulary in a language, made once.

    names, acronyms     who is named, and what announces somebody; label: what it means (``cast.names``)
    heads       words that can begin a commitment; label: their kinds, each with the form that must follow ("inf")
    left        words that leave a sentence out; label: the reason
    futures     how synthetic futures end; label: what kind of head they make
    subjects    who undertakes, where not named; label: the kind of subject
    sayings, relatives, asides, novelty     as in the lexicon; no label
    """
    words = commitment_words(language)
    said, relatives, asides = words.boundaries.saying, words.boundaries.relatives, words.boundaries.asides
    return PhraseBook(
        {
            **name_lists(vocabulary, language),
            "heads": _heads(words.heads),
            "futures": _futures(words.future),
            "left": _left(words.left),
            "subjects": _subjects(words.subjects),
            "sayings": ((form, None) for entry in said for form in expand(entry)),
            "relatives": ((word, None) for word in (*relatives, *_OPEN_RELATIVES)),
            "asides": ((phrase, None) for phrase in asides),
            "novelty": ((word, None) for word in words.left.novelty if word.isalnum()),
        }
    )


def _heads(heads: Heads) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    labels: dict[str, list[tuple[str, str]]] = {}
    for kind in Heads.__struct_fields__:
        for entry in getattr(heads, kind):
            form = _FORM.search(entry)
            for phrase in expand(_FORM.sub("", entry)):
                labels.setdefault(phrase, []).append((kind, form[1] if form else ""))
    # What asks for a form to follow is tried first: "announced their intention to" before "announced".
    return [(phrase, sorted(kinds, key=lambda kind: not kind[1])) for phrase, kinds in labels.items()]


def _futures(future: Future) -> Iterator[tuple[str, str]]:
    yield from ((f"*{ending}", "future") for ending in future.endings)
    yield from ((f"*{ending}", "reported") for ending in future.conditional)


def _left(left: Left) -> Iterator[tuple[str, Reason]]:
    for reason in _REASONS:
        for entry in getattr(left, reason):
            yield from ((phrase.lower(), reason) for phrase in expand(entry))


def _subjects(subjects: Subjects) -> Iterator[tuple[str, str]]:
    for kind in _SUBJECTS:
        for entry in getattr(subjects, kind):
            for form in expand(entry):
                for phrase in map(str.lower, _optional(form)):
                    yield phrase, kind
                    if "état" in phrase:  # much of the French press writes "Etat"
                        yield phrase.replace("état", "etat"), kind


def _optional(form: str) -> list[str]:
    """Return an entry with the letter before "?" and without it."""
    return [form.replace("?", ""), re.sub(r".\?", "", form)] if "?" in form else [form]
