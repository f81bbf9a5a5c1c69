"""What several readings show together: where they agree, where they differ, and what adds up."""

from servanda.reconciling.finding import AnyFinding, Conflict, Corroboration, Finding, Ref, Sum
from servanda.reconciling.findings import findings

__all__ = ["AnyFinding", "Conflict", "Corroboration", "Finding", "Ref", "Sum", "findings"]
