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
    "cool": (BLUE, 9, "round"),
    "mild": (OLIVE, 8, "butt"),
    "hot": (RED, 2.5, "butt"),
}


def draw(form: str) -> str:
    """Draw the empty plane with its key and return the scene."""
    return _drawn(FORMS[form], 0.02, (18, 44, 70), (18, 48, 56))


def draw_stage() -> str:
    """Draw the same with large words for a projector."""
    canvas = Canvas(width=1200, height=392, font=28)
    return _drawn(canvas, 0.005, (30, 68, 84), (8, 50, 80), scale=2)


def _drawn(
    canvas: Canvas,
    side: float,
    from_top: tuple[int, int, int],
    from_foot: tuple[int, int, int],
    scale: int = 1,
) -> str:
    """Draw two lines of words above the plane and two below it, so far from top and foot."""
    (title, up, plane), (key, across, foot) = from_top, from_foot
    with style():
        figure = canvas.figure()
        box = (side, foot / canvas.height, 1 - 2 * side, 1 - (plane + foot) / canvas.height)
        ax = canvas.axes(figure, "days", box)
        ground(ax)
        ax.axvline(0, color=INK_STAND_IN, alpha=0.45, lw=scale)
        whole = canvas.axes(figure, "whole", (side, 0, 1 - 2 * side, 1))
        tall, font = canvas.height, canvas.font
        words(whole, (0, 1 - title / tall), phrase("correlation.invented"), font, bold=True)
        words(whole, (0, 1 - up / tall), phrase("correlation.up"), font)
        words(whole, (1, across / tall), phrase("correlation.across"), font, ha="right")
        words(whole, (0, key / tall), phrase("correlation.key"), font)
        return to_scene(figure, {"days": (affine(figure, ax), _moving(scale))})


def _moving(scale: float) -> list[Moving]:
    points = [
        Moving(
            f"points-{warmth}-{week}",
            {"stroke": colour, "stroke-width": f"{width * scale:g}", "stroke-linecap": cap},
        )
        for warmth, (colour, width, cap) in _MARKS.items()
        for week in WEEK
    ]
    line = {"stroke": "currentColor", "stroke-width": f"{3 * scale:g}", "stroke-linecap": "round"}
    return [*points, Moving("trend", line)]
