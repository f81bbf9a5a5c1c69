"""What words of co-operation between governments mean, by one name for the three languages: ports, puertos, ports.

Every file of ``concepts/`` has one topic: its concepts, each with its words in the three languages side by side.
"""

import functools
from importlib import resources

import msgspec

from servanda.lexicon import loader
from servanda.lexicon.language import Language


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words and phrases of each language for one concept, in lower case.

    A single word stands for every form that shares its stem, one with "=" before it only for what is written (in the
    notation of ``forms.expand``), a phrase for itself. A word may stand for several concepts: people
    train, and take a train. ``broader`` is what the concept is one of: a hospital belongs to health. A ``general``
    concept is one that the texts of every agreement are full of.
    """

    en: tuple[str, ...]
    fr: tuple[str, ...]
    es: tuple[str, ...]
    broader: tuple[str, ...] = ()
    general: bool = False

    def words(self, language: Language) -> tuple[str, ...]:
        """Return its words and phrases in a language."""
        words: tuple[str, ...] = getattr(self, language)
        return words


@functools.cache
def concepts() -> dict[str, Concept]:
    """Return all concepts by name.

    Raises LexiconError where two topics have one name, a concept has no words in a language, or a broader one is none.
    """
    found: dict[str, Concept] = {}
    for file in sorted(resources.files(__package__).joinpath("concepts").iterdir(), key=lambda each: each.name):
        for name, concept in loader.load_named(f"concepts/{file.name}", Concept).items():
            if name in found:
                raise loader.LexiconError(f"lexicon/concepts/{file.name}: {name} is in another topic already")
            if not (concept.en and concept.fr and concept.es):
                raise loader.LexiconError(f"lexicon/concepts/{file.name}: {name} has no words in a language")
            found[name] = concept
    for name, concept in found.items():
        if unknown := set(concept.broader) - found.keys():
            raise loader.LexiconError(
                f"lexicon/concepts: {name} is broader by {sorted(unknown)}, which are no concepts"
            )
    return found
