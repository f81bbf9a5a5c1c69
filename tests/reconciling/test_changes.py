import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from versions_of_tests import LANGUAGES, SOLAR, version

from servanda.plans.documents import cited
from servanda.plans.folder import load_plan
from servanda.plans.vocabulary import vocabulary
from servanda.reading.reader import dated, read
from servanda.reconciling import changes
from servanda.reconciling.changes import paragraph_changes
from servanda.text.loaders import load_path

ROOT = Path(__file__).parents[2]
PLANTED = tomllib.loads((ROOT / "tests/plans/planted.toml").read_text(encoding="utf-8").replace("~", "\u00a0"))
OPPOSITE = {"strengthened": "weakened", "weakened": "strengthened", "new": "dropped", "dropped": "new"}
FRAME = {
    "en": "Ghana and Kenya met in Accra on 2 May 2026.\n\nGhana {}.\n\nKenya will plant trees in Nakuru.\n",
    "fr": "Le Ghana et le Kenya se sont réunis le 2 mai 2026.\n\nLe Ghana {}.\n\nLe Kenya plantera des arbres.\n",
    "es": "Ghana y Kenia se reunieron el 2 de mayo de 2026.\n\nGhana {}.\n\nKenia plantará árboles en Nakuru.\n",
}


def named(name, pair):
    document, reading = pair
    return msgspec.structs.replace(document, name=name), reading


def changed(language, old, new):
    """Return what became of the commitment of Ghana: the change, and its aspects with their effects."""
    before, after = (version(language, FRAME[language].format(words)) for words in (old, new))
    found = changes(named("old", before), named("new", after))
    first, kenya = found[0].detail, found[-1].detail
    assert len(found) == 2, found
    assert kenya.change == "kept"
    return first.change, {one.aspect: one.effect for one in first.differences}


@pytest.mark.parametrize(
    ("change", "aspects", "language", "old", "new"),
    [
        ("kept", {}, "en", "will open 40 clinics by 2028", "will open 40 clinics by 2028"),
        ("kept", {}, "en", "will open 40 clinics, by 2028", "will open 40 clinics by 2028"),
        ("reworded", {}, "en", "will open 40 clinics in Tamale", "will set up forty clinics in Tamale"),
        (
            "weakened",
            {"force": "weaker"},
            "en",
            "will open clinics in Tamale",
            "will consider opening clinics in Tamale",
        ),
        (
            "strengthened",
            {"force": "stronger"},
            "fr",
            "cherchera à ouvrir des dispensaires",
            "ouvrira des dispensaires",
        ),
        ("weakened", {"force": "weaker"}, "es", "abrirá clínicas en Tamale", "procurará abrir clínicas en Tamale"),
        (
            "weakened",
            {"deadline": "weaker"},
            "en",
            "will open the port by 1 March 2027",
            "will open the port by 1 June 2027",
        ),
        (
            "strengthened",
            {"deadline": "stronger"},
            "fr",
            "ouvrira le port d’ici à la fin de 2028",
            "ouvrira le port d’ici à la fin de 2027",
        ),
        ("weakened", {"deadline": "weaker"}, "es", "abrirá el puerto a más tardar en 2027", "abrirá el puerto de Tema"),
        ("strengthened", {"deadline": "stronger"}, "en", "will open the port", "will open the port by May 2028"),
        ("weakened", {"start": "weaker"}, "en", "will pay nurses from 1 May 2027", "will pay nurses from 1 July 2027"),
        ("strengthened", {"target": "stronger"}, "en", "will hire 60 nurses", "will hire 80 nurses"),
        (
            "weakened",
            {"target": "weaker"},
            "fr",
            "versera 12 millions d’euros au fonds",
            "versera 9 millions d’euros au fonds",
        ),
        ("strengthened", {"target": "stronger"}, "es", "aumentará un 20 % las becas", "aumentará un 30 % las becas"),
        (
            "strengthened",
            {"target": "stronger"},
            "en",
            "will reduce the fee for clinics to 20 cedis",
            "will reduce the fee for clinics to 10 cedis",
        ),
        (
            "weakened",
            {"target": "weaker"},
            "en",
            "will cut emissions of lorries by 30 %",
            "will cut emissions of lorries by 20 %",
        ),
        (
            "strengthened",
            {"target": "stronger"},
            "en",
            "will publish every contract of more than €50,000",
            "will publish every contract of more than €20,000",
        ),
        (
            "weakened",
            {"duration": "weaker"},
            "es",
            "reducirá a 24 horas el tiempo de respuesta",
            "reducirá a 48 horas el tiempo de respuesta",
        ),
        ("weakened", {"duration": "weaker"}, "en", "will pay nurses for three years", "will pay nurses for two years"),
        (
            "weakened",
            {"target": "weaker"},
            "en",
            "will train 90 nurses and 12 doctors",
            "will train 90 nurses and doctors",
        ),
        (
            "weakened",
            {"recurrence": "weaker"},
            "es",
            "publicará cada trimestre un informe sobre el agua",
            "publicará cada año un informe sobre el agua",
        ),
        (
            "weakened",
            {"recurrence": "weaker"},
            "en",
            "will publish a report on water twice a week",
            "will publish a report on water twice a year",
        ),
        (
            "weakened",
            {"recurrence": "weaker"},
            "fr",
            "publiera un rapport sur l'eau deux fois par mois",
            "publiera un rapport sur l'eau une fois par mois",
        ),
        (
            "reworded",
            {"target": "stronger", "deadline": "weaker"},
            "en",
            "will open 40 clinics by 2027",
            "will open 50 clinics by 2029",
        ),
    ],
)
def test_a_change_goes_the_way_of_its_differences(change, aspects, language, old, new):
    assert changed(language, old, new) == (change, aspects)


@pytest.mark.parametrize(
    ("change", "aspects", "language", "old", "new"),
    [
        (
            "weakened",
            {"condition": "weaker"},
            "en",
            "will publish a map of the reefs",
            "will publish, where funds permit, a map of the reefs",
        ),
        (
            "weakened",
            {"condition": "weaker"},
            "fr",
            "publiera une carte des récifs",
            "publiera, sous réserve des crédits disponibles, une carte des récifs",
        ),
        (
            "strengthened",
            {"condition": "stronger"},
            "es",
            "publicará, siempre que haya fondos, un mapa de los arrecifes",
            "publicará un mapa de los arrecifes",
        ),
        (
            "weakened",
            {"scope": "weaker"},
            "en",
            "will inspect all mines of the coast",
            "will inspect several mines of the coast",
        ),
        (
            "strengthened",
            {"scope": "stronger"},
            "fr",
            "inspectera certaines mines d’or",
            "inspectera toutes les mines d’or",
        ),
        (
            "weakened",
            {"scope": "weaker"},
            "es",
            "vacunará el ganado en todo el país",
            "vacunará el ganado en las sabanas del norte",
        ),
        (
            "strengthened",
            {"scope": "stronger"},
            "en",
            "will test the wells for lead",
            "will test the wells for lead, arsenic and mercury",
        ),
        (
            "weakened",
            {"scope": "weaker"},
            "fr",
            "formera des infirmières et des sages-femmes",
            "formera des infirmières",
        ),
        (
            "reworded",
            {},
            "es",
            "formará a enfermeras en Tamale",
            "formará a enfermeras, en las aldeas y en los mercados, en Tamale",
        ),
        (
            "reworded",
            {},
            "en",
            "will visit the ports of the lake every year",
            "will visit several ports of the lake every year",
        ),
        (
            "reworded",
            {},
            "fr",
            "publiera les prix des marchés",
            "publiera les prix des marchés du pays hôte",
        ),
        (
            "reworded",
            {},
            "en",
            "will publish the list of loans",
            "will publish the list of loans provided to farmers",
        ),
        (
            "weakened",
            {"deadline": "weaker"},
            "en",
            "will open the port on 1 March 2027",
            "will open the port on 1 June 2027",
        ),
    ],
)
def test_conditions_scope_and_days_of_doing_bind_more_or_less(change, aspects, language, old, new):
    assert changed(language, old, new) == (change, aspects)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (
            "en",
            "Ghana will count the crocodiles of two lakes, Bosomtwe and Volta, by the end of 2028.",
            "By the end of 2028 the crocodiles of two lakes, Bosomtwe and Volta, will be surveyed by Ghana.",
        ),
        (
            "fr",
            "Le Ghana offrira 90 bourses de plongée sur la durée du programme.",
            "Sur la durée du programme, 90 jeunes recevront une bourse de plongée offerte par le Ghana.",
        ),
        (
            "es",
            "Ghana probará barcas solares en tres puertos del lago.",
            "En tres puertos del lago, Ghana pondrá a prueba barcas solares.",
        ),
    ],
)
def test_a_sentence_that_is_turned_round_is_reworded(language, old, new):
    frame = FRAME[language].split("\n\n")
    before, after = (version(language, f"{frame[0]}\n\n{words}\n\n{frame[2]}") for words in (old, new))
    found = [one.detail for one in changes(named("old", before), named("new", after))]
    assert [(one.change, one.differences) for one in found] == [("reworded", ()), ("kept", ())]


HYDROLOGISTS = {
    "en": "The hydrological offices will measure the Volta at {} places.",
    "fr": "Les offices hydrologiques mesureront la Volta en {} endroits.",
    "es": "Las oficinas hidrológicas medirán el Volta en {} lugares.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_the_future_without_a_party_counts_where_it_has_a_counterpart(language):
    frame = FRAME[language].split("\n\n")
    before, after, without = (
        named(name, version(language, "\n\n".join([frame[0], *said, frame[2]])))
        for name, said in (
            ("old", [HYDROLOGISTS[language].format(30)]),
            ("new", [HYDROLOGISTS[language].format(20)]),
            ("none", []),
        )
    )
    found = changes(before, after)
    assert [one.detail.change for one in found] == ["weakened", "kept"]
    assert found[0].mentions == ()
    assert [one.detail.change for one in changes(before, without)] == ["kept"]


def test_two_things_that_one_party_undertakes_are_two():
    told = "Ghana and Kenya met in Accra on 2 May 2026.\n\nGhana will {}.\n\nKenya will train 40 Ghanaian pilots.\n"
    before, after = (
        version("en", told.format(words))
        for words in ("give the Kenyan coast guard two old boats", "welcome ten Kenyan cadets at its naval school")
    )
    found = [one.detail.change for one in changes(named("old", before), named("new", after))]
    assert found == ["dropped", "new", "kept"]


def test_what_has_no_counterpart_is_dropped_or_new():
    before = version("en", FRAME["en"].format("will open 40 clinics by 2028"))
    after = version("en", FRAME["en"].format("will buy three ferries for the lake"))
    found = [one.detail for one in changes(named("old", before), named("new", after))]
    assert [one.change for one in found] == ["dropped", "new", "kept"]
    assert (found[0].later, found[1].earlier) == (None, None)


def test_a_commitment_cites_its_words_and_its_mention_in_both_texts():
    before, after = (
        version("en", FRAME["en"].format(words)) for words in ("will hire 60 nurses", "will hire 80 nurses")
    )
    first = changes(named("old", before), named("new", after))[0]
    texts = {"old": before[0].text, "new": after[0].text}
    detail = first.detail
    assert texts["old"][detail.earlier.start : detail.earlier.end] == "will hire 60 nurses"
    assert texts["new"][detail.later.start : detail.later.end] == "will hire 80 nurses"
    ((earlier,), (later,)) = detail.differences[0].earlier, detail.differences[0].later
    assert texts["old"][earlier.start : earlier.end] == "60 nurses"
    assert texts["new"][later.start : later.end] == "80 nurses"
    assert [ref.document for ref in first.mentions] == ["old", "new"]


def test_a_weaker_lead_in_weakens_its_items():
    before = version("en", "Ghana and Kenya met.\n\nGhana and Kenya will:\n\n- open 40 clinics;\n- pay nurses.\n")
    after = version(
        "en", "Ghana and Kenya met.\n\nGhana and Kenya will seek to:\n\n- open 40 clinics;\n- pay nurses.\n"
    )
    assert {one.detail.change for one in changes(named("old", before), named("new", after))} == {"weakened"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_keeps_everything_of_itself(language):
    pair = version(language, SOLAR[language])
    found = changes(named("old", pair), named("new", pair))
    assert found
    assert {one.detail.change for one in found} == {"kept"}
    assert set(paragraph_changes(pair, pair).values()) > {0}
    assert {kind for kind, count in paragraph_changes(pair, pair).items() if count} == {"kept"}


def test_paragraphs_without_commitments_are_counted():
    weather = "The weather was fine in Accra on the day of the meeting, and the rains had not yet come to the coast."
    boats = "Nobody has counted the boats that fish at night, far from the harbours and without any lamp on board."
    old = version("en", f"Ghana and Kenya met.\n\nTheir lakes are old.\n\n{weather}\n")
    new = version("en", f"Ghana and Kenya met.\n\nTheir lakes are very old.\n\n{boats}\n")
    assert paragraph_changes(old, new) == {"kept": 1, "reworded": 1, "dropped": 1, "new": 1}


@given(st.lists(st.sampled_from(["320", "75", "two years", "31 March 2028", "seek to ", "5 per cent"]), unique=True))
@settings(max_examples=20, deadline=None)
def test_what_goes_forth_goes_back_the_other_way(taken):
    text = SOLAR["en"]
    for words in taken:
        text = text.replace(
            words, {"320": "400", "75": "60", "two years": "one year", "seek to ": ""}.get(words, "2027")
        )
    old, new = named("old", version("en", SOLAR["en"])), named("new", version("en", text))
    forth = [one.detail.change for one in changes(old, new)]
    back = [one.detail.change for one in changes(new, old)]
    assert sorted(back) == sorted(OPPOSITE.get(change, change) for change in forth)


@pytest.fixture(scope="module")
def example():
    plan = load_plan(ROOT / "plans/example")
    known = {one.id: one for one in plan.documents if one.id.startswith("joint-")}
    documents = {one.id: dated(cited(load_path(ROOT / "plans/example" / one.file), plan)) for one in known.values()}
    return {identity: (document, read(document, vocabulary(plan))) for identity, document in documents.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_planted_changes_of_the_example_are_found(example, language):
    old, new = example[f"joint-2024-{language}"], example[f"joint-2025-{language}"]
    found = changes(old, new)
    gaps = {gap["commitment"] for gap in PLANTED["language_gap"]} if language != "en" else set()
    for plant in PLANTED["change"]:
        words = [plant["words"].get(f"joint-{year}-{language}") for year in (2024, 2025)]
        hit = {
            one.detail.change
            for one in found
            if _touches(one.detail.earlier, old[0], words[0]) and _touches(one.detail.later, new[0], words[1])
        }
        if plant["commitment"] not in gaps:  # where a version errs, so does what changed in it
            assert hit == {plant["change"]}, plant


def _touches(span, document, words):
    """Say whether a side of a change holds some words; where none are given, it may be any."""
    if words is None:
        return True
    start = document.text.index(words)
    return span is not None and span.start < start + len(words) and start < span.end
