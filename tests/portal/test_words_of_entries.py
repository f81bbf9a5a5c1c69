"""What entries did is told in words: no code of the page's own, no date for machines, no English colon in French."""

import re

import pytest

pytestmark = pytest.mark.django_db

MERLE = "plans/merle-2024-2027"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_ledger_tells_of_names_in_other_languages_without_their_mark_up(client, language):
    for before in range(400, 0, -50):
        content = client.get(f"/{language}/{MERLE}/ledger/?before={before}").content.decode()
        assert "&lt;span" not in content
        told = re.findall(r'</a> (.*?)</p>\s*<p class="meta">', content)
        assert told
        assert not [words for words in told if re.search(r"\d{4}-\d\d-\d\d", words)]


@pytest.mark.parametrize("page", ["", "commitments/W01/", "briefs/annual/"])
def test_french_parts_a_name_from_its_value_as_french_does(client, page):
    content = client.get(f"/fr/{MERLE}/{page}").content.decode()
    aside = r'(?s)<(script|style|code|pre)\b.*?</\1>|<!--.*?-->|(href|style|content|d|xmlns)="[^"]*"'
    shown = re.sub(aside, "", content)
    assert not re.findall(r"[\wé]: [^<]{0,20}", re.sub(r'lang="(?:en|es)"[^>]*>[^<]*', "", shown))
