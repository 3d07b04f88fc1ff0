"""How to read a figure: three invented rows, and a frame that points at each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.canvas import Canvas, ground, words
from course_lib.frame.palette import INK_STAND_IN
from course_lib.frame.pchip_model import Curve
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

FORMS = {
    "wide": Canvas(width=760, height=380, font=13),
    "narrow": Canvas(width=350, height=380, font=12, narrow=True),
}
_SOLID = [0.16, 0.16, 0.45, 0.6, 0.64, 0.62, 0.56]
_STORY = [0.12, 0.12, 0.95, 0.5, 0.1, 0.1, 0.1]
_DOTTED = [0.15, 0.15, 0.6, 0.85, 0.5, 0.35, 0.3]
_DOTS = (0, (0.5, 2.2))
_BAND = 0.13


def draw(form: str) -> str:
    """Draw the three rows and return the scene with its frame."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        for name, top, height in (("solid", 0.17, 0.17), ("dotted", 0.445, 0.17)):
            ax = canvas.axes(figure, name, (0.04, top, 0.92, height))
            _row(ax, canvas, name)
        empty = canvas.axes(figure, "empty", (0.04, 0.72, 0.92, 0.12))
        _row(empty, canvas, "empty")
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        words(whole, (0.04, 0.025), phrase("illustrative"), canvas.font, bold=True)
        words(whole, (0.04, 0.08), phrase("lens_tutorial.invented"), canvas.font, bold=True)
        frame = {"stroke": "currentColor", "stroke-width": "3", "stroke-linejoin": "round"}
        return to_scene(figure, {"whole": (affine(figure, whole), [Moving("frame", frame)])})


def _row(ax: Axes, canvas: Canvas, name: str) -> None:
    ground(ax, 1 / 6)
    height = canvas.height * ax.get_position().height
    words(ax, (0, 1 + 7 / height), phrase(f"anatomy.{name}"), canvas.font, bold=True)
    words(ax, (1, 1 + 7 / height), phrase(f"anatomy.{name}_basis"), 11, ha="right")
    if name == "empty":
        words(ax, (0.5, 0.4), phrase("lane_notes.not_measured"), canvas.font, ha="center")
    elif name == "dotted":
        _line(ax, _DOTTED, lw=3.4, ls=_DOTS)
    else:
        x, y = _sampled(_SOLID)
        edges = [level - _BAND for level in y], [level + _BAND for level in reversed(y)]
        ax.fill([*x, *reversed(x)], edges[0] + edges[1], color=INK_STAND_IN, alpha=0.18, lw=0)
        _line(ax, _STORY, lw=8, alpha=0.25)
        _line(ax, _SOLID, lw=3)


def _line(ax: Axes, levels: Sequence[float], **how: object) -> None:
    ax.plot(
        *_sampled(levels),
        color=INK_STAND_IN,
        dash_capstyle="round",
        solid_capstyle="round",
        solid_joinstyle="round",
        **how,  # type: ignore[arg-type]
    )


def _sampled(levels: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return the smooth curve through levels that stand evenly from 0 to 1, as points."""
    last = len(levels) - 1
    curve = Curve(tuple(i / last for i in range(len(levels))), tuple(levels))
    x = [i / 90 for i in range(91)]
    return x, [curve.level(each) for each in x]
