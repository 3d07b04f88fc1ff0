"""Invented surveys below one axis from 0 to 100: dots, intervals and the truth move in later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, ORANGE, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.surveys.survey_model import REPEATS, TRUTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMS = {
    "wide": Canvas(width=620, height=350, font=13),
    "narrow": Canvas(width=350, height=360, font=13, narrow=True),
}
COLOUR = named("published", BLUE)
TRUTH = named("truth", ORANGE)


def draw(form: str) -> str:
    """Draw the axis, and return the scene."""
    return _drawn(FORMS[form], 12, (16, 35, 55, 74))


def draw_stage() -> str:
    """Draw the same with large words for a projector."""
    canvas = Canvas(width=1200, height=400, font=28)
    return _drawn(canvas, 28, (30, 68, 108, 146), scale=1.6)


def _drawn(canvas: Canvas, small: int, lines: Sequence[int], scale: float = 1) -> str:
    """Draw with small letters of a size, and four lines of words so far from the top."""
    label, axis, numbers, truths = lines
    top, foot = truths + 10, 18 if canvas.narrow else 8
    with style():
        figure = canvas.figure()
        left, right = 18 + small - 12, canvas.width - 22 - small + 12
        box = (
            left / canvas.width,
            top / canvas.height,
            (right - left) / canvas.width,
            (canvas.height - top - foot) / canvas.height,
        )
        plot = canvas.axes(figure, "plot", box)
        plot.set_xlim(0, 100)
        plot.set_ylim(0, REPEATS)
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        whole.set_xlim(0, canvas.width)
        whole.set_ylim(-canvas.height, 0)
        words(whole, (4, -label), phrase("answered.label"), canvas.font, bold=True)
        words(whole, (4, -axis), phrase("answered.axis"), small)
        for percent in range(0, 101, 20):
            plot.axvline(percent, color=INK_STAND_IN, alpha=0.25, lw=1)
            x = left + (right - left) * percent / 100
            words(whole, (x, -numbers), str(percent), small, ha="center")
        for name in TRUTHS:
            x = left + (right - left) * max(int(name), 9) / 100
            said = phrase("answered.true_is", number=name)
            words(whole, (x, -truths), said, small, ha="center", bold=True, gid=f"truth-{name}")
        return to_scene(figure, {"plot": (affine(figure, plot), _parts(scale))})


def _parts(scale: float) -> list[Moving]:
    wide = {} if scale == 1 else {"stroke-width": f"{scale * 2.5:g}"}
    dot = {"stroke": COLOUR, "stroke-linecap": "round", "stroke-width": f"{9 * scale:g}"}
    return [
        Moving("intervals", {"stroke": "currentColor", "stroke-opacity": "0.6", **wide}),
        Moving("truth", {"stroke": TRUTH, "stroke-width": f"{3 * scale:g}"}),
        Moving("dots", dot),
    ]
