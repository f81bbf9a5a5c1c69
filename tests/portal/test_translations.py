import re
import shutil
from pathlib import Path

import msgspec
import pytest
from babel.messages.pofile import read_po

from servanda.plans.folder import load_plan
from servanda.register.wording import Names, Wording
from servanda_portal import translations

PLANS = Path(__file__).parents[2] / "plans"
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
def test_bringing_a_catalogue_up_to_date_changes_nothing_where_nothing_is_new(language, tmp_path, monkeypatch):
    kept = translations.catalogue_path(language).read_bytes()
    copy = tmp_path / "django.po"
    copy.write_bytes(kept)
    monkeypatch.setattr(translations, "catalogue_path", lambda _language: copy)
    translations.update(language)
    assert copy.read_bytes() == kept


def test_a_new_message_moves_no_other(tmp_path, monkeypatch):
    before = [message.id for message in translations.extract()]
    copy = shutil.copytree(translations.PORTAL, tmp_path / "src" / "servanda_portal")
    changed = copy / "pages" / "sentence.py"
    lines = changed.read_text(encoding="utf-8").replace("import", "\n\nimport", 1)
    changed.write_text(f"{lines}\n\nNEW = _('Weather')\n", encoding="utf-8")
    monkeypatch.setattr(translations, "PORTAL", copy)
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path / "locale")
    after = [message.id for message in translations.extract()]
    after.remove("Weather")
    assert after == before


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


def spanish(value):
    """Yield every Spanish text of a plan."""
    if isinstance(value, Wording | Names):
        yield value.es or ""
    elif isinstance(value, tuple):
        for item in value:
            yield from spanish(item)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spanish(getattr(value, field))


def test_the_spanish_of_a_mexican_plan_writes_numbers_as_the_pages_do():
    texts = list(spanish(load_plan(PLANS / "canada-mexico-2025-2028")))
    assert len(texts) > 500
    for text in texts:
        assert not re.search(r"\d,\d{1,2}(?!\d)", text), text
        assert not re.search(r"\d[\s.]\d{3}(?!\d)", text), text
    assert any("5.5\u00a0millones de dólares canadienses" in text for text in texts)
