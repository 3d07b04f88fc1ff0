"""The load-and-capacity jug: a metaphor, and labelled as one."""

from __future__ import annotations

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

FORMS = {
    "wide": Canvas(width=620, height=300, font=13),
    "narrow": Canvas(width=350, height=300, font=12, narrow=True),
}
#: The height of the stage, in CSS pixels.
_STAGE = 220
WATER = named("water", BLUE)


def draw(form: str) -> str:
    """Draw the table that the jug stands on, and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        reach = canvas.width / _STAGE / 2
        ax = canvas.axes(figure, "stage", (0, 10 / canvas.height, 1, _STAGE / canvas.height))
        ax.set_xlim(-reach, reach)
        ax.set_ylim(-0.04, 1.0)
        ax.plot([-reach * 0.8, reach * 0.8], [-0.02, -0.02], color=INK_STAND_IN, alpha=0.5, lw=2)
        words(ax, (0, 0.15), "-", canvas.font, ha="center", gid="note")
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        words(whole, (0.5, 0.11), phrase("jug.metaphor"), canvas.font, ha="center", bold=True)
        words(whole, (0.5, 0.045), phrase("jug.metaphor_2"), canvas.font, ha="center")
        return to_scene(figure, {"stage": (affine(figure, ax), _parts())})


def _parts() -> list[Moving]:
    line = {"stroke": "currentColor", "stroke-linecap": "round", "stroke-linejoin": "round"}
    return [
        Moving("water", {"fill": WATER, "fill-opacity": "0.55"}),
        Moving("spill", {"stroke": WATER, "stroke-width": "9", "stroke-linecap": "round"}),
        Moving("jug", {**line, "stroke-width": "4"}),
    ]
