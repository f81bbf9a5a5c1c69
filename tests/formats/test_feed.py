import datetime
import warnings

import example_register
import feedparser
import msgspec
import pytest
from lxml import etree

from servanda.formats.atom_feed import Feed, FeedItem, tag, write_feed
from servanda.formats.changes_feed import changes_feed, feed_items, write_changes
from servanda.formats.open_register import narrowed
from servanda.lexicon.language import LANGUAGES
from servanda.register.happening import Happening
from servanda.register.period import Period
from servanda.register.reporting import Report
from servanda.register.wording import Statement

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = datetime.date(2026, 3, 31)
FEED = Feed(
    "tag:x.example,2026-01-01:feed",
    "Changes",
    "All",
    "The two",
    "en",
    DAY,
    "https://x.example/",
    "https://x.example/feed",
)


def parsed(content):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the parser's own making
        return feedparser.parse(content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", ["example", "canada-mexico-2025-2028"])
def test_another_parser_finds_every_change_with_its_words_and_day(plan, language):
    register = example_register.register(plan)
    items = {one.id: one for one in feed_items(register, language)}

    found = parsed(write_feed(changes_feed(register, language), items.values()))

    assert not found.bozo
    assert found.version == "atom10"
    assert len(items) == len(found.entries) > 0
    for entry in found.entries:
        one = items[entry.id]
        assert (entry.title, entry.summary, entry.get("link")) == (one.title, one.summary, one.page)
        assert datetime.date(*entry.updated_parsed[:3]) == one.when
    days = [entry.updated for entry in found.entries]
    assert days == sorted(days, reverse=True)
    assert found.feed.updated == days[0]


def test_every_feed_and_entry_has_what_the_standard_asks_for():
    register = example_register.register()
    root = etree.fromstring(write_feed(changes_feed(register, "en"), feed_items(register, "en")))

    for one in (root, *root.iterchildren(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        assert one.findtext(f"{ATOM}id").startswith("tag:commitments.example,2024-05-14:merle-2024-2027/")
    assert root.find(f"{ATOM}author/{ATOM}name").text


def test_ids_are_the_same_in_every_language_and_each_stands_once():
    register = example_register.register()
    ids = [[one.id for one in feed_items(register, language)] for language in LANGUAGES]

    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids[0])) == len(ids[0])


def test_ids_hold_only_what_a_uri_can():
    assert (
        tag("x.example", DAY, "plan", "feed", "q=%C3%A9 & é")
        == "tag:x.example,2026-03-31:plan/feed/q=%C3%A9%20&%20%C3%A9"
    )


def test_a_feed_without_items_is_still_a_feed():
    found = parsed(write_feed(FEED, []))

    assert not found.bozo
    assert found.feed.updated == "2026-03-31T00:00:00Z"
    assert found.feed.links[0].rel == "self"


def test_signs_of_markup_stay_text():
    item = FeedItem("tag:x.example,2026-01-01:1", "<b>&", "a < b", DAY)

    (entry,) = etree.fromstring(write_feed(FEED, [item])).findall(f"{ATOM}entry")
    assert (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) == ("<b>&", "a < b")
    assert entry.find(f"{ATOM}link") is None


def test_a_feed_holds_the_latest_changes_only():
    law = example_register.register().all(Happening)[0]
    days = [Period(str(DAY - datetime.timedelta(back))) for back in range(250)]
    many = [msgspec.structs.replace(law, id=f"h{day}", when=day) for day in days]

    found = parsed(write_changes(example_register.with_records(*many, leaving_out=[Happening]), "en"))

    assert len(found.entries) == 200
    assert f"{DAY}T00:00:00Z" in {one.updated for one in found.entries}
    assert min(one.updated for one in found.entries) > f"{DAY - datetime.timedelta(249)}"


def test_leaving_out_a_long_past_leaves_the_latest_changes_as_they_are():
    law = example_register.register().all(Happening)[0]
    days = [Period(str(DAY - datetime.timedelta(back // 3))) for back in range(900)]
    many = [msgspec.structs.replace(law, id=f"h{number}", when=day) for number, day in enumerate(days)]
    register = example_register.with_records(*many)

    every = sorted(feed_items(register, "en"), key=lambda one: (one.when, one.id), reverse=True)

    assert write_changes(register, "en") == write_feed(changes_feed(register, "en"), every[:200])


def test_what_is_planned_for_later_is_no_change_yet():
    register = example_register.register()

    assert all(one.when <= register.day for one in feed_items(register, "en") if one.kind == "money")


def test_a_report_stands_in_the_partys_own_words_and_a_narrowed_feed_says_about_what():
    report = Report("r1", "W06", "XN", "in_progress", DAY, Statement("fr", "Le dragage a repris."))
    register = narrowed(example_register.with_records(report), {"W06"}, "q=W06", "W06")

    items = {one.id.rpartition("/")[2]: one for one in feed_items(register, "en")}
    assert (items["r1"].title, items["r1"].summary) == ("Norland reports on W06: in progress", "Le dragage a repris.")
    feed = changes_feed(register, "en")
    assert feed.title == "Merle Plan: what changed: W06"
    assert feed.id.endswith("/feed/q=W06/en")
    assert feed.address == "https://commitments.example/en/plans/merle-2024-2027/feed.atom?q=W06"
