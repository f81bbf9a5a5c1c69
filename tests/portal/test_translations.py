import re

import pytest
from babel.messages.pofile import read_po

from servanda_portal import translations

PLACEHOLDER = re.compile(r"%\(\w+\)s|</?\w+>")


def catalogue(language):
    with translations.catalogue_path(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def texts(value):
    return [value] if isinstance(value, str) else list(value)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_message_is_translated_and_none_is_fuzzy(language):
    for message in catalogue(language):
        assert all(texts(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_catalogue_holds_the_messages_of_the_sources_and_no_others(language):
    def keys(messages):
        return {(message.context, *texts(message.id)) for message in messages if message.id}

    assert keys(catalogue(language)) == keys(translations.extract())


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_translation_keeps_the_placeholders(language):
    for message in catalogue(language):
        wanted = [sorted(PLACEHOLDER.findall(text)) for text in texts(message.id)]
        for text in texts(message.string):
            assert sorted(PLACEHOLDER.findall(text)) in wanted, message.id


def test_french_has_no_breaking_space_before_its_signs():
    for message in catalogue("fr"):
        for text in texts(message.string):
            assert not re.search(r" [:;?!»]|« ", text), text
            assert "'" not in text, text


def test_spanish_opens_what_it_closes():
    for message in catalogue("es"):
        for text in texts(message.string):
            assert text.count("¿") == text.count("?")
            assert text.count("¡") == text.count("!")


def test_a_catalogue_is_compiled_when_it_is_missing_and_not_again(tmp_path):
    translations.compile_catalogues(tmp_path)
    compiled = tmp_path / "fr" / "LC_MESSAGES" / "django.mo"
    first = compiled.stat().st_mtime_ns
    translations.compile_catalogues(tmp_path)
    assert compiled.stat().st_mtime_ns == first
