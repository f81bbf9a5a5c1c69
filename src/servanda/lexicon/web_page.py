"""The conventions of web pages: which elements make blocks, and which stand beside the text."""

import msgspec

from servanda.lexicon import loader


class WebPageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of elements, roles, classes and meta elements, in lower case; the file says what each list is."""

    silent: frozenset[str]
    blocks: frozenset[str]
    aside_elements: frozenset[str]
    aside_roles: frozenset[str]
    aside_containers: frozenset[str]
    aside_classes: frozenset[str]
    dates: tuple[str, ...]
    publishers: tuple[str, ...]
    titles: tuple[str, ...]


def web_page_words() -> WebPageWords:
    """Return the conventions of web pages."""
    return loader.load("web_page.toml", WebPageWords)
