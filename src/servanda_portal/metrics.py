"""How the portal fares, in numbers for Prometheus: answers by page, method and status, and how long they took."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

disable_created_metrics()  # type: ignore[no-untyped-call]  # the package leaves it without types
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)
_ANSWERS = Counter(
    "servanda_answers", "Answers by page, method and status", ["page", "method", "status"], registry=REGISTRY
)
_SECONDS = Histogram(
    "servanda_answer_seconds",
    "Time to answer, by page",
    ["page"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def measured(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Count and time each answer under the name of its page, never under its address: names are few."""

    def answer(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = respond(request)
        match = request.resolver_match
        page = (match.view_name if match else "") or "none"
        method = request.method if request.method in _METHODS else "other"
        _ANSWERS.labels(page, method, response.status_code).inc()
        _SECONDS.labels(page).observe(time.perf_counter() - start)
        return response

    return answer


def exposition() -> bytes:
    """Return all numbers in Prometheus's text format."""
    return generate_latest(REGISTRY)
