"""A rubric: one published way to score the evidence axis, in one version that never changes (CODEBOOK V2, V3, V4)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

import msgspec

from servanda.assessing.evidence import EvidenceValue, Step

RubricName = Literal["g7", "completion", "level"]


class Row(msgspec.Struct, frozen=True):
    """What one value of the evidence axis is given: None where no grade is. ``late`` marks the grade as late (T4).

    ``interim`` is the grade up to the final cut-off, ``final`` the one from then on (CODEBOOK T2).
    """

    interim: str | None
    final: str | None
    late: bool = False


class Rubric(msgspec.Struct, frozen=True):
    """One version of a rubric.

    ``scale`` holds its grades from least to most, ``points`` what they count where they are numbers: grades in words
    are counted and never averaged. ``joint`` says how a commitment of several parties is scored: as the mean of the
    parties, or as a whole. ``rows`` holds every value of the evidence axis but ``stale``, which counts as its step.
    """

    name: RubricName
    number: int
    rule: str
    scale: tuple[str, ...]
    joint: Literal["mean", "whole"]
    rows: Mapping[str, Row]
    points: Mapping[str, Fraction] = {}

    @property
    def version(self) -> str:
        """The name that results and verdicts carry, such as "g7/1"."""
        return f"{self.name}/{self.number}"

    def row(self, evidence: EvidenceValue, step: Step) -> Row:
        """Return the row of a value of the evidence axis; a stale one's is that of the step that it had."""
        return self.rows[f"step_{step}" if evidence == "stale" else evidence]

    def percent(self, mean: Fraction) -> Fraction:
        """Return where a mean stands between the least and the most points, in percent.

        For G7 that is 50 (score + 1), as V2 says; for the level it is the percent of the maximum, as V3 says.
        """
        least, most = self.points[self.scale[0]], self.points[self.scale[-1]]
        return 100 * (mean - least) / (most - least)
