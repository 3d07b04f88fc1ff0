"""Invented summer days as points: ice creams across, sunburns upwards."""

from __future__ import annotations

from course_lib.frame.canvas import Canvas, ground, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, OLIVE, RED
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.surveys.correlation_model import WEEK

FORMS = {
    "wide": Canvas(width=620, height=400, font=13),
    "narrow": Canvas(width=350, height=380, font=12, narrow=True),
}
#: Colour, width and cap of each warmth's marks; the hot days' marks are small crosses.
_MARKS = {
    "cool": (BLUE, "9", "round"),
    "mild": (OLIVE, "8", "butt"),
    "hot": (RED, "2.5", "butt"),
}


def draw(form: str) -> str:
    """Draw the empty plane with its key and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        box = (0.02, 56 / canvas.height, 0.96, 1 - 126 / canvas.height)
        ax = canvas.axes(figure, "days", box)
        ground(ax)
        ax.axvline(0, color=INK_STAND_IN, alpha=0.45, lw=1)
        whole = canvas.axes(figure, "whole", (0.02, 0, 0.96, 1))
        top = 1 - 18 / canvas.height
        words(whole, (0, top), phrase("correlation.invented"), canvas.font, bold=True)
        words(whole, (0, 1 - 44 / canvas.height), phrase("correlation.up"), canvas.font)
        words(whole, (1, 48 / canvas.height), phrase("correlation.across"), canvas.font, ha="right")
        words(whole, (0, 18 / canvas.height), phrase("correlation.key"), canvas.font)
        return to_scene(figure, {"days": (affine(figure, ax), _moving())})


def _moving() -> list[Moving]:
    points = [
        Moving(
            f"points-{warmth}-{week}",
            {"stroke": colour, "stroke-width": width, "stroke-linecap": cap},
        )
        for warmth, (colour, width, cap) in _MARKS.items()
        for week in WEEK
    ]
    line = {"stroke": "currentColor", "stroke-width": "3", "stroke-linecap": "round"}
    return [*points, Moving("trend", line)]
