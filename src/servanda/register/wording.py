"""Words that a plan writes itself, in the three languages."""

import msgspec

from servanda.lexicon.language import LANGUAGES, Language


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of ours in all three languages."""

    en: str
    fr: str
    es: str

    def in_language(self, language: Language) -> str:
        """Return the text in one language."""
        return str(getattr(self, language))


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and short phrases by which texts of each language speak of one thing."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()

    def in_language(self, language: Language) -> tuple[str, ...]:
        """Return those of one language."""
        phrases: tuple[str, ...] = getattr(self, language)
        return phrases


class Query(Phrases, frozen=True, forbid_unknown_fields=True):
    """What texts would say that bear on a commitment.

    ``needs`` are lists of which such a text has a phrase each: first those for its subject, then those for what is
    done about it.
    """

    needs: tuple[Phrases, ...] = ()


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A proper name in the languages in which it officially exists: at least one."""

    en: str | None = None
    fr: str | None = None
    es: str | None = None

    def __post_init__(self) -> None:
        if not any((self.en, self.fr, self.es)):
            raise ValueError("a name needs at least one language: en, fr or es")

    def in_language(self, language: Language) -> tuple[str, Language]:
        """Return the name, and the language it is in: the one asked for, else the first that has one."""
        for choice in (language, *LANGUAGES):
            if (name := getattr(self, choice)) is not None:
                return str(name), choice
        raise AssertionError("a Names always has one")


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody wrote in a form, in the language in which they wrote it; nobody translates it for them."""

    language: Language
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a statement says something")
