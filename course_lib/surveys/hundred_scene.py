"""100 people as dots in ten rows; which of them are filled moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMS = {
    "wide": Canvas(width=620, height=282, font=13),
    "narrow": Canvas(width=350, height=360, font=13, narrow=True),
}
#: The side of the field of dots, in CSS pixels.
_FIELD = 250
COLOUR = named("published", BLUE)


def draw(form: str) -> str:
    """Draw the field and room for its words, and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        left, top = (50, 96) if canvas.narrow else (6, 26)
        box = (
            left / canvas.width,
            top / canvas.height,
            _FIELD / canvas.width,
            _FIELD / canvas.height,
        )
        field, whole = _axes(canvas, figure, box)
        words(whole, (6, -16), phrase("hundred.label"), 13, bold=True)
        x, y = (6, 44) if canvas.narrow else (290, 110)
        words(whole, (x, -y), "-", 20 if canvas.narrow else 26, bold=True, gid="number")
        words(whole, (x, -y - (20 if canvas.narrow else 30)), "-", 13, gid="group")
        words(whole, (x, -y - (38 if canvas.narrow else 52)), "-", 13, gid="who")
        return to_scene(figure, {"field": (affine(figure, field), _parts())})


def draw_stage() -> str:
    """Draw the field and large words for a projector."""
    canvas = Canvas(width=1200, height=440, font=28)
    with style():
        figure = canvas.figure()
        box = (6 / canvas.width, 52 / canvas.height, 380 / canvas.width, 380 / canvas.height)
        field, whole = _axes(canvas, figure, box)
        words(whole, (6, -32), phrase("hundred.label"), 28, bold=True)
        for y, size, gid in ((200, 60, "number"), (262, 32, "group"), (312, 32, "who")):
            words(whole, (450, -y), "-", size, bold=gid == "number", gid=gid)
        return to_scene(figure, {"field": (affine(figure, field), _parts(27, 21))})


def _axes(
    canvas: Canvas, figure: Figure, box: tuple[float, float, float, float]
) -> tuple[Axes, Axes]:
    """Return the field of ten by ten dots, and the whole picture in CSS pixels for its words."""
    field = canvas.axes(figure, "field", box)
    field.set_xlim(0, 10)
    field.set_ylim(0, 10)
    whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
    whole.set_xlim(0, canvas.width)
    whole.set_ylim(-canvas.height, 0)
    return field, whole


def _parts(dot: int = 17, hole: int = 14) -> list[Moving]:
    cap = {"stroke-linecap": "round"}
    wide = {"stroke-width": f"{dot}"}
    return [
        Moving("rings", {**cap, "stroke": "currentColor", **wide}),
        Moving("holes", {**cap, "stroke": "var(--cc-paper, Canvas)", "stroke-width": f"{hole}"}),
        Moving("maybe", {**cap, "stroke": COLOUR, "stroke-opacity": "0.45", **wide}),
        Moving("filled", {**cap, "stroke": COLOUR, **wide}),
    ]
