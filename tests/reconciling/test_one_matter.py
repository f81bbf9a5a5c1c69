"""Texts that tell of one matter: what agrees and what differs though little stands beside it."""

import datetime

import pytest
from marked import marked

from servanda.reading.reader import dated, read
from servanda.reconciling import Conflict, Corroboration, findings
from servanda.reconciling.gathering import gather
from servanda.text.loaders import load_bytes

JUNE = datetime.date(2026, 6, 3)
RELEASE = (
    "release.txt",
    "Officials of [Kenya|actor KE] and [Ireland|actor IE] met in Lamu. The line has [60 pylons|count pylons 60].",
)


def found(kind, *pairs):
    return [finding for finding in findings(pairs) if isinstance(finding, kind)]


def texts(finding):
    return [ref.document for ref in finding.mentions]


def written(name, language, text):
    """Return a document with its reading, as the reader makes it."""
    document = dated(load_bytes(text.encode(), name=name, language=language), near=JUNE)
    return document, read(document, near=JUNE)


def both(first, last, place=""):
    """Return two texts on one matter, each with a sentence of its own."""
    told = f"{place}Kenya and Ireland met in Lamu. {{}}"
    return written("a.txt", "en", told.format(first)), written("b.txt", "en", told.format(last))


def test_a_count_of_what_is_hardly_counted_otherwise_agrees_where_texts_tell_of_one_matter():
    paper = marked("paper.txt", "In Lamu nobody in [Kenya|actor KE] has seen the [60 pylons|count pylons 60] yet.")
    assert [texts(one) for one in found(Corroboration, marked(*RELEASE), paper)] == [["paper.txt", "release.txt"]]
    others = [
        marked(f"{number}.txt", f"[Kenya|actor KE] has [{number} pylons|count pylons {number}] on the hills of Lamu.")
        for number in (31, 45, 77)
    ]
    assert not found(Corroboration, marked(*RELEASE), paper, *others)
    elsewhere = marked(
        "paper.txt", "In Cork nobody in [Ireland|actor IE] has seen the [60 pylons|count pylons 60] yet."
    )
    assert not found(Corroboration, marked(*RELEASE), elsewhere)


@pytest.mark.parametrize("other", [63, 66, 74])
def test_counts_that_are_nearly_the_same_conflict_where_texts_tell_of_one_matter(other):
    paper = marked("paper.txt", f"In Lamu, [Kenya|actor KE] wants [{other} pylons|count pylons {other}] for the line.")
    assert len(found(Conflict, marked(*RELEASE), paper)) == 1
    far = marked("paper.txt", f"In Lamu, [Kenya|actor KE] wants [{other}0 pylons|count pylons {other}0] for it.")
    assert not found(Conflict, marked(*RELEASE), far)


def test_digits_in_another_order_conflict():
    release = marked("a.txt", "[Kenya|actor KE] opened a ward in Lamu. The ward has [280 beds|count beds 280].")
    paper = marked("b.txt", "[Kenya|actor KE] promised Lamu a ward with [820 beds|count beds 820] by the sea.")
    assert len(found(Conflict, release, paper)) == 1
    paper = marked("b.txt", "[Kenya|actor KE] promised Lamu a ward with [810 beds|count beds 810] by the sea.")
    assert not found(Conflict, release, paper)


def test_a_part_and_its_whole_that_one_text_tells_apart_do_not_conflict():
    paper = marked(
        "paper.txt",
        "In Lamu, [Kenya|actor KE] wants [66 pylons|count pylons 66]: [60 pylons|count pylons 60] now, the rest later.",
    )
    assert not found(Conflict, marked(*RELEASE), paper)


def test_what_two_texts_count_in_two_towns_is_no_conflict():
    told = "[Kenya|actor KE] builds in Lamu and Kilifi. {}"
    first = "The ward in Lamu will have [280 beds|count beds 280]. The ward in Kilifi is large."
    second = "The ward in Kilifi will have [290 beds|count beds 290]. The ward in Lamu is small."
    assert not found(Conflict, marked("a.txt", told.format(first)), marked("b.txt", told.format(second)))
    second = second.replace("ward in Kilifi will", "ward in Lamu will")
    assert found(Conflict, marked("a.txt", told.format(first)), marked("b.txt", told.format(second)))


def test_what_is_told_months_later_may_have_changed():
    later = "In Lamu, [Kenya|actor KE] counts [66 pylons|count pylons 66] on the line."
    early = marked(*RELEASE, date=datetime.date(2026, 1, 5))
    assert found(Conflict, early, marked("paper.txt", later, date=datetime.date(2026, 1, 20)))
    assert not found(Conflict, early, marked("paper.txt", later, date=datetime.date(2026, 8, 20)))


def test_months_exclude_each_other():
    release = written("a.txt", "en", "The ferry of Kenya to Lamu will sail again in May 2027.")
    paper = written("b.txt", "en", "Boatmen in Kenya hear in Lamu that the ferry will sail again in July 2027.")
    assert len(found(Conflict, release, paper)) == 1


def test_the_end_of_a_year_is_when_something_happens_and_a_few_days_are_no_conflict():
    release = written("a.txt", "en", "The ferry of Kenya to Lamu will sail again by the end of 2027.")
    paper = written("b.txt", "en", "Boatmen in Kenya hear in Lamu that the ferry will sail again at the end of 2027.")
    assert len(found(Corroboration, release, paper)) == 1
    release = written("a.txt", "en", "The ferry of Kenya to Lamu will sail again on 20 and 21 May 2027.")
    paper = written("b.txt", "en", "Boatmen in Kenya hear in Lamu that the ferry will sail again in July 2027.")
    assert not found(Conflict, release, paper)


def test_before_a_day_is_by_the_day_before():
    release = written("a.txt", "en", "Lamu in Kenya will send its map of the reefs by 31 March 2027.")
    for words, conflicts in (("before 1 April", 0), ("before 4 April", 1)):
        paper = written("b.txt", "en", f"Lamu in Kenya will send its map of the reefs, mayors say, {words} 2027.")
        assert len(found(Conflict, release, paper)) == conflicts, words


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        (
            "en",
            "The mayor reckons that 640 masons will rebuild the fort of Lamu in Kenya.",
            "In Kenya 950 masons will rebuild the fort of Lamu, an old engineer on the site explained.",
        ),
        (
            "fr",
            "Le maire estime que 640 maçons relèveront le fort de Lamu au Kenya.",
            "Au Kenya, 950 maçons relèveront le fort de Lamu, a expliqué un vieil ingénieur du chantier.",
        ),
        (
            "es",
            "El alcalde calcula que 640 albañiles levantarán el fuerte de Lamu en Kenia.",
            "En Kenia, 950 albañiles levantarán el fuerte de Lamu, explicó un viejo ingeniero de la obra.",
        ),
        (
            "en",
            "The fort of Lamu in Kenya will be rebuilt by 640 masons, Captain Nora Quill noted, and by 30 divers.",
            "In Kenya 950 masons will rebuild the fort of Lamu.",
        ),
    ],
)
def test_who_says_or_reckons_something_is_not_what_it_is_about(language, first, last):
    (conflict,) = found(Conflict, written("a.txt", language, first), written("b.txt", language, last))
    assert texts(conflict) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The grant of €18 million was agreed.", "Nobody expected €18 million for this."),
        ("All 23,480 pupils get a meal.", "Cooks feed 23,480 children at noon."),
        ("Some 38% leave early.", "Officials put the share at 38%."),
        ("The five-year accord is short.", "Money will come over five years."),
        ("It opens on 4 March 2027.", "Ships wait for 4 March 2027."),
        ("Of the ships, 28 were inspected.", "There are 28 ships at the quay."),
    ],
)
def test_few_exact_values_agree_where_texts_tell_of_one_matter_though_nothing_stands_beside_them(first, last):
    told = "Kenya and Ireland met in Lamu in May. {}"
    assert len(
        found(Corroboration, written("a.txt", "en", told.format(first)), written("b.txt", "en", told.format(last)))
    )
    elsewhere = "Norway met Ghana in Tema last spring. {}"
    assert not found(
        Corroboration, written("a.txt", "en", told.format(first)), written("b.txt", "en", elsewhere.format(last))
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The grant of €18 million was agreed.", "Nobody expected US$18 million for this."),
        ("It sank 30 boats.", "Cooks feed 30 children at noon."),
        ("The grant of €2.5 million was agreed.", "Kenya pays €2.5 million more than agreed."),
        ("Lamu was calm on 3 June 2026.", "Ships came on 3 June 2026."),
    ],
)
def test_values_that_may_well_be_the_same_by_chance_do_not_agree(first, last):
    told = "LAMU, 3 June 2026 - Kenya and Ireland met in Lamu. {}"
    assert not found(
        Corroboration, written("a.txt", "en", told.format(first)), written("b.txt", "en", told.format(last))
    )


def test_among_many_values_none_agrees_though_nothing_stands_beside_it():
    told = "Kenya and Ireland met in Lamu. The grant of €18 million was agreed."
    many = " ".join(f"Village number {number} has asked for €{number}.{number} million." for number in range(21, 35))
    paper = written("b.txt", "en", f"Kenya and Ireland met in Lamu. Nobody expected €18 million. {many}")
    assert not found(Corroboration, written("a.txt", "en", told), paper)


def test_near_counts_of_what_two_words_name_alike_conflict():
    release = written(
        "a.txt", "en", "Kenya and Ireland met in Lamu. Nurses run 118 health centres, 300 dry wells and two piers."
    )
    for words, conflicts in (("112 health centres", 1), ("112 training centres", 0), ("40 health centres", 0)):
        paper = written("b.txt", "en", f"Kenya thanked Ireland in Lamu on the beach for {words} all over the islands.")
        assert len(found(Conflict, release, paper)) == conflicts, words


@pytest.mark.parametrize(
    ("first", "last", "conflicts"),
    [
        ("Money of €340 million is sought for the line.", "Officials put it at €410 million in all.", 1),
        ("Money of €340 million is sought for the line.", "Officials put it at €510 million in all.", 0),
        ("It pays €30 million, and €340 million later.", "It is €12 million, and €410 million later.", 0),
        ("Banks have paid €340 million for the line.", "Officials have paid €410 million in all.", 0),
    ],
)
def test_what_texts_on_one_matter_state_as_their_first_amount_of_money_may_conflict(first, last, conflicts):
    assert len(found(Conflict, *both(first, last))) == conflicts


def test_what_begins_or_opens_on_two_days_conflicts_in_texts_with_few_days():
    told = "LAMU, 3 June 2026 - Kenya and Ireland met in Lamu. {}"
    release = written("a.txt", "en", told.format("Works will begin on 1 February 2027."))
    masons = "Masons will begin with all of it, an old engineer told us, on 1 April 2027."
    assert len(found(Conflict, release, written("b.txt", "en", told.format(masons)))) == 1
    boats = " ".join(f"Boat {number} will sail on {number} June 2027." for number in range(12, 19))
    assert not found(Conflict, release, written("b.txt", "en", told.format(f"{masons} {boats}")))


@pytest.mark.parametrize(
    ("first", "last", "conflicts"),
    [
        ("Works will begin in September 2026.", "Divers say that the works are to start in January 2027.", 1),
        ("Works will begin in September 2026.", "Divers say that the works are to start in May 2027.", 1),
        ("Works will begin in September 2026.", "Divers say that the works are to start in May 2028.", 0),
        ("Masons will begin in September 2026.", "Divers are to start in January 2027.", 1),
        ("Masons will begin in September 2026.", "Divers are to start in June 2027.", 0),
    ],
)
def test_what_begins_by_one_name_may_be_told_of_days_further_apart(first, last, conflicts):
    assert len(found(Conflict, *both(first, last, place="LAMU, 3 June 2026 - "))) == conflicts


@pytest.mark.parametrize(
    ("first", "last", "conflicts"),
    [
        ("Girls get 40 per cent of the places.", "Some 30 percent of all places go to girls, a monk said.", 1),
        ("Girls get 40 per cent of the places.", "Some 30 percent of the boats go to fishermen, a monk said.", 0),
        ("It pays €30 million, and €21 million for a ship.", "It is €12 million, and the ship costs €24 million.", 1),
        ("It pays €30 million, and €21 million for a ship.", "It is €12 million, and a crane costs €24 million.", 0),
    ],
)
def test_shares_and_amounts_that_are_near_conflict_in_texts_with_hardly_any(first, last, conflicts):
    assert len(found(Conflict, *both(first, last))) == conflicts


def test_what_a_larger_amount_includes_is_no_conflict_with_it():
    release = written("a.txt", "en", "Kenya met Ireland in Lamu. A Lamu ground radar station will cost €9 million.")
    whole = "Ireland told Lamu that Kenya gets €40 million{} a Lamu ground radar station."
    assert not found(Conflict, release, written("b.txt", "en", whole.format(", including")))
    assert found(Conflict, release, written("b.txt", "en", whole.format(" for")))


def test_what_is_left_aside_as_a_part_is_no_conflict():
    release = written("a.txt", "en", "Lamu in Kenya will have 180 sirens.")
    whole = "In all, Kenya will put up 220 sirens in Lamu and Mombasa{}."
    assert found(Conflict, release, written("b.txt", "en", whole.format("")))
    assert not found(Conflict, release, written("b.txt", "en", whole.format(", 40 of them in Mombasa")))


def test_what_has_a_name_may_be_told_of_months_further_apart():
    release = written("a.txt", "en", "Kenya said at Lamu that the Kilifi ferry opens in March 2027.")
    for month, conflicts in (("July", 1), ("December", 0)):
        paper = written("b.txt", "en", f"Kenya told Lamu that the Kilifi ferry opens in {month} 2027.")
        assert len(found(Conflict, release, paper)) == conflicts, month


SIGNED = {
    "en": "Lamu, 1 June 2026\n\nKenya and Ireland today signed in Lamu a treaty on fishing.\n",
    "fr": "Lamu, le 1er juin 2026\n\nLe Kenya et l'Irlande ont signé ce jour à Lamu un traité sur la pêche.\n",
    "es": "Lamu, 1 de junio de 2026\n\nKenia e Irlanda firmaron hoy en Lamu un tratado sobre la pesca.\n",
}
WIRED = {
    "en": "LAMU, {} June (Norland News) - Kenya and Ireland signed a treaty on fishing on {}.\n",
    "fr": "LAMU, {} juin (Agence Norlande) – Le Kenya et l'Irlande ont signé {} un traité sur la pêche.\n",
    "es": "LAMU, {} jun (Agencia Norlandia) – Kenia e Irlanda firmaron este {} un tratado sobre la pesca.\n",
}
WEEKDAYS = {"en": ("Monday", "Tuesday"), "fr": ("lundi", "mardi"), "es": ("lunes", "martes")}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_day_of_a_signature_is_known_by_dateline_and_weekday(language):
    release = written("a.txt", "en", SIGNED["en"])
    wire = written("b.txt", language, WIRED[language].format("1", WEEKDAYS[language][0]))
    (one,) = found(Corroboration, release, wire)
    assert one.detail.value.start == datetime.date(2026, 6, 1)
    late = written("b.txt", language, WIRED[language].format("2", WEEKDAYS[language][1]))
    own = written("a.txt", language, SIGNED[language])
    assert len(found(Conflict, own, late)) == 1


def test_a_day_at_the_head_of_a_text_on_which_something_happened_is_no_dateline():
    release = written(
        "a.txt", "en", "Kenya and Ireland signed a treaty on fishing in Lamu on 1 June 2026. It is long.\n"
    )
    paper = written(
        "b.txt", "fr", "Au bord de l'eau\n\nLe traité sur la pêche signé à Lamu le 1er juin 2026 lie le Kenya.\n"
    )
    assert len(found(Corroboration, release, paper)) == 1


def test_a_day_without_a_year_is_of_the_year_of_the_other_texts():
    release = written("a.txt", "en", SIGNED["en"])
    paper = marked(
        "b.txt",
        "The treaty on fishing that [Kenya|actor KE] and [Ireland|actor IE] signed in Lamu on [1 June|date 2031-06-01] "
        "is short.",
    )
    (one,) = found(Corroboration, release, paper)
    assert one.detail.value.start == datetime.date(2026, 6, 1)


def test_a_day_without_a_year_is_read_where_others_tell_of_what_time_a_text_is():
    release = written("a.txt", "en", SIGNED["en"])
    paper = written("b.txt", "es", "La firma del tratado de pesca entre Kenia e Irlanda, el 4 de junio, gustó en Lamu.")
    (one,) = found(Conflict, release, paper)
    days = [position.value.start for position in one.detail.positions]
    assert days == [datetime.date(2026, 6, 1), datetime.date(2026, 6, 4)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Kenya aura un hôpital de 320 lits à Lamu."),
        ("es", "Kenia tendrá un hospital de 320 camas en Lamu."),
    ],
)
def test_what_is_counted_has_one_name_in_the_three_languages(language, text):
    english = written("a.txt", "en", "Kenya will have a hospital with 320 beds in Lamu.")
    assert len(found(Corroboration, english, written("b.txt", language, text))) == 1


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        (
            "en",
            "Kenya will hire 1,300 weavers for the sails.",
            "Kenya puts the number of weavers for the sails at 1,900.",
        ),
        ("fr", "Le Kenya paiera 1 300 tisserands pour les voiles.", "Le Kenya porte le nombre de tisserands à 1 900."),
        ("es", "Kenia pagará a 1.300 tejedores de velas.", "Kenia cifra el número de tejedores de velas en 1.900."),
    ],
)
def test_a_number_may_follow_the_noun_that_it_counts(language, first, last):
    pairs = [written(name, language, f"{text} Lamu.") for name, text in (("a.txt", first), ("b.txt", last))]
    units = [[figure.value.unit for figure in gather(*pair).figures] for pair in pairs]
    assert units[0] == units[1]
    assert len(units[0]) == 1


def test_whose_people_are_counted_tells_whom_it_is_about():
    mine = written("a.txt", "en", "In Lamu, 48 Kenyan divers will be taught to weld by Ireland.")
    theirs = written("b.txt", "en", "Ireland will teach 48 divers of Kenya to weld in Lamu.")
    (one,) = found(Corroboration, mine, theirs)
    assert one.detail.shared.actors == ("IE", "KE")


def test_days_of_one_signature_conflict_though_nothing_else_is_told_alike():
    release = written(
        "a.txt", "en", "Kenya and Ireland signed on 3 June 2026 in Lamu an agreement on the training of pilots."
    )
    paper = written(
        "b.txt", "en", "Lamu waited for years. Kenya's deal with Ireland was signed on 4 June 2026, by candlelight."
    )
    assert len(found(Conflict, release, paper)) == 1
    earlier = written("b.txt", "en", "Lamu waited for years. Kenya's old deal with Ireland was signed on 4 May 2021.")
    assert not found(Conflict, release, earlier)


@pytest.mark.parametrize(
    ("rough", "conflicts"), [("More than 1,100", 0), ("Nearly 1,200", 0), ("Some 1,210", 0), ("More than 1,300", 1)]
)
def test_what_is_stated_roughly_leaves_room_for_the_number(rough, conflicts):
    release = written(
        "a.txt", "en", "Kenya and Ireland agreed in Lamu: 1,187 harbour officers will be trained in Cork."
    )
    paper = written(
        "b.txt", "en", f"In Lamu, Kenya and Ireland said: {rough} harbour officers will be trained in Cork."
    )
    assert len(found(Conflict, release, paper)) == conflicts


def test_targets_of_a_plan_conflict_by_what_is_counted_alone():
    release = written(
        "a.txt", "es", "Kenia e Irlanda firmaron en Lamu. El programa prevé plantar 18 millones de árboles nativos."
    )
    paper = written(
        "b.txt", "es", "Kenia e Irlanda se vieron en Lamu. La siembra llegará a 15 millones de árboles, dijo ella."
    )
    assert len(found(Conflict, release, paper)) == 1


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("A ferry board will meet every six months.", "The board is to meet twice a year, a monk said.", Corroboration),
        ("A ferry board will meet every six months.", "The board is to meet once a year, a monk said.", Conflict),
        ("A ferry board will hold two yearly sessions.", "The board is to sit twice a year.", Corroboration),
    ],
)
def test_how_often_something_happens_is_compared_where_texts_tell_of_one_matter(first, last, kind):
    (one,) = findings(both(first, last))
    assert isinstance(one, kind)


def test_how_often_two_things_happen_is_nothing_to_compare():
    pair = both("A ferry board will meet every six months.", "Nurses will be trained once a year.")
    assert not list(findings(pair))


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("Four fifths of the boats are old.", "Some 80 per cent of the boats are old.", Corroboration),
        ("One in four places goes to girls.", "A quarter of the places is for girls.", Corroboration),
        ("A third of the boats are old.", "Some 33 per cent of the boats are old.", Corroboration),
        ("A third of the boats sail.", "Some 40 per cent of all boats sail.", Conflict),
    ],
)
def test_a_share_told_in_words_is_compared_with_one_in_per_cent(first, last, kind):
    (one,) = findings(both(first, last))
    assert isinstance(one, kind)


@pytest.mark.parametrize(
    "last",
    [
        "The earlier line had 66 pylons.",
        "Between 2018 and 2022 the line had 66 pylons.",
        "The line will grow by 66 pylons.",
        "The line will have 66 more pylons.",
    ],
)
def test_what_was_before_and_what_comes_to_it_is_no_conflict(last):
    place = "LAMU, 3 June 2026 - "
    assert found(Conflict, *both("The line has 60 pylons.", "The line has 66 pylons.", place))
    assert not found(Conflict, *both("The line has 60 pylons.", last, place))


def test_a_day_told_in_words_is_the_same_in_a_copy_of_another_day():
    told = "LAMU, {} June 2026 - Kenya and Ireland met in Lamu. The delegation of Ireland leaves Lamu on Friday."
    assert not found(Conflict, *(written(f"{day}.txt", "en", told.format(day)) for day in (3, 8)))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The rescue centre has a staff of 64 for the coast.", "The coast rescue centre gets 80 officers."),
        ("Masts go up at eight Kenyan piers.", "The masts go to ten of its piers, a monk said."),
        ("The fort will take 640 masons.", "The masons are to be 700, a monk said."),
    ],
)
def test_what_a_bare_number_counts_stands_before_or_behind_it(first, last):
    place = "LAMU, 3 June 2026 - "
    assert found(Conflict, *both(first, last, place))


def test_people_may_be_counted_by_another_noun():
    first = "The fire station at the old pier will have 64 officers."
    assert found(Conflict, *both(first, "At the old pier, the fire station will have 80 guards."))
    assert not found(Conflict, *both(first, "At the old pier, the fire station will have 80 beds."))
    assert not found(Conflict, *both(first, "In the hills, the ministry will vaccinate 80 children."))


@pytest.mark.parametrize("last", ["Boats rose to 66 from 60.", "The line has 66 pylons, against 60 in May."])
def test_a_number_with_which_another_is_compared_is_no_conflict(last):
    paper = written("b.txt", "en", f"LAMU, 3 June 2026 - Kenya and Ireland met in Lamu. {last}")
    assert not found(Conflict, written("a.txt", "en", "Kenya and Ireland met in Lamu. The line has 66 pylons."), paper)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Kenya will pay Lamu €18 million.", "Some €18 million will be paid by Kenya to Lamu."),
        (
            "fr",
            "Le Kenya versera à Lamu 18 millions d'euros.",
            "À Lamu, 18 millions d'euros seront versés par le Kenya.",
        ),
        (
            "es",
            "En Lamu, Kenia pagará 18 millones de euros.",
            "Kenia: 18 millones de euros serán desembolsados en Lamu.",
        ),
    ],
)
def test_what_will_be_paid_was_not_paid_yet(language, first, last):
    assert found(Corroboration, written("a.txt", language, first), written("b.txt", language, last))


def test_two_sorts_of_one_thing_do_not_conflict():
    told = "Kenya and Ireland met in Lamu. The coast has {} in all."
    release = written("a.txt", "en", told.format("45 health centres"))
    assert not found(Conflict, release, written("b.txt", "en", told.format("50 training centres")))
    assert found(Conflict, release, written("b.txt", "en", told.format("50 health centres")))


@pytest.mark.parametrize(
    ("first", "last", "agreements"),
    [
        ("The pier gets 85 technical staff.", "Some 85 technicians move to the pier.", 1),
        ("The pier gets 85 lamps.", "Some 85 technicians move to the pier.", 0),
        (
            "Lamu keeps the old wooden boats of divers until 31 December 2028.",
            "Lamu keeps the old wooden boats of divers until the end of 2028.",
            1,
        ),
        (
            "Lamu keeps the old wooden boats of divers until 30 November 2028.",
            "Lamu keeps the old wooden boats of divers until the end of 2028.",
            0,
        ),
    ],
)
def test_people_by_other_nouns_and_the_last_day_of_a_period_agree(first, last, agreements):
    assert len(found(Corroboration, *both(first, last, "LAMU, 3 June 2026 - "))) == agreements


def test_a_currency_that_one_text_leaves_open_is_that_of_the_other():
    paper = "In Kenya, grants of 12 million shillings go to Lamu. The boats of Ireland cost 31 million for the coast."
    release = "Kenya and Ireland met in Lamu. The boats cost 31 million Swiss francs for the coast."
    (one,) = found(Corroboration, written("a.txt", "en", release), written("b.txt", "en", paper))
    assert one.detail.unit == "CHF"


@pytest.mark.parametrize(
    ("first", "last", "agreements"),
    [
        ("Lamu gets 45 fast chargers.", "The loan pays 45 plugs; a fast one takes an hour.", 1),
        ("Kenya gets 300 boats.", "In all 300 vessels come.", 1),
        ("The quay will have two cranes.", "A loan pays for two cranes.", 1),
        ("The canal is 110 kilometres long.", "The rice of the canal ripens in 110 days.", 0),
        ("Of the boats, 300 are old.", "Old boats: 300.", 1),
        ("The pass is valid for two years.", "The ferry was away for two years.", 0),
    ],
)
def test_a_number_that_few_would_state_by_chance_counts_one_thing_whatever_its_noun(first, last, agreements):
    assert len(found(Corroboration, *both(first, last, "LAMU, 3 June 2026 - "))) == agreements


def test_odd_counts_by_one_noun_agree_among_many_other_numbers():
    many = " ".join(f"Village {number} has {number} goats." for number in range(21, 45))
    first, last = (f"Kenya and Ireland met in Lamu. {one} {many}" for one in ("The line has 64 pylons.", "64 pylons!"))
    agreed = found(Corroboration, written("a.txt", "en", first), written("b.txt", "en", last.replace("goats", "hens")))
    assert any(one.detail.unit == "pylons" for one in agreed)


def test_two_of_something_conflict_with_nothing():
    assert not found(Conflict, *both("The quay will have two cranes.", "The quay will have three cranes."))


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("The work on the pier takes 18 months.", "Work on the pier takes a year and a half.", Corroboration),
        ("The work on the pier takes 18 months.", "Work on the pier takes two years.", Conflict),
        ("The crossing lasts 90 minutes.", "A crossing lasts an hour and a half.", Corroboration),
        ("The loan runs for 25 years.", "Kenya will pay the loan back in 25 years.", Corroboration),
    ],
)
def test_lengths_of_time_are_compared_whatever_their_unit(first, last, kind):
    assert found(kind, *both(first, last, "LAMU, 3 June 2026 - "))
    assert not found(*{Corroboration, Conflict} - {kind}, *both(first, last, "LAMU, 3 June 2026 - "))


@pytest.mark.parametrize(("other", "agreements"), [("It is a grant of 4 million.", 1), ("It has 4 million bees.", 0)])
def test_a_large_number_of_nothing_is_money_that_another_text_states(other, agreements):
    assert len(found(Corroboration, *both("Ireland grants €4 million.", other, "LAMU, 3 June 2026 - "))) == agreements
