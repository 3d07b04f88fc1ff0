"""The shared timeline: minutes from orgasm, drawn stretched around the peak."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_lib.hormones.substances_data import Phase, TimelineData

#: Minutes from orgasm that are marked where a picture is small.
FEW_TICKS = (0, 10, 60)


@dataclass(frozen=True)
class Timeline:
    """Places minutes on a picture axis where each phase has its own width.

    The axis runs from 0 to :attr:`length` and has no unit: time is stretched
    around orgasm so that brief changes can be seen.
    """

    data: TimelineData

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Where each phase begins on the axis, and where the last one ends."""
        return (0.0, *accumulate(phase.width for phase in self.data.phases))

    @property
    def length(self) -> float:
        """The axis' right end."""
        return self.edges[-1]

    @cached_property
    def landmarks(self) -> tuple[float, ...]:
        """The landmarks' places on the axis."""
        return tuple(self.place(minute) for minute in self.data.landmarks)

    def place(self, minute: float) -> float:
        """Return where a minute (relative to orgasm) stands on the axis.

        Raises
        ------
        ValueError
            If the minute lies outside the phases.
        """
        for phase, left in zip(self.data.phases, self.edges, strict=False):
            if phase.start <= minute <= phase.end:
                return left + phase.width * (minute - phase.start) / (phase.end - phase.start)
        raise ValueError(f"Minute {minute} lies outside the timeline.")

    def spans(self) -> list[tuple[Phase, float, float]]:
        """Return each phase with its left and right end on the axis."""
        return list(zip(self.data.phases, self.edges, self.edges[1:], strict=False))
