"""The entries of a ledger, as lists show them: fifty stand on a page, so they are written here, not in a template."""

from collections.abc import Iterable, Iterator

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from servanda_portal.pages.templatetags.servanda import holder, label, period
from servanda_portal.queries.ledger import Written
from servanda_portal.queries.register import Register

register = template.Library()

_ITEM = """<li><p><a class="reference" href="{}{}/">{}</a> {}</p>
<p class="meta">{}, {}{} · <time datetime="{}">{}</time>{}</p></li>
"""


@register.simple_tag
def entries(found: Register, told: Iterable[tuple[Written, str | None]]) -> SafeString:
    """List entries: what each did (None where not everybody may see it), by whom, and when."""
    return format_html('<ol class="plain entries">{}</ol>', format_html_join("", _ITEM, _items(found, told)))


def _items(found: Register, told: Iterable[tuple[Written, str | None]]) -> Iterator[tuple[object, ...]]:
    ledger = reverse("ledger", args=[found.agreement.id])
    unseen = format_html('<span class="empty">{}</span>', _("An act that not everybody may see"))
    later = _("holds from %(day)s")
    for written, words in told:
        one = written.entry
        day = one.recorded.date()
        act = f"{words} · {written.given_to}" if written.given_to else words
        yield (
            ledger,
            one.number,
            one.number,
            act or unseen,
            holder(found, one.by.holder),
            label(one.by.role, "ACTING_AS"),
            f" ({written.name})" if written.name else "",
            one.recorded.isoformat(),
            period(day),
            " · " + later % {"day": period(one.effective)} if one.effective != day else "",
        )
