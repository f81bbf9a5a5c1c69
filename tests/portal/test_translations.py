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


@pytest.mark.parametrize(
    ("plan", "amount"),
    [("canada-mexico-2025-2028", "5.5\u00a0millones de dólares canadienses"), ("example", "12.5 millones de euros")],
)
def test_the_spanish_of_a_plan_writes_numbers_as_the_pages_do(plan, amount):
    texts = list(spanish(load_plan(PLANS / plan)))
    assert len(texts) > 300
    for text in texts:
        assert not re.search(r"\d,\d{1,2}(?!\d)", text), text
        assert not re.search(r"\d[\s.]\d{3}(?!\d)", text), text
    assert any(amount in text for text in texts)


# What is due may be a day, a month or a year: "le" and "del" go before a day only.
@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_limit_that_may_be_a_month_takes_no_article(language):
    limits = [message for message in catalogue(language) if re.search(r"\bby %\((day|date)\)s$", str(message.id))]
    assert len(limits) == 3
    for message in limits:
        assert not re.search(r"\b(le|au|del|el|al) %\((day|date)\)s", str(message.string)), message.string


# A word of DESIGN section 2 is one word in each language.
@pytest.mark.parametrize(
    ("language", "other"),
    [
        ("es", r"\b(una|las?) pruebas?\b|\bPruebas\b|manual de codificación|rúbrica|\bimporte\b|\bfund(ir|ido|ió)\b"),
        ("fr", r"[Ee]xécut(é|ion)\b|périmé|\b[Ll]es stades\b"),
    ],
)
def test_a_thing_has_one_name_in_a_language(language, other):
    for message in catalogue(language):
        for text in texts(message.string):
            assert not re.search(other, text), text


def test_the_french_of_a_dropped_item_is_not_that_of_an_abandoned_commitment():
    said = {(one.context, one.id): one.string for one in catalogue("fr")}
    assert said["change", "dropped"] != said[None, "abandoned"]


def test_the_spanish_is_that_of_mexico():
    words_of_spain = re.compile(r"\b(?:añad|período)", re.IGNORECASE)
    assert [text for one in catalogue("es") for text in texts(one.string) if words_of_spain.search(text)] == []
