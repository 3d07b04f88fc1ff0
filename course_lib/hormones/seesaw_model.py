"""Which way the see-saw of the nervous system leans: a metaphor with its doubt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from course_lib.frame.lens_model import Lens
from course_lib.hormones.curves_model import BAND, curve

if TYPE_CHECKING:
    from course_lib.hormones.substances_data import Substance
    from course_lib.hormones.timeline_model import Timeline

_LEVEL = 0.15


class Tilt(Enum):
    """Which side is lower, in words."""

    GET_GOING = "get_going"
    LEVEL = "level"
    CALMING = "calming"


@dataclass(frozen=True)
class Lean:
    """How far the see-saw leans (arbitrary): -1 get-going side down, 1 calming side down.

    ``low`` and ``high`` bound what it could be; equal in the story, which
    admits no doubt.
    """

    middle: float
    low: float
    high: float

    @property
    def tilt(self) -> Tilt:
        """The side that is lower, taking the middle at its word."""
        if abs(self.middle) < _LEVEL:
            return Tilt.LEVEL
        return Tilt.CALMING if self.middle > 0 else Tilt.GET_GOING

    @property
    def could_be_either(self) -> bool:
        """Whether the doubt reaches both sides."""
        return self.low < 0 < self.high


def lean(calming: Substance, timeline: Timeline, minute: float, lens: Lens) -> Lean:
    """Return how the see-saw leans at a minute, from the calming branch's curve.

    Raises
    ------
    ValueError
        If the calming branch has no curve for this lens.
    """
    found = curve(calming, timeline, lens=lens)
    if found is None:
        raise ValueError(f"{calming.id} has no curve to lean on for {lens.value!r}.")
    middle = 2 * found.level(timeline.place(minute)) - 1
    doubt = 0.0 if lens is Lens.STORY else 2 * BAND[calming.certainty]
    return Lean(middle, max(-1.0, middle - doubt), min(1.0, middle + doubt))
