"""Write out the compact entries of the lexicon: "agree(|s|d) to" stands for three forms."""

import itertools
import re
from collections.abc import Iterable, Iterator

_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
_LETTER = re.compile(r"[^\W\d_](?![?*+{])")  # and no pattern


def expand(written: str) -> list[str]:
    """Write out the forms of a compact entry.

    >>> expand("agree(|s|d) (to|on)")
    ['agree to', 'agree on', 'agrees to', 'agrees on', 'agreed to', 'agreed on']
    """
    return list(each_form(written))


def each_form(written: str) -> Iterator[str]:
    """Yield the forms of a compact entry one after the other: a short one may stand for more than memory holds."""
    parts = _ALTERNATIVES.split(written)  # what stands outside and inside the innermost brackets, in turn
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    for form in map("".join, itertools.product(*choices)):
        if len(parts) > 1 and "(" in form:
            yield from each_form(form)
        else:
            yield " ".join(form.split())


def longest_first(forms: Iterable[str]) -> str:
    """Return a pattern of any of the forms as they are written, the longest first.

    >>> longest_first(["a", "am"])
    '(?:am|a)'
    """
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})"


def any_of(entries: Iterable[str]) -> str:
    """Return a pattern of any form of the entries, in their order; an entry may be a small pattern ("duties?")."""
    return f"(?:{'|'.join(form for entry in entries for form in expand(entry))})"


def whole_words(entries: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any form of the entries where it stands as words of its own.

    >>> whole_words(["contacts?"]).search("the contract, the contact")
    <re.Match object; span=(18, 25), match='contact'>
    """
    return re.compile(rf"{beginning(entries)}(?![^\W_])")


def beginning(entries: Iterable[str]) -> str:
    """Return a pattern of any form of the entries where it begins a word."""
    rests: dict[str, list[str]] = {}
    for entry in entries:
        for form in expand(entry):
            # A pattern that begins with letters is searched for several times as fast as one with a look-behind there.
            first = form[:1] if _LETTER.match(form) else ""
            rests.setdefault(first, []).append(form.removeprefix(first))
    words = (rf"{first}(?<![^\W_]{first})(?:{'|'.join(rest)})" for first, rest in rests.items())
    return f"(?:{'|'.join(words)})"
