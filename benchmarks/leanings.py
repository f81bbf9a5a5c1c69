"""Learn what plain words lean to (servanda/lexicon/leanings.py), and measure it on sets that were left out.

Learnt from the labelled passages of tests/relevance, save those of which nothing is learnt, and from the turns of
phrase beside this file: a linear least-squares fit with a penalty (ridge regression) of which relation a text has, on
which words it has. Without options it prints, set by set, how often the words learnt from the other sets alone, the
cues alone, and both together name the right relation. The cues have been learnt from these very sets: for both
together the figures flatter. ``--write`` learns from all of them and writes the words of each language.
"""

import argparse
import datetime
import pathlib
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from relevance import ROOT, SETS, Bearing, Labelled, labelled_passage, load, register
from servanda.lexicon.language import LANGUAGES, Language
from servanda.monitoring import leaning
from servanda.monitoring.cues import Cues, cues
from servanda.monitoring.leaning import RELATIONS
from servanda.monitoring.profile import Aim
from servanda.monitoring.relation import weighed
from servanda.monitoring.shares import Told, shares
from servanda.register.happening import Relation

UNREAD = ("fifth", "seventeenth")
TURNS = pathlib.Path(__file__).with_name("turns_of_phrase.toml")
LEXICON = ROOT / "src" / "servanda" / "lexicon"

_TEXTS, _PLANS = 3, 2  # a word tells nothing where fewer texts have it, or of fewer plans
_PENALTY = 1.5  # the larger, the less a word that few texts have may lean
_ALWAYS = 0.4  # how much what is always so may count
_FIRST = 3  # a turn of phrase counts as the first sentence of a passage does

Table = Callable[[Language, str], Sequence[float] | None]


class Example(NamedTuple):
    """What a text tells of a commitment, and how it bears on it."""

    part: str  # the set, or "turns"
    plan: str
    language: Language
    told: tuple[Told, ...]
    bearing: Bearing
    aim: Aim
    day: datetime.date | None
    signed: datetime.date

    @property
    def is_background(self) -> bool:
        """Whether it was told before the signature, which alone gives its relation."""
        return self.day is not None and self.day <= self.signed


def examples() -> Iterator[Example]:
    """Yield the labelled passages that may be learnt from."""
    for folder in SETS:
        if folder.name not in UNREAD:
            for document in load(folder):
                for bearing in document.bears_on:
                    yield _example(folder.name, document, bearing)


def _example(part: str, document: Labelled, bearing: Bearing) -> Example:
    index, lookup = register(document.plan, document.language)
    passage = labelled_passage(document, bearing.commitment)
    told = shares(document.title, passage.opening, passage.text, passage.matches, lookup)[-1]
    day, aim = datetime.date.fromisoformat(document.date), passage.matches[-1].profile.aim
    return Example(part, document.plan, document.language, told, bearing, aim, day, index.signed)


def turns() -> Iterator[Example]:
    """Yield the turns of phrase, each in three languages."""
    for bears, lines in tomllib.loads(TURNS.read_text(encoding="utf-8")).items():
        for line in lines:
            for language, text in zip(LANGUAGES, line, strict=True):
                told = ((text, _FIRST),)
                yield Example("turns", "turns", language, told, Bearing("", bears), Aim(), None, datetime.date.min)


def words(every: Sequence[Example]) -> dict[tuple[Language, str], int]:
    """Return a number for each stem that enough texts have, and is no name: it is written small somewhere."""
    texts: Counter[tuple[Language, str]] = Counter()
    plans: defaultdict[tuple[Language, str], set[str]] = defaultdict(set)
    small: set[tuple[Language, str]] = set()
    for one in every:
        said = {word for text, _ in one.told for word in leaning.words_of(text)}
        stems = {(one.language, leaning.stem(word, one.language)) for word in said}
        texts.update(stems)
        for stem in stems:
            plans[stem].add(one.plan)
        written = (word for text, _ in one.told for word in text.replace("’", " ").split() if word[:1].islower())
        small.update((one.language, leaning.stem(word, one.language)) for word in leaning.words_of(" ".join(written)))
    enough = {stem for stem, count in texts.items() if count >= _TEXTS and len(plans[stem]) >= _PLANS}
    kept = sorted(enough & small - _names({one.plan for one in every} - {"turns"}))
    return {stem: number for number, stem in enumerate(kept)}


def _names(known: Iterable[str]) -> set[tuple[Language, str]]:
    """Return the single words by which plans name states, their people and their bodies."""
    return {
        (language, leaning.stem(name.words, language))
        for plan in known
        for language in LANGUAGES
        for name in register(plan, language)[0].names[language]
        if name.role in {"side", "other"} and " " not in name.words
    }


def matrix(every: Sequence[Example], numbers: Mapping[tuple[Language, str], int]) -> NDArray[np.float64]:
    """Return a row for each text: how much each word counts in it, as ``monitoring.leaning`` counts."""
    rows = np.zeros((len(every), len(numbers)))
    for row, one in zip(rows, every, strict=True):
        for text, count in one.told:
            for word in leaning.words_of(text):
                number = numbers.get((one.language, leaning.stem(word, one.language)))
                if number is not None:
                    row[number] += count
    return rows / np.array([[leaning.rooted(total)] for total in rows.sum(axis=1)])


def fit(kernel: NDArray[np.float64], every: Sequence[Example], learnt: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how much each of these texts counts for each relation."""
    wanted = np.array([[float(every[number].bearing.relation == bears) for bears in RELATIONS] for number in learnt])
    solved: NDArray[np.float64] = np.linalg.solve(
        kernel[np.ix_(learnt, learnt)] + _PENALTY * np.eye(len(learnt)), wanted
    )
    return solved


def main() -> None:
    """Print what is measured, or write what is learnt."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write leanings.toml of each language")
    options = parser.parse_args()
    every = [*examples(), *turns()]
    numbers = words(every)
    rows = matrix(every, numbers)
    print(f"{len(every)} texts, {len(numbers)} words")
    if options.write:
        learnt = np.array([number for number, one in enumerate(every) if not one.is_background])
        counts = fit(rows @ rows.T + _ALWAYS, every, learnt)
        write(numbers, rows[learnt].T @ counts, _ALWAYS * counts.sum(axis=0))
    else:
        measure(every, rows)


def write(
    numbers: Mapping[tuple[Language, str], int], weights: NDArray[np.float64], always: NDArray[np.float64]
) -> None:
    """Write what the words of each language lean to, in thousandths."""
    for language in LANGUAGES:
        lines = [
            "# What plain words lean to: progress, completes, delays, contradicts, restates, context, in thousandths.",
            "# Learnt by benchmarks/leanings.py --write; not to be changed by hand (see lexicon/leanings.py).",
            f"always = {_line(always)}",
            "",
            "[words]",
            *(
                f'"{stem}" = {_line(weights[number])}'
                for (spoken, stem), number in numbers.items()
                if spoken == language
            ),
        ]
        (LEXICON / language / "leanings.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(numbers: Iterable[float]) -> str:
    return "[" + ", ".join(str(round(1000 * number)) for number in numbers) + "]"


def measure(every: Sequence[Example], rows: NDArray[np.float64]) -> None:
    """Print, for each set, how often the relation is right by words learnt from the others, by cues, by both."""
    kernel = rows @ rows.T + _ALWAYS
    totals = np.zeros(4)
    print(f"{'left out':14}{'pairs':>7}{'words':>8}{'cues':>8}{'both':>8}")
    for part in dict.fromkeys(one.part for one in every):
        learnt = np.array([number for number, one in enumerate(every) if one.part != part and not one.is_background])
        asked = np.array([number for number, one in enumerate(every) if one.part == part])
        leans = kernel[np.ix_(asked, learnt)] @ fit(kernel, every, learnt)
        right = np.array([len(asked), 0, 0, 0])
        for number, lean in zip(asked, leans, strict=True):
            one = every[number]
            found = cues(one.told, one.language)
            thousandths = {bears: round(1000 * share) for bears, share in zip(RELATIONS, lean, strict=True)}
            for column, (heard, leant) in enumerate((((), thousandths), (found, {}), (found, thousandths)), 1):
                right[column] += one.bearing.is_related_by(_related(one, heard, leant))
        _row(part or "first", right)
        totals += right if part != "turns" else 0
    _row("all sets", totals)


def _related(one: Example, found: Cues, leans: Mapping[Relation, int]) -> Relation:
    return "context" if one.is_background else weighed(found, one.told, one.aim, one.language, leans)[0]


def _row(name: str, right: Sequence[float]) -> None:
    print(f"{name:14}{right[0]:7.0f}" + "".join(f"{count / right[0]:8.2f}" for count in right[1:]))


if __name__ == "__main__":
    main()
