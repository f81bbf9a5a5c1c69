"""The words that people read for the codes of commitments, documents and other records, the same everywhere."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

FORCE = {"firm": _("firm"), "intended": _("intended"), "exploratory": _("exploratory")}
FORCE_MEANS = {
    "firm": _("The words bind: will, shall, agree to."),
    "intended": _("The words aim: seek to, plan to, work towards."),
    "exploratory": _("The words look into it: explore, consider, promote."),
}
STAGE = {"new": pgettext_lazy("stage of a commitment", "new"), "continuing": _("continuing")}
CONTROL = {
    1: _("in the party’s own hands"),
    2: _("mostly in the party’s hands"),
    3: _("shared with others"),
    4: _("beyond the party’s hands"),
}
COMPLETENESS = {
    "deliverable": _("what"),
    "target": _("how much"),
    "timeframe": _("by when"),
    "owner": _("who"),
}
BASIS = {
    "stated": _("stated in the text"),
    "derived": _("follows from the text"),
    "assumed": _("assumed: the last day of the plan’s term"),
}
ROLE = {
    "states": _("the words that make the commitment"),
    "restates": _("repeats the commitment"),
    "elaborates": _("makes the commitment more precise"),
}
KIND = {
    "commitment": _("Commitments"),
    "money": _("Money"),
    "quantity": _("Quantities"),
    "percent": _("Percentages"),
    "rank": _("Ranks"),
    "date": _("Dates"),
    "duration": _("Durations"),
    "recurrence": _("Recurrences"),
    "actor": _("Actors"),
    "quotation": _("Quotations"),
}
REASON = {
    "past": _("past action"),
    "simultaneous": _("action made with the statement itself"),
    "wish": _("a wish"),
    "shared_value": _("a shared value"),
    "welcome": _("only welcomes or notes"),
    "description": _("description"),
    "ceremony": _("ceremony"),
    "third_party": _("what others do"),
    "boilerplate": _("boilerplate"),
}
DOCUMENT_KIND = {
    "plan_text": _("text of the plan"),
    "joint_statement": _("joint statement"),
    "official_release": _("official release"),
    "official_page": _("official page"),
    "official_speech": _("official speech"),
    "official_record": _("official record"),
    "minutes": _("minutes"),
    "report": _("report"),
    "wire": _("wire service"),
    "press": _("press"),
    "repost": _("repost of another’s text"),
    "analysis": _("analysis"),
    "advocacy": _("organisation"),
    "aggregator": _("summary by another site"),
}
AUTHORITY = {
    "joint": _("common to the parties"),
    "official": _("official, one side"),
    "press": _("press"),
}
TRANSACTION = {
    "announced": pgettext_lazy("amount", "announced"),
    "planned": pgettext_lazy("amount", "planned"),
    "authorised": _("authorised"),
    "committed": _("committed"),
    "disbursed": _("disbursed"),
    "contract_value": _("contract value"),
    "delivered_value": pgettext_lazy("amount", "delivered"),
}
CURRENCY_BASIS = {
    "stated": _("currency stated"),
    "donor": _("currency of the donor"),
    "publisher": _("currency of the publisher"),
    "assumed": _("currency assumed"),
}
MEETING = {
    "held": pgettext_lazy("meeting", "held"),
    "planned": pgettext_lazy("meeting", "planned"),
    "announced": pgettext_lazy("meeting", "announced, not known to have been held"),
}
PROJECT = {
    "priority": _("named as a priority"),
    "proposed": _("proposed"),
    "planned": pgettext_lazy("project", "planned"),
    "under_way": pgettext_lazy("project", "under way"),
    "complete": _("complete"),
}
PROJECT_TYPE = {
    "port": _("Port"),
    "rail": _("Rail"),
    "energy": _("Energy"),
    "road": _("Road"),
    "maritime_route": _("Maritime route"),
    "telecoms": _("Telecommunications"),
    "water": _("Water"),
    "other": _("Other"),
}
HAPPENING = {
    "meeting": _("Meeting"),
    "visit": _("Visit"),
    "mission": _("Mission"),
    "payment": _("Payment"),
    "law": _("Law"),
    "launch": _("Launch"),
    "signature": _("Signature"),
    "statement": _("Statement"),
    "operation": _("Operation"),
    "publication": _("Publication"),
    "other": _("Happening"),
}
TOPIC = {
    "trade": _("Trade"),
    "security": _("Security"),
    "mobility": _("Mobility"),
    "environment": _("Environment"),
    "politics": _("Politics"),
    "institutions": _("Institutions"),
    "sport": _("Sport"),
    "history": _("History"),
    "other": _("Other"),
}
AGREEMENT_KIND = {
    "action_plan": _("action plan"),
    "joint_statement": _("joint statement"),
    "memorandum": _("memorandum"),
    "treaty": _("treaty"),
}
LEGAL_NATURE = {"binding": _("legally binding"), "political": _("political, not legally binding")}
LINEAGE = {
    "predecessor": _("before it"),
    "umbrella": _("above it"),
    "related": _("beside it"),
    "successor": _("after it"),
}
QUALIFIER = {
    "about": _("about %(value)s"),
    "at_least": _("at least %(value)s"),
    "at_most": _("at most %(value)s"),
    "more_than": _("more than %(value)s"),
    "less_than": _("less than %(value)s"),
    "nearly": _("nearly %(value)s"),
    "up_to": _("up to %(value)s"),
}
LANGUAGE = {"en": _("English"), "fr": _("French"), "es": _("Spanish")}
STANDING = {
    "proposed": _("proposed"),
    "in_force": _("in force"),
    "amended": _("amended"),
    "merged": _("merged into another"),
    "split": _("split into others"),
    "withdrawn": _("withdrawn"),
}
FOLLOW_UP = {"open": _("still open"), "done": _("done"), "dropped": _("dropped")}
ACTING_AS = {
    "administrator": _("administrator"),
    "party_lead": _("lead of the party"),
    "reporter": _("reporter"),
    "reviewer": _("reviewer"),
    "evaluator": _("evaluator"),
    "observer": _("observer"),
}
TABLE = {
    "commitments": _("Commitments"),
    "money": _("Money"),
    "meetings": _("Meetings"),
    "happenings": _("What happened"),
    "reports": _("Reports"),
}
CUSTODY = {
    "held_by_server": _("the key is held by this server"),
    "held_by_party": _("the key is held by its holder"),
}
KEY_STANDING = {"active": _("in use"), "rotated": _("replaced by another"), "revoked": _("taken back")}


def unit(code: str, count: Decimal) -> str:
    """Return what a contribution in kind is counted in; a unit that is not known here as the plan writes it."""
    whole = int(count)
    names = {
        "people": ngettext("person", "people", whole),
        "doses": ngettext("dose", "doses", whole),
        "days": ngettext("day", "days", whole),
        "hours": ngettext("hour", "hours", whole),
        "vehicles": ngettext("vehicle", "vehicles", whole),
    }
    return names.get(code, code.replace("_", " "))
