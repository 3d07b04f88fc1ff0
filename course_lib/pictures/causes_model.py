"""Where the boxes of the map of causes stand, in CSS pixels from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Box:
    """A rectangle; ``top`` grows downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Shape:
    """Sizes of one form of the map; ``narrow`` is the phone's.

    Parameters
    ----------
    row : int
        From one cause to the next.
    box : tuple of int
        Width and height of a cause's box.
    target : tuple of int
        Left edge and width of the two boxes that links lead to.
    foot : int
        Room below, for the key.
    """

    width: int
    row: int
    box: tuple[int, int]
    target: tuple[int, int]
    foot: int
    narrow: bool = False


SHAPES = {
    "wide": Shape(width=760, row=39, box=(330, 33), target=(580, 172), foot=54),
    "narrow": Shape(width=350, row=56, box=(186, 50), target=(244, 102), foot=72, narrow=True),
}
_TOP, _LEFT = 6, 4


def height(shape: Shape, count: int) -> int:
    """Return the height of the picture with so many causes."""
    return _TOP + count * shape.row + shape.foot


def cause_box(shape: Shape, place: int) -> Box:
    """Return the box of a cause, counted from the top."""
    return Box(_LEFT, _TOP + place * shape.row, *shape.box)


def target_box(shape: Shape, places: Sequence[int]) -> Box:
    """Return the box that the links of these causes lead to, beside the middle ones."""
    first, last = places[1], places[-2]
    top = cause_box(shape, first).top
    left, width = shape.target
    return Box(left, top, width, cause_box(shape, last).top + shape.box[1] - top)


def link(shape: Shape, places: Sequence[int], place: int) -> tuple[float, float, float, float]:
    """Return where a cause's link begins and ends: x and y of both."""
    target = target_box(shape, places)
    start = cause_box(shape, place)
    share = (places.index(place) + 0.5) / len(places)
    return start.right, start.middle, target.left, target.top + share * target.height


def percent(part: float, whole: float) -> str:
    """Return a share of the picture as a CSS length."""
    return f"{100 * part / whole:.2f}%"
