"""The picture of the slow pace: a circle between two rings, and one breath as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Circle

from course_lib.care.breathing_model import fullness
from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import style, to_scene

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_Box = tuple[float, float, float, float]

FORMS = {
    "wide": Canvas(width=620, height=246, font=14),
    "narrow": Canvas(width=350, height=368, font=13, narrow=True),
}
#: Left, top, width, height in CSS pixels: the circle's square, and the line's field.
_PLACES = {
    "wide": ((20, 8, 210, 210), (300, 52, 290, 120)),
    "narrow": ((70, 4, 210, 210), (30, 252, 290, 80)),
}
#: Radii as shares of half the square: the rings, and the circle at rest. `breathing.css` moves
#: the circle between the rings.
SMALL, REST, LARGE = 0.44, 0.66, 0.94
_COLOUR = BLUE


def draw(form: str) -> str:
    """Draw the still picture; the circle and the word in it have names."""
    canvas = FORMS[form]
    circle, line = (_shares(canvas, place) for place in _PLACES[form])
    with style():
        figure = canvas.figure()
        _circle(canvas, figure, circle)
        _breath(canvas, figure, line)
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        low = 10 / canvas.height
        words(whole, (0.5, low), phrase("breathing.invented"), 12, ha="center")
        return to_scene(figure, {})


def _shares(canvas: Canvas, place: _Box) -> _Box:
    left, top, width, height = place
    return left / canvas.width, top / canvas.height, width / canvas.width, height / canvas.height


def _circle(canvas: Canvas, figure: Figure, box: _Box) -> None:
    ax = canvas.axes(figure, "rings", box)
    ax.set_xlim(-1, 1)
    ax.set_ylim(-1, 1)
    for radius in (SMALL, LARGE):
        ring = Circle((0, 0), radius, fill=False, ec=INK_STAND_IN, lw=1.5, ls=(0, (4, 4)))
        ax.add_patch(ring)
    disc = Circle((0, 0), REST, fc=_COLOUR, ec=_COLOUR, lw=2, alpha=0.3)
    disc.set_gid("breath")
    ax.add_patch(disc)
    word = phrase("breathing.rest")
    words(ax, (0, -0.06), word, canvas.font + 2, ha="center", bold=True, gid="now")


def _breath(canvas: Canvas, figure: Figure, box: _Box) -> None:
    ax = canvas.axes(figure, "line", box)
    ax.set_ylim(-0.08, 1.08)
    places = [step / 60 for step in range(61)]
    ax.plot(places, [fullness(place) for place in places], color=_COLOUR, lw=3)
    ax.axhline(0, color=INK_STAND_IN, alpha=0.4, lw=1)
    words(ax, (0.16, 0.5), phrase("breathing.in_short"), canvas.font, ha="right")
    words(ax, (0.84, 0.5), phrase("breathing.out_short"), canvas.font)
    words(ax, (0.5, 1.2), phrase("breathing.one_breath"), canvas.font, ha="center")
