"""Official texts in three languages, with differences planted in each: all are found, and nothing else."""

import tomllib
from pathlib import Path

import pytest
from versions_of_tests import LANGUAGES, versions

from servanda.reconciling import language_gaps

FOLDER = Path(__file__).parent / "versions"
PLANTED = tomllib.loads((FOLDER / "planted.toml").read_text(encoding="utf-8"))
FAITHFUL = {
    name: {language: (FOLDER / f"{name}.{language}.txt").read_text(encoding="utf-8") for language in LANGUAGES}
    for name in PLANTED
}
EACH = [(name, plant) for name, plants in PLANTED.items() for plant in plants]


def with_plants(name, plants):
    texts = dict(FAITHFUL[name])
    for plant in plants:
        text = texts[plant["language"]]
        assert text.count(plant["old"]) == 1, plant
        texts[plant["language"]] = text.replace(plant["old"], plant["new"])
    return texts


def slots(texts):
    return [gap.slot for gap in language_gaps(versions(texts))]


@pytest.mark.parametrize("name", PLANTED)
def test_faithful_translations_have_no_gaps(name):
    assert slots(FAITHFUL[name]) == []


@pytest.mark.parametrize(
    ("name", "plant"), EACH, ids=[f"{name}-{plant['language']}-{plant['new'][:20]}" for name, plant in EACH]
)
def test_what_is_planted_alone_is_found_once(name, plant):
    assert slots(with_plants(name, [plant])) == [plant["slot"]]


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_together_is_all_found(name):
    plants = PLANTED[name]
    assert sorted(slots(with_plants(name, plants))) == sorted(plant["slot"] for plant in plants)
