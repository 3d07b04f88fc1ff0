"""The load-and-capacity jug: a metaphor, and labelled as one."""

from __future__ import annotations

from typing import NamedTuple

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

FORMS = {
    "wide": Canvas(width=620, height=300, font=13),
    "narrow": Canvas(width=350, height=300, font=12, narrow=True),
}
WATER = named("water", BLUE)


class _Layout(NamedTuple):
    """Where things stand: the height of the table's room and what is below it, in CSS pixels."""

    tall: int
    foot: int
    table: float
    note: float
    lines: tuple[float, float]
    scale: int


_SCREEN = _Layout(tall=220, foot=10, table=0.8, note=0.15, lines=(0.11, 0.045), scale=1)
_PROJECTOR = _Layout(tall=330, foot=6, table=0.5, note=0.62, lines=(0.115, 0.025), scale=2)


def draw(form: str) -> str:
    """Draw the table that the jug stands on, and return the scene."""
    return _drawn(FORMS[form], _SCREEN)


def draw_stage() -> str:
    """Draw the same with large words for a projector."""
    return _drawn(Canvas(width=1200, height=430, font=28), _PROJECTOR)


def _drawn(canvas: Canvas, layout: _Layout) -> str:
    with style():
        figure = canvas.figure()
        reach = canvas.width / layout.tall / 2
        box = (0, layout.foot / canvas.height, 1, layout.tall / canvas.height)
        ax = canvas.axes(figure, "stage", box)
        ax.set_xlim(-reach, reach)
        ax.set_ylim(-0.04, 1.0)
        table, thick = reach * layout.table, 2 * layout.scale
        ax.plot([-table, table], [-0.02, -0.02], color=INK_STAND_IN, alpha=0.5, lw=thick)
        words(ax, (0, layout.note), "-", canvas.font, ha="center", gid="note")
        whole = canvas.axes(figure, "whole", (0, 0, 1, 1))
        above, below = layout.lines
        words(whole, (0.5, above), phrase("jug.metaphor"), canvas.font, ha="center", bold=True)
        words(whole, (0.5, below), phrase("jug.metaphor_2"), canvas.font, ha="center")
        return to_scene(figure, {"stage": (affine(figure, ax), _parts(layout.scale))})


def _parts(scale: float) -> list[Moving]:
    line = {"stroke": "currentColor", "stroke-linecap": "round", "stroke-linejoin": "round"}
    return [
        Moving("water", {"fill": WATER, "fill-opacity": "0.55"}),
        Moving(
            "spill", {"stroke": WATER, "stroke-width": f"{9 * scale:g}", "stroke-linecap": "round"}
        ),
        Moving("jug", {**line, "stroke-width": f"{4 * scale:g}"}),
    ]
