"""What a reader who looks closely would trip over: each was on a page once."""

import re

import pytest
from django.utils.html import strip_tags

from servanda_portal.pages import assessment_words

pytestmark = pytest.mark.django_db

MERLE = "plans/merle-2024-2027/"


def main(client, address):
    return client.get(address).content.decode().split("<main")[1].split("</main>")[0]


def words(client, address):
    return re.sub(r"\s+", " ", strip_tags(main(client, address)))


def test_the_first_page_tells_of_each_plan_what_is_late_what_is_disputed_and_what_its_squares_mean(client):
    content = main(client, "/en/")
    assert "Every square is a commitment." in content
    card = content.split("Merle Basin", 1)[1].split("</article>")[0]
    assert f'/en/{MERLE}commitments/?schedule=overdue"><strong>8</strong> are overdue</a>' in card
    assert f'/en/{MERLE}disagreements/">on <strong>5</strong> questions sources disagree</a>' in card


def test_a_source_in_another_language_says_so_and_one_in_the_readers_own_does_not(client):
    asked = words(client, f"/en/{MERLE}disagreements/").split("How many doses is the reserve to hold?")[1]
    assert "Merle Basin Commission, 14 May 2024 (French)" in asked
    assert "(English)" not in asked
    assert "14 mai 2024 (anglais)" in words(client, f"/fr/{MERLE}disagreements/")


def test_an_obstacle_was_raised_to_a_forum_by_its_name(client):
    told = words(client, f"/en/{MERLE}commitments/W06/")
    assert "raised to Joint Committee" in told
    assert "joint-committee" not in told


def test_parties_stand_in_one_order_in_every_pillar_and_their_signs_are_told(client):
    content = main(client, f"/en/{MERLE}").split('id="axes"')[1].split("</section>")[0]
    order = ["XN", "XS", "merle"]
    for row in content.split("<tr>")[2:]:
        shown = re.findall(r"<abbr[^>]*>(\w+)</abbr>", row)
        assert shown == [party for party in order if party in shown]
    for address in (MERLE, f"{MERLE}commitments/"):
        assert "XN Norland · XS Sudria · merle Merle Basin Commission" in words(client, f"/en/{address}")


def test_the_method_draws_every_mark_that_lists_show(client):
    content = main(client, "/en/method/")
    assert content.count('<svg class="ladder') == content.count('<svg class="square') == 12
    assert content.count('<svg class="when') == 7


def test_what_is_stale_is_drawn_otherwise_than_what_was_never_searched(client):
    counted = main(client, f"/en/{MERLE}briefs/annual/").split('<div class="tally">')[1]
    stale = re.search(r'<svg class="ladder stale".*?</svg>', counted)[0]
    assert 'class="full"' in stale


def test_a_day_is_told_once_where_several_things_happened_on_it(client):
    lists = main(client, f"/en/{MERLE}").split("Changed lately")[1].split("</section>")[0]
    days = re.findall(r'<span class="when">([^<]+)</span>', lists)
    assert len(days) == len(set(days)) < lists.count("<li>")


@pytest.mark.parametrize("page", ["indicators/", "findings/"])
def test_a_page_that_has_nothing_counts_no_nothings(client, page):
    told = words(client, f"/en/plans/gauges/{page}")
    assert not re.search(r"(?<!\d)0 ", told), told


def test_what_fits_no_topic_comes_last(client):
    topics = re.findall(r"<section><h2>([^<]+)</h2>", main(client, f"/fr/{MERLE}context/"))
    assert topics[-1] == "Autre"


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_article_stands_before_a_month_that_is_a_limit(client, language):
    months = "février|décembre|febrero|diciembre"
    for page in ("meetings/", "indicators/"):
        assert not re.search(rf"\b(le|del|el) ({months}) ", words(client, f"/{language}/{MERLE}{page}"))


def test_french_parts_every_colon_from_the_word_before_it(client):
    for page in ("meetings/", "money/", "projects/", "timeline/"):
        assert not re.search(r"[a-zé]: ", words(client, f"/fr/{MERLE}{page}")), page


def test_no_line_ends_inside_a_day(client):
    for language in ("en", "fr", "es"):
        content = main(client, f"/{language}/{MERLE}timeline/")
        assert re.search(r"<time[^>]*>\d{1,2}(er)?\u00a0", content)
        assert not re.search(r"<time[^>]*>\d{1,2}(er)? ", content)


def test_a_score_has_a_minus_and_leads_to_the_rule_of_its_rubric(client):
    content = main(client, f"/en/{MERLE}commitments/W01/")
    assert '<a class="rule" href="/en/method/#V2">g7/1</a> <b>0</b>' in content
    assert assessment_words.grade("-1") == "−1"
    assert assessment_words.grade("substantial") == "substantial"


def test_a_verdict_that_is_final_agrees_with_its_noun(client):
    assert "· définitif, " in words(client, f"/fr/{MERLE}commitments/W01/")


def test_the_ledger_names_the_document_that_was_cited(client):
    told = words(client, f"/en/{MERLE}changed/?since=2026-06-10")
    assert "Recorded: Document “Call for tenders for the independent evaluation”" in told


def test_a_number_that_changed_is_marked_as_a_whole(client):
    content = main(client, f"/en/{MERLE}documents/joint-2025-en/changes/")
    assert '<mark class="gap">9.5</mark>' in content
    assert not re.search(r"<mark[^>]*>\d</mark>\.\d", content)


def test_a_reply_is_in_its_own_language_and_who_replied_in_the_readers(client):
    content = main(client, f"/fr/{MERLE}commitments/W01/")
    assert '<blockquote class="note"><p lang="en">All three parties agreed' in content


def test_a_search_that_finds_nothing_says_where_it_looked(client):
    where = "Words are sought in references, titles and summaries, in the language of this page."
    assert where in words(client, f"/en/{MERLE}commitments/?q=zzzz")
    assert where not in words(client, f"/en/{MERLE}commitments/?q=flood")


def test_only_a_mark_and_its_words_are_set_side_by_side(client):
    """On a phone each part of such a line is a column of its own."""
    for line in re.findall(r'<(?:p|span) class="line">(.*?)</(?:p|dd)>', main(client, f"/en/{MERLE}commitments/W01/")):
        assert line.startswith("<svg"), line


def test_what_is_due_within_a_stretch_is_due_by_its_last_day(client):
    told = words(client, f"/en/{MERLE}documents/joint-2024-en/")
    assert "commitment: firm · XS · by 14 November 2025" in told
    assert not re.search(r"by \d+ \w+ \d{4} –", told)
