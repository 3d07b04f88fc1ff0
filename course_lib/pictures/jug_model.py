"""The jug of the load-and-capacity metaphor. All sizes are arbitrary; nothing was measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_HALF = 0.42
#: Fuller than this, there is little room left.
_NEARLY = 0.85


class Fill(Enum):
    """How the water stands to the rim."""

    ROOM = "room"
    NEARLY = "nearly"
    OVER = "over"


@dataclass(frozen=True)
class Jug:
    """A jug of some height with some water in it (both from 0 to 1, arbitrary)."""

    height: float
    load: float

    @property
    def fill(self) -> Fill:
        """How the water stands to the rim."""
        if self.load > self.height:
            return Fill.OVER
        return Fill.NEARLY if self.load > self.height * _NEARLY else Fill.ROOM

    def outline(self) -> str:
        """Return the jug as path data."""
        rim, handle = self.height, self.height * 0.72
        low = self.height * 0.3
        return (
            f"M{-_HALF} {rim:g} L{-_HALF * 0.9:g} 0 H{_HALF * 0.9:g} L{_HALF} {rim:g} "
            f"M{_HALF * 0.97:g} {handle:g} C{_HALF + 0.2:g} {handle:g} "
            f"{_HALF + 0.2:g} {low:g} {_HALF * 0.93:g} {low:g}"
        )

    def water(self) -> str:
        """Return the water inside the jug as path data."""
        level = min(self.load, self.height)
        half = _HALF * (0.9 + 0.1 * level / self.height)
        swell = 0.08 if self.fill is Fill.OVER else 0
        return (
            f"M{-half:.3f} {level:g} L{-_HALF * 0.9:g} 0 H{_HALF * 0.9:g} L{half:.3f} {level:g} "
            f"Q0 {level + swell:g} {-half:.3f} {level:g} Z"
        )

    def spill(self) -> str:
        """Return what runs down outside a jug that is too full, and its puddle, as lines."""
        if self.fill is not Fill.OVER:
            return ""
        edge, x = -_HALF * 0.9, -_HALF - 0.08
        return (
            f"M{edge:.3f} {self.height + 0.03:.3f} "
            f"C{x:.3f} {self.height + 0.05:.3f} {x:.3f} {self.height * 0.8:.3f} {x:.3f} 0.01 "
            f"M{x - 0.14:.3f} 0.005 H{-_HALF * 0.97:.3f}"
        )
