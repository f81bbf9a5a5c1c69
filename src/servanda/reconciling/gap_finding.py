"""Findings about versions of one text: what languages do not say alike, and what a later text changed."""

from typing import Literal

import msgspec

from servanda.lexicon.language import Language
from servanda.reconciling.finding import Finding
from servanda.reconciling.stated import Measure


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of a document: ``text[start:end]``, empty where something would stand that is not there."""

    start: int
    end: int


class VersionWords(msgspec.Struct, frozen=True):
    """What one version says: the stretch that is aligned with those of the others, and in it the words in question.

    ``words`` are empty where the version does not say it.
    """

    document: str
    language: Language
    aligned: Span
    words: tuple[Span, ...]


class LanguageGapDetail(msgspec.Struct, frozen=True):
    """``differs`` where versions say something else, ``missing`` where some say nothing; ``measure`` of a value."""

    rule: Literal["differs", "missing"]
    measure: Measure | None
    versions: tuple[VersionWords, ...]


class LanguageGap(Finding, frozen=True, tag="language_gap"):
    """A number, date, actor, item or force that is not the same in all language versions. None is preferred."""

    detail: LanguageGapDetail
