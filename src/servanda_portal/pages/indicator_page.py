"""Indicators as their page shows them: each with what was counted, and the share of the way to the target."""

import dataclasses

from servanda.assessing.quantified import Share, indicator_share
from servanda.register.indicator import Indicator, Observation
from servanda_portal.queries.register import Register


@dataclasses.dataclass(frozen=True)
class Counted:
    """A value that was counted, with the share of the target that it reaches (CODEBOOK V7).

    ``share`` is None where none can be told: the value is of one party alone, or there is nothing to measure from.
    """

    observation: Observation
    share: Share | None

    @property
    def percent(self) -> int:
        """The share in whole percent."""
        return 0 if self.share is None else int(100 * self.share.share)


def indicators(found: Register) -> list[tuple[Indicator, list[Counted]]]:
    """Return the indicators of a register with what was counted of each, the latest first."""
    observations = found.state.all(Observation)
    return [
        (
            one,
            sorted(
                (Counted(each, _share(one, each)) for each in observations if each.indicator == one.id),
                key=lambda counted: counted.observation.measure.when.end,
                reverse=True,
            ),
        )
        for one in found.state.all(Indicator)
    ]


def _share(indicator: Indicator, observation: Observation) -> Share | None:
    if observation.party is not None:
        return None
    try:
        return indicator_share(indicator, observation.measure.value)
    except ValueError:  # no baseline to fall from, or a target that is the baseline
        return None
