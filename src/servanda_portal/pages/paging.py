"""A long list in parts: the one that the address asks for by ``page``."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest


def part(request: HttpRequest, items: Sequence[Any], most: int = 50) -> Page[Any]:
    """Return the part of a list that the address asks for, the first where it asks for none.

    Raises Http404 where there is no such part.
    """
    parts = Paginator(items, most)
    try:
        return parts.page(request.GET.get("page") or 1)
    except InvalidPage as error:
        raise Http404 from error
