"""Invented surveys below one axis from 0 to 100: dots, intervals and the truth move in later."""

from __future__ import annotations

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, ORANGE, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.surveys.survey_model import REPEATS, TRUTHS

FORMS = {
    "wide": Canvas(width=620, height=350, font=13),
    "narrow": Canvas(width=350, height=360, font=13, narrow=True),
}
#: Where the surveys begin and end, in CSS pixels from the top.
_TOP, _TALL = 84, 258
COLOUR = named("published", BLUE)
TRUTH = named("truth", ORANGE)


def draw(form: str) -> str:
    """Draw the axis, and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        left, right = 18, canvas.width - 22
        box = (
            left / canvas.width,
            _TOP / canvas.height,
            (right - left) / canvas.width,
            _TALL / canvas.height,
        )
        plot = canvas.axes(figure, "plot", box)
        plot.set_xlim(0, 100)
        plot.set_ylim(0, REPEATS)
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        whole.set_xlim(0, canvas.width)
        whole.set_ylim(-canvas.height, 0)
        words(whole, (4, -16), phrase("answered.label"), 13, bold=True)
        words(whole, (4, -35), phrase("answered.axis"), 12)
        for percent in range(0, 101, 20):
            plot.axvline(percent, color=INK_STAND_IN, alpha=0.25, lw=1)
            x = left + (right - left) * percent / 100
            words(whole, (x, -55), str(percent), 12, ha="center")
        for name in TRUTHS:
            x = left + (right - left) * max(int(name), 9) / 100
            said = phrase("answered.true_is", number=name)
            words(whole, (x, -74), said, 12, ha="center", bold=True, gid=f"truth-{name}")
        return to_scene(figure, {"plot": (affine(figure, plot), _parts())})


def _parts() -> list[Moving]:
    dot = {"stroke": COLOUR, "stroke-linecap": "round", "stroke-width": "9"}
    return [
        Moving("intervals", {"stroke": "currentColor", "stroke-opacity": "0.6"}),
        Moving("truth", {"stroke": TRUTH, "stroke-width": "3"}),
        Moving("dots", dot),
    ]
