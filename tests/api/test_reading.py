"""What can be read: everything public, page by page, of any day, unchanged unless it changed."""

import json

import pytest

from servanda.register.records import SHAPES
from servanda_portal.api.routes.records import LISTS
from servanda_portal.queries.registers import register

PLAN = "/api/v1/plans/merle-2024-2027"


def whole(api, path, **query):
    """Return every item of a list, page by page."""
    items, cursor = [], {}
    while True:
        page = api.ask(path, **query, **cursor)
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = {"cursor": page["next"]}


def test_the_root_says_where_everything_is(api):
    index = api.get("/api/v1/").json()

    assert api.get(index["plans"].removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert api.get(index["openapi"].removeprefix("http://127.0.0.1:8000")).json()["openapi"] == "3.1.0"


def test_a_plan_says_how_many_stand_where_and_where_to_go_on(api):
    plan = api.ask("")

    assert sum(plan["groups"].values()) == plan["commitments"]
    assert plan["demonstration"]
    for address in plan["links"].values():
        answer = api.get(address.removeprefix("http://127.0.0.1:8000"))
        assert answer.status_code == 200, address
        answer.close()


def test_every_kind_of_record_has_a_list_and_every_record_an_address(api):
    apart = {"commitment", "document", "agreement", "opening", "mention_review", "weights"}
    assert {one.kind for one in LISTS.values()} == SHAPES.keys() - apart

    for name in LISTS:
        for item in api.ask(f"/{name}", limit=2)["items"]:
            assert api.ask(f"/{name}/{item['key']}") == item


@pytest.mark.parametrize("name", ["commitments", "happenings", "documents", "assessments", "findings", "entries"])
def test_pages_put_together_are_the_whole_list(api, name):
    by_seven = whole(api, f"/{name}", limit=7)

    assert by_seven == whole(api, f"/{name}", limit=200)
    assert len(by_seven) == api.ask(f"/{name}", limit=1)["count"]


def test_mentions_cut_to_their_quotes_and_come_in_pages(api):
    document = next(item for item in api.ask("/documents")["items"] if item["sha256"])
    mentions = whole(api, f"/documents/{document['key']}/mentions", limit=50)

    assert len(mentions) == sum(document["mentions"].values())
    assert all(len(one["quote"]) == one["end"] - one["start"] for one in mentions)
    money = whole(api, f"/documents/{document['key']}/mentions", kind="money")
    assert money == [one for one in mentions if one["kind"] == "money"]
    assert isinstance(money[0]["value"]["amount"], str)


def test_a_reading_says_what_was_left_out_and_why(api):
    reading = api.ask("/documents/joint-2024-en/reading")

    assert reading["excluded"]
    assert reading["reader"].startswith("servanda-reader/")


def test_what_is_added_moves_nothing_out_of_its_place(api, token_of):
    first = api.ask("/obstacles", limit=1)
    said = {"language": "en", "text": "The lock is frozen."}
    obstacle = {"id": "ice", "party": "XN", "commitments": ["W06"], "what": said, "raised_on": "2026-06-01"}
    assert api.do(token_of("XN", "reporter"), [{"type": "raise_obstacle", "obstacle": obstacle}]).status_code == 201

    again = whole(api, "/obstacles", limit=1)
    assert again[0] == first["items"][0]
    assert again[-1]["key"] == "ice"


def test_links_lead_to_the_next_page_and_the_first(api):
    answer = api.get(f"{PLAN}/commitments", {"limit": 5, "pillar": "water"})

    onward, start = (one.split(">")[0].lstrip("<") for one in answer.headers["Link"].split(", "))
    assert start == f"http://127.0.0.1:8000{PLAN}/commitments?limit=5&pillar=water"
    assert (
        api.get(onward.removeprefix("http://127.0.0.1:8000")).json()["items"][0] == api.ask("/commitments")["items"][5]
    )


def test_commitments_take_the_filters_of_the_page(api):
    found = register("merle-2024-2027")
    shown = api.get("/en/plans/merle-2024-2027/commitments.csv?schedule=overdue&official-XN=obstructed")
    asked = api.ask("/commitments", schedule="overdue", **{"official-XN": "obstructed"})

    references = [item["key"] for item in asked["items"]]
    assert references
    assert references == [line.split(",")[0] for line in shown.content.decode("utf-8-sig").splitlines()[1:]]
    assert all(found.assessments[one].schedule.value == "overdue" for one in references)


def test_words_are_searched_in_the_language_that_is_asked_for(api):
    title = api.ask("/commitments/W06")["record"]["title"]["fr"].split()[0]

    keys = [item["key"] for item in api.ask("/commitments", q=title, language="fr")["items"]]
    assert "W06" in keys


def test_a_commitment_has_its_words_versions_standing_and_axes_with_rules(api):
    one = api.ask("/commitments/W06")

    assert one["words"]
    assert one["versions"][-1]["record"] == one["record"]
    assert one["standing"]["value"] in {"in_force", "amended"}
    assert one["assessment"]["schedule"]["rules"]
    assert all(official["rules"] for official in one["assessment"]["official"])
    for address in one["links"].values():
        assert api.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_a_register_is_answered_as_it_was_on_a_day(api):
    past, present = api.ask("", as_at="2024-12-31"), api.ask("")

    assert past["day"] == "2024-12-31"
    assert past["groups"]["delivered"] < present["groups"]["delivered"]
    effective = api.ask("/commitments", as_at="2024-12-31", by="effective")
    assert effective["day"] == "2024-12-31"
    api.ask("", 404, as_at="1999-01-01")


def test_roll_ups_state_their_denominator_under_each_rubric(api):
    items = api.ask("/roll-ups")["items"]

    assert {one["rubric"] for one in items} == {"g7/1", "completion/1", "level/1"}
    assert {one["by"] for one in items} == {"plan", "pillar", "area", "control", "party"}
    assert all(one["items"] == one["denominator"] + one["not_reviewable"] + one["not_given"] for one in items)
    assert all("/" in one["mean"] or one["mean"].lstrip("-").isdigit() for one in items if one["mean"] is not None)


def test_an_entry_gives_the_very_bytes_that_were_signed(api):
    entry = api.ask("/entries/3")

    assert json.loads(entry["envelope"])["signatures"]
    assert len(entry["leaf_hash"]) == 64
    assert api.ask("/checkpoint")["size"] == api.ask("/entries", limit=1)["count"]


def test_entries_of_a_commitment_are_those_that_made_and_changed_it(api):
    numbers = [one["number"] for one in api.ask("/entries", commitment="W06")["items"]]

    versions = {one["entry"] for one in api.ask("/commitments/W06")["versions"]}
    assert versions <= set(numbers)
    assert numbers == sorted(numbers)


def test_an_answer_is_sent_again_only_when_something_changed(api, token_of):
    etag = api.get(f"{PLAN}/commitments").headers["ETag"]

    unchanged = api.get(f"{PLAN}/commitments", headers={"If-None-Match": etag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert api.get(f"{PLAN}/commitments?limit=1").headers["ETag"] != etag
    said = {"language": "en", "text": "Fog."}
    obstacle = {"id": "fog", "party": "XN", "commitments": ["W06"], "what": said, "raised_on": "2026-06-01"}
    assert api.do(token_of("XN", "reporter"), [{"type": "raise_obstacle", "obstacle": obstacle}]).status_code == 201
    assert api.get(f"{PLAN}/commitments", headers={"If-None-Match": etag}).status_code == 200


def test_the_same_question_gets_the_same_bytes(api):
    from servanda_portal.pages.kept import forget  # noqa: PLC0415 the settings come first

    first = api.get(f"{PLAN}/commitments").content
    forget()
    assert api.get(f"{PLAN}/commitments").content == first


def test_the_head_of_an_answer_is_that_of_the_whole(api):
    get, head = api.get(f"{PLAN}/commitments"), api.head(f"{PLAN}/commitments")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]


def test_programs_of_any_site_may_read_and_nothing_more(api):
    assert api.get(f"{PLAN}/commitments").headers["Access-Control-Allow-Origin"] == "*"

    asked = api.options(f"{PLAN}/acts")
    assert (asked.status_code, asked.headers["Allow"]) == (204, "OPTIONS, POST")
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert api.options(f"{PLAN}/commitments").headers["Allow"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Origin" not in api.post(f"{PLAN}/acts").headers


def test_no_answer_sets_a_cookie_or_looks_at_one(api, django_assert_max_num_queries):
    api.ask("/commitments")
    api.cookies["session"] = "made-up"
    with django_assert_max_num_queries(16):
        answer = api.get(f"{PLAN}/commitments?limit=3")

    assert not answer.cookies
