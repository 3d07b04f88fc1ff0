"""Published figures in lanes below one axis from 0 to 100: dots and intervals move in later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The most figures that stand in one picture.
LANES = 6
COLOUR = named("published", BLUE)


@dataclass(frozen=True)
class Layout:
    """Sizes in CSS pixels: one lane, what is above them, and where the axis begins and ends.

    ``middle`` is how far below the top of its lane a dot stands; ``stacked`` puts the
    name above it instead of beside it.
    """

    width: int
    lane: int
    left: int
    right: int
    stacked: bool
    middle: int
    top: int = 74


LAYOUTS = {
    "wide": Layout(width=760, lane=46, left=296, right=736, stacked=False, middle=23),
    "narrow": Layout(width=350, lane=68, left=18, right=330, stacked=True, middle=51),
}


def draw(form: str) -> str:
    """Draw room for a whole group, and return the scene."""
    return draw_lanes(form, LANES, "group")


def draw_lanes(form: str, lanes: int, frame: str) -> str:
    """Draw the axis and empty lanes; dots, intervals and names are filled in.

    Parameters
    ----------
    form : str
        "wide" or "narrow".
    lanes : int
        How many figures there is room for.
    frame : str
        Names the picture, so that its height can follow its rows.
    """
    layout = LAYOUTS[form]
    height = layout.top + lanes * layout.lane + 6
    canvas = Canvas(width=layout.width, height=height, font=13, narrow=layout.stacked)
    with style():
        figure = canvas.figure()
        plot = _plot(canvas, figure, layout, lanes)
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        whole.set_xlim(0, layout.width)
        whole.set_ylim(-height, 0)
        _head(whole, layout)
        moving = {"plot": (affine(figure, plot), [Moving("link", _LINK)])}
        for number in range(lanes):
            _names(whole, layout, number)
            lane = _lane(canvas, figure, layout, number)
            moving[f"lane-{number}"] = (affine(figure, lane), _parts(number))
        attributes = {
            "data-part": f"{frame}-{form}",
            "data-top": str(layout.top),
            "data-lane-height": str(layout.lane),
        }
        return to_scene(figure, moving, attributes)


_LINK = {"stroke": "currentColor", "stroke-width": "2", "stroke-dasharray": "5 4"}


def _head(whole: Axes, layout: Layout) -> None:
    left = 4 if layout.stacked else layout.left - 4
    words(whole, (4, -16), phrase("prevalence.label"), 13, bold=True)
    words(whole, (left, -36), phrase("prevalence.axis"), 12)
    if not layout.stacked:
        words(whole, (layout.width - 4, -16), phrase("prevalence.key"), 12, ha="right")
    for percent in range(0, 101, 20):
        x = layout.left + (layout.right - layout.left) * percent / 100
        words(whole, (x, -58), str(percent), 12, ha="center")


def _plot(canvas: Canvas, figure: Figure, layout: Layout, lanes: int) -> Axes:
    box = (
        layout.left / canvas.width,
        (layout.top - 10) / canvas.height,
        (layout.right - layout.left) / canvas.width,
        (lanes * layout.lane + 10) / canvas.height,
    )
    plot = canvas.axes(figure, "plot", box)
    plot.set_xlim(0, 100)
    # One path joins two dots in either form, so the dots stand at -0.5, -1.5 and so on.
    shift = layout.middle / layout.lane - 0.5
    plot.set_ylim(shift - lanes, shift + 10 / layout.lane)
    for percent in range(0, 101, 20):
        plot.axvline(percent, color=INK_STAND_IN, alpha=0.25, lw=1)
    return plot


def _lane(canvas: Canvas, figure: Figure, layout: Layout, number: int) -> Axes:
    """Return the axes of one lane's mark: the lower part of a stacked lane."""
    tall = 28
    middle = layout.top + number * layout.lane + layout.middle
    box = (
        layout.left / canvas.width,
        (middle - tall / 2) / canvas.height,
        (layout.right - layout.left) / canvas.width,
        tall / canvas.height,
    )
    lane = canvas.axes(figure, f"lane-{number}", box)
    lane.set_xlim(0, 100)
    return lane


def _names(whole: Axes, layout: Layout, number: int) -> None:
    top = layout.top + number * layout.lane
    words(whole, (4, -top - 18), "-", 13, bold=True, gid=f"who-{number}")
    words(whole, (4, -top - 35), "-", 12, gid=f"value-{number}")


def _parts(number: int) -> list[Moving]:
    dot = {"stroke": COLOUR, "stroke-linecap": "round"}
    hole = {"stroke": "var(--cc-paper, Canvas)", "stroke-linecap": "round"}
    return [
        Moving(f"whisker-{number}", {"stroke": "currentColor", "stroke-width": "2"}),
        Moving(f"round-{number}", {**dot, "stroke-width": "12"}),
        Moving(f"hole-{number}", {**hole, "stroke-width": "6"}),
        Moving(f"square-{number}", {**dot, "stroke-linecap": "square", "stroke-width": "10"}),
    ]
