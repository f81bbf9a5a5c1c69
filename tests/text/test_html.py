import datetime

import pytest
from lxml import etree

from servanda.text.loaders import UnreadableError

PAGE = """<!DOCTYPE html>
<html lang="en-CA"><head><meta charset="utf-8"><title>Ministers launch river programme - Norland</title>
<meta property="og:site_name" content="Government of Norland">
<meta property="article:published_time" content="2026-02-03T23:30:00-05:00">
<link rel="canonical" href="https://example.org/release/1">
</head><body class="has-sidebar"><a class="skip-link" href="#main">Skip to main content</a>
<header role="banner"><a href="/">Government of Norland</a><form><button>Search</button></form></header>
<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Ministers</a></li></ul></nav>
<div id="c" class="cookie-banner"><p>We use cookies to improve this site.</p></div>
<main><article><header><h1>Ministers launch <em>river</em> programme</h1></header>
<p>Norland will restore 40&nbsp;km of the co&shy;operation river<sup><a href="#n1">1</a></sup>
   before 2028.</p><!-- a comment -->
<p>Key actions include:</p>
<ul><li>Planting 12,000&nbsp;trees;<ol type="a" start="2"><li>oaks,</li><li>elms;</li></ol></li>
<li><p>Publishing the <a href="/data">water data</a>.</p></li></ul>
<h2>Quick facts</h2>
<table><tr><th>Year</th><th>Trees</th></tr><tr><td>2027</td><td>5,000</td></tr></table>
<blockquote>The minister said <q>we will act</q> today.</blockquote>
<figure><img alt="x"><figcaption>The river in spring.</figcaption></figure>
<div class="social-share"><a href="#">Share on a network</a></div>
<h2>Related</h2><ul><li><a href="/x">Backgrounder: the river</a></li></ul>
</article></main><aside><p>Another story, long enough to be read as text.</p></aside>
<footer><p>All rights reserved.</p></footer><script>var words = "never";</script></body></html>"""


def test_the_text_of_a_page_is_read_without_what_stands_around_it(load, blocks):
    assert blocks(load(PAGE, "page.html")) == [
        ("title", "", "Ministers launch river programme"),
        ("paragraph", "", "Norland will restore 40\u00a0km of the cooperation river before 2028."),
        ("paragraph", "", "Key actions include:"),
        ("list_item", "•", "Planting 12,000\u00a0trees;"),
        ("list_item", "b.", "oaks,"),
        ("list_item", "c.", "elms;"),
        ("list_item", "•", "Publishing the water data."),
        ("heading", "", "Quick facts"),
        ("table_cell", "", "Year"),
        ("table_cell", "", "Trees"),
        ("table_cell", "", "2027"),
        ("table_cell", "", "5,000"),
        ("paragraph", "", "The minister said “we will act” today."),
        ("paragraph", "", "The river in spring."),
    ]


def test_a_page_says_its_title_day_publisher_address_and_language(load):
    document = load(PAGE, "page.html")
    assert document.title == "Ministers launch river programme"
    assert document.date == datetime.date(2026, 2, 3)
    assert document.publisher == "Government of Norland"
    assert document.address == "https://example.org/release/1"
    assert document.language == "en"


def test_levels_and_rows_are_kept(load):
    document = load(PAGE, "page.html")
    assert [block.level for block in document.blocks if block.kind in {"title", "heading", "list_item"}] == [
        1, 0, 1, 1, 0, 2,
    ]  # fmt: skip
    assert [block.row for block in document.blocks if block.kind == "table_cell"] == [0, 0, 1, 1]


def test_every_block_leads_back_to_its_element(load):
    document = load(PAGE, "page.html")
    tree = etree.ElementTree(etree.fromstring(PAGE, etree.HTMLParser(remove_comments=True)))
    for block, origin in zip(document.blocks, document.origins, strict=True):
        (element,) = tree.xpath(origin.node)
        assert tree.getpath(element) == origin.node
        assert (origin.start, origin.end) == (block.start, block.end)
        assert document.text[block.start : block.end].split()[0].strip("“”") in "".join(element.itertext())


def test_what_is_called_a_side_but_holds_the_text_is_kept(load, blocks):
    page = "<form class='share'><p>The ministers will meet every year.</p></form><nav><a href='/'>Home</a></nav>"
    assert blocks(load(page, "page.html")) == [("paragraph", "", "The ministers will meet every year.")]


def test_one_large_article_is_the_text_and_the_cards_beside_it_are_not(load, blocks):
    words = "The ministers will meet every year, and publish all that they do."
    cards = "<article><p>Other news.</p></article>" * 2
    page = f"<h1>River</h1><main><article><p>{words}</p></article>{cards}</main>"
    assert [text for _, _, text in blocks(load(page, "page.html"))] == ["River", words]


def test_line_breaks_end_paragraphs_and_typed_bullets_make_items(load, blocks):
    page = "<div>The parties will:<br><br>• plant trees;<br>• hire wardens.<p>1) meet;</p><p>2) publish.</p></div>"
    assert blocks(load(page, "page.html")) == [
        ("paragraph", "", "The parties will:"),
        ("list_item", "•", "plant trees;"),
        ("list_item", "•", "hire wardens."),
        ("list_item", "1)", "meet;"),
        ("list_item", "2)", "publish."),
    ]


def test_a_short_paragraph_in_bold_is_a_heading(load, blocks):
    page = "<p><strong>Quick facts</strong></p><p><b>They will meet.</b></p><p><b>Trees</b> will be planted</p>"
    assert [kind for kind, _, _ in blocks(load(page, "page.html"))] == ["heading", "paragraph", "paragraph"]


def test_a_table_for_layout_is_no_table(load, blocks):
    page = "<table><tr><td><h2>Water</h2><p>They will meet.</p></td><td>They will act.</td></tr></table>"
    assert [kind for kind, _, _ in blocks(load(page, "page.html"))] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "content",
    [
        '<meta charset="iso-8859-1"><p>Año “2027”</p>'.encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>Año “2027”</p>'.encode(),
        "<p>Año “2027”</p>".encode(),
        "<p>Año “2027”</p>".encode("utf-16"),
        '<meta charset="punycode"><p>Año “2027”</p>'.encode(),
        '<?xml version="1.0" encoding="windows-1252"?><html><p>Año “2027”</p></html>'.encode("cp1252"),
    ],
)
def test_a_page_is_decoded_as_it_declares(load, content):
    assert load(content, "page.html").text == "Año “2027”"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="dcterms.issued" content="2026-02-03">',
        '<script type="application/ld+json">{"datePublished": "2026-02-03T10:00:00Z"}</script>',
        '<time datetime="2026-02-03">3 February</time>',
        '<meta itemprop="datePublished" content="20260203">',
    ],
)
def test_a_page_may_say_its_day_in_several_ways(load, head):
    assert load(f"{head}<p>Words of the page.</p>", "page.html").date == datetime.date(2026, 2, 3)


def test_what_is_no_day_is_not_taken_for_one(load):
    page = '<meta name="date" content="2026-13-45"><meta name="pubdate" content="soon"><p>Words.</p>'
    assert load(page, "page.html").date is None


def test_no_entity_is_expanded_from_a_file(load, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>Words &x; words.</p></html>'
    assert "secret" not in load(page, "page.html").text.replace(str(secret), "")


def test_elements_deep_in_elements_are_read_or_refused(load):
    document = load("<div>" * 200 + "<p>Words of the page.</p>", "page.html")
    assert document.text == "Words of the page."
    assert document.origins[0].node == "/html/body" + "/div" * 200 + "/p"
    for unit in ("<div>", "<ul><li>a", "<table><td>a"):
        with pytest.raises(UnreadableError) as caught:
            load(unit * 100_000, "page.html")
        assert caught.value.code == "too_large"


@pytest.mark.parametrize("unit", ["<p>a", "<span>a</span> ", "<br>a", "&amp;", "<a href=b>c</a>."])
def test_a_long_page_is_read_in_time_that_grows_with_it(load, unit):
    assert load(unit * 20_000 + "<p>Words.", "page.html").text.endswith("Words.")
