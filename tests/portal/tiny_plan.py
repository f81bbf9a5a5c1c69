"""One tiny plan of ours, kept by its parties, with a text."""

import json

TEXT = """Joint note on the two gauges

Tarn and Vell will build one common gauge by 31 March 2026. Vell will pay 2 million euros for it.

They thanked the ferrymen & their guild for <every> crossing.
"""


def said(text):
    return {"en": text, "fr": f"{text} (fr)", "es": f"{text} (es)"}


def commitment(reference, title, **changes):
    made = {
        "reference": reference, "pillar": "rivers", "title": said(title), "summary": said(f"{title}, in short."),
        "promisors": ["tarn", "vell"], "force": "firm", "verifiable": True, "passages": [{"document": "note"}],
        "completeness": {"deliverable": True, "target": False, "timeframe": True, "owner": False},
    }  # fmt: skip
    return made | changes


def tiny_plan():
    quote = "will build one common gauge by 31 March 2026"
    return {
        "plan": {
            "id": "gauges", "name": said("Plan of the two gauges"), "short_name": said("Gauge Plan"),
            "summary": said("Two towns share a river."), "kind": "action_plan", "legal_nature": "political",
            "signed": "2025-01-15", "term": {"start": "2025-01-15", "end": "2027-12-31", "stated": "years"},
            "kept_by": "parties", "authentic_languages": ["en"], "recorded_until": "2026-06-30",
            "parties": [{"id": one.lower(), "type": "organisation", "name": said(one)} for one in ("Tarn", "Vell")],
            "pillars": [
                {"id": "rivers", "name": said("Rivers"), "summary": said("Water.")},
                {"id": "roads", "name": said("Roads"), "summary": said("Wheels.")},
            ],
        },
        "actors": {},
        "documents": [
            {"id": "note", "title": said("The joint note"), "kind": "plan_text", "publisher": "Tarn and Vell",
             "language": "en", "date": "2025-01-15", "file": "texts/note.txt"},
            {"id": "gazette", "title": said("A law of Vell"), "kind": "official_record", "publisher": "Vell Gazette",
             "language": "en", "date": "2025-06", "address": "https://gazette.example/1"},
        ],
        "commitments": [
            commitment("R-1", "One common gauge", passages=[{"document": "note", "quote": {"quote": quote}}],
                       deadline={"period": "2026-03-31", "basis": "stated"}),
            commitment("R-2", "Éclusier training", force="exploratory", promisors=["vell"]),
            commitment("W-1", "Friendlier roads", pillar="roads", verifiable=False),
        ],
        "forums": {},
        "contributions": [
            {"id": "gift", "type": "money", "name": said("The gift"), "purpose": said("For the gauge"),
             "provider": "vell", "commitments": ["R-1"], "transactions": [
                 {"stage": "announced", "amount": "2000000", "unit": "EUR", "documents": ["note"]},
                 {"stage": "disbursed", "amount": "500000", "unit": "EUR", "documents": ["gazette"],
                  "date": "2025-06"}]},
        ],
        "projects": [],
        "happenings": [
            {"id": "law", "when": "2025-06-02", "title": said("Vell passes a law"), "summary": said("It pays."),
             "documents": ["gazette"], "type": "law", "bearings": [
                 {"commitment": "R-2", "relation": "completes", "tier": "A", "step": 5, "reason": said("A law.")}]},
        ],
        "positions": [
            {"commitment": "R-1", "party": "tarn", "standing": "in_progress", "date": "2025-05",
             "summary": said("Digging."), "documents": ["note"]},
        ],
        "conflicts": [], "searches": [], "context": [],
    }  # fmt: skip


def write_plan(folder, plan):
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    (folder / "texts" / "note.txt").write_text(TEXT, encoding="utf-8")
    for name, content in plan.items():
        (folder / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    return folder
