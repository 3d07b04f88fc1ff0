"""The lens tutorial's scene: one invented substance, told and measured."""

from __future__ import annotations

from course_lib.frame.canvas import Canvas, ground, words
from course_lib.frame.palette import BLUE, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.hormones import tutorial_data

FORMS = {
    "wide": Canvas(width=760, height=236, font=13),
    "narrow": Canvas(width=350, height=244, font=12, narrow=True),
}
#: Where the cup of cocoa stands on the picture's time axis, from 0 to 1.
CUP = 1 / 6
#: An invented substance has a colour of its own, through a variable like the real ones.
COLOUR = named("invented", BLUE)


def draw(form: str) -> str:
    """Draw the empty lane and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        ax = canvas.axes(figure, "lane", (0.02, 34 / canvas.height, 0.96, 132 / canvas.height))
        ground(ax, CUP)
        top = 1 + 10 / 132
        name = tutorial_data.tutorial().substance
        words(ax, (0, top), phrase("lens_tutorial.lane", name=name), canvas.font, bold=True)
        words(ax, (1, top), "-", 11, ha="right", gid="basis")
        words(ax, (0.5, 0.45), "-", canvas.font, ha="center", gid="note")
        words(ax, (CUP, -0.16), phrase("lens_tutorial.cup"), 11, ha="center")
        words(ax, (1, -0.16), phrase("lens_tutorial.later"), 11, ha="right")
        words(ax, (0, -0.32), phrase("lens_tutorial.invented"), canvas.font, bold=True)
        words(ax, (0, -0.46), phrase("illustrative"), canvas.font, bold=True)
        moving = {"lane": (affine(figure, ax), lines())}
        return to_scene(figure, moving)


def draw_stage() -> str:
    """Draw the lane with large words for a projector."""
    canvas = Canvas(width=1200, height=380, font=28)
    with style():
        figure = canvas.figure()
        ax = canvas.axes(figure, "lane", (0.005, 46 / canvas.height, 0.99, 214 / canvas.height))
        ground(ax, CUP)
        name = tutorial_data.tutorial().substance
        words(ax, (0, 1.06), phrase("lens_tutorial.lane", name=name), canvas.font, bold=True)
        words(ax, (1, 1.06), "-", canvas.font, ha="right", gid="basis")
        words(ax, (0.5, 0.45), "-", canvas.font, ha="center", gid="note")
        words(ax, (CUP, -0.16), phrase("lens_tutorial.cup"), canvas.font, ha="center")
        words(ax, (1, -0.16), phrase("lens_tutorial.later"), canvas.font, ha="right")
        words(ax, (0, -0.34), phrase("lens_tutorial.invented"), canvas.font, bold=True)
        words(ax, (0, -0.52), phrase("illustrative"), canvas.font, bold=True)
        return to_scene(figure, {"lane": (affine(figure, ax), lines(2.3))})


def lines(scale: float = 1) -> list[Moving]:
    """Return band, story and measured line, in the order they are painted."""
    stroke = {"stroke": COLOUR, "stroke-linecap": "round", "stroke-linejoin": "round"}
    return [
        Moving("band", {"fill": COLOUR, "fill-opacity": "0.2"}),
        Moving("story", {**stroke, "stroke-width": f"{8 * scale:g}"}),
        Moving("line", {**stroke, "stroke-width": f"{3 * scale:g}"}),
    ]
