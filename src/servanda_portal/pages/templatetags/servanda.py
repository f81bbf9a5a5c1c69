"""Tags and filters of the templates: words in the page's language, formats, and the marks of the three axes."""

import datetime
import functools
from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from servanda.assessing.assessment import Assessment
from servanda.assessing.evidence import Evidence
from servanda.assessing.official import Official
from servanda.assessing.schedule import Schedule
from servanda.lexicon.language import Language
from servanda.register.author import KEEPER, OPERATOR
from servanda.register.commitment import Commitment
from servanda.register.period import Period
from servanda.register.wording import Names, Wording
from servanda_portal.pages import assessment_words, comparison_words, formats, marks, mention_words, words
from servanda_portal.pages.briefs.blocks import Square
from servanda_portal.pages.document_page import KINDS
from servanda_portal.queries.register import Register

register = template.Library()
_TABLES = vars(words) | vars(assessment_words) | vars(comparison_words)


def page_language() -> Language:
    """Return the language of the page that is being made."""
    match get_language():
        case "fr":
            return "fr"
        case "es":
            return "es"
        case _:
            return "en"


@register.filter
def said(wording: Wording | None) -> str:
    """Return a text of ours in the page's language."""
    return wording.in_language(page_language()) if wording is not None else ""


@register.filter
def named(names: Names | Wording | str | None) -> str | SafeString:
    """Return a proper name, and say its language where it is not the page's."""
    if names is None or isinstance(names, str):
        return names or ""
    if isinstance(names, Wording):
        return names.in_language(page_language())
    name, language = names.in_language(page_language())
    return name if language == page_language() else format_html('<span lang="{}">{}</span>', language, name)


@register.filter
def holder(found: Register, identity: str) -> str | SafeString:
    """Return who signs or is told under an id: a party, the keeper, the operator, an institution, or a forum."""
    keeper = found.agreement.keeper
    if identity == KEEPER and keeper is not None:
        return said(keeper.name)
    if identity == OPERATOR:
        return _("the operator of this server")
    forums = (one.name for one in found.plan.forums.forums if one.id == identity)
    return named(found.actor_names.get(identity) or next(forums, identity))


@register.filter
def label(code: str | int | None, table: str) -> str:
    """Return the words of a code: ``{{ commitment.force|label:"FORCE" }}``."""
    return str(_TABLES[table][code]) if code is not None else ""


@register.filter
def by_kind(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return how many mentions there are of each kind, in the order in which pages show kinds."""
    return [(kind, counts[kind]) for kind in KINDS if counts.get(kind)]


@register.filter
def pair(name: str, value: object) -> str | SafeString:
    """Return a name and its value, parted as the language parts them."""
    return format_html(_("%(name)s: %(value)s").replace("%(name)s", "{}").replace("%(value)s", "{}"), name, value)


@register.filter
def parted(name: str) -> str:
    """Return a name, and after it what parts it from its value in the page's language."""
    return (_("%(name)s: %(value)s") % {"name": name, "value": ""}).rstrip(" ") + " "


@register.filter
def at(mapping: Mapping[Any, Any], key: Any) -> Any:  # noqa: ANN401 a template looks up whatever it holds
    """Return what a mapping has under a key, None where it has nothing."""
    return mapping.get(key)


@register.filter
def period(value: Period | datetime.date | None) -> str:
    """Return a day or a period in words."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return formats.day(value, page_language())
    return formats.period(value, page_language())


@register.filter
def iso(value: Period | datetime.date) -> str:
    """Return the first day of a period as machines read it."""
    return (value if isinstance(value, datetime.date) else value.start).isoformat()


@register.filter
def number(value: Decimal | int) -> str:
    """Return a number with the page's separators."""
    return formats.number(value, page_language())


@register.filter
def percent(value: int) -> str:
    """Return a share of a hundred as the language writes it."""
    return formats.percent(Decimal(value), page_language())


@register.filter
def grade(score: str) -> str:
    """Return a verdict's score as people read it."""
    return assessment_words.grade(score)


@register.filter
def amount(value: Decimal, unit: str) -> str:
    """Return an amount of money, or a number of things given in kind."""
    if len(unit) == 3 and unit.isupper():
        return formats.money(value, unit, page_language())
    return f"{formats.number(value, page_language())}\u00a0{words.unit(unit, value)}"


@register.filter
def cadence(rrule: str) -> str:
    """Return how often, in words."""
    return mention_words.recurrence(rrule)


@register.filter
def schedule_words(schedule: Schedule) -> str:
    """Return the schedule axis in words, with its days."""
    return marks.schedule_words(schedule)


@register.filter
def assessed(assessment: Assessment) -> str:
    """Return what a small square shows, in words."""
    return ", ".join(
        (str(assessment_words.EVIDENCE[assessment.evidence.value]), marks.schedule_words(assessment.schedule))
    )


@register.simple_tag
def sources(found: Register, documents: Iterable[str]) -> SafeString | str:
    """List documents that something rests on, each with a link; what is said of a document is put into words once."""
    language = page_language()
    made = functools.partial(_source, found)
    cited = [found.once(("source", language, one), functools.partial(made, one)) for one in documents]
    if not cited:
        return ""
    listed = format_html_join("", "{}", ((one,) for one in cited))
    return format_html('<ul class="sources" aria-label="{}">{}</ul>', _("Sources"), listed)


def _source(found: Register, identity: str) -> SafeString:
    document = found.documents.get(identity)
    foreign = document is not None and document.language != page_language()
    shown = {"agreement": found.agreement, "id": identity, "document": document, "foreign": foreign}
    return render_to_string("parts/source.html", shown)


@register.simple_tag
def square(assessment: Assessment) -> SafeString:
    """Draw the small square of a commitment: its evidence as fill, its lateness as a corner."""
    return key_square(assessment.evidence.value, assessment.evidence.step, assessment.late)


def squares(listing: str, commitments: Iterable[tuple[Commitment, Assessment]]) -> SafeString:
    """Draw the squares of commitments, each of which leads to its page under the list's: a page shows a thousand."""
    language = page_language()
    return format_html_join(
        "",
        '<li><a href="{}{}/" title="{}" aria-label="{}, {} ({})">{}</a></li>',
        (
            (listing, quote(one.reference, ""), title, one.reference, title, assessed(made), square(made))
            for one, made in commitments
            for title in (one.title.in_language(language),)
        ),
    )


@register.simple_tag
def told_squares(said: Iterable[Square], listing: str = "") -> SafeString:
    """Draw the squares of a brief, which say themselves what they show; they lead on where it has pages to lead to."""
    form = (
        '<li><a href="{0}{1}/" title="{2}" aria-label="{3}, {4}">{5}</a></li>'
        if listing
        else '<li><span title="{2}">{5}<span class="hidden">{3}, {4}</span></span></li>'
    )
    shown = ((one.reference, one.said, key_square(one.mark.value, one.mark.step, one.mark.late)) for one in said)
    return format_html_join(
        "", form, ((listing, quote(reference, ""), title, reference, title, drawn) for reference, title, drawn in shown)
    )


@register.simple_tag
def key_square(value: str, step: int | None = None, late: object = "") -> SafeString:
    """Draw a square for the key; one of which no step is told is filled as that of its value."""
    step = marks.RUNG.get(value, 0) if step is None else step
    return _drawn("square", value, late=bool(late), **marks.filling(step))


@register.simple_tag
def evidence_mark(evidence: Evidence) -> SafeString:
    """Draw the ladder of steps."""
    return _drawn("evidence", evidence.value, bars=marks.ladder(evidence.step))


@register.simple_tag
def key_ladder(value: str) -> SafeString:
    """Draw a ladder for the key."""
    return _drawn("evidence", value, bars=marks.ladder(marks.RUNG.get(value, 0)))


@register.simple_tag
def key_schedule(value: str) -> SafeString:
    """Draw a schedule for the key."""
    return _drawn("schedule", value, dot=marks.SCHEDULE_DOT[value])


@register.simple_tag
def official_mark(official: Official) -> SafeString:
    """Draw what one party reports."""
    return _drawn("official", official.value)


@register.simple_tag
def schedule_mark(schedule: Schedule) -> SafeString:
    """Draw where the day stands against the deadline."""
    return _drawn("schedule", schedule.value, dot=marks.SCHEDULE_DOT[schedule.value])


@functools.lru_cache(512)
def _drawn(mark: str, value: str, **form: Hashable) -> SafeString:
    """Return a mark, which has no words: the same ones stand a thousand times on a page, and are drawn once."""
    return render_to_string(f"marks/{mark}.html", {"value": value, **form})
