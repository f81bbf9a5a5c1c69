"""What several readings show together: where they agree and differ, what adds up, what versions do not say alike."""

from servanda.reconciling.change_finding import Change
from servanda.reconciling.changes import changes
from servanda.reconciling.finding import AnyFinding, Conflict, Corroboration, Finding, Ref, Sum
from servanda.reconciling.findings import findings
from servanda.reconciling.gap_finding import LanguageGap
from servanda.reconciling.language_gaps import align_versions, language_gaps
from servanda.reconciling.measured import COMPARED

__all__ = [
    "COMPARED",
    "AnyFinding",
    "Change",
    "Conflict",
    "Corroboration",
    "Finding",
    "LanguageGap",
    "Ref",
    "Sum",
    "align_versions",
    "changes",
    "findings",
    "language_gaps",
]
