"""The line of numbers by which the parts of a long list are reached."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import RequestContext

from servanda_portal.pages.filters import address

register = template.Library()


@register.inclusion_tag("parts/paging.html", takes_context=True)
def paging(context: RequestContext, shown: Page[Any]) -> dict[str, Any]:
    """Show the numbers of the parts, each with the address of this page and all else that it asks for."""
    asked = context["request"].GET.dict()
    numbers = [
        (number, address(asked, page=str(number)) if isinstance(number, int) else "")
        for number in shown.paginator.get_elided_page_range(shown.number)
    ]
    return {"numbers": numbers, "page": shown.number}
